//! What is counted of two rows.

use std::ops::Range;

use super::lane::Strip;
use super::rung::Rung;
use crate::table::answers::{Answers, Block};

/// What two rows come to, counted over the items that both have answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// The items that both have answered.
    pub joint: u32,
    /// Those on which the two are not on the same side: one is at the lower or the
    /// upper threshold or above it, the other below.
    pub parted: u32,
    /// Those on which one is at the upper threshold or above, the other below the lower.
    pub opposed: u32,
    /// Those on which the levels differ. Counted only where distances are wanted.
    pub moved: u32,
    /// The sum of the levels between the two. Counted only where distances are wanted.
    pub steps: u32,
}

/// The two sides of a scale: below `lower`, and from `upper` on. What lies
/// between them, if anything does, is neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sides {
    /// From 1 to `upper`.
    pub lower: usize,
    /// From `lower` to the highest level.
    pub upper: usize,
}

impl Sides {
    /// The sides of a scale of this many levels: with an odd number the one in the
    /// middle is neutral.
    pub fn of(levels: usize) -> Self {
        Self {
            lower: levels / 2,
            upper: levels.div_ceil(2),
        }
    }

    /// Counts one item on which two actors have given these answers.
    pub(super) fn add(self, sums: &mut Sums, one: u8, other: u8) {
        let side = |level: u8| {
            let level = usize::from(level);
            u32::from(level >= self.lower) + u32::from(level >= self.upper)
        };
        let apart = side(one).abs_diff(side(other));
        sums.joint += 1;
        sums.parted += u32::from(apart > 0);
        sums.opposed += u32::from(apart == 2);
        sums.moved += u32::from(one != other);
        sums.steps += u32::from(one.abs_diff(other));
    }
}

/// Whether more than the sides is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// `joint`, `parted` and `opposed`. With up to three levels all is told by them.
    Sides,
    /// Also `moved` and `steps`.
    Distances,
}

/// Ready to count.
#[derive(Debug, Clone, Copy)]
pub struct Kernel<'a> {
    answers: &'a Answers,
    sides: Sides,
    wanted: Wanted,
    rung: Rung,
}

/// How many blocks of items are counted at once: the rows of a tile stay in the cache,
/// and no sum of 8,192 items and 254 steps reaches the 21 bits that a rung may pack it in.
const BLOCKS_AT_ONCE: usize = 16;

impl<'a> Kernel<'a> {
    /// A kernel over these answers, on this rung of the ladder.
    pub fn new(answers: &'a Answers, wanted: Wanted, rung: Rung) -> Self {
        let wanted = match answers.levels() {
            2 | 3 => Wanted::Sides,
            _ => wanted,
        };
        Self {
            answers,
            sides: Sides::of(answers.levels()),
            wanted,
            rung,
        }
    }

    /// The answers that are counted.
    pub fn answers(&self) -> &'a Answers {
        self.answers
    }

    /// The sums of each of these rows with each of these columns, row by row.
    ///
    /// Panics where `out` is not as long as there are pairs.
    pub fn tile(&self, rows: Range<usize>, columns: Range<usize>, out: &mut [Sums]) {
        assert_eq!(out.len(), rows.len() * columns.len());
        out.fill(Sums::default());
        let blocks = self.answers.blocks_a_row();
        for start in (0..blocks).step_by(BLOCKS_AT_ONCE) {
            let part = start..blocks.min(start + BLOCKS_AT_ONCE);
            self.tile_of(rows.clone(), columns.clone(), part, out);
        }
        if self.answers.levels() <= 3 {
            for sums in out {
                // With one threshold or two, every difference passes one of them.
                sums.moved = sums.parted;
                sums.steps = match self.sides.lower == self.sides.upper {
                    true => sums.parted,
                    false => sums.parted + sums.opposed,
                };
            }
        }
    }

    /// How many items the two rows cross at each two levels: `out[i * levels + j]`
    /// for those that the first has answered at level `i` and the second at `j`.
    ///
    /// Panics where `out` is not as long as there are such crossings.
    pub fn cross(&self, row: usize, column: usize, out: &mut [u32]) {
        let levels = self.answers.levels();
        out.fill(0);
        let blocks = self.answers.blocks_a_row();
        for start in (0..blocks).step_by(BLOCKS_AT_ONCE) {
            let part = start..blocks.min(start + BLOCKS_AT_ONCE);
            let (row, column) = (self.row(row, &part), self.row(column, &part));
            self.rung.cross(row, column, levels, out);
        }
        // So far each counts all at these levels or above. What lies higher is taken
        // off, along the columns and then along the rows.
        for i in 0..levels {
            for j in 1..levels {
                out[i * levels + j - 1] -= out[i * levels + j];
            }
        }
        for at in levels..levels * levels {
            out[at - levels] -= out[at];
        }
    }

    fn tile_of(
        &self,
        rows: Range<usize>,
        columns: Range<usize>,
        part: Range<usize>,
        out: &mut [Sums],
    ) {
        let width = columns.len();
        for (at, first) in rows.clone().enumerate().step_by(4) {
            let count = (rows.end - first).min(4);
            for (across, column) in columns.clone().enumerate() {
                let strip = Strip {
                    // The last row stands in for those that are not there.
                    rows: [0, 1, 2, 3].map(|next| self.row(first + next.min(count - 1), &part)),
                    column: self.row(column, &part),
                    planes: self.answers.planes(),
                    sides: self.sides,
                };
                let counted = self.rung.count(&strip, self.wanted);
                for (down, sums) in counted.iter().enumerate().take(count) {
                    out[(at + down) * width + across].add(sums);
                }
            }
        }
    }

    /// A part of a row, in blocks of items.
    fn row(&self, actor: usize, part: &Range<usize>) -> &'a [Block] {
        let planes = self.answers.planes();
        &self.answers.row(actor)[part.start * planes..part.end * planes]
    }
}

impl Sums {
    pub(super) fn add(&mut self, other: &Self) {
        self.joint += other.joint;
        self.parted += other.parted;
        self.opposed += other.opposed;
        self.moved += other.moved;
        self.steps += other.steps;
    }
}
