//! The rung for processors that count the bits of a word in one step.

#![allow(unsafe_code)]

use super::lane::{self, Strip, count};
use super::sums::{Sums, Wanted};
use crate::table::answers::Block;

/// Counts a strip.
///
/// # Safety
///
/// The processor has `popcnt`.
#[target_feature(enable = "popcnt")]
pub(super) unsafe fn strip(strip: &Strip, wanted: Wanted) -> [Sums; 4] {
    // SAFETY: words need nothing; with `popcnt` they are counted faster.
    unsafe { count::<u64>(strip, wanted) }
}

/// Counts crossings.
///
/// # Safety
///
/// The processor has what [`strip`] needs.
#[target_feature(enable = "popcnt")]
pub(super) unsafe fn crossings(row: &[Block], column: &[Block], planes: usize, out: &mut [u32]) {
    // SAFETY: the caller answers for the processor.
    unsafe { lane::crossings::<u64>(row, column, planes, out) }
}
