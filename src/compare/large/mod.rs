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

use std::ops::Range;

use crate::kernel::counter::{Columns, Counter, Strangers};
use crate::kernel::sums::Sums;

/// Pairs of actors that have a value, or none.
pub trait Pairs: Sync {
    /// How many actors there are.
    fn actors(&self) -> usize;

    /// Looks at pairs of these rows. `visit` gets a row, a column, and what is found of
    /// the row with this column and those behind it: nothing where there is no value,
    /// and nothing on the diagonal. The columns of a row come ascending, and where some
    /// are left out they have no value; rows may take turns.
    fn band(&self, rows: Range<usize>, columns: Columns, visit: &mut Visit);
}

/// What looks at a row, a column and what is found from there on.
pub type Visit<'a> = dyn FnMut(usize, usize, &[Option<Found>]) + 'a;

/// A value of a pair, and the joint items it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub value: f64,
    pub n: u32,
}

/// A measure that is made of what is counted of two rows.
#[derive(Debug)]
pub struct Question<'a, V> {
    pub counter: &'a Counter<'a>,
    /// The measure: a value, or none where it is undefined.
    pub value: V,
    /// Pairs with fewer joint items have no value.
    pub min_joint: usize,
}

impl<V: Fn(&Sums) -> Option<f64> + Sync> Pairs for Question<'_, V> {
    fn actors(&self) -> usize {
        self.counter.actors()
    }

    fn band(&self, rows: Range<usize>, columns: Columns, visit: &mut Visit) {
        let mut found = Vec::new();
        let strangers = self.strangers();
        let counter = self.counter;
        counter.band(rows, columns, strangers, |row, column, sums| {
            found.clear();
            found.extend(sums.iter().map(|sums| self.found(sums)));
            if let Some(own) = row.checked_sub(column).and_then(|own| found.get_mut(own)) {
                *own = None;
            }
            visit(row, column, &found);
        });
    }
}

impl<V: Fn(&Sums) -> Option<f64>> Question<'_, V> {
    /// What is found of a pair; nothing where the value is undefined or rests on too
    /// little.
    fn found(&self, sums: &Sums) -> Option<Found> {
        match sums.joint as usize >= self.min_joint {
            true => (self.value)(sums).map(|value| Found {
                value,
                n: sums.joint,
            }),
            false => None,
        }
    }

    /// Whether pairs that share no item have to be looked at: where the measure has
    /// a value for them, as coverage has.
    fn strangers(&self) -> Strangers {
        match self.found(&Sums::default()) {
            Some(_) => Strangers::Shown,
            None => Strangers::Skipped,
        }
    }
}
