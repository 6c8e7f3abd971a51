//! A table of answers: actors down one side, items along the other, numbers between.
//!
//! For what is too large for one record a cell: parliaments, votes of assemblies,
//! surveys, corpora of statements. A table knows no file and no measure; what an
//! empty cell means is the same as everywhere: nothing. It is never neutral.

pub mod answers;
pub mod collect;
pub mod sparse;

use answers::Answers;
use sparse::Sparse;

/// Answers of actors to items on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub actors: Vec<String>,
    pub items: Vec<String>,
    /// How many levels the scale has, 2 or more; they are counted from 0.
    pub levels: usize,
    pub cells: Cells,
}

/// The answers, in the form that takes less room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cells {
    /// A few bits for every cell, answered or not.
    Dense(Answers),
    /// A few bytes for every answer.
    Sparse(Sparse),
}

/// What a level of the scale says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Reading {
    /// From opposing a statement to supporting it; the level in the middle, where
    /// there is one, is neutral.
    #[default]
    Statement,
    /// A point on an ordered scale.
    Scale,
    /// One of several options without an order.
    Choice,
}

impl Table {
    /// The answers of an actor, by item, ascending.
    pub fn row(&self, actor: usize) -> Vec<(usize, u8)> {
        match &self.cells {
            Cells::Dense(answers) => {
                let items = 0..answers.items();
                items
                    .filter_map(|item| Some((item, answers.get(actor, item)?)))
                    .collect()
            }
            Cells::Sparse(sparse) => sparse.row(actor).collect(),
        }
    }

    /// How many answers there are.
    pub fn answered(&self) -> usize {
        match &self.cells {
            Cells::Dense(answers) => (0..answers.actors())
                .map(|actor| answers.answered(actor))
                .sum(),
            Cells::Sparse(sparse) => sparse.answered(),
        }
    }
}
