//! What was found in files, one format one file.
//!
//! People get every place with its lines, or one line a finding; everything else is
//! read by machines. All but [`full`] are written from one report, in which the
//! places are worked out.

pub mod closing;
pub mod concise;
pub mod full;

mod patch;

pub mod github;
pub mod gitlab;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod sarif;
pub mod statistics;

use serde::Serialize;

/// The JSON text of something, indented, with a line feed at its end.
fn pretty(of: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(of).expect("plain data with text keys is always JSON");
    text + "\n"
}
