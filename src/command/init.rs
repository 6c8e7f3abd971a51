//! `stances init`: a dossier to begin with.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::load::SHELF;
use super::options::Writing;
use super::session::Session;
use crate::change::init;
use crate::change::text_file::HEAD;
use crate::render::diff;

/// The name of a dossier that was given none.
const NAME: &str = "my-talks";

/// Where a workflow for GitHub stands in a repository.
const WORKFLOW: &str = ".github/workflows/stances.yml";

/// The configuration of pre-commit.
const HOOKS: &str = ".pre-commit-config.yaml";

/// Begin a dossier: two invented parties, every common field explained
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances init                                     stances/my-talks
  stances init stances/water-talks --ci github     with a workflow that checks it on every change

Nothing that is there is written over.")]
pub struct Options {
    /// The folder to make [default: stances/my-talks]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Also make what checks the dossier elsewhere
    #[arg(long, value_name = "WHERE")]
    ci: Vec<Ci>,

    #[command(flatten)]
    writing: Writing,
}

/// What can check a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ci {
    /// A workflow in .github/workflows
    Github,
    /// Hooks of pre-commit.com
    PreCommit,
}

/// Runs the command.
///
/// # Errors
///
/// When something is in the way, or cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let folder = options
        .folder
        .clone()
        .unwrap_or_else(|| Path::new(SHELF).join(NAME));
    let shown = folder.display().to_string();
    refuse_occupied(session, &folder)?;
    if !options.ci.is_empty() && shown.contains(['"', '\\', '\n', '$', '`']) {
        bail!("`{shown}` cannot stand in a script as it is: choose a plainer name for `--ci`");
    }
    let checks: Vec<(&Path, String)> = options.ci.iter().map(|ci| check(*ci, &shown)).collect();
    if let Some((path, text)) = checks.iter().find(|(path, _)| session.exists(path)) {
        bail!(
            "`{}` is there already: add this to it by hand, and leave out `--ci`\n\n{text}",
            path.display()
        );
    }
    let draft = init::dossier();
    if options.writing.dry_run {
        let path = |name: &str| folder.join(name).display().to_string();
        let page = session.page(&options.writing.output());
        session.print(diff::draw(&draft, path, &page).as_bytes())?;
        return Ok(Outcome::Whole);
    }
    session.make_folder(&folder)?;
    session.commit(&folder, &draft)?;
    for (path, text) in &checks {
        session.create(path, text)?;
    }
    session.remark(&next(&shown));
    Ok(Outcome::Whole)
}

/// A folder with files of its own becomes no dossier: each would be a party.
///
/// # Errors
///
/// When something is there that stands in the way.
pub fn refuse_occupied(session: &Session, folder: &Path) -> Result<()> {
    if session.exists(&folder.join(HEAD)) {
        bail!(
            "`{}` is a dossier already: name another folder",
            folder.display()
        );
    }
    if session.exists(folder) && !session.is_folder(folder) {
        bail!("`{}` is a file: name another folder", folder.display());
    }
    let files = session.ron_files(folder).unwrap_or_default();
    match files.first() {
        Some(file) => bail!(
            "there is `{}`, which would become a party: name another folder",
            folder.join(file).display()
        ),
        None => Ok(()),
    }
}

fn check(ci: Ci, folder: &str) -> (&'static Path, String) {
    match ci {
        Ci::Github => (Path::new(WORKFLOW), init::github(folder)),
        Ci::PreCommit => (Path::new(HOOKS), init::pre_commit(folder)),
    }
}

/// What to do now.
fn next(folder: &str) -> String {
    format!(
        "`{folder}` is a dossier of two invented parties. Now:\n  \
         stances compare {folder}\n  \
         stances new party ID --name NAME --in {folder}\n  \
         stances edit dossier --in {folder}\n"
    )
}
