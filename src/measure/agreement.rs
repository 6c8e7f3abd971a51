//! The share of the joint issues on which two parties agree.

use super::pair::{Class, Observed};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "agreement",
    summary: "share of the joint issues on which the two agree",
    range: 0.0..=1.0,
    lean: Lean::Agreement,
    page: include_str!("agreement.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(agreement),
};

fn agreement(pair: &Observed) -> Score {
    pair.tally(|joint| i64::from(joint.class == Class::Agree))
}
