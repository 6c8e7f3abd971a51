//! Bands of rows, counted at the same time and given out in order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use rayon::Yield;

use crate::kernel::counter::Columns;

/// Some rows, cut into bands of the same height; the last may be lower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    rows: Range<usize>,
    height: usize,
}

impl Bands {
    /// These rows in bands of this height, which is at least 1.
    pub fn new(rows: Range<usize>, height: usize) -> Self {
        let height = height.max(1);
        Self { rows, height }
    }

    /// How many bands there are.
    pub fn count(&self) -> usize {
        self.rows.len().div_ceil(self.height)
    }

    /// The rows of a band.
    pub fn rows(&self, band: usize) -> Range<usize> {
        let start = self.rows.start + band * self.height;
        start..self.rows.end.min(start + self.height)
    }

    /// All the rows.
    pub fn all(&self) -> Range<usize> {
        self.rows.clone()
    }

    /// How high a band is.
    pub fn height(&self) -> usize {
        self.height
    }

    /// How many pairs the bands before this one have.
    pub fn pairs_before(&self, band: usize, columns: Columns, actors: usize) -> u64 {
        let row = self.rows.end.min(self.rows.start + band * self.height);
        let before = columns.pairs_before(self.rows.start, actors);
        columns.pairs_before(row, actors) - before
    }
}

/// How many bands are held at once: one for each thread that counts, and as many that
/// are done and wait for their turn.
pub fn ahead() -> usize {
    2 * rayon::current_num_threads()
}

/// Makes something of each number below `count`, [`ahead`] of them at a time, and
/// takes what was made in order. What is made does not depend on the threads.
///
/// # Errors
///
/// The first that `take` gives; nothing is taken after it.
pub fn in_order<T: Send, E>(
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let make = &make;
    rayon::in_place_scope(|scope| {
        let (sender, made) = channel();
        let start = |next: usize| {
            let sender = sender.clone();
            // Nobody listens any more once taking has failed.
            scope.spawn(move |_| drop(sender.send((next, make(next)))));
        };
        (0..count.min(ahead())).for_each(start);
        let mut waiting = BTreeMap::new();
        for due in 0..count {
            while !waiting.contains_key(&due) {
                waiting.extend(receive(&made));
            }
            if let Some(band) = waiting.remove(&due) {
                take(due, band)?;
            }
            if due + ahead() < count {
                start(due + ahead());
            }
        }
        Ok(())
    })
}

/// What comes next. Where this is itself one of the threads that count, it counts
/// meanwhile: there may be no other.
fn receive<T>(made: &Receiver<T>) -> Option<T> {
    match made.try_recv() {
        Ok(next) => Some(next),
        Err(TryRecvError::Disconnected) => None,
        Err(TryRecvError::Empty) => match rayon::yield_now() {
            Some(Yield::Executed) => None,
            Some(Yield::Idle) | None => made.recv().ok(),
        },
    }
}
