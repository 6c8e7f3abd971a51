//! Tastle and Wierman's consensus.

use super::material::{Levels, Order};
use super::{Formula, Measure, Score, Undefined};
use crate::measure::pair::sum::sum;

pub const MEASURE: Measure = Measure {
    name: "consensus",
    summary: "how near all answers are to their mean, from 0 (two camps) to 1",
    range: Some(0.0..=1.0),
    page: include_str!("consensus.md"),
    formula: Formula::Levels(consensus),
};

/// 1 + Σ p log2(1 − |X − μ| / (K − 1)), from 0 (two halves at the two ends) to 1
/// (all answers the same).
pub fn consensus(levels: &Levels) -> Score {
    let n = levels.answers();
    if levels.order == Order::Unordered {
        return Score::undefined(n, Undefined::NoOrder);
    }
    if n == 0 {
        return Score::undefined(0, Undefined::NoAnswer);
    }
    if levels.counts.len() < 2 {
        return Score::undefined(n, Undefined::TooFewLevels);
    }
    let (answers, extent) = (n as f64, (levels.counts.len() - 1) as f64);
    let total: f64 = (levels.chosen())
        .map(|(level, count)| level as f64 * count as f64)
        .sum();
    // In whole numbers until the fraction: an answer at one end that hardly moves
    // the mean from the other is still less than the extent away from it.
    let terms = levels.chosen().map(|(level, count)| {
        let away = (level as f64 * answers - total).abs();
        let near = (answers * extent - away) / (answers * extent);
        count as f64 * near.log2()
    });
    // Rounding must not carry two camps below the lowest value there is.
    Score::on(n, (1.0 + sum(terms) / answers).max(0.0))
}
