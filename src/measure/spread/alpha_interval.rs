//! Krippendorff's alpha over answers that are numbers.

use super::material::Units;
use super::material::coincidence::{Pool, alpha as over};
use super::{Formula, Measure, Score};

pub const MEASURE: Measure = Measure {
    name: "alpha-interval",
    summary: "alpha where answers are numbers, by the square of what separates two",
    range: Some(-1.0..=1.0),
    page: include_str!("alpha_interval.md"),
    formula: Formula::Units(alpha_interval),
};

/// From −1, which is never quite reached, over 0, what chance gives, to 1.
pub fn alpha_interval(units: &Units) -> Score {
    over(units, Pool::interval)
}
