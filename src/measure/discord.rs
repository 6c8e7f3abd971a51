//! Discord of discourse networks: how much two actors say that is opposed.

use super::counts::Observed;
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "discord",
    summary: "how much the two say that is opposed, over all pairs of statements",
    range: 0.0..=f64::INFINITY,
    lean: Lean::Conflict,
    page: include_str!("discord.md"),
    weighing: Weighing::None,
    formula: Formula::Counts(discord),
};

fn discord(pair: &Observed) -> Score {
    pair.network(|apart| apart)
}
