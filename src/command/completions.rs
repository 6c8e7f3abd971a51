//! `stances completions`: what a shell needs to complete our commands.

use anyhow::{Result, anyhow};
use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::env::{CompleteEnv, Shells};

use super::session::Session;
use super::{Cli, Outcome};

/// The variable by which the script asks the program for completions.
const ASKED: &str = "STANCES_COMPLETE";

/// Completion of commands and of your own ids, to be sourced by your shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  echo 'source <(stances completions bash)' >> ~/.bashrc
  echo 'source <(stances completions zsh)' >> ~/.zshrc
  stances completions fish > ~/.config/fish/completions/stances.fish

Offers parties, issues, levels, options, sources and areas of the dossier that the line is about.")]
pub struct Options {
    /// The shell
    shell: Shell,
}

/// A shell that can complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

/// Answers a shell that asks for completions, and tells whether one did. One that
/// asks for what cannot be answered gets nothing.
pub fn answered(session: &Session) -> bool {
    let asking = session.has_set(ASKED);
    if asking {
        let completer = CompleteEnv::with_factory(Cli::command).var(ASKED);
        // A message in the middle of somebody's command line helps nobody.
        let _ = completer.try_complete(session.arguments(), Some(&session.folder));
    }
    asking
}

/// Runs the command.
///
/// # Errors
///
/// When it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let shells = Shells::builtins();
    let name = options.shell.to_possible_value();
    let name = name.as_ref().map_or("", |name| name.get_name());
    let shell = shells
        .completer(name)
        .ok_or_else(|| anyhow!("no completion for `{name}`"))?;
    let mut script = Vec::new();
    shell.write_registration(ASKED, "stances", "stances", "stances", &mut script)?;
    session.print(&script)?;
    Ok(Outcome::Whole)
}
