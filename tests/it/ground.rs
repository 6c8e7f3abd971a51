//! `stances common-ground`: what all could accept, who stands in the way.

mod laws;
mod words;
