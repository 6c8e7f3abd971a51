//! Cohen's kappa: how far two parties say the same beyond chance.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "kappa",
    summary: "Cohen's kappa: saying the same, beyond what chance would give",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("kappa.md"),
    weighing: Weighing::Taken,
    formula: Formula::Categories(kappa),
};

fn kappa(pair: &Observed) -> Score {
    pair.beyond_chance(Difference::Nominal, Draw::Own)
}
