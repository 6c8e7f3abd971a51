//! `stances completions`: what a shell needs to complete our commands.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::session::Session;
use super::{Cli, Outcome};

/// Completions for a shell, to be sourced from its start-up file
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances completions bash > ~/.local/share/bash-completion/completions/stances
  stances completions fish > ~/.config/fish/completions/stances.fish")]
pub struct Options {
    /// The shell
    shell: Shell,
}

/// Runs the command.
///
/// # Errors
///
/// When it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "stances", &mut script);
    session.print(&script)?;
    Ok(Outcome::Whole)
}
