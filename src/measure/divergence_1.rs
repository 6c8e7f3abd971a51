//! MACTOR's divergence of order 1: how much two actors pull apart, sides alone.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "divergence-1",
    summary: "MACTOR: how much the two pull apart, sides alone",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Conflict,
    page: include_str!("divergence_1.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(divergence_1),
};

fn divergence_1(pair: &Observed) -> Score {
    pair.alike(Order::First, Direction::Opposite)
}
