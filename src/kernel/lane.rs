//! The loop over the bits of four rows and a column, whatever the processor
//! counts with.

#![allow(unsafe_code)]

use super::sums::{Sides, Sums, Wanted};
use crate::table::answers::Block;

/// Parts of four rows and of a column they are compared with, all as long as each
/// other: [`Strip::planes`] blocks for each 512 items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strip<'a> {
    pub(super) rows: [&'a [Block]; 4],
    pub(super) column: &'a [Block],
    pub(super) planes: usize,
    pub(super) sides: Sides,
}

/// What is counted with: some bits at once.
///
/// # Safety
///
/// The functions may be called only where the processor can do what they need.
pub(super) trait Lane: Copy {
    /// How many of these make a block.
    const PARTS: usize;
    /// Counts of bits, in as many lanes as it takes.
    type Count: Copy;

    /// A part of a block, which is there to be read.
    unsafe fn load(block: *const Block, part: usize) -> Self;
    unsafe fn and(self, other: Self) -> Self;
    unsafe fn or(self, other: Self) -> Self;
    /// The bits of `within` in which the other two differ.
    unsafe fn differing(self, other: Self, within: Self) -> Self;
    unsafe fn none() -> Self::Count;
    unsafe fn count(counted: Self::Count, bits: Self) -> Self::Count;
    /// The sums of three counts; each is less than 2²¹.
    unsafe fn totals(counts: [Self::Count; 3]) -> [u32; 3];
}

/// Counts a strip.
///
/// # Safety
///
/// The processor can do what the lane needs.
#[inline(always)]
pub(super) unsafe fn count<L: Lane>(strip: &Strip, wanted: Wanted) -> [Sums; 4] {
    // SAFETY: the same as asked for here.
    unsafe {
        match (wanted, strip.planes) {
            // The number of planes is spelt out where it is usual, so that the loop
            // over them is laid out flat.
            (Wanted::Sides, 3) => sides::<L>(&Strip {
                planes: 3,
                sides: Sides { lower: 1, upper: 2 },
                ..*strip
            }),
            (Wanted::Sides, _) => sides::<L>(strip),
            (Wanted::Distances, 5) => distances::<L>(&Strip {
                planes: 5,
                sides: Sides { lower: 2, upper: 3 },
                ..*strip
            }),
            (Wanted::Distances, _) => distances::<L>(strip),
        }
    }
}

/// The strip as the loops walk it. Iterators and closures are left out of them: the
/// compiler does not lay those flat where a rung has more to count with than they.
struct Walk {
    rows: [*const Block; 4],
    column: *const Block,
    /// How many blocks of each row there are, over all planes.
    length: usize,
}

impl Walk {
    fn of(strip: &Strip) -> Self {
        let length = strip.column.len() / strip.planes * strip.planes;
        assert!(strip.rows[0].len() >= length && strip.rows[1].len() >= length);
        assert!(strip.rows[2].len() >= length && strip.rows[3].len() >= length);
        assert!(strip.sides.lower < strip.planes && strip.sides.upper < strip.planes);
        Self {
            rows: [
                strip.rows[0].as_ptr(),
                strip.rows[1].as_ptr(),
                strip.rows[2].as_ptr(),
                strip.rows[3].as_ptr(),
            ],
            column: strip.column.as_ptr(),
            length,
        }
    }
}

#[inline(always)]
unsafe fn sides<L: Lane>(strip: &Strip) -> [Sums; 4] {
    let (planes, Sides { lower, upper }) = (strip.planes, strip.sides);
    let Walk {
        rows,
        column,
        length,
    } = Walk::of(strip);
    // SAFETY: as `count`; every block that is read lies before `length`, since each
    // step reads `planes` blocks and `length` is a multiple of that.
    unsafe {
        let mut counts = [[L::none(); 3]; 4];
        let mut at = 0;
        while at < length {
            let mut part = 0;
            while part < L::PARTS {
                let answered = L::load(column.add(at), part);
                let low = L::load(column.add(at + lower), part);
                let high = L::load(column.add(at + upper), part);
                let mut row = 0;
                while row < 4 {
                    let here = rows[row].add(at);
                    let joint = L::load(here, part).and(answered);
                    let below = L::load(here.add(lower), part).differing(low, joint);
                    let above = L::load(here.add(upper), part).differing(high, joint);
                    counts[row][0] = L::count(counts[row][0], joint);
                    counts[row][1] = L::count(counts[row][1], below.or(above));
                    counts[row][2] = L::count(counts[row][2], below.and(above));
                    row += 1;
                }
                part += 1;
            }
            at += planes;
        }
        let mut sums = [Sums::default(); 4];
        let mut row = 0;
        while row < 4 {
            let [joint, parted, opposed] = L::totals(counts[row]);
            sums[row] = Sums {
                joint,
                parted,
                opposed,
                moved: 0,
                steps: 0,
            };
            row += 1;
        }
        sums
    }
}

