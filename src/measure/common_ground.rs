//! How nearly the outcomes that two parties would accept meet: 1 minus the mean gap.

use super::pair::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "common-ground",
    summary: "how nearly what the one accepts meets what the other accepts",
    range: 0.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("common_ground.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(common_ground),
};

fn common_ground(pair: &Observed) -> Score {
    pair.mean(|apart| apart.gap).map(|mean| 1.0 - mean)
}
