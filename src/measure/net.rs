//! Agreements minus conflicts, as a share of the joint issues.

use super::pair::{Class, Observed};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "net",
    summary: "agreements minus conflicts, as a share of the joint issues",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("net.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(net),
};

fn net(pair: &Observed) -> Score {
    pair.tally(|joint| match joint.class {
        Class::Agree => 1,
        Class::Partial => 0,
        Class::Conflict => -1,
    })
}
