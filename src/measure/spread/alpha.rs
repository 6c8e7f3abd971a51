//! Krippendorff's alpha over answers that are names: the same or not.

use super::material::Units;
use super::material::coincidence::{Pool, alpha as over};
use super::{Formula, Measure, Score};

pub const MEASURE: Measure = Measure {
    name: "alpha",
    summary: "agreement of all answers beyond chance, where any two that differ differ alike",
    range: Some(-1.0..=1.0),
    page: include_str!("alpha.md"),
    formula: Formula::Units(alpha),
};

/// From −1, which is never quite reached, over 0, what chance gives, to 1.
pub fn alpha(units: &Units) -> Score {
    over(units, Pool::nominal)
}
