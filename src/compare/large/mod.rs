//! Questions to a table that is too large for a look at every pair: who is nearest,
//! which pairs lie above a threshold, and the whole matrix, band by band.
//!
//! A band is some rows that follow each other. Bands are counted at the same time,
//! and come out in order; of each question only a few bands are held at once.

pub mod bands;
pub mod edges;
pub mod need;
pub mod part;
pub mod square;
pub mod top;

use crate::kernel::counter::{Counter, Strangers};
use crate::kernel::sums::Sums;

/// What is asked of every pair.
#[derive(Debug)]
pub struct Question<'a, V> {
    pub counter: &'a Counter<'a>,
    /// The measure: a value, or none where it is undefined.
    pub value: V,
    /// Pairs with fewer joint items have no value.
    pub min_joint: u32,
}

/// A value of a pair, and the joint items it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub value: f64,
    pub n: u32,
}

impl<V: Fn(&Sums) -> Option<f64> + Sync> Question<'_, V> {
    /// The value of a pair; none where it is undefined or rests on too little.
    fn answer(&self, sums: &Sums) -> Option<f64> {
        match sums.joint >= self.min_joint {
            true => (self.value)(sums).filter(|value| !value.is_nan()),
            false => None,
        }
    }

    /// Whether pairs that share no item have to be looked at: where the measure has
    /// a value for them, as coverage has.
    fn strangers(&self) -> Strangers {
        match self.answer(&Sums::default()) {
            Some(_) => Strangers::Shown,
            None => Strangers::Skipped,
        }
    }
}
