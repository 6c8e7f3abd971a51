//! What one file declares: plain serde types, read by the `ron` crate.
//!
//! A record is what stands in the file. Names in it are words; whether there is
//! such a party, issue or level is found out where the files meet, in `dossier`.

pub mod date;
pub mod decode;
pub mod dossier;
pub mod fault;
pub mod fields;
pub mod order;
pub mod party;
pub mod position;
pub mod publish;
pub mod stance;

mod misdated;
