//! The ladder: the ways in which this processor can count, slowest first.

#![allow(unsafe_code)]

use super::lane::Strip;
use super::portable;
use super::sums::{Sums, Wanted};
#[cfg(target_arch = "x86_64")]
use super::{avx2, avx512, popcnt};
use crate::table::answers::Block;

/// A way to count. Only those are made that the processor can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rung(Way);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Way {
    Portable,
    #[cfg(target_arch = "x86_64")]
    Popcnt,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Rung {
    /// What every processor can do.
    pub const PORTABLE: Self = Self(Way::Portable);

    /// Every rung that this processor reaches, slowest first.
    pub fn all() -> Vec<Self> {
        let mut rungs = vec![Self::PORTABLE];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("popcnt") {
                rungs.push(Self(Way::Popcnt));
            }
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("popcnt") {
                rungs.push(Self(Way::Avx2));
            }
            if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vpopcntdq") {
                rungs.push(Self(Way::Avx512));
            }
        }
        rungs
    }

    /// The highest rung that this processor reaches.
    pub fn best() -> Self {
        Self::all().pop().unwrap_or(Self::PORTABLE)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self.0 {
            Way::Portable => "portable",
            #[cfg(target_arch = "x86_64")]
            Way::Popcnt => "popcnt",
            #[cfg(target_arch = "x86_64")]
            Way::Avx2 => "avx2",
            #[cfg(target_arch = "x86_64")]
            Way::Avx512 => "avx512",
        }
    }

    /// Counts a strip.
    pub(super) fn count(self, strip: &Strip, wanted: Wanted) -> [Sums; 4] {
        match self.0 {
            Way::Portable => portable::strip(strip, wanted),
            // SAFETY: a rung is made only where the processor has what it needs.
            #[cfg(target_arch = "x86_64")]
            Way::Popcnt => unsafe { popcnt::strip(strip, wanted) },
            #[cfg(target_arch = "x86_64")]
            Way::Avx2 => unsafe { avx2::strip(strip, wanted) },
            #[cfg(target_arch = "x86_64")]
            Way::Avx512 => unsafe { avx512::strip(strip, wanted) },
        }
    }
    /// Counts crossings.
    pub(super) fn cross(self, row: &[Block], column: &[Block], planes: usize, out: &mut [u32]) {
        match self.0 {
            Way::Portable => portable::crossings(row, column, planes, out),
            // SAFETY: a rung is made only where the processor has what it needs.
            #[cfg(target_arch = "x86_64")]
            Way::Popcnt => unsafe { popcnt::crossings(row, column, planes, out) },
            #[cfg(target_arch = "x86_64")]
            Way::Avx2 => unsafe { avx2::crossings(row, column, planes, out) },
            #[cfg(target_arch = "x86_64")]
            Way::Avx512 => unsafe { avx512::crossings(row, column, planes, out) },
        }
    }
}
