//! Groups, blocs, and the two camps that all fall into.

mod blocs;
mod laws;
mod split;
mod words;
