//! Something new with an id: an area, an issue, a party, a source.

pub mod area;
pub mod id;
pub mod issue;
pub mod party;
pub mod source;
