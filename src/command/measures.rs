//! `stances measures`: all measures, by what they take.

use anyhow::Result;
use clap::Args;

use super::Outcome;
use super::answer::write;
use super::options::Output;
use super::session::Session;
use crate::measure::catalogue;
use crate::render::json;
use crate::view;

/// All measures, one line each
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances measures
  stances measures --format csv
  stances explain kappa                            the page of one of them")]
pub struct Options {
    #[command(flatten)]
    output: Output,
}

/// Runs the command.
///
/// # Errors
///
/// When the answer cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    options.output.check()?;
    let entries = catalogue::entries();
    write(
        session,
        &options.output,
        || view::measures::view(&entries),
        || view::measures::data(&entries),
        || json::measures::draw(&entries),
    )?;
    Ok(Outcome::Whole)
}
