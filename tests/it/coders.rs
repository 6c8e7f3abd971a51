//! `stances coders`.

mod laws;
mod words;
