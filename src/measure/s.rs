//! Signorino and Ritter's S: closeness, stretched to run from −1 to 1.

use super::pair::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "s",
    summary: "Signorino and Ritter's S: closeness on a scale from -1 to 1",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("s.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(s),
};

fn s(pair: &Observed) -> Score {
    pair.mean(|apart| apart.distance)
        .map(|mean| 1.0 - 2.0 * mean)
}
