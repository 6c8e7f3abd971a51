//! Attinà's index of agreement.

use super::material::Levels;
use super::{Formula, Measure, Score, Undefined};

pub const MEASURE: Measure = Measure {
    name: "attina",
    summary: "by how much the most frequent answer outnumbers all others together",
    range: Some(-1.0..=1.0),
    page: include_str!("attina.md"),
    formula: Formula::Levels(attina),
};

/// (largest − all others) / N, from −1, which is never quite reached, to 1 (all
/// answers the same). Below 0 no answer has a majority.
pub fn attina(levels: &Levels) -> Score {
    match levels.answers() {
        0 => Score::undefined(0, Undefined::NoAnswer),
        n => Score::on(n, (2.0 * levels.largest() as f64 - n as f64) / n as f64),
    }
}
