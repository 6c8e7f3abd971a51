//! `stances man`: the manual pages.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::session::Session;
use super::{Cli, Outcome};

/// The manual page of the program, or of one command
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances man | man -l -
  stances man compare > stances-compare.1")]
pub struct Options {
    /// A command; without it, the program as a whole
    command: Option<String>,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such command, or the page cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let mut program = Cli::command();
    program.build();
    let page = match &options.command {
        None => program,
        Some(name) => (program.find_subcommand(name).cloned())
            .ok_or_else(|| anyhow::anyhow!("there is no command `{name}`: see `stances --help`"))?,
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    session.print(&text)?;
    Ok(Outcome::Whole)
}
