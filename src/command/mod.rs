//! One subcommand, one file. `session` alone touches disk, environment and terminal.

pub mod load;
pub mod options;
pub mod session;
