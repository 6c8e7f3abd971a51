//! MACTOR's divergence of order 2: how much two actors pull apart, by what is at stake.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "divergence-2",
    summary: "MACTOR: how much the two pull apart, by what is at stake",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Conflict,
    page: include_str!("divergence_2.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(divergence_2),
};

fn divergence_2(pair: &Observed) -> Score {
    pair.alike(Order::Second, Direction::Opposite)
}
