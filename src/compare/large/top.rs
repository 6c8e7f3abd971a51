//! The nearest and the most opposed of each actor, without ever holding all pairs.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::{Found, Pairs};
use crate::kernel::counter::Columns;

/// Which values come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    Highest,
    Lowest,
}

/// Another actor, with what it and the one asked about come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    pub other: usize,
    pub found: Found,
}

/// For each of these rows the `count` others at this end, first ones first; of those
/// with the same value, in the order of the actors. A pair without a value is never
/// among them, nor is an actor itself.
pub fn top(pairs: &impl Pairs, rows: Range<usize>, count: usize, end: End) -> Vec<Vec<Near>> {
    let mut firsts: Vec<_> = rows.clone().map(|_| Firsts::new(count, end)).collect();
    let start = rows.start;
    pairs.band(rows, Columns::All, &mut |row, column, found| {
        let firsts = &mut firsts[row - start];
        for (other, found) in (column..).zip(found) {
            if let Some(found) = *found {
                firsts.offer(Near { other, found });
            }
        }
    });
    firsts.into_iter().map(Firsts::sorted).collect()
}

/// The first ones so far.
struct Firsts {
    count: usize,
    end: End,
    /// The last of the first ones on top.
    heap: BinaryHeap<Ranked>,
}

/// One of them; who comes later is greater.
struct Ranked {
    /// What is less comes first.
    key: f64,
    near: Near,
}

impl Firsts {
    fn new(count: usize, end: End) -> Self {
        Self {
            count,
            end,
            heap: BinaryHeap::new(),
        }
    }

    fn offer(&mut self, near: Near) {
        let key = match self.end {
            End::Highest => -near.found.value,
            End::Lowest => near.found.value,
        };
        if self.heap.len() == self.count {
            // Others come in their order, so who has the same value comes later.
            match self.heap.peek() {
                Some(last) if key < last.key => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(Ranked { key, near });
    }

    fn sorted(self) -> Vec<Near> {
        let sorted = self.heap.into_sorted_vec().into_iter();
        sorted.map(|ranked| ranked.near).collect()
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        // −0 is 0 here.
        let keys = (self.key + 0.0).total_cmp(&(other.key + 0.0));
        keys.then(self.near.other.cmp(&other.near.other))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ranked {}
