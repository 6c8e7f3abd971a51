//! Sums over pairs of rows of a table, as fast as the processor counts bits.
//!
//! There is one definition of the sums ([`sums::Sums`]), one loop over the bits
//! (`kernel/lane.rs`), and a rung for each way in which a processor can do the loop; all
//! rungs give the same integers. A kernel knows no measure and no verdict: what
//! the sums come to is told by who asks for them.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod bits;
pub mod counter;
mod lane;
pub mod plan;
#[cfg(target_arch = "x86_64")]
mod popcnt;
mod portable;
pub mod postings;
pub mod rung;
pub mod sums;
