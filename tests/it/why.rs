//! `stances why`: the number between two parties, opened.

mod laws;
mod shipped;
mod words;
