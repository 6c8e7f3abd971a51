//! Rice's index of cohesion.

use super::material::{Levels, Order};
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "rice",
    summary: "how one-sided the answers for and against are",
    range: Some(0.0..=1.0),
    page: include_str!("rice.md"),
    formula: Formula::Levels(rice),
};

/// |Y − N| / (Y + N), from 0 (as many for as against) to 1 (all on one side). The
/// level in the middle takes no side, and is not counted.
pub fn rice(levels: &Levels) -> Score {
    let half = levels.counts.len() / 2;
    let against: usize = levels.counts.iter().take(half).sum();
    let for_it: usize = levels.counts.iter().rev().take(half).sum();
    match (for_it + against, levels.order) {
        (_, Order::Unordered) => Score::undefined(levels.answers(), Undefined::NoOrder),
        _ if levels.answers() == 0 => Score::undefined(0, Undefined::NoAnswer),
        (0, _) => Score::undefined(0, Undefined::NoSide),
        (n, _) => Score::on(n, for_it.abs_diff(against) as f64 / n as f64),
    }
}
