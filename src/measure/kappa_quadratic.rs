//! Cohen's weighted kappa: how near two parties are beyond chance, by the square of how far apart.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "kappa-quadratic",
    summary: "Cohen's weighted kappa, quadratic: nearness beyond what chance would give",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("kappa_quadratic.md"),
    weighing: Weighing::Taken,
    formula: Formula::Points(kappa_quadratic),
};

fn kappa_quadratic(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Quadratic, Draw::Own)
}
