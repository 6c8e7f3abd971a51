//! Compares what the parties to a negotiation say they want.
//!
//! The rooms of this crate, in the order in which they may know each other, are
//! described in `ARCHITECTURE.md`.

pub mod change;
pub mod check;
pub mod command;
pub mod compare;
pub mod dossier;
pub mod exchange;
pub mod finding;
pub mod kernel;
pub mod logic;
pub mod measure;
pub mod outcome;
pub mod record;
pub mod render;
pub mod syntax;
pub mod table;
pub mod text;
pub mod view;
