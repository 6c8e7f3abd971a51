//! JSON with stable schemas, one thing one file.
//!
//! A schema is a promise: `stances/<thing>/1` never loses a field and never
//! changes what one means. What is written are types of this room, so that a
//! change inside the program cannot change them by accident. `null` is undefined.

pub mod compare;
pub mod gaps;
pub mod ground;
pub mod groups;
pub mod issues;
pub mod lens;
pub mod matrix;
pub mod measures;
mod outcome;
pub mod positions;
pub mod why;

use serde::Serialize;

use crate::dossier::Dossier;

/// The JSON text of something, indented, with a line feed at its end.
fn text(of: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(of).expect("plain data with text keys is always JSON");
    text + "\n"
}

/// The ids of parties, in the order given.
fn ids<'a>(dossier: &'a Dossier, parties: &[usize]) -> Vec<&'a str> {
    let ids = parties
        .iter()
        .map(|party| dossier.parties[*party].id.as_str());
    ids.collect()
}
