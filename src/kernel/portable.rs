//! The rung for every processor: 64 bits at a time, as the compiler counts them.
//! What the other rungs give is defined by this one.

#![allow(unsafe_code)]

use super::lane::{self, Lane, Strip, count};
use super::sums::{Sums, Wanted};
use crate::table::answers::Block;

/// Counts a strip.
pub(super) fn strip(strip: &Strip, wanted: Wanted) -> [Sums; 4] {
    // SAFETY: every processor can do this.
    unsafe { count::<u64>(strip, wanted) }
}

/// Counts crossings.
pub(super) fn crossings(row: &[Block], column: &[Block], planes: usize, out: &mut [u32]) {
    // SAFETY: every processor can do this.
    unsafe { lane::crossings::<u64>(row, column, planes, out) }
}

impl Lane for u64 {
    const PARTS: usize = 8;
    type Count = u32;

    #[inline(always)]
    unsafe fn load(block: *const Block, part: usize) -> Self {
        // SAFETY: the block is there, and has so many parts.
        unsafe { (*block).0[part] }
    }

    #[inline(always)]
    unsafe fn and(self, other: Self) -> Self {
        self & other
    }

    #[inline(always)]
    unsafe fn or(self, other: Self) -> Self {
        self | other
    }

    #[inline(always)]
    unsafe fn differing(self, other: Self, within: Self) -> Self {
        (self ^ other) & within
    }

    #[inline(always)]
    unsafe fn none() -> u32 {
        0
    }

    #[inline(always)]
    unsafe fn count(counted: u32, bits: Self) -> u32 {
        counted + bits.count_ones()
    }

    #[inline(always)]
    unsafe fn totals(counts: [u32; 3]) -> [u32; 3] {
        counts
    }
}
