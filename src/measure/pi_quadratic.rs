//! Scott's weighted pi: how near two parties are beyond chance, by the square of how far apart.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "pi-quadratic",
    summary: "Scott's weighted pi, quadratic: nearness beyond a chance common to both",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("pi_quadratic.md"),
    weighing: Weighing::Taken,
    formula: Formula::Points(pi_quadratic),
};

fn pi_quadratic(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Quadratic, Draw::Pooled)
}
