//! The main job: everything that one look at a dossier asks for.

use super::ground::{Ground, grounds};
use super::joint::Field;
use super::matrix::{Matrix, overall};
use super::pair::{Pair, pairs};
use crate::logic::linked::{self, Linked};
use crate::measure::{agreement, conflict};

/// Pairs, matrices, relations and common ground of one scene.
#[derive(Debug)]
pub struct Overview<'a> {
    pub field: &'a Field<'a>,
    pub pairs: Vec<Pair>,
    pub agreement: Matrix,
    pub conflict: Matrix,
    pub linked: Vec<Linked>,
    pub grounds: Vec<Ground>,
}

/// Looks at a scene from all these sides.
pub fn overview<'a>(field: &'a Field<'a>) -> Overview<'a> {
    Overview {
        pairs: pairs(field),
        agreement: overall(field, &agreement::MEASURE),
        conflict: overall(field, &conflict::MEASURE),
        linked: linked::among(field.scene()),
        grounds: grounds(field.scene()),
        field,
    }
}
