//! `stances explain`: the page of a measure.

use anyhow::{Result, bail};
use clap::Args;

use super::options::Destination;
use super::session::Session;
use super::{Outcome, complete};
use crate::finding::suggest;
use crate::measure::catalogue::{self, Entry};

/// What a measure means: definition, range, example, source
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances explain agreement
  stances explain common-ground")]
pub struct Options {
    /// The name of a measure; without it, all of them in one line each
    #[arg(add = complete::explained())]
    name: Option<String>,

    #[command(flatten)]
    destination: Destination,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no page of this name, or it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let text = match &options.name {
        None => list(),
        Some(name) => match catalogue::entry(name) {
            Some(entry) => entry.page.to_owned(),
            None => {
                let names = catalogue::entries().into_iter().map(|entry| entry.name);
                bail!(
                    "nothing is called `{name}`: {}",
                    suggest::help(name, "measure", names)
                )
            }
        },
    };
    session.write(&options.destination.output(), text.as_bytes())?;
    Ok(Outcome::Whole)
}

/// One line a measure.
fn list() -> String {
    let entries = catalogue::entries();
    let lengths = entries.iter().map(|entry| entry.name.len());
    let longest = lengths.max().unwrap_or(0);
    let line = |entry: &Entry| format!("{:longest$}  {}\n", entry.name, entry.summary);
    entries.iter().map(line).collect()
}
