//! `stances gaps`: what to ask next.

mod laws;
mod words;
