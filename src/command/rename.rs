//! `stances rename`: another name, wherever it is used.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::apply::{apply, refuse_broken};
use super::load::find;
use super::options::Writing;
use super::session::Session;
use super::texts::Texts;
use super::{Outcome, complete};
use crate::change::references::Named;
use crate::change::rename::{NotRenamed, rename};

/// Give a party, an issue, a source or an area another id, in all files
#[derive(Debug, Args)]
#[command(after_help = "\
Every reference in every file is changed, and a party's file is renamed; all of it or nothing.
Text that happens to be equal stays.

Examples:
  stances rename issue territory-decision who-decides-on-territory --in paris-and-moscow --dry-run
  stances rename party united-states usa --in paris-and-moscow")]
pub struct Options {
    /// What bears the name
    what: What,

    /// Its id now
    #[arg(add = complete::names())]
    old: String,

    /// Its id afterwards: small letters, digits and single hyphens
    new: String,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,
}

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Party,
    Issue,
    Source,
    Area,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such id, when the new one is taken or no id, or when a file
/// cannot be read or written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let texts = Texts::new(session, find(session, options.dossier.as_deref())?);
    let files = texts.all()?;
    let applied = match rename(&files, options.what.into(), &options.old, &options.new) {
        Ok(draft) => apply(session, &texts, &draft, &options.writing)?,
        Err(NotRenamed::Mistakes(name)) => match files.iter().find(|file| file.name == name) {
            Some(file) => refuse_broken(session, file, &options.writing),
            None => bail!(NotRenamed::Mistakes(name)),
        },
        Err(other) => bail!(other),
    };
    Ok(applied.into())
}

impl From<What> for Named {
    fn from(what: What) -> Self {
        match what {
            What::Party => Self::Party,
            What::Issue => Self::Issue,
            What::Source => Self::Source,
            What::Area => Self::Area,
        }
    }
}
