//! Scott's pi: how far two parties say the same beyond a chance they share.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "pi",
    summary: "Scott's pi: saying the same, beyond a chance common to both",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("pi.md"),
    weighing: Weighing::Taken,
    formula: Formula::Categories(pi),
};

fn pi(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Nominal, Draw::Pooled)
}
