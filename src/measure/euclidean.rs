//! Closeness by the root of the mean squared distance.

use super::pair::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "euclidean",
    summary: "closeness in which a large distance weighs more than several small ones",
    range: 0.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("euclidean.md"),
    weighing: Weighing::Taken,
    formula: Formula::Distances(euclidean),
};

fn euclidean(pair: &Observed) -> Score {
    // A weight multiplies the squared distance; it is not squared with it.
    pair.mean(|apart| apart.distance.powi(2))
        .map(|mean| 1.0 - mean.sqrt())
}
