//! Scott's weighted pi: how near two parties are beyond chance, by how far apart.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "pi-linear",
    summary: "Scott's weighted pi, linear: nearness beyond a chance common to both",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("pi_linear.md"),
    weighing: Weighing::Taken,
    formula: Formula::Points(pi_linear),
};

fn pi_linear(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Linear, Draw::Pooled)
}
