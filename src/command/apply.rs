//! From a draft to changed files: what all commands that change files share.

use anyhow::Result;
use itertools::Itertools;

use super::Outcome;
use super::options::Writing;
use super::session::Session;
use super::texts::Texts;
use crate::change::draft::{Draft, FileChange};
use crate::change::fitness::{broken, concerns_all};
use crate::change::text_file::{HEAD, TextFile};
use crate::finding::Finding;
use crate::render::diff;
use crate::render::findings::full;
use crate::render::plain::shown;
use crate::text::source::Source;

/// What became of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It changes nothing.
    Nothing,
    /// Its differences were printed.
    Printed,
    /// The files are changed.
    Written,
    /// It would make records unusable; that has been said.
    Refused,
}

impl From<Applied> for Outcome {
    fn from(applied: Applied) -> Self {
        match applied {
            Applied::Nothing | Applied::Printed | Applied::Written => Self::Whole,
            Applied::Refused => Self::Refused,
        }
    }
}

/// How many mistakes are shown that a change would make.
const DRAWN: usize = 8;

/// How many files of a change to many are named.
const NAMED: usize = 6;

/// Changes the files as the draft has it, or prints the differences if only they
/// are asked for. Says on standard error what was done.
///
/// # Errors
///
/// When a file is not what it was when it was read, or cannot be written.
pub fn apply(
    session: &Session,
    texts: &Texts,
    draft: &Draft,
    writing: &Writing,
) -> Result<Applied> {
    if draft.is_empty() {
        session.remark("nothing to change\n");
        return Ok(Applied::Nothing);
    }
    if let Some(applied) = tried(session, texts, draft, &others(texts, draft)?, writing)? {
        return Ok(applied);
    }
    session.commit(&texts.folder, draft)?;
    session.remark(&format!("{}\n", shown(&done(draft, texts))));
    Ok(Applied::Written)
}

/// Makes a dossier of the draft in a folder that is not there yet or has no file of
/// a dossier, or prints its files if only they are asked for.
///
/// # Errors
///
/// When the folder cannot be made, or a file not be written.
pub fn begin(
    session: &Session,
    texts: &Texts,
    draft: &Draft,
    writing: &Writing,
) -> Result<Applied> {
    if let Some(applied) = tried(session, texts, draft, &[], writing)? {
        return Ok(applied);
    }
    session.make_folder(&texts.folder)?;
    session.commit(&texts.folder, draft)?;
    session.remark(&format!("{}\n", shown(&done(draft, texts))));
    Ok(Applied::Written)
}

/// What becomes of a draft that is not to be written, or must not be.
fn tried(
    session: &Session,
    texts: &Texts,
    draft: &Draft,
    others: &[TextFile],
    writing: &Writing,
) -> Result<Option<Applied>> {
    let (found, sources) = broken(draft, others, |name| texts.path(name));
    if !found.is_empty() {
        refuse(session, &found, &sources, writing);
        return Ok(Some(Applied::Refused));
    }
    if writing.dry_run {
        let page = session.page(&writing.output());
        session.print(diff::draw(draft, |name| texts.path(name), &page).as_bytes())?;
        return Ok(Some(Applied::Printed));
    }
    Ok(None)
}

/// Says why a file is left alone that cannot be read as RON.
pub fn refuse_broken(session: &Session, file: &TextFile, writing: &Writing) -> Applied {
    let sources = [file.source.clone()];
    refuse(session, &file.mistakes(), &sources, writing);
    Applied::Refused
}

fn refuse(session: &Session, found: &[Finding], sources: &[Source], writing: &Writing) {
    session.remark(&full::draw(
        &found[..found.len().min(DRAWN)],
        sources,
        &session.margin(&writing.output()),
    ));
    session.remark(&match found.len() {
        1 => "nothing was written because of this mistake\n".to_owned(),
        2..=DRAWN => "nothing was written because of these mistakes\n".to_owned(),
        many => format!("nothing was written because of {many} mistakes such as these\n"),
    });
}

/// The files that the draft leaves alone and that tell whether it can be made.
/// What cannot be read has no say.
fn others(texts: &Texts, draft: &Draft) -> Result<Vec<TextFile>> {
    let is_other = |file: &TextFile| draft.files.iter().all(|change| change.name != file.name);
    if !concerns_all(draft) {
        return Ok(texts.one(HEAD).into_iter().filter(is_other).collect());
    }
    Ok(texts.readable()?.into_iter().filter(is_other).collect())
}

/// What was done, in one line.
fn done(draft: &Draft, texts: &Texts) -> String {
    let renamed = draft.renamed();
    let moved =
        renamed.map(|(gone, come)| format!("renamed {} to {}", texts.path(&gone.name), come.name));
    let is_other = |file: &&FileChange| renamed.is_none() || !(file.comes() || file.goes());
    let others: Vec<&FileChange> = draft.files.iter().filter(is_other).collect();
    let others = match others.as_slice() {
        [] => None,
        [file] => Some(format!(
            "{} {}: {}",
            verb(file),
            texts.path(&file.name),
            extent(file)
        )),
        several => Some(done_to(several, texts)),
    };
    moved.into_iter().chain(others).join("; ")
}

fn done_to(files: &[&FileChange], texts: &Texts) -> String {
    let named = files.iter().take(NAMED);
    let named = named.map(|file| format!("{} ({})", file.name, extent(file)));
    let more = match files.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "changed {} files in {}: {}{more}",
        files.len(),
        texts.folder.display(),
        named.format(", ")
    )
}

fn verb(file: &FileChange) -> &'static str {
    match (file.comes(), file.goes()) {
        (true, _) => "added",
        (_, true) => "removed",
        _ => "changed",
    }
}

fn extent(file: &FileChange) -> String {
    match diff::lines_changed(file) {
        1 => "1 line".to_owned(),
        lines => format!("{lines} lines"),
    }
}
