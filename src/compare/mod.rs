//! Questions to a dossier: pairs, matrices, common ground.
//!
//! Does no I/O and cannot fail: what is missing is undefined, not an error.

pub mod gaps;
pub mod ground;
pub mod holding;
pub mod joint;
pub mod matrix;
pub mod overview;
pub mod pair;
pub mod standing;
pub mod why;
