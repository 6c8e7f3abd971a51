//! `stances fmt`: the files of a dossier in canonical form.

use anyhow::Result;
use clap::Args;

use super::options::Writing;
use super::session::Session;
use super::site::Site;
use super::{Outcome, complete};
use crate::change::draft::Draft;
use crate::change::fmt::{Formatted, fmt};
use crate::render::plain::shown_lines;

/// Put the files of a dossier into canonical form
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances fmt paris-and-moscow                     writes the files that are not in this form
  stances fmt paris-and-moscow --check             names them; exit code 1 if there are any
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
    let formatted = fmt(&site.bundle);
    let left_alone = left_alone(session, &site, &formatted)?;
    let draft = &formatted.draft;
    let mut writing = options.writing.clone();
    writing.dry_run |= options.diff;
    if options.check && !writing.dry_run {
        session.print(shown_lines(&names(&site, draft)).as_bytes())?;
    } else {
        site.carry_out(draft, &writing)?;
    }
    let differs = options.check && !draft.is_empty();
    Ok(match left_alone || differs {
        true => Outcome::LeftOut,
        false => Outcome::Whole,
    })
}

/// Says which files are left alone and why, and tells whether there are any.
fn left_alone(session: &Session, site: &Site, formatted: &Formatted) -> Result<bool> {
    let mut said = formatted.left_alone.clone();
    for name in session.ron_files(&site.texts.folder)? {
        if site.bundle.file(&name).is_none() {
            let reason = site.texts.one(&name).err();
            said.push((
                name,
                reason.map_or(String::new(), |reason| reason.to_string()),
            ));
        }
    }
    for (name, reason) in &said {
        let path = site.texts.path(name);
        session.remark(&shown_lines(&format!("`{path}` is left alone: {reason}\n")));
    }
    Ok(!said.is_empty())
}

/// The files that would change, one a line.
fn names(site: &Site, draft: &Draft) -> String {
    let names = draft
        .files
        .iter()
        .map(|file| site.texts.path(&file.name) + "\n");
    names.collect()
}
