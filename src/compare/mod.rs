//! Questions to a dossier: pairs, matrices, issues, common ground.
//!
//! Does no I/O and cannot fail: what is missing is undefined, not an error.

pub mod blocs;
pub mod coders;
pub mod diff;
pub mod ground;
pub mod groups;
pub mod holding;
pub mod issues;
pub mod joint;
pub mod matrix;
pub mod order;
pub mod overview;
pub mod pair;
pub mod sensitivity;
pub mod standing;
pub mod timeline;
pub mod union;
pub mod why;