#[inline(always)]
unsafe fn distances<L: Lane>(strip: &Strip) -> [Sums; 4] {
    let (planes, Sides { lower, upper }) = (strip.planes, strip.sides);
    let Walk {
        rows,
        column,
        length,
    } = Walk::of(strip);
    // SAFETY: as in `sides`.
    unsafe {
        let mut counts = [[L::none(); 5]; 4];
        let mut at = 0;
        while at < length {
            let mut part = 0;
            while part < L::PARTS {
                let answered = L::load(column.add(at), part);
                let mut row = 0;
                while row < 4 {
                    let here = rows[row].add(at);
                    let there = column.add(at);
                    let joint = L::load(here, part).and(answered);
                    let low = L::load(there.add(lower), part);
                    let high = L::load(there.add(upper), part);
                    let below = L::load(here.add(lower), part).differing(low, joint);
                    let above = L::load(here.add(upper), part).differing(high, joint);
                    let mut moved = below.or(above);
                    counts[row][0] = L::count(counts[row][0], joint);
                    counts[row][1] = L::count(counts[row][1], moved);
                    counts[row][2] = L::count(counts[row][2], below.and(above));
                    let mut plane = 1;
                    while plane < planes {
                        let other = L::load(there.add(plane), part);
                        let passed = L::load(here.add(plane), part).differing(other, joint);
                        moved = moved.or(passed);
                        counts[row][4] = L::count(counts[row][4], passed);
                        plane += 1;
                    }
                    counts[row][3] = L::count(counts[row][3], moved);
                    row += 1;
                }
                part += 1;
            }
            at += planes;
        }
        let mut sums = [Sums::default(); 4];
        let mut row = 0;
        while row < 4 {
            let counted = counts[row];
            let [joint, parted, opposed] = L::totals([counted[0], counted[1], counted[2]]);
            let [moved, steps, _] = L::totals([counted[3], counted[4], L::none()]);
            sums[row] = Sums {
                joint,
                parted,
                opposed,
                moved,
                steps,
            };
            row += 1;
        }
        sums
    }
}

/// Adds up how many items are answered at level `i` or above in the row and at level
/// `j` or above in the column: `out[i * planes + j]`, over rows as long as each other.
///
/// # Safety
///
/// The processor can do what the lane needs.
#[inline(always)]
pub(super) unsafe fn crossings<L: Lane>(
    row: &[Block],
    column: &[Block],
    planes: usize,
    out: &mut [u32],
) {
    let length = column.len() / planes * planes;
    assert!(row.len() >= length && out.len() == planes * planes);
    let (row, column) = (row.as_ptr(), column.as_ptr());
    let mut i = 0;
    while i < planes {
        let mut j = 0;
        while j < planes {
            let together = if planes - j < 3 { planes - j } else { 3 };
            // SAFETY: as `count`; every block that is read lies before `length`, since
            // `i` and `j + k` are less than `planes`, of which `length` is a multiple.
            let totals = unsafe {
                let mut counts = [L::none(); 3];
                let mut at = 0;
                while at < length {
                    let mut part = 0;
                    while part < L::PARTS {
                        let mine = L::load(row.add(at + i), part);
                        let mut k = 0;
                        while k < together {
                            let theirs = L::load(column.add(at + j + k), part);
                            counts[k] = L::count(counts[k], mine.and(theirs));
                            k += 1;
                        }
                        part += 1;
                    }
                    at += planes;
                }
                L::totals(counts)
            };
            let mut k = 0;
            while k < together {
                out[i * planes + j + k] += totals[k];
                k += 1;
            }
            j += 3;
        }
        i += 1;
    }
}
