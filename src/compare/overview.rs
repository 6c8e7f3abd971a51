//! The main job: everything that one look at a dossier asks for.

use std::collections::BTreeMap;

use super::ground::{Ground, grounds};
use super::joint::Field;
use super::matrix::{Matrix, overall};
use super::pair::{Pair, pairs};
use crate::logic::linked::{self, Linked};
use crate::measure::{agreement, conflict};

/// All pairs of one scene, and what relations say about them.
#[derive(Debug)]
pub struct Pairs<'a> {
    pub field: &'a Field<'a>,
    pub pairs: Vec<Pair>,
    pub linked: Vec<Linked>,
}

/// Pairs, matrices and common ground of one scene.
#[derive(Debug)]
pub struct Overview<'a> {
    pub pairs: &'a Pairs<'a>,
    pub agreement: Matrix,
    pub conflict: Matrix,
    pub grounds: Vec<Ground<'a>>,
}

impl<'a> Pairs<'a> {
    /// The linked results of each pair that has any, the lower index first.
    pub fn linked_by_pair(&self) -> BTreeMap<(usize, usize), Vec<&Linked>> {
        let mut by_pair: BTreeMap<_, Vec<&Linked>> = BTreeMap::new();
        for linked in &self.linked {
            let (one, other) = (linked.from.0, linked.to.0);
            let pair = (one.min(other), one.max(other));
            by_pair.entry(pair).or_default().push(linked);
        }
        by_pair
    }

    /// All pairs of the scene.
    pub fn of(field: &'a Field<'a>) -> Self {
        Self {
            pairs: pairs(field),
            linked: linked::among(field.scene()),
            field,
        }
    }
}

impl<'a> Overview<'a> {
    /// Looks at the pairs from all these sides.
    pub fn of(pairs: &'a Pairs<'a>) -> Self {
        Self {
            agreement: overall(pairs.field, &agreement::MEASURE),
            conflict: overall(pairs.field, &conflict::MEASURE),
            grounds: grounds(pairs.field.scene()),
            pairs,
        }
    }
}
