//! How far two parties differ, and how far they would if each drew its points by
//! chance, as often as it takes them.
//!
//! Both are sums over pairs of points, so the order of issues changes no digit;
//! without weights, points that are whole numbers or halves are added exactly.

use super::{Joint, Observed};
use crate::measure::pair::sum::sum;
use crate::measure::{Score, Undefined};

/// How much two different points differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// 1, however far apart they are: points are categories.
    Nominal,
    /// As far as they are apart.
    Linear,
    /// The square of how far they are apart.
    Quadratic,
}

/// From whose points chance draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// Each party's from its own: two parties with different habits.
    Own,
    /// Both from the points of the two together, as if they were one.
    Pooled,
}

/// Mean differences, in the unit of the scale or its square.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::measure) struct Differences {
    pub(in crate::measure) observed: f64,
    pub(in crate::measure) expected: f64,
    /// On how many issues they rest; not 0.
    pub(in crate::measure) n: usize,
}

impl Observed<'_> {
    /// 1 − the difference observed as a share of that expected by chance.
    pub(in crate::measure) fn beyond_chance(&self, difference: Difference, draw: Draw) -> Score {
        match self.differences(difference, draw) {
            Err(why) => Score::undefined(why),
            Ok(found) if found.expected == 0.0 => Score::undefined(Undefined::OnePoint),
            // No more than twice what chance gives can be observed; what rounding
            // adds to that is taken off again.
            Ok(found) => Score::rated(
                (1.0 - found.observed / found.expected).clamp(-1.0, 1.0),
                found.n,
            ),
        }
    }

    /// What is observed and what is expected.
    pub(in crate::measure) fn differences(
        &self,
        difference: Difference,
        draw: Draw,
    ) -> Result<Differences, Undefined> {
        let joint = self.weighing()?;
        let total = sum(joint.iter().map(Joint::weighs));
        let observed =
            sum((joint.iter()).map(|joint| joint.weighs() * difference.between(joint.a, joint.b)));
        Ok(Differences {
            observed: observed / total,
            expected: expected(&joint, difference, draw) / (total * total),
            n: joint.iter().map(|joint| joint.times).sum(),
        })
    }

    /// The issues that have a say, the heaviest of weight 1: so equal weights are
    /// no weights, to the last digit.
    fn weighing(&self) -> Result<Vec<Joint>, Undefined> {
        let heaviest = (self.joint.iter()).fold(0.0, |most: f64, joint| most.max(joint.weight));
        match self.joint {
            [] => Err(Undefined::NothingJoint),
            _ if heaviest == 0.0 => Err(Undefined::NoWeight),
            joint => Ok((joint.iter())
                .filter(|joint| joint.weight > 0.0)
                .map(|joint| Joint {
                    weight: joint.weight / heaviest,
                    ..*joint
                })
                .collect()),
        }
    }
}

impl Joint {
    /// The weight of all issues that it stands for.
    fn weighs(&self) -> f64 {
        self.weight * self.times as f64
    }
}

impl Difference {
    fn between(self, one: f64, other: f64) -> f64 {
        match self {
            Self::Nominal => f64::from(u8::from(one != other)),
            Self::Linear => (one - other).abs(),
            Self::Quadratic => (one - other).powi(2),
        }
    }
}

/// A point and how much weighs on it.
type Mass = (f64, f64);

/// The sum of the differences of all points that could be drawn together, by the
/// product of what weighs on them.
fn expected(joint: &[Joint], difference: Difference, draw: Draw) -> f64 {
    let ours = joint.iter().map(|joint| (joint.a, joint.weighs()));
    let theirs = joint.iter().map(|joint| (joint.b, joint.weighs()));
    let (one, other, share) = match draw {
        Draw::Own => (masses(ours), masses(theirs), 1.0),
        Draw::Pooled => {
            let both = masses(ours.chain(theirs));
            (both.clone(), both, 4.0)
        }
    };
    let drawn = one.iter().flat_map(|(a, mass)| {
        (other.iter()).map(move |(b, other)| mass * other * difference.between(*a, *b))
    });
    sum(drawn) / share
}

/// What weighs on each different point.
fn masses(points: impl Iterator<Item = Mass>) -> Vec<Mass> {
    let mut points: Vec<Mass> = points.collect();
    points.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let same = points.chunk_by(|one, other| one.0 == other.0);
    same.map(|same| (same[0].0, sum(same.iter().map(|(_, mass)| *mass))))
        .collect()
}
