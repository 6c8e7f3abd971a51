//! The share of the joint issues on which two parties are in conflict.

use super::pair::{Class, Observed};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "conflict",
    summary: "share of the joint issues on which the two are in conflict",
    range: 0.0..=1.0,
    lean: Lean::Conflict,
    page: include_str!("conflict.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(conflict),
};

fn conflict(pair: &Observed) -> Score {
    pair.tally(|joint| i64::from(joint.class == Class::Conflict))
}
