//! Characters: where something stands in a text, and how a text changes.
//!
//! This room knows no RON. A place is a byte offset everywhere inside the
//! program; lines and columns are computed once, when somebody is told.

pub mod edit;
pub mod source;
pub mod span;
