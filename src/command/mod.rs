//! One subcommand, one file. `session` alone touches disk, environment and terminal.

pub mod add;
pub mod answer;
pub mod compare;
pub mod complete;
pub mod completions;
pub mod edit;
pub mod explain;
pub mod fmt;
pub mod init;
pub mod load;
pub mod man;
pub mod matrix;
pub mod new;
pub mod options;
pub mod recording;
pub mod revise;
pub mod session;
pub mod site;
pub mod why;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use session::Session;

/// Compare what the parties to a negotiation say they want.
///
/// Positions are records in RON files, one file a party, in a folder called a
/// dossier. Every answer states what was looked at, and silence is never
/// counted as a position. Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "stances", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 fine; 1 something had to be left out; 2 could not run.")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Compare(compare::Options),
    Matrix(matrix::Options),
    Why(why::Options),
    Init(init::Options),
    New(new::Options),
    Add(add::Options),
    Revise(revise::Options),
    Edit(edit::Options),
    Fmt(fmt::Options),
    Explain(explain::Options),
    Completions(completions::Options),
    Man(man::Options),
}

/// Whether everything in the files could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Whole,
    /// Something had to be left out; it has been said.
    LeftOut,
}

/// Runs the command that the arguments ask for, and tells how it ended.
pub fn main() -> ExitCode {
    if completions::answered() {
        return ExitCode::SUCCESS;
    }
    let cli = Cli::parse();
    match Session::here().and_then(|session| run(&session, &cli.command)) {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::LeftOut) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(session: &Session, command: &Command) -> Result<Outcome> {
    match command {
        Command::Compare(options) => compare::run(session, options),
        Command::Matrix(options) => matrix::run(session, options),
        Command::Why(options) => why::run(session, options),
        Command::Init(options) => init::run(session, options),
        Command::New(options) => new::run(session, options),
        Command::Add(options) => add::run(session, options),
        Command::Revise(options) => revise::run(session, options),
        Command::Edit(options) => edit::run(session, options),
        Command::Fmt(options) => fmt::run(session, options),
        Command::Explain(options) => explain::run(session, options),
        Command::Completions(options) => completions::run(session, options),
        Command::Man(options) => man::run(session, options),
    }
}
