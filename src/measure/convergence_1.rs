//! MACTOR's convergence of order 1: how much two actors pull the same way, sides alone.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "convergence-1",
    summary: "MACTOR: how much the two pull the same way, sides alone",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Agreement,
    page: include_str!("convergence_1.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(convergence_1),
};

fn convergence_1(pair: &Observed) -> Score {
    pair.alike(Order::First, Direction::Same)
}
