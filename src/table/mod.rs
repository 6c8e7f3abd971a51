//! A table of answers: actors down one side, items along the other, numbers between.
//!
//! For what is too large for one record a cell: parliaments, votes of assemblies,
//! surveys, corpora of statements. A table knows no file and no measure; what an
//! empty cell means is the same as everywhere: nothing. It is never neutral.

pub mod answers;
pub mod collect;
pub mod digest;
pub mod real;
pub mod sparse;

use answers::Answers;
use collect::Collector;
use real::Reals;
use sparse::Sparse;

/// Answers of actors to items.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub actors: Vec<String>,
    pub items: Vec<String>,
    /// What each item weighs, where anybody asks: finite and not negative.
    pub weights: Vec<f64>,
    /// How many levels the one scale of all items has, 2 or more; they are counted
    /// from 0. It is 0 where answers are numbers on items with ranges of their own.
    pub levels: usize,
    pub cells: Cells,
}

/// The answers, in the form that takes less room.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// A few bits for every cell, answered or not.
    Dense(Answers),
    /// A few bytes for every answer.
    Sparse(Sparse),
    /// A number for every cell, answered or not.
    Real(Reals),
}

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Reading {
    /// From opposing a statement to supporting it; the level in the middle, where
    /// there is one, is neutral.
    #[default]
    Statement,
    /// A point on an ordered scale; a number is a quantity.
    Scale,
    /// One of several options without an order.
    Choice,
}

impl Reading {
    /// Its name on the command line and in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Scale => "scale",
            Self::Choice => "choice",
        }
    }
}

impl Table {
    /// The answers of an actor, by item, ascending; a level as its number.
    pub fn row(&self, actor: usize) -> Vec<(usize, f64)> {
        match &self.cells {
            Cells::Dense(answers) => levelled(answers.answers(actor)).collect(),
            Cells::Sparse(sparse) => levelled(sparse.row(actor)).collect(),
            Cells::Real(reals) => reals.row(actor).collect(),
        }
    }

    /// How many items an actor has answered.
    pub fn answered_by(&self, actor: usize) -> usize {
        match &self.cells {
            Cells::Dense(answers) => answers.answered(actor),
            Cells::Sparse(sparse) => sparse.row(actor).len(),
            Cells::Real(reals) => reals.row(actor).count(),
        }
    }

    /// The table of these actors and these items alone, in this order.
    ///
    /// Panics where there is no such actor or item.
    #[must_use]
    pub fn only(&self, actors: &[usize], items: &[usize]) -> Self {
        let mut place = vec![None; self.items.len()];
        for (new, old) in items.iter().enumerate() {
            place[*old] = Some(new);
        }
        let chosen = |actor: usize| {
            let row = self.row(actor).into_iter();
            let mut row: Vec<(usize, f64)> = row
                .filter_map(|(item, answer)| Some((place[item]?, answer)))
                .collect();
            row.sort_unstable_by_key(|(item, _)| *item);
            row
        };
        let names = items.iter().map(|item| self.items[*item].clone()).collect();
        let weights = items.iter().map(|item| self.weights[*item]).collect();
        let name = |actor: &usize| self.actors[*actor].clone();
        if let Cells::Real(reals) = &self.cells {
            let bounds = items.iter().map(|item| reals.bounds()[*item]).collect();
            let mut only = Reals::new(bounds);
            actors.iter().for_each(|actor| only.push(chosen(*actor)));
            return Self {
                actors: actors.iter().map(name).collect(),
                items: names,
                weights,
                levels: 0,
                cells: Cells::Real(only),
            };
        }
        let mut only = Collector::new(names, self.levels);
        for actor in actors {
            let row = chosen(*actor).into_iter();
            let row: Vec<(u32, u8)> = row
                .map(|(item, level)| (item as u32, level as u8))
                .collect();
            only.push(name(actor), &row);
        }
        Self {
            weights,
            ..only.finish()
        }
    }

    /// How many answers there are.
    pub fn answered(&self) -> usize {
        match &self.cells {
            Cells::Dense(answers) => (0..answers.actors())
                .map(|actor| answers.answered(actor))
                .sum(),
            Cells::Sparse(sparse) => sparse.answered(),
            Cells::Real(reals) => reals.answered(),
        }
    }
}

fn levelled(row: impl Iterator<Item = (usize, u8)>) -> impl Iterator<Item = (usize, f64)> {
    row.map(|(item, level)| (item, f64::from(level)))
}
