//! The agreement index of Hix, Noury and Roland, over any number of answers.

use super::material::Levels;
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "hix-noury-roland",
    summary: "how far the most frequent answer is above an even spread over all answers",
    range: Some(0.0..=1.0),
    page: include_str!("hix_noury_roland.md"),
    formula: Formula::Levels(hix_noury_roland),
};

/// (max − (N − max) / (K − 1)) / N, from 0 (each of the K answers as often) to 1
/// (all answers the same).
pub fn hix_noury_roland(levels: &Levels) -> Score {
    let (n, k) = (levels.answers() as f64, levels.counts.len() as f64);
    match levels.answers() {
        0 => Score::undefined(0, Undefined::NoAnswer),
        answers if k < 2.0 => Score::undefined(answers, Undefined::TooFewLevels),
        // In one fraction, so that an even spread is exactly 0.
        answers => Score::on(answers, (k * levels.largest() as f64 - n) / ((k - 1.0) * n)),
    }
}
