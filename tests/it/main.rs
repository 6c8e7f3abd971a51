mod formats;
mod harness;
mod measures;
mod positions;
mod semantics;
mod shipped;
mod syntax;
mod terminal;
