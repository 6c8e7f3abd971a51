//! `stances set`: one value of a file, put where it belongs.

use anyhow::{Result, anyhow};
use clap::Args;

use super::apply::apply;
use super::load::find;
use super::options::Writing;
use super::refusal;
use super::session::Session;
use super::texts::Texts;
use super::{Outcome, complete};
use crate::change::address::Address;
use crate::change::set::{NotSet, set};
use crate::finding::Finding;

/// Put a value at a place of a file
#[derive(Debug, Args)]
#[command(after_help = "\
VALUE is RON, such as RedLine, 0.8 or 'Between(\"limited\", \"robust\")'. Where a text is due it
may stand bare: what is not RON of the right kind is taken as the text itself. Everything else in
the file stays as it is, comments included. A field that is not there yet is added.

Examples:
  stances set 'ukraine:stances[issue=revise-us-plan].firmness' RedLine --in paris-and-moscow
  stances set 'ukraine:stances[0].gist' 'Nothing without Ukraine.' --in paris-and-moscow --dry-run
  stances set dossier:as_of 2025-12-02 --in paris-and-moscow")]
pub struct Options {
    /// The place: `FILE:ROUTE`, as `stances get` takes it
    #[arg(value_name = "ROUTE")]
    address: Address,

    /// The value, in RON or as bare text
    #[arg(allow_hyphen_values = true)]
    value: String,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,
}

/// Runs the command.
///
/// # Errors
///
/// When the place is not there, the value does not fit it, or the file cannot be
/// written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let texts = Texts::new(session, find(session, options.dossier.as_deref())?);
    let address = &options.address;
    let file = texts.one(&address.file())?;
    let applied = match set(&file, &address.route, &options.value) {
        Ok(draft) => apply(session, &texts, &draft, &options.writing)?,
        Err(NotSet::Refused(refused)) => {
            refusal::say(session, address, &file, &refused, &options.writing)?
        }
        Err(NotSet::FitsNeither { as_ron, as_text }) => {
            return Err(unfit(options, &as_ron, &as_text));
        }
    };
    Ok(applied.into())
}

fn unfit(options: &Options, as_ron: &[Finding], as_text: &[Finding]) -> anyhow::Error {
    anyhow!(
        "`{}` does not fit at `{}`\n  as RON: {}\n  as text: {}",
        options.value,
        options.address,
        why(as_ron).unwrap_or_else(|| "this is not one RON value".into()),
        why(as_text).unwrap_or_default(),
    )
}

fn why(found: &[Finding]) -> Option<String> {
    let finding = found.first()?;
    let help = finding
        .help
        .first()
        .map_or(String::new(), |help| format!("; {help}"));
    Some(format!("{}{help}", finding.message))
}
