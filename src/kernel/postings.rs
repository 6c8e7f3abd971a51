//! Counting by the answers there are: for tables that are mostly empty.
//!
//! For every item it is known who has answered it, so that a row meets only those
//! that it shares an item with.

use super::bits::set;
use super::sums::{Sides, Sums};
use crate::table::sparse::Sparse;

/// The answers of all actors, by actor and by item.
#[derive(Debug)]
pub struct Postings<'a> {
    rows: &'a Sparse,
    levels_there: usize,
    /// What a meeting of two levels counts, by the one and then by the other.
    counts: Vec<Sums>,
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
    /// A bit for each actor that was met.
    marks: Vec<u64>,
}

impl Met {
    /// Nobody of this many actors met yet.
    pub fn new(actors: usize) -> Self {
        Self {
            sums: vec![Sums::default(); actors],
            marks: vec![0; actors.div_ceil(64)],
        }
    }

    /// The sums with every actor, by actor.
    pub fn sums(&self) -> &[Sums] {
        &self.sums
    }

    /// Everyone met, ascending, with what the two come to.
    pub fn all(&self) -> impl Iterator<Item = (usize, Sums)> + '_ {
        set(self.marks.iter().copied()).map(|actor| (actor, self.sums[actor]))
    }

    fn clear(&mut self) {
        for actor in set(self.marks.iter().copied()) {
            self.sums[actor] = Sums::default();
        }
        self.marks.fill(0);
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
            levels_there: levels,
            counts: counts(levels),
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
        met.clear();
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
            let counts = &self.counts[usize::from(level) * self.levels_there..];
            for (other, theirs) in answers {
                let other = *other as usize;
                met.sums[other].add(&counts[usize::from(*theirs)]);
                met.marks[other / 64] |= 1 << (other % 64);
            }
        }
    }
}

/// What a meeting of two of so many levels counts: it hangs on the two alone.
fn counts(levels: usize) -> Vec<Sums> {
    let sides = Sides::of(levels);
    let pairs = (0..levels).flat_map(|one| (0..levels).map(move |other| (one, other)));
    pairs
        .map(|(one, other)| {
            let mut sums = Sums::default();
            sides.add(&mut sums, one as u8, other as u8);
            sums
        })
        .collect()
}
