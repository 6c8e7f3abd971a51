//! `stances remove`: one item out of a file.

use anyhow::{Result, anyhow};
use clap::Args;

use super::apply::{Applied, apply};
use super::load::find;
use super::options::Writing;
use super::refusal;
use super::session::Session;
use super::texts::Texts;
use super::{Outcome, complete};
use crate::change::address::Address;
use crate::change::references::{Named, references};
use crate::change::remove::remove;
use crate::change::text_file::{HEAD, TextFile};
use crate::render::plain::shown;
use crate::syntax::tree::Tree;

/// Take an item out of a file
#[derive(Debug, Args)]
#[command(after_help = "\
The comments directly above an item and behind it go with it; all others stay.

Examples:
  stances remove 'ukraine:stances[issue=revise-us-plan]' --in paris-and-moscow --dry-run
  stances remove 'ukraine:stances[0].note' --in paris-and-moscow")]
pub struct Options {
    /// The place: `FILE:ROUTE`, as `stances get` takes it
    #[arg(value_name = "ROUTE")]
    address: Address,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,
}

/// How many characters of what was removed are shown.
const SHOWN: usize = 72;

/// Runs the command.
///
/// # Errors
///
/// When the place is not there, or the file cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let texts = Texts::new(session, find(session, options.dossier.as_deref())?);
    let address = &options.address;
    let file = texts.one(&address.file())?;
    if address.route.steps.is_empty() {
        return Err(whole(&texts, address)?);
    }
    let applied = match remove(&file, &address.route) {
        Ok((draft, item)) => {
            let applied = apply(session, &texts, &draft, &options.writing)?;
            if applied == Applied::Written {
                session.remark(&format!("removed {}\n", in_short(&item)));
            }
            applied
        }
        Err(refused) => refusal::say(session, address, &file, &refused, &options.writing)?,
    };
    Ok(applied.into())
}

/// Why a whole file is not removed here, and what to do instead.
fn whole(texts: &Texts, address: &Address) -> Result<anyhow::Error> {
    let file = address.file();
    if file == HEAD {
        return Ok(anyhow!(
            "`{address}` is the whole file that makes the folder a dossier: \
             name an item in it, such as `dossier:issues[0]`"
        ));
    }
    let party = &address.stem;
    let named: Vec<String> = (texts.all()?.iter())
        .filter(|other| names_party(other, party))
        .map(|other| format!("`{}`", other.source.name()))
        .collect();
    let also = match named.as_slice() {
        [] => "no other file names it as a member".to_owned(),
        files => format!("take it out of the members in {} first", files.join(", ")),
    };
    Ok(anyhow!(
        "`{address}` is the whole file of a party: \
         a party is removed by deleting its file, `{}`; {also}",
        texts.one(&file)?.source.name()
    ))
}

fn names_party(file: &TextFile, party: &str) -> bool {
    let tree = Tree::parse(file.source.text());
    let members = references(file, &tree, Named::Party);
    members.iter().any(|member| member.name == party)
}

/// The beginning of an item, on one line.
fn in_short(item: &str) -> String {
    let line = item.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = line.chars().take(SHOWN).collect();
    let more = if start.len() < line.len() { " …" } else { "" };
    format!("{}{more}", shown(&start))
}
