//! What is observed of two parties, issue by issue, and the two figures that
//! measures are made of: a tally of marks and a mean of distances.
//!
//! Both are weighted. Where all weights are equal a tally is an exact count.

pub mod sum;

use itertools::Itertools;

use super::{Score, Undefined};
use sum::sum;

/// What is observed of a pair of parties.
#[derive(Debug, Clone, Copy)]
pub struct Observed<'a> {
    /// The issues on which both have a comparable position.
    pub joint: &'a [Joint],
    /// How many issues they could both have taken a position on, joint or not.
    pub issues: usize,
}

/// One issue on which both parties of a pair have a comparable position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    pub class: Class,
    pub positions: Positions,
    /// How far apart the positions are; nothing where that cannot be said, as
    /// when one of them is conditional.
    pub apart: Option<Apart>,
    /// Finite and not negative. An issue of weight 0 is left out, and not counted.
    pub weight: f64,
    /// How many joint issues stand like this one; not 0. Where issues are many, those
    /// that are alike are told together.
    pub times: usize,
}

/// The verdict on one issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    Agree,
    Partial,
    Conflict,
}

/// Whether two positions are one and the same. Two that agree may still differ:
/// support and leaning support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Positions {
    Same,
    Different,
}

/// How far apart two positions are, as shares of the declared range of the issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// Between the positions as they stand: 0 to 1.
    pub distance: f64,
    /// Between what the two would accept: 0 where an outcome suits both, up to 1.
    pub gap: f64,
}

impl Observed<'_> {
    /// The mean of a mark given to every joint issue, each by its weight.
    pub(super) fn tally(&self, mark: fn(&Joint) -> i64) -> Score {
        let weights = self.weighing().map(|joint| joint.weight);
        match self.weighing().map(|joint| joint.times).sum() {
            0 => Score::undefined(self.nothing_to_tally()),
            n if weights.clone().all_equal() => {
                let marks = self
                    .weighing()
                    .map(|joint| mark(joint) * joint.times as i64);
                Score::counted(marks.sum(), n)
            }
            n => {
                let marks = self.weighing();
                let marks = marks.map(|joint| (joint.weighs(), mark(joint) as f64));
                Score::rated(mean(marks), n)
            }
        }
    }

    /// The mean of a figure over the joint issues that have a distance, each by
    /// its weight.
    pub(super) fn mean(&self, figure: fn(Apart) -> f64) -> Score {
        let apart = self
            .weighing()
            .filter_map(|joint| Some((joint, joint.apart?)));
        match apart.clone().map(|(joint, _)| joint.times).sum() {
            0 => Score::undefined(self.nothing_to_average()),
            n => {
                let figures = apart.map(|(joint, apart)| (joint.weighs(), figure(apart)));
                Score::rated(mean(figures), n)
            }
        }
    }

    /// How many joint issues there are.
    pub(super) fn joint_issues(&self) -> usize {
        self.joint.iter().map(|joint| joint.times).sum()
    }

    /// The joint issues that have a say.
    fn weighing(&self) -> impl Iterator<Item = &Joint> + Clone {
        self.joint.iter().filter(|joint| joint.weight > 0.0)
    }

    fn nothing_to_tally(&self) -> Undefined {
        match self.joint {
            [] => Undefined::NothingJoint,
            _ => Undefined::NoWeight,
        }
    }

    fn nothing_to_average(&self) -> Undefined {
        match self.joint {
            [] => Undefined::NothingJoint,
            joint if joint.iter().all(|joint| joint.apart.is_none()) => Undefined::NoDistance,
            _ => Undefined::NoWeight,
        }
    }
}

impl Joint {
    /// The weight of all issues that it stands for.
    fn weighs(&self) -> f64 {
        self.weight * self.times as f64
    }
}

/// Σ w x / Σ w over pairs of a weight w and a figure x.
fn mean(terms: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let weight = sum(terms.clone().map(|(weight, _)| weight));
    sum(terms.map(|(weight, figure)| weight * figure)) / weight
}
