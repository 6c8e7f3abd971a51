//! One way to ask for sums, whichever way they are counted.

use std::ops::Range;

use super::plan::{Plan, Way};
use super::postings::{Met, Postings};
use super::rung::Rung;
use super::sums::{Kernel, Sums, Wanted};
use crate::table::Cells;
use crate::table::answers::Answers;

/// Ready to count pairs of actors.
#[derive(Debug)]
pub struct Counter<'a> {
    counting: Counting<'a>,
    actors: usize,
}

#[derive(Debug)]
enum Counting<'a> {
    Bits(Kernel<'a>),
    Postings(Postings<'a>),
}

/// Which pairs of a row are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Columns {
    /// Those with every actor, the row itself among them.
    All,
    /// Those with the actors behind the row, so that a pair comes up once.
    Behind,
}

/// Whether pairs without a joint item are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strangers {
    /// All of them.
    Shown,
    /// None has to be; some may be.
    Skipped,
}

/// Rows and columns that are counted together: two times 128 rows of 4,096 items of
/// three levels take 393 KB, which stay in the cache while all their pairs are counted.
pub const TILE: usize = 128;

impl<'a> Counter<'a> {
    /// Counts these answers to so many items in the way of the plan: as they are, or
    /// as the plan has turned them.
    pub fn new(cells: &'a Cells, items: usize, plan: &Plan, rung: Rung) -> Option<Self> {
        let (levels, wanted) = (plan.load.levels, plan.load.wanted);
        match (cells, plan.way) {
            (Cells::Dense(answers), Way::Bits) => Some(Self::bits(answers, wanted, rung)),
            (Cells::Sparse(sparse), Way::Postings) => {
                Some(Self::postings(Postings::new(sparse, items, levels)))
            }
            _ => None,
        }
    }

    /// Counts bits.
    pub fn bits(answers: &'a Answers, wanted: Wanted, rung: Rung) -> Self {
        Self {
            actors: answers.actors(),
            counting: Counting::Bits(Kernel::new(answers, wanted, rung)),
        }
    }

    /// Counts answers one by one.
    pub fn postings(postings: Postings<'a>) -> Self {
        Self {
            actors: postings.actors(),
            counting: Counting::Postings(postings),
        }
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// How many bytes [`Counter::band`] takes while it runs, whatever the rows.
    pub fn bytes(&self) -> u64 {
        bytes(self.way(), self.actors)
    }

    fn way(&self) -> Way {
        match self.counting {
            Counting::Bits(_) => Way::Bits,
            Counting::Postings(_) => Way::Postings,
        }
    }

    /// Counts these rows. `visit` gets a row, a column, and the sums of the row with
    /// this column and those behind it. The columns of a row come ascending; rows may
    /// take turns.
    pub fn band(
        &self,
        rows: Range<usize>,
        columns: Columns,
        strangers: Strangers,
        visit: impl FnMut(usize, usize, &[Sums]),
    ) {
        match &self.counting {
            Counting::Bits(kernel) => self.tiles(kernel, rows, columns, visit),
            Counting::Postings(postings) => {
                self.meetings(postings, rows, columns, strangers, visit);
            }
        }
    }

    fn tiles(
        &self,
        kernel: &Kernel,
        rows: Range<usize>,
        columns: Columns,
        mut visit: impl FnMut(usize, usize, &[Sums]),
    ) {
        let mut out = vec![Sums::default(); TILE * TILE];
        for top in rows.clone().step_by(TILE) {
            let down = top..rows.end.min(top + TILE);
            let first = columns.first(top).min(self.actors);
            for left in (first..self.actors).step_by(TILE) {
                let across = left..self.actors.min(left + TILE);
                let out = &mut out[..down.len() * across.len()];
                kernel.tile(down.clone(), across.clone(), out);
                for (row, sums) in down.clone().zip(out.chunks(across.len())) {
                    let from = columns.first(row).clamp(left, across.end);
                    visit(row, from, &sums[from - left..]);
                }
            }
        }
    }

    fn meetings(
        &self,
        postings: &Postings,
        rows: Range<usize>,
        columns: Columns,
        strangers: Strangers,
        mut visit: impl FnMut(usize, usize, &[Sums]),
    ) {
        let mut met = Met::new(self.actors);
        for row in rows {
            let first = columns.first(row);
            postings.meet_from(row, first, &mut met);
            match strangers {
                Strangers::Shown => visit(row, first, &met.sums()[first..]),
                Strangers::Skipped => met
                    .all()
                    .for_each(|(other, sums)| visit(row, other, &[sums])),
            }
        }
    }
}

impl Columns {
    /// The first column that is asked for of a row.
    pub fn first(self, row: usize) -> usize {
        match self {
            Self::All => 0,
            Self::Behind => row + 1,
        }
    }

    /// How many pairs are asked for of the rows before this one, of so many actors.
    pub fn pairs_before(self, row: usize, actors: usize) -> u64 {
        let (row, actors) = (row as u64, actors as u64);
        match self {
            Self::All => row * actors,
            // The rows before it, from the longest on: actors − 1, actors − 2, …
            Self::Behind => row * (2 * actors).saturating_sub(row + 1) / 2,
        }
    }
}

/// How many bytes it takes to count a band of so many actors.
pub(super) fn bytes(way: Way, actors: usize) -> u64 {
    match way {
        Way::Bits => (TILE * TILE * size_of::<Sums>()) as u64,
        Way::Postings => actors as u64 * (size_of::<Sums>() + size_of::<u32>()) as u64,
    }
}
