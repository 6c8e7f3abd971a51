//! The share of the joint issues on which two parties take exactly the same position.

use super::pair::{Observed, Positions};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "identical",
    summary: "share of the joint issues on which the two say exactly the same",
    range: 0.0..=1.0,
    lean: Lean::Agreement,
    page: include_str!("identical.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(identical),
};

fn identical(pair: &Observed) -> Score {
    pair.tally(|joint| i64::from(joint.positions == Positions::Same))
}
