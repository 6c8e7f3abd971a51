//! MACTOR's divergence of order 3: how much two actors pull apart, by what is at stake and by power.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "divergence-3",
    summary: "MACTOR: how much the two pull apart, by what is at stake and by power",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Conflict,
    page: include_str!("divergence_3.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(divergence_3),
};

fn divergence_3(pair: &Observed) -> Score {
    pair.alike(Order::Third, Direction::Opposite)
}
