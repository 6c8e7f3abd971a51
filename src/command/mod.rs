//! One subcommand, one file. `session` alone touches disk, environment and terminal.

pub mod add;
pub mod answer;
pub mod apply;
pub mod bulk;
pub mod check;
pub mod coders;
pub mod common_ground;
pub mod compare;
pub mod complete;
pub mod completions;
pub mod diff;
pub mod edit;
pub mod embed;
pub mod explain;
pub mod export;
pub mod fmt;
pub mod gaps;
pub mod get;
pub mod groups;
pub mod import;
pub mod init;
pub mod issues;
pub mod load;
pub mod man;
pub mod matrix;
pub mod measures;
pub mod merge;
pub mod new;
pub mod options;
pub mod positions;
pub mod recording;
pub mod refusal;
pub mod remove;
pub mod rename;
pub mod revise;
pub mod session;
pub mod set;
pub mod site;
pub mod sql;
pub mod terms;
pub mod texts;
pub mod timeline;
pub mod why;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::render::plain::shown_lines;
use session::Session;

/// Compare what the parties to a negotiation say they want.
///
/// Positions are records in RON files, one file a party, in a folder called a
/// dossier. Every answer states what was looked at, and silence is never
/// counted as a position. Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "stances", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 fine; 1 something had to be left out, was found by a check, \
                  differs where differences were asked for, or a change would make mistakes; \
                  2 could not run."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Compare(compare::Options),
    Positions(positions::Options),
    Matrix(matrix::Options),
    Why(why::Options),
    Issues(issues::Options),
    CommonGround(common_ground::Options),
    Groups(groups::Options),
    Diff(diff::Options),
    Timeline(timeline::Options),
    Coders(coders::Options),
    Check(check::Options),
    Gaps(gaps::Options),
    Init(init::Options),
    New(new::Options),
    Add(add::Options),
    Revise(revise::Options),
    Edit(edit::Options),
    Fmt(fmt::Options),
    Get(get::Options),
    Set(set::Options),
    Remove(remove::Options),
    Rename(rename::Options),
    Import(import::Options),
    Export(export::Options),
    Embed(embed::Options),
    Merge(merge::Options),
    Sql(sql::Options),
    Measures(measures::Options),
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
    /// A change was not made since files would be the worse for it; it has been said.
    Refused,
    /// There are differences, and they were asked for.
    Differs,
}

/// Runs the command that the arguments ask for, and tells how it ended.
pub fn main() -> ExitCode {
    let session = Session::here();
    if session.as_ref().is_ok_and(completions::answered) {
        return ExitCode::SUCCESS;
    }
    let cli = Cli::parse();
    match session.and_then(|session| run(&session, &cli.command)) {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::LeftOut | Outcome::Refused | Outcome::Differs) => ExitCode::from(1),
        Err(error) => {
            // Names of files and folders may hold anything.
            let message = format!("{error:#}");
            session::remark(&format!("error: {}\n", shown_lines(&message)));
            ExitCode::from(2)
        }
    }
}

fn run(session: &Session, command: &Command) -> Result<Outcome> {
    match command {
        Command::Compare(options) => compare::run(session, options),
        Command::Positions(options) => positions::run(session, options),
        Command::Matrix(options) => matrix::run(session, options),
        Command::Why(options) => why::run(session, options),
        Command::Issues(options) => issues::run(session, options),
        Command::CommonGround(options) => common_ground::run(session, options),
        Command::Groups(options) => groups::run(session, options),
        Command::Diff(options) => diff::run(session, options),
        Command::Timeline(options) => timeline::run(session, options),
        Command::Coders(options) => coders::run(session, options),
        Command::Check(options) => check::run(session, options),
        Command::Gaps(options) => gaps::run(session, options),
        Command::Init(options) => init::run(session, options),
        Command::New(options) => new::run(session, options),
        Command::Add(options) => add::run(session, options),
        Command::Revise(options) => revise::run(session, options),
        Command::Edit(options) => edit::run(session, options),
        Command::Fmt(options) => fmt::run(session, options),
        Command::Get(options) => get::run(session, options),
        Command::Set(options) => set::run(session, options),
        Command::Remove(options) => remove::run(session, options),
        Command::Rename(options) => rename::run(session, options),
        Command::Import(options) => import::run(session, options),
        Command::Export(options) => export::run(session, options),
        Command::Embed(options) => embed::run(session, options),
        Command::Merge(options) => merge::run(session, options),
        Command::Sql(options) => sql::run(session, options),
        Command::Measures(options) => measures::run(session, options),
        Command::Explain(options) => explain::run(session, options),
        Command::Completions(options) => completions::run(session, options),
        Command::Man(options) => man::run(session, options),
    }
}
