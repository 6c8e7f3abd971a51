//! What an outcome leaves no room for, as limits that each say one thing.
//!
//! A set of outcomes on an issue is the same as what it rules out: options one by
//! one, everything below a number, everything above one. A literal holds for a
//! party as soon as all its limits do, from wherever each of them comes. So two
//! records that each leave a wide range may together leave a narrow one.

use std::cmp::Ordering;

use crate::outcome::degree::Side;
use crate::outcome::{Outcome, Space};

/// One thing that is ruled out on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Limit {
    /// An option of a choice, or a side of a statement.
    Not(usize),
    /// Everything below a number or level.
    NotBelow(Number),
    /// Everything above a number or level.
    NotAbove(Number),
}

/// A finite number with the order of numbers; −0 is 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number(f64);

impl Number {
    fn new(number: f64) -> Self {
        Self(number + 0.0)
    }

    /// How far this lies above another number; below 0 where it does not.
    pub(super) fn above(self, other: Number) -> f64 {
        self.0 - other.0
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

/// What is ruled out by who accepts this and nothing else; nothing where all that
/// there is on the issue is accepted. A statement has three sides, and how firmly
/// one stands on one of them makes no difference.
pub(super) fn of(space: Space, outcome: &Outcome) -> Vec<Limit> {
    match outcome {
        Outcome::Degree(degree) => but(3, |side| side == place(degree.side())),
        Outcome::Options(options) => but(count(space), |option| options.contains(&option)),
        Outcome::Range(range) => {
            let (lowest, highest) = ends(space);
            let below = (range.lo > lowest).then(|| Limit::NotBelow(Number::new(range.lo)));
            let above = (range.hi < highest).then(|| Limit::NotAbove(Number::new(range.hi)));
            below.into_iter().chain(above).collect()
        }
    }
}

/// How many outcomes are to be ruled out one by one before nothing is left; 0 for
/// a space in which limits are numbers.
pub(super) fn count(space: Space) -> usize {
    match space {
        Space::Statement => 3,
        Space::Choice { options } => options,
        Space::Scale { .. } | Space::Quantity { .. } => 0,
    }
}

fn but(count: usize, accepted: impl Fn(usize) -> bool) -> Vec<Limit> {
    let others = (0..count).filter(|option| !accepted(*option));
    others.map(Limit::Not).collect()
}

fn place(side: Side) -> usize {
    match side {
        Side::Against => 0,
        Side::Neither => 1,
        Side::For => 2,
    }
}

fn ends(space: Space) -> (f64, f64) {
    match space {
        Space::Quantity { min, max, .. } => (min, max),
        other => (0.0, other.extent()),
    }
}
