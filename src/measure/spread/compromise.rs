//! The compromise model: the mean of positions, each by its weight.

use super::material::{Point, centre, weighing};
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "compromise",
    summary: "baseline for where talks might settle: the mean of positions by weight",
    range: None,
    page: include_str!("compromise.md"),
    formula: Formula::Points(compromise),
};

/// Σ w x / Σ w, with the power of a party times the salience that it gives to the
/// issue as w. Between the lowest and the highest position that has a weight.
pub fn compromise(points: &[Point]) -> Score {
    let weights = weighing(points).map(|point| (point.weight, point.position));
    match weights.clone().count() {
        0 if points.is_empty() => Score::undefined(0, Undefined::NoAnswer),
        0 => Score::undefined(0, Undefined::NoWeight),
        n => Score::on(n, centre(weights)),
    }
}
