//! What the tests of whole dossiers share: the program run as a user runs it,
//! dossiers written down in a few words, and what is seen of one through a lens.

pub mod dossiers;
pub mod look;
pub mod repository;
pub mod run;
pub mod scratch;
pub mod sketch;
pub mod talks;
