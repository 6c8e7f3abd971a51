//! Questions to a dossier: pairs, matrices, issues, common ground.
//!
//! Does no I/O and cannot fail: what is missing is undefined, not an error.

pub mod blocs;
pub mod bulk;
pub mod coders;
pub mod diff;
pub mod gaps;
pub mod ground;
pub mod groups;
pub mod holding;
pub mod issues;
pub mod joint;
pub mod large;
pub mod material;
pub mod matrix;
pub mod order;
pub mod overview;
pub mod pair;
pub mod power;
pub mod scale;
pub mod sensitivity;
pub mod standing;
pub mod terms;
pub mod timeline;
pub mod union;
pub mod weight;
pub mod why;
