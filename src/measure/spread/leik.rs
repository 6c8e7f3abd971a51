//! Leik's measure of ordinal dispersion.

use super::material::{Levels, Order};
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "leik",
    summary: "how dispersed ordered answers are, from 0 (one answer) to 1 (two camps)",
    range: Some(0.0..=1.0),
    page: include_str!("leik.md"),
    formula: Formula::Levels(leik),
};

/// 2 Σ min(F, 1 − F) / (K − 1) over the cumulative shares F of all levels but the
/// last, from 0 (all answers the same) to 1 (two halves at the two ends).
pub fn leik(levels: &Levels) -> Score {
    let n = levels.answers();
    if levels.order == Order::Unordered {
        return Score::undefined(n, Undefined::NoOrder);
    }
    let Some((_, but_last)) = levels.counts.split_last() else {
        return Score::undefined(0, Undefined::NoAnswer);
    };
    if n == 0 {
        return Score::undefined(0, Undefined::NoAnswer);
    }
    if but_last.is_empty() {
        return Score::undefined(n, Undefined::TooFewLevels);
    }
    let mut below = 0;
    let smaller = but_last.iter().map(|count| {
        below += count;
        below.min(n - below)
    });
    let smaller: usize = smaller.sum();
    let most = (but_last.len() as f64) * n as f64;
    Score::on(n, 2.0 * smaller as f64 / most)
}
