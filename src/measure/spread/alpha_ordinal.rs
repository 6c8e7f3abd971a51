//! Krippendorff's alpha over answers that have an order.

use super::material::Units;
use super::material::coincidence::{Pool, alpha as over};
use super::{Formula, Measure, Score};

pub const MEASURE: Measure = Measure {
    name: "alpha-ordinal",
    summary: "alpha where answers have an order, by how many answers lie between two",
    range: Some(-1.0..=1.0),
    page: include_str!("alpha_ordinal.md"),
    formula: Formula::Units(alpha_ordinal),
};

/// From −1, which is never quite reached, over 0, what chance gives, to 1.
pub fn alpha_ordinal(units: &Units) -> Score {
    over(units, Pool::ordinal)
}
