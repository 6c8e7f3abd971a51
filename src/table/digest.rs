//! A number that tells whether two tables are the same, whatever form they are kept in.

use rayon::prelude::*;

use super::{Cells, Table};

/// The digest of a table: of its actors, its items and their weights, its scale and
/// all its answers. It is no secret and withstands mistakes, not attacks.
pub fn digest(table: &Table) -> u128 {
    let rows = (0..table.actors.len()).into_par_iter();
    let rows: Vec<u128> = rows.map(|actor| row(table, actor)).collect();
    let mut whole = Mix::new();
    whole.number(table.levels as u64);
    for (item, weight) in table.items.iter().zip(&table.weights) {
        whole.text(item);
        whole.number(weight.to_bits());
    }
    if let Cells::Real(reals) = &table.cells {
        for bounds in reals.bounds() {
            whole.number(bounds.min().to_bits());
            whole.number(bounds.max().to_bits());
        }
    }
    for row in rows {
        whole.number(row as u64);
        whole.number((row >> 64) as u64);
    }
    whole.0
}

fn row(table: &Table, actor: usize) -> u128 {
    let mut mix = Mix::new();
    mix.text(&table.actors[actor]);
    for (item, answer) in table.row(actor) {
        mix.number(item as u64);
        mix.number(answer.to_bits());
    }
    mix.0
}

/// FNV-1a of 128 bits (G. Fowler, L. C. Noll, K.-P. Vo), word by word.
struct Mix(u128);

impl Mix {
    fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn number(&mut self, number: u64) {
        // Both halves of a word reach the high bits only when it is turned around.
        for half in [number, number.rotate_left(32)] {
            self.0 = (self.0 ^ u128::from(half)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
            self.0 ^= self.0 >> 71;
        }
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        for part in text.as_bytes().chunks(8) {
            let mut bytes = [0; 8];
            bytes[..part.len()].copy_from_slice(part);
            self.number(u64::from_le_bytes(bytes));
        }
    }
}
