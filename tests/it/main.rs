mod formats;
mod harness;
mod measures;
mod semantics;
mod shipped;
mod syntax;
mod terminal;
mod write;
