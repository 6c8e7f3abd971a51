//! What a measure is given of two rows of a table.

use super::sense::Sense;
use crate::measure::actors::{self, Aim};
use crate::measure::counts::{self, Normalise, Said};
use crate::measure::{Formula, Measure, Score, Undefined, pair, points};

/// Two answers to an item, or to several items to which both are given alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met {
    pub(super) sense: Sense,
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) weight: f64,
    pub(super) times: usize,
}

/// What else is known of two actors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// How many items are looked at.
    pub(super) items: usize,
    /// How many of them each of the two has answered.
    pub(super) answered: (usize, usize),
    pub(super) normalise: Normalise,
}

/// The value of a measure for two actors. A table tells no stakes and no influence.
pub(super) fn score(measure: &Measure, met: &[Met], beside: Beside) -> Score {
    match measure.formula {
        Formula::Verdicts(formula) | Formula::Distances(formula) => {
            let joint: Vec<pair::Joint> = met.iter().map(Met::verdict).collect();
            formula(&pair::Observed {
                joint: &joint,
                issues: beside.items,
            })
        }
        Formula::Categories(formula) | Formula::Points(formula) => {
            let joint: Vec<points::Joint> = met.iter().map(Met::points).collect();
            formula(&points::Observed {
                joint: &joint,
                // All items are on one scale, so the first one tells.
                extent: met.first().map_or(1.0, |met| met.sense.extent()),
            })
        }
        Formula::Counts(formula) => formula(&counts::Observed {
            issues: &statements(met, beside.answered),
            normalise: beside.normalise,
        }),
        Formula::Actors(formula) => {
            let joint: Vec<actors::Joint> = met.iter().flat_map(Met::aims).collect();
            formula(&actors::Observed {
                joint: &joint,
                power: Err(Undefined::NoInfluence),
            })
        }
    }
}

impl Met {
    fn verdict(&self) -> pair::Joint {
        pair::Joint {
            times: self.times,
            ..self.sense.joint(self.a, self.b, self.weight)
        }
    }

    fn points(&self) -> points::Joint {
        points::Joint {
            a: self.sense.point(self.a),
            b: self.sense.point(self.b),
            weight: self.weight,
            times: self.times,
        }
    }

    fn statement(&self) -> counts::Issue {
        let said = |answer| {
            let level = self.sense.point(answer);
            vec![Said { level, times: 1 }]
        };
        counts::Issue {
            a: said(self.a),
            b: said(self.b),
            extent: self.sense.extent(),
            times: self.times,
        }
    }

    fn aims(&self) -> impl Iterator<Item = actors::Joint> {
        let aim = |answer| Aim {
            side: self.sense.side(answer),
            stake: None,
        };
        let joint = actors::Joint {
            a: aim(self.a),
            b: aim(self.b),
        };
        std::iter::repeat_n(joint, self.times)
    }
}

/// What both say, and what one of the two says alone: of that only how much it is
/// makes a difference.
fn statements(met: &[Met], (ours, theirs): (usize, usize)) -> Vec<counts::Issue> {
    let joint: usize = met.iter().map(|met| met.times).sum();
    let said = || {
        vec![Said {
            level: 0.0,
            times: 1,
        }]
    };
    let alone = [
        (said(), Vec::new(), ours - joint),
        (Vec::new(), said(), theirs - joint),
    ];
    let alone = alone.into_iter().filter(|(_, _, times)| *times > 0);
    let alone = alone.map(|(a, b, times)| counts::Issue {
        a,
        b,
        extent: 1.0,
        times,
    });
    met.iter().map(Met::statement).chain(alone).collect()
}
