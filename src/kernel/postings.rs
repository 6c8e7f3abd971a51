//! Counting by the answers there are: for tables that are mostly empty.
//!
//! For every item it is known who has answered it, so that a row meets only those
//! that it shares an item with.

use super::sums::{Sides, Sums};
use crate::table::sparse::Sparse;

/// The answers of all actors, by actor and by item.
#[derive(Debug)]
pub struct Postings<'a> {
    rows: &'a Sparse,
    sides: Sides,
    /// Where the answers to each item end.
    ends: Vec<usize>,
    /// Who has given them, ascending for each item.
    actors: Vec<u32>,
    levels: Vec<u8>,
}

/// The sums of one row with every other actor, kept from row to row.
#[derive(Debug, Clone)]
pub struct Met {
    /// By actor; nothing is joint with those that were not met.
    sums: Vec<Sums>,
    /// Those that were met, ascending.
    actors: Vec<u32>,
}

impl Met {
    /// Nobody of this many actors met yet.
    pub fn new(actors: usize) -> Self {
        Self {
            sums: vec![Sums::default(); actors],
            actors: Vec::new(),
        }
    }

    /// The sums with every actor, by actor.
    pub fn sums(&self) -> &[Sums] {
        &self.sums
    }

    /// Everyone met, ascending, with what the two come to.
    pub fn all(&self) -> impl Iterator<Item = (usize, Sums)> + '_ {
        self.actors
            .iter()
            .map(|actor| (*actor as usize, self.sums[*actor as usize]))
    }
}

impl<'a> Postings<'a> {
    /// The answers to this many items on a scale of this many levels.
    pub fn new(rows: &'a Sparse, items: usize, levels: usize) -> Self {
        let mut ends = vec![0; items];
        for actor in 0..rows.actors() {
            for (item, _) in rows.row(actor) {
                ends[item] += 1;
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            *end = total - *end;
        }
        // For now each end is a start; filling moves it to where it belongs.
        let mut postings = Self {
            rows,
            sides: Sides::of(levels),
            ends,
            actors: vec![0; total],
            levels: vec![0; total],
        };
        for actor in 0..rows.actors() {
            for (item, level) in rows.row(actor) {
                let at = postings.ends[item];
                postings.actors[at] = actor as u32;
                postings.levels[at] = level;
                postings.ends[item] += 1;
            }
        }
        postings
    }

    /// How many meetings of two answers there are in all: what counting costs.
    pub fn meetings(&self) -> u64 {
        let starts = std::iter::once(&0).chain(&self.ends);
        let degrees = self
            .ends
            .iter()
            .zip(starts)
            .map(|(end, start)| (end - start) as u64);
        degrees.map(|degree| degree * degree).sum()
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.rows.actors()
    }

    /// Counts one row with all actors that it shares an item with, itself among them.
    pub fn meet(&self, actor: usize, met: &mut Met) {
        self.meet_from(actor, 0, met);
    }

    /// Counts one row with all actors from `first` on that it shares an item with.
    pub fn meet_from(&self, actor: usize, first: usize, met: &mut Met) {
        for other in met.actors.drain(..) {
            met.sums[other as usize] = Sums::default();
        }
        for (item, level) in self.rows.row(actor) {
            let start = match item {
                0 => 0,
                _ => self.ends[item - 1],
            };
            let those = start..self.ends[item];
            let before = match first {
                0 => 0,
                _ => self.actors[those.clone()].partition_point(|other| (*other as usize) < first),
            };
            let those = start + before..those.end;
            let answers = self.actors[those.clone()].iter().zip(&self.levels[those]);
            for (other, theirs) in answers {
                let sums = &mut met.sums[*other as usize];
                if sums.joint == 0 {
                    met.actors.push(*other);
                }
                self.sides.add(sums, level, *theirs);
            }
        }
        met.actors.sort_unstable();
    }
}
