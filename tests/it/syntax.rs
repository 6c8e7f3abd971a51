//! The lossless tree: what must hold for every text, and for the mistakes
//! people make.

mod amend;
mod amend_laws;
mod assertions;
mod fixtures;
mod generate;
mod laws;
mod layout;
mod mutants;
mod recovery;
mod routes;
