//! `stances explain`: the page of a measure or a rule.

use anyhow::{Result, anyhow};
use clap::Args;

use super::options::Destination;
use super::session::Session;
use super::{Outcome, complete};
use crate::check::rules;
use crate::finding::suggest;
use crate::measure::catalogue;

/// What a measure means, or what a rule looks for and why
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances explain agreement                        of two parties
  stances explain alpha                            of many answers at once
  stances explain stale-stance                     a rule of `stances check`")]
pub struct Options {
    /// The name of a measure or a rule; without it, all of them in one line each
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
        Some(name) => page(name)?.to_owned(),
    };
    session.write(&options.destination.output(), text.as_bytes())?;
    Ok(Outcome::Whole)
}

/// The page of this name.
fn page(name: &str) -> Result<&'static str> {
    let measure = catalogue::entry(name).map(|entry| entry.page);
    let rule = || rules::named(name).map(|rule| rule.page);
    measure.or_else(rule).ok_or_else(|| {
        let names = measures().chain(looked_by()).map(|(name, _)| name);
        let help = match suggest::nearest(name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`stances explain` lists what there is".to_owned(),
        };
        anyhow!("nothing is called `{name}`: {help}")
    })
}

/// A name and its meaning in one line.
pub type Line = (&'static str, &'static str);

/// Every measure.
pub fn measures() -> impl Iterator<Item = Line> {
    let entries = catalogue::entries().into_iter();
    entries.map(|entry| (entry.name, entry.summary))
}

/// Every rule that `stances check` looks by.
pub fn looked_by() -> impl Iterator<Item = Line> {
    rules::ALL
        .iter()
        .map(|rule| (rule.code.name, rule.code.summary))
}

/// One line a page.
fn list() -> String {
    let names = measures().chain(looked_by()).map(|(name, _)| name.len());
    let longest = names.max().unwrap_or(0);
    let line = |(name, summary): Line| format!("{name:longest$}  {summary}\n");
    let (measures, rules): (String, String) = (
        measures().map(line).collect(),
        looked_by().map(line).collect(),
    );
    format!("Measures\n\n{measures}\nRules of `stances check`\n\n{rules}")
}
