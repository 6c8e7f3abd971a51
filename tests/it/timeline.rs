//! `stances timeline`.

mod laws;
mod shipped;
