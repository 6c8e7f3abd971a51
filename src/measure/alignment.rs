//! Benati and Capurri's alignment: S, less the S that chance would give.

use super::points::Observed;
use super::points::chance::{Difference, Draw};
use super::{Formula, Lean, Measure, Score, Weighing};

pub const MEASURE: Measure = Measure {
    name: "alignment",
    summary: "Benati and Capurri's A: S, less the S that chance would give",
    range: -1.0..=1.0,
    lean: Lean::Balance,
    page: include_str!("alignment.md"),
    weighing: Weighing::Taken,
    formula: Formula::Points(alignment),
};

fn alignment(pair: &Observed) -> Score {
    match pair.differences(Difference::Linear, Draw::Own) {
        Err(why) => Score::undefined(why),
        // (1 − 2 d) − (1 − 2 e), where d and e are mean distances.
        Ok(found) => {
            let beyond = 2.0 * (found.expected - found.observed) / pair.extent;
            // Adding 0 makes one zero of the two that floats have.
            Score::rated(beyond.clamp(-1.0, 1.0) + 0.0, found.n)
        }
    }
}
