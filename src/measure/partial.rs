//! The share of the joint issues on which two parties agree in part.

use super::pair::{Class, Observed};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "partial",
    summary: "share of the joint issues on which the two agree in part",
    range: 0.0..=1.0,
    lean: Lean::Neither,
    page: include_str!("partial.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(partial),
};

fn partial(pair: &Observed) -> Score {
    pair.tally(|joint| i64::from(joint.class == Class::Partial))
}
