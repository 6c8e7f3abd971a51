//! MACTOR's convergence of order 3: how much two actors pull the same way, by what is at stake and by power.

use super::actors::Observed;
use super::actors::alike::{Direction, Order};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "convergence-3",
    summary: "MACTOR: how much the two pull the same way, by what is at stake and by power",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Agreement,
    page: include_str!("convergence_3.md"),
    weighing: Weighing::None,
    formula: Formula::Actors(convergence_3),
};

fn convergence_3(pair: &Observed) -> Score {
    pair.alike(Order::Third, Direction::Same)
}
