//! Issue by issue: who stands where, and how far all are of one mind.

mod laws;
mod words;
