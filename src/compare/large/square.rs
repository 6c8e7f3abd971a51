//! The whole matrix: each pair counted once where the values fit into memory, else
//! once for each of its two places.

use std::ops::Range;

use rayon::prelude::*;

use super::bands::{Bands, in_order};
use super::need::{Fit, Held};
use super::{Found, Pairs};
use crate::kernel::counter::Columns;

/// The values of all pairs, each kept once.
#[derive(Debug, Clone, PartialEq)]
pub struct Triangle {
    actors: usize,
    /// By row, then by the columns behind it; no number where there is no value.
    values: Vec<f64>,
}

/// How many rows are counted by one thread in one go.
const ROWS: usize = 64;

/// These rows of the matrix, row by row, every column of each. Where a pair has no
/// value there is no number (NaN), and none on the diagonal.
pub fn band(pairs: &impl Pairs, rows: Range<usize>) -> Vec<f64> {
    let width = pairs.actors();
    let mut values = vec![f64::NAN; rows.len() * width];
    let start = rows.start;
    pairs.band(rows, Columns::All, &mut |row, column, found| {
        put(found, &mut values[(row - start) * width + column..]);
    });
    values
}

/// Puts values where they belong.
fn put(found: &[Option<Found>], values: &mut [f64]) {
    for (value, found) in values.iter_mut().zip(found) {
        *value = found.map_or(f64::NAN, |found| found.value);
    }
}

/// The whole matrix, band by band: something is made of each band's values, several
/// at once, and taken in order.
///
/// # Errors
///
/// The first that `take` gives; nothing is taken after it.
pub fn in_bands<T: Send, E>(
    pairs: &impl Pairs,
    fit: Fit,
    make: impl Fn(Range<usize>, Vec<f64>) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let bands = Bands::new(0..pairs.actors(), fit.height);
    let held = match fit.held {
        Held::Triangle => Some(Triangle::new(pairs, |_| {})),
        Held::Bands => None,
    };
    let made = |at: usize| {
        let rows = bands.rows(at);
        let values = match &held {
            Some(triangle) => triangle.band(rows.clone()),
            None => band(pairs, rows.clone()),
        };
        make(rows, values)
    };
    in_order(bands.count(), made, |_, made| take(made))
}

impl Triangle {
    /// How many bytes the values of so many actors take.
    pub fn bytes(actors: usize) -> u64 {
        count(actors) * size_of::<f64>() as u64
    }

    /// Counts all pairs. `told` hears now and then how many more are counted.
    pub fn new(pairs: &impl Pairs, told: impl Fn(u64) + Sync) -> Self {
        let actors = pairs.actors();
        let mut values = vec![f64::NAN; count(actors) as usize];
        let mut rest = values.as_mut_slice();
        let mut bands = Vec::new();
        for start in (0..actors).step_by(ROWS) {
            let rows = start..actors.min(start + ROWS);
            let before = |row| Columns::Behind.pairs_before(row, actors);
            let length = before(rows.end) - before(rows.start);
            let (own, others) = rest.split_at_mut(length as usize);
            rest = others;
            bands.push((rows, own));
        }
        bands.into_par_iter().for_each(|(rows, own)| {
            fill(pairs, rows, own);
            told(own.len() as u64);
        });
        Self { actors, values }
    }

    /// These rows of the matrix, as [`band`] gives them.
    pub fn band(&self, rows: Range<usize>) -> Vec<f64> {
        let (width, start) = (self.actors, rows.start);
        let mut values = vec![f64::NAN; rows.len() * width];
        // What lies before the diagonal stands in the rows above, in pieces as long as
        // the band is high.
        for above in 0..rows.end {
            let first = start.max(above + 1);
            let piece = &self.behind(above)[first - above - 1..][..rows.end - first];
            for (row, value) in (first..).zip(piece) {
                values[(row - start) * width + above] = *value;
            }
        }
        for row in rows {
            let behind = self.behind(row);
            let end = (row - start + 1) * width;
            values[end - behind.len()..end].copy_from_slice(behind);
        }
        values
    }

    /// The values of a row with the columns behind it.
    fn behind(&self, row: usize) -> &[f64] {
        let start = Columns::Behind.pairs_before(row, self.actors) as usize;
        &self.values[start..][..self.actors - 1 - row]
    }
}

/// How many pairs there are of so many actors.
fn count(actors: usize) -> u64 {
    Columns::Behind.pairs_before(actors, actors)
}

/// Counts these rows with the columns behind each.
fn fill(pairs: &impl Pairs, rows: Range<usize>, own: &mut [f64]) {
    let before = |row| Columns::Behind.pairs_before(row, pairs.actors());
    let start = before(rows.start);
    pairs.band(rows, Columns::Behind, &mut |row, column, found| {
        let place = (before(row) - start) as usize + (column - row - 1);
        put(found, &mut own[place..]);
    });
}
