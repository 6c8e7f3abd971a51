//! How every two positions on one issue stand to each other, worked out once.
//!
//! A thousand parties have half a million pairs and, on one issue, perhaps a dozen
//! different positions: each pair then only looks up what those two come to.

use std::collections::BTreeMap;

use crate::outcome::distance::{distance, gap};
use crate::outcome::verdict::{Verdict, verdict};
use crate::outcome::{Outcome, Space};

/// The most different positions for which all combinations are worked out ahead;
/// with more of them, as on a quantity, few pairs share one anyway.
const AHEAD: usize = 32;

/// What two positions come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    pub verdict: Verdict,
    /// How far apart they are and how far from meeting; nothing where a
    /// condition keeps it open.
    pub apart: Option<Apart>,
    /// Whether both are exactly the same position.
    pub same: bool,
}

/// Distance and gap of two positions, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    pub distance: f64,
    pub gap: f64,
}

/// A position with the condition it depends on.
type Position<'a> = (&'a Outcome, Option<&'a str>);

/// The different positions on one issue, each under a number.
#[derive(Debug)]
pub(super) struct Standings<'a> {
    space: Space,
    numbers: BTreeMap<(Vec<u64>, Option<&'a str>), usize>,
    positions: Vec<Position<'a>>,
    /// What each two come to, by number; empty before [`Standings::work_out`]
    /// and where there are too many.
    table: Vec<Standing>,
}

impl<'a> Standings<'a> {
    pub(super) fn on(space: Space) -> Self {
        Self {
            space,
            numbers: BTreeMap::new(),
            positions: Vec::new(),
            table: Vec::new(),
        }
    }

    /// The number of a position.
    pub(super) fn number(&mut self, position: Position<'a>) -> usize {
        let next = self.positions.len();
        let number = *self
            .numbers
            .entry((key(position.0), position.1))
            .or_insert(next);
        if number == next {
            self.positions.push(position);
        }
        number
    }

    /// Works out all combinations, once every position has its number.
    pub(super) fn work_out(&mut self) {
        let count = self.positions.len();
        if count <= AHEAD {
            let places = (0..count).flat_map(|one| (0..count).map(move |other| (one, other)));
            self.table = places.map(|(one, other)| self.stand(one, other)).collect();
        }
    }

    /// What the positions of these numbers come to.
    pub(super) fn between(&self, one: usize, other: usize) -> Standing {
        match self.table.get(one * self.positions.len() + other) {
            Some(standing) => *standing,
            None => self.stand(one, other),
        }
    }

    /// A condition on one side, or two different ones, leave it open.
    fn stand(&self, one: usize, other: usize) -> Standing {
        let ((ours, our_condition), (theirs, their_condition)) =
            (self.positions[one], self.positions[other]);
        if our_condition != their_condition {
            return Standing {
                verdict: Verdict::Partial,
                apart: None,
                same: false,
            };
        }
        Standing {
            verdict: verdict(self.space, ours, theirs),
            apart: Some(Apart {
                distance: distance(self.space, ours, theirs),
                gap: gap(self.space, ours, theirs),
            }),
            same: ours == theirs,
        }
    }
}

/// An outcome as numbers, the same for equal outcomes of one space.
fn key(outcome: &Outcome) -> Vec<u64> {
    match outcome {
        Outcome::Degree(degree) => vec![*degree as u64],
        // Adding 0 makes one zero of the two that floats have.
        Outcome::Range(range) => [range.lo, range.hi].map(|end| (end + 0.0).to_bits()).into(),
        Outcome::Options(options) => options.iter().map(|option| *option as u64).collect(),
    }
}
