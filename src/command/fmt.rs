//! `stances fmt`: the files of a dossier in canonical form.

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::site::{Site, Writing, draw};
use super::{Outcome, complete};
use crate::change::draft::Draft;
use crate::change::fmt::fmt;

/// Put the files of a dossier into canonical form
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances fmt paris-and-moscow                     writes the files that are not in this form
  stances fmt paris-and-moscow --check             names them, and ends with exit code 1 if there are any
  stances fmt paris-and-moscow --diff              shows what would change

Comments stay with what they are about, values as they are written. A file that would say anything
else afterwards, or that has mistakes, is left alone.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// Change nothing; end with exit code 1 if something would change
    #[arg(long)]
    check: bool,

    /// Change nothing; show what would change, as --dry-run does
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    writing: Writing,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such dossier, or when it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let site = Site::open(session, options.dossier.as_deref())?;
    let formatted = fmt(&site.texts);
    let left_alone: Vec<_> = (site.unreadable.iter())
        .chain(&formatted.left_alone)
        .collect();
    for (name, reason) in &left_alone {
        let path = site.path(name);
        session.remark(&format!("`{path}` is left alone: {reason}\n"));
    }
    let draft = &formatted.draft;
    if options.diff || options.writing.dry_run {
        let text = draw(session, draft, &site.folder, &options.writing);
        session.print(text.as_bytes())?;
    } else if options.check {
        session.print(names(&site, draft).as_bytes())?;
    } else {
        session.commit(&site.folder, draft)?;
    }
    let differs = options.check && !draft.is_empty();
    Ok(match left_alone.is_empty() && !differs {
        true => Outcome::Whole,
        false => Outcome::LeftOut,
    })
}

/// The files that would change, one a line.
fn names(site: &Site, draft: &Draft) -> String {
    let names = draft.files.iter().map(|file| site.path(&file.name) + "\n");
    names.collect()
}
