//! The rung for processors that count the bits of eight words at once.

#![allow(unsafe_code)]

use std::arch::x86_64::*;

use super::lane::{self, Lane, Strip, count};
use super::sums::{Sums, Wanted};
use crate::table::answers::Block;

/// Counts a strip.
///
/// # Safety
///
/// The processor has `avx512f` and `avx512vpopcntdq`.
#[target_feature(enable = "avx512f,avx512vpopcntdq")]
pub(super) unsafe fn strip(strip: &Strip, wanted: Wanted) -> [Sums; 4] {
    // SAFETY: the caller answers for the processor.
    unsafe { count::<__m512i>(strip, wanted) }
}

/// Counts crossings.
///
/// # Safety
///
/// The processor has what [`strip`] needs.
#[target_feature(enable = "avx512f,avx512vpopcntdq")]
pub(super) unsafe fn crossings(row: &[Block], column: &[Block], planes: usize, out: &mut [u32]) {
    // SAFETY: the caller answers for the processor.
    unsafe { lane::crossings::<__m512i>(row, column, planes, out) }
}

impl Lane for __m512i {
    const PARTS: usize = 1;
    type Count = __m512i;

    #[inline(always)]
    unsafe fn load(block: *const Block, _: usize) -> Self {
        // SAFETY: a block is 64 bytes long and starts at a multiple of 64.
        unsafe { _mm512_load_si512(block.cast()) }
    }

    #[inline(always)]
    unsafe fn and(self, other: Self) -> Self {
        unsafe { _mm512_and_si512(self, other) }
    }

    #[inline(always)]
    unsafe fn or(self, other: Self) -> Self {
        unsafe { _mm512_or_si512(self, other) }
    }

    #[inline(always)]
    unsafe fn differing(self, other: Self, within: Self) -> Self {
        // The truth table of (a ^ b) & c.
        unsafe { _mm512_ternarylogic_epi64::<0b0010_1000>(self, other, within) }
    }

    #[inline(always)]
    unsafe fn none() -> Self {
        unsafe { _mm512_setzero_si512() }
    }

    #[inline(always)]
    unsafe fn count(counted: Self, bits: Self) -> Self {
        unsafe { _mm512_add_epi64(counted, _mm512_popcnt_epi64(bits)) }
    }

    #[inline(always)]
    unsafe fn totals(counts: [Self; 3]) -> [u32; 3] {
        // Three sums of 21 bits each go into one word, and are summed up together.
        unsafe {
            let packed = _mm512_or_si512(counts[0], _mm512_slli_epi64::<21>(counts[1]));
            let packed = _mm512_or_si512(packed, _mm512_slli_epi64::<42>(counts[2]));
            unpacked(_mm512_reduce_add_epi64(packed) as u64)
        }
    }
}

fn unpacked(sums: u64) -> [u32; 3] {
    let part = |shift: u32| ((sums >> shift) & 0x1f_ffff) as u32;
    [part(0), part(21), part(42)]
}
