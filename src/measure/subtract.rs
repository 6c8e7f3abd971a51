//! Congruence less discord: what two actors say alike, less what they say opposed.

use super::counts::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "subtract",
    summary: "congruence less discord",
    range: f64::NEG_INFINITY..=f64::INFINITY,
    lean: Lean::Balance,
    page: include_str!("subtract.md"),
    weighing: Weighing::None,
    formula: Formula::Counts(subtract),
};

fn subtract(pair: &Observed) -> Score {
    pair.network(|apart| 1.0 - 2.0 * apart)
}
