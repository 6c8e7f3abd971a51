//! The rung for processors that look up 32 counts of four bits at once.
//!
//! W. Muła, N. Kurz, D. Lemire (2018), "Faster Population Counts Using AVX2
//! Instructions", The Computer Journal 61(1), 111-120.

#![allow(unsafe_code)]

use std::arch::x86_64::*;

use super::lane::{self, Lane, Strip, count};
use super::sums::{Sums, Wanted};
use crate::table::answers::Block;

/// Counts a strip.
///
/// # Safety
///
/// The processor has `avx2`.
#[target_feature(enable = "avx2,popcnt")]
pub(super) unsafe fn strip(strip: &Strip, wanted: Wanted) -> [Sums; 4] {
    // SAFETY: the caller answers for the processor.
    unsafe { count::<__m256i>(strip, wanted) }
}

/// Counts crossings.
///
/// # Safety
///
/// The processor has what [`strip`] needs.
#[target_feature(enable = "avx2,popcnt")]
pub(super) unsafe fn crossings(row: &[Block], column: &[Block], planes: usize, out: &mut [u32]) {
    // SAFETY: the caller answers for the processor.
    unsafe { lane::crossings::<__m256i>(row, column, planes, out) }
}

impl Lane for __m256i {
    const PARTS: usize = 2;
    type Count = __m256i;

    #[inline(always)]
    unsafe fn load(block: *const Block, part: usize) -> Self {
        // SAFETY: a block is 64 bytes long and starts at a multiple of 64.
        unsafe { _mm256_load_si256(block.cast::<__m256i>().add(part)) }
    }

    #[inline(always)]
    unsafe fn and(self, other: Self) -> Self {
        unsafe { _mm256_and_si256(self, other) }
    }

    #[inline(always)]
    unsafe fn or(self, other: Self) -> Self {
        unsafe { _mm256_or_si256(self, other) }
    }

    #[inline(always)]
    unsafe fn differing(self, other: Self, within: Self) -> Self {
        unsafe { _mm256_and_si256(_mm256_xor_si256(self, other), within) }
    }

    #[inline(always)]
    unsafe fn none() -> Self {
        unsafe { _mm256_setzero_si256() }
    }

    #[inline(always)]
    unsafe fn count(counted: Self, bits: Self) -> Self {
        unsafe {
            // How many bits each number from 0 to 15 has, twice over.
            let table = _mm256_setr_epi8(
                0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3,
                2, 3, 3, 4,
            );
            let nibble = _mm256_set1_epi8(15);
            let low = _mm256_and_si256(bits, nibble);
            let high = _mm256_and_si256(_mm256_srli_epi32::<4>(bits), nibble);
            let bytes = _mm256_add_epi8(
                _mm256_shuffle_epi8(table, low),
                _mm256_shuffle_epi8(table, high),
            );
            let words = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
            _mm256_add_epi64(counted, words)
        }
    }

    #[inline(always)]
    unsafe fn totals(counts: [Self; 3]) -> [u32; 3] {
        unsafe {
            counts.map(|count| {
                let halves = _mm_add_epi64(
                    _mm256_castsi256_si128(count),
                    _mm256_extracti128_si256::<1>(count),
                );
                let total = _mm_add_epi64(halves, _mm_unpackhi_epi64(halves, halves));
                _mm_cvtsi128_si64(total) as u32
            })
        }
    }
}
