//! `stances diff`.

mod laws;
mod shipped;
mod versions;
mod words;
