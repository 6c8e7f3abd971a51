//! The mean of positions, each counted once.

use super::material::{Point, centre};
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "mean",
    summary: "baseline for where talks might settle: the mean of all positions",
    range: None,
    page: include_str!("mean.md"),
    formula: Formula::Points(mean),
};

/// The mean position, whatever the weights; between the lowest and the highest.
pub fn mean(points: &[Point]) -> Score {
    match points.len() {
        0 => Score::undefined(0, Undefined::NoAnswer),
        n => Score::on(n, centre(points.iter().map(|point| (1.0, point.position)))),
    }
}
