//! How near the positions of two parties are: 1 minus their mean distance.

use super::pair::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "closeness",
    summary: "how near the positions are: 1 minus their mean distance",
    range: 0.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("closeness.md"),
    weighing: Weighing::Taken,
    formula: Formula::Verdicts(closeness),
};

fn closeness(pair: &Observed) -> Score {
    pair.mean(|apart| apart.distance).map(|mean| 1.0 - mean)
}
