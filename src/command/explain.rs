//! `stances explain`: the page of a measure.

use anyhow::{Result, bail};
use clap::Args;

use super::options::Destination;
use super::session::Session;
use super::{Outcome, complete};
use crate::finding::suggest;
use crate::measure::{self, spread};

/// What a measure means: definition, range, example, source
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances explain agreement                        of two parties
  stances explain alpha                            of many answers at once")]
pub struct Options {
    /// The name of a measure; without it, all of them in one line each
    #[arg(add = complete::pages())]
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
        Some(name) => match page(name) {
            Some(page) => page.to_owned(),
            None => bail!(
                "nothing is called `{name}`: {}",
                suggest::help(name, "measure", pages().map(|(name, _)| name))
            ),
        },
    };
    session.write(&options.destination.output(), text.as_bytes())?;
    Ok(Outcome::Whole)
}

/// The page of this name.
fn page(name: &str) -> Option<&'static str> {
    let of_pairs = measure::named(name).map(|measure| measure.page);
    of_pairs.or_else(|| Some(spread::named(name)?.page))
}

/// What there are pages of, with what each tells in one line: measures of pairs
/// first, then those of many answers.
pub fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_pairs = measure::ALL.iter();
    let of_many = spread::ALL.iter();
    of_pairs
        .map(|measure| (measure.name, measure.summary))
        .chain(of_many.map(|measure| (measure.name, measure.summary)))
}

/// One line a page.
fn list() -> String {
    let longest = pages().map(|(name, _)| name.len()).max().unwrap_or(0);
    let line = |(name, summary)| format!("{name:longest$}  {summary}\n");
    pages().map(line).collect()
}
