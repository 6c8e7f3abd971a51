//! Congruence of discourse networks: how much two actors say that is alike.

use super::counts::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "congruence",
    summary: "how much the two say that is alike, over all pairs of statements",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Agreement,
    page: include_str!("congruence.md"),
    weighing: Weighing::None,
    formula: Formula::Counts(congruence),
};

fn congruence(pair: &Observed) -> Score {
    pair.network(|apart| 1.0 - apart)
}
