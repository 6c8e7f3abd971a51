//! Cohen's weighted kappa: how near two parties are beyond chance, by how far apart.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "kappa-linear",
    summary: "Cohen's weighted kappa, linear: nearness beyond what chance would give",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("kappa_linear.md"),
    weighing: Weighing::Taken,
    formula: Formula::Points(kappa_linear),
};

fn kappa_linear(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Linear, Draw::Own)
}
