//! `stances get`: one value of a file, as it is written there.

use anyhow::Result;
use clap::Args;

use super::load::find;
use super::refusal::lost_in;
use super::session::Session;
use super::texts::Texts;
use super::{Outcome, complete};
use crate::change::address::Address;
use crate::syntax::tree::Tree;

/// Print the value at a place of a file
#[derive(Debug, Args)]
#[command(after_help = "\
A place is a file and the way into it: `FILE:field`, `FILE:list[0].field`,
`FILE:list[field=value].field`, `FILE:map{\"key\"}`. FILE is a party's id, or `dossier`.

Examples:
  stances get 'ukraine:stances[issue=revise-us-plan].position' --in paris-and-moscow
  stances get 'dossier:sources[id=article].title' --in paris-and-moscow")]
pub struct Options {
    /// The place: `FILE:ROUTE`
    #[arg(value_name = "ROUTE")]
    address: Address,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,
}

/// Runs the command.
///
/// # Errors
///
/// When nothing is at the place, or several items are, or the file cannot be read.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let texts = Texts::new(session, find(session, options.dossier.as_deref())?);
    let address = &options.address;
    let file = texts.one(&address.file())?;
    let tree = Tree::parse(file.source.text());
    let place = (tree.locate(&address.route)).map_err(|lost| lost_in(address, &file, &lost))?;
    session.print_text(&format!("{}\n", place.value.text()))?;
    Ok(Outcome::Whole)
}
