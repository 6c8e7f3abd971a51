//! MACTOR's convergence of order 2: how much two actors pull the same way, by what is at stake.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "convergence-2",
    summary: "MACTOR: how much the two pull the same way, by what is at stake",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Agreement,
    page: include_str!("convergence_2.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(convergence_2),
};

fn convergence_2(pair: &Observed) -> Score {
    pair.alike(Order::Second, Direction::Same)
}
