//! What views look like on a terminal.

mod cases;
mod laws;
mod looks;
mod plain;
