//! `stances edit`: a file in your editor, checked before it is saved.

use anyhow::Result;
use clap::Args;

use super::options::Writing;
use super::session::Session;
use super::session::editor::Copy;
use super::site::Site;
use super::{Outcome, complete};
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::edit::{Desk, Next};
use crate::change::refusal::Refusal;
use crate::change::text_file::{HEAD, TextFile};
use crate::render::findings::full;
use crate::render::plain::shown;

/// What stands for `dossier.ron`.
const DOSSIER: &str = "dossier";

/// Open a party's file in your editor, and check it before it is saved
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances edit ukraine --in paris-and-moscow
  stances edit dossier --in paris-and-moscow       areas, issues, relations and sources
  STANCES_EDITOR='code --wait' stances edit ukraine --in paris-and-moscow

The editor is the first that is set of STANCES_EDITOR, VISUAL and EDITOR. It works on a copy. With
mistakes in it the copy opens again, the mistakes noted on top; left as it is, it is kept and the
file stays what it was.")]
pub struct Options {
    /// The id of a party, or `dossier` for what all parties share
    #[arg(value_name = "PARTY", add = complete::files())]
    file: String,

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
/// When there is no such file, no editor, or when the file cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let site = Site::open(session, options.dossier.as_deref())?;
    let file = file(&site.bundle, &options.file)?;
    let mut desk = Desk::new(&site.bundle, file);
    let copy = Copy::of(&file.name, desk.text())?;
    let mut opened = desk.text().to_owned();
    loop {
        let text = match copy.edited(session) {
            Ok(text) => text,
            Err(error) => return Err(not_lost(error, copy, &opened)),
        };
        opened = match desk.left(&text) {
            Next::Unchanged => {
                session.remark("nothing was changed\n");
                return Ok(Outcome::Whole);
            }
            Next::Save(draft) => return saved(&site, &draft, copy, options),
            Next::OpenAgain(text) if session.has_terminal() => text,
            Next::OpenAgain(_) | Next::Keep => return kept(session, &desk, copy, options),
        };
        copy.put(&opened)?;
    }
}

fn file<'a>(bundle: &'a Bundle, name: &str) -> Result<&'a TextFile, Refusal> {
    match bundle.file(HEAD) {
        Some(head) if name == DOSSIER => Ok(head),
        _ => bundle.party(name),
    }
}

/// Writes the draft; what cannot be written is not lost.
fn saved(site: &Site, draft: &Draft, copy: Copy, options: &Options) -> Result<Outcome> {
    let written = site.carry_out(draft, &options.writing);
    written.map_err(|error| {
        let path = copy.keep();
        error.context(format!("your text is kept in `{}`", path.display()))
    })
}

/// Keeps a copy that an editor left in another state than it was opened in, even
/// if the editor failed then.
fn not_lost(error: anyhow::Error, copy: Copy, opened: &str) -> anyhow::Error {
    match copy.holds(opened) {
        true => error,
        false => error.context(format!("your text is kept in `{}`", copy.keep().display())),
    }
}

/// Says what is wrong, and where the copy is.
fn kept(session: &Session, desk: &Desk, copy: Copy, options: &Options) -> Result<Outcome> {
    let Some((findings, source)) = desk.wrong() else {
        return Ok(Outcome::Whole);
    };
    copy.put(source.text())?;
    let page = session.margin(&options.writing.output());
    session.remark(&full::draw(findings, std::slice::from_ref(source), &page));
    let (path, copy) = (source.name(), copy.keep());
    let said = format!(
        "`{path}` is as it was; your text is kept in `{}`",
        copy.display()
    );
    session.remark(&format!("{}\n", shown(&said)));
    Ok(Outcome::Refused)
}
