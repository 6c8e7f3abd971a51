//! `stances explain`: the page of a measure or a rule.

use anyhow::{Result, anyhow};
use clap::Args;

use super::options::Destination;
use super::session::Session;
use super::{Outcome, complete};
use crate::check::rules;
use crate::finding::suggest;
use crate::measure::{self, spread};

/// What a measure means, or what a rule looks for and why
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances explain agreement                        of two parties
  stances explain alpha                            of many answers at once
  stances explain single-source                    what a rule of `check` looks for")]
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
    let of_pairs = measure::named(name).map(|measure| measure.page);
    let of_many = || spread::named(name).map(|measure| measure.page);
    let rule = || rules::named(name).map(|rule| rule.page);
    of_pairs.or_else(of_many).or_else(rule).ok_or_else(|| {
        let names = lines().map(|(name, _)| name);
        let help = match suggest::nearest(name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`stances explain` lists what there is".to_owned(),
        };
        anyhow!("nothing is called `{name}`: {help}")
    })
}

/// Everything that has a page, with its summary: measures of pairs, those of many
/// answers, then rules.
pub fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rules = rules::ALL.iter();
    measures().chain(rules.map(|rule| (rule.code.name, rule.code.summary)))
}

fn measures() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_pairs = measure::ALL.iter();
    let of_many = spread::ALL.iter();
    of_pairs
        .map(|measure| (measure.name, measure.summary))
        .chain(of_many.map(|measure| (measure.name, measure.summary)))
}

/// One line a page.
fn list() -> String {
    let longest = lines().map(|(name, _)| name.len()).max().unwrap_or(0);
    let line = |(name, summary)| format!("{name:longest$}  {summary}\n");
    let rules: String = lines().skip(measures().count()).map(line).collect();
    let measures: String = measures().map(line).collect();
    format!("Measures\n\n{measures}\nRules of `stances check`\n\n{rules}")
}
