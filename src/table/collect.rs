//! From rows as they come to a table, in the form that takes less room.

use super::answers::Answers;
use super::sparse::Sparse;
use super::{Cells, Table};

/// A table that is being read, actor by actor.
#[derive(Debug)]
pub struct Collector {
    actors: Vec<String>,
    items: Vec<String>,
    levels: usize,
    cells: Cells,
}

/// Below this share of answered cells, in per cent, it pays to keep and to count
/// answers one by one rather than all cells as bits.
const SPARSE: usize = 2;

/// How many cells there are before the share is looked at.
const ENOUGH: usize = 1 << 22;

impl Collector {
    /// A table of these items without actors yet.
    pub fn new(items: Vec<String>, levels: usize) -> Self {
        Self {
            actors: Vec::new(),
            items,
            levels,
            cells: Cells::Sparse(Sparse::default()),
        }
    }

    /// Adds an actor with these answers, which are sorted by item.
    pub fn push(&mut self, actor: String, answers: &[(u32, u8)]) {
        self.actors.push(actor);
        match &mut self.cells {
            Cells::Sparse(sparse) => sparse.push(answers.iter().copied()),
            Cells::Dense(dense) => add(
                dense,
                answers.iter().map(|(item, level)| (*item as usize, *level)),
            ),
        }
        let cells = self.actors.len() * self.items.len();
        if cells >= ENOUGH {
            self.settle();
        }
    }

    /// The table.
    pub fn finish(mut self) -> Table {
        self.settle();
        Table {
            actors: self.actors,
            items: self.items,
            levels: self.levels,
            cells: self.cells,
        }
    }

    /// Turns to bits where enough cells are answered.
    fn settle(&mut self) {
        let Cells::Sparse(sparse) = &self.cells else {
            return;
        };
        let cells = self.actors.len() * self.items.len();
        if sparse.answered() * 100 >= cells * SPARSE {
            let mut dense = Answers::new(self.levels, self.items.len());
            for actor in 0..sparse.actors() {
                add(&mut dense, sparse.row(actor));
            }
            self.cells = Cells::Dense(dense);
        }
    }
}

fn add(dense: &mut Answers, answers: impl Iterator<Item = (usize, u8)>) {
    let actor = dense.actors();
    dense.add_actor();
    for (item, level) in answers {
        dense.set(actor, item, level);
    }
}
