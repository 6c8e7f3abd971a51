//! The lossless tree: what must hold for every text, and for the mistakes
//! people make.

mod amend;
mod amend_laws;
mod fixtures;
mod generate;
mod laws;
mod layout;
mod recovery;
mod routes;
