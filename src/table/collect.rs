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
    form: Form,
}

/// The answers so far.
#[derive(Debug)]
enum Form {
    Dense(Answers),
    Sparse(Sparse),
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
            form: Form::Sparse(Sparse::default()),
        }
    }

    /// Adds an actor with these answers, which are sorted by item.
    pub fn push(&mut self, actor: String, answers: &[(u32, u8)]) {
        self.actors.push(actor);
        match &mut self.form {
            Form::Sparse(sparse) => sparse.push(answers.iter().copied()),
            Form::Dense(dense) => add(
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
            weights: vec![1.0; self.items.len()],
            items: self.items,
            levels: self.levels,
            cells: match self.form {
                Form::Dense(dense) => Cells::Dense(dense),
                Form::Sparse(sparse) => Cells::Sparse(sparse),
            },
        }
    }

    /// Turns to bits where enough cells are answered.
    fn settle(&mut self) {
        let Form::Sparse(sparse) = &self.form else {
            return;
        };
        let cells = self.actors.len() * self.items.len();
        if sparse.answered() * 100 >= cells * SPARSE {
            let mut dense = Answers::new(self.levels, self.items.len());
            for actor in 0..sparse.actors() {
                add(&mut dense, sparse.row(actor));
            }
            self.form = Form::Dense(dense);
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
