//! A table of answers: actors down one side, items along the other, numbers between.
//!
//! For what is too large for one record a cell: parliaments, votes of assemblies,
//! surveys, corpora of statements. A table knows no file and no measure; what an
//! empty cell means is the same as everywhere: nothing. It is never neutral.

pub mod answers;

use answers::Answers;

/// Answers of actors to items on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub actors: Vec<String>,
    pub items: Vec<String>,
    pub reading: Reading,
    /// By actor, then by item.
    pub answers: Answers,
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
