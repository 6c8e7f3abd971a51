//! Another name for a party, an issue, a source or an area, wherever it is named.

use rayon::prelude::*;
use thiserror::Error;

use super::draft::{Draft, FileChange};
use super::new::id::is_id;
use super::references::{Named, Reference, declared, references};
use super::text_file::{HEAD, TextFile, stem};
use crate::finding::suggest;
use crate::syntax::quote::quote;
use crate::syntax::tree::Tree;
use crate::text::edit::{Conflict, Edit, EditSet};

/// Why a name is not changed.
#[derive(Debug, Error)]
pub enum NotRenamed {
    #[error("{0}")]
    Unknown(String),
    #[error(
        "`{0}` is no id: write small letters, digits and single hyphens, such as `army-ceiling`"
    )]
    NoId(String),
    #[error("`dossier` is the name of the file that makes a folder a dossier: choose another one")]
    Head,
    #[error("the {what} `{new}` is there already, in `{place}`")]
    Taken {
        what: Named,
        new: String,
        place: String,
    },
    /// Names may stand in what cannot be read.
    #[error("`{0}` has mistakes, which have to be mended first")]
    Mistakes(String),
    #[error(transparent)]
    Conflict(#[from] Conflict),
    #[error("`{0}` would not be exactly what was asked, nothing was written")]
    Unfaithful(String),
}

/// Changes a name in all files of a dossier. A party's name is also that of its
/// file.
///
/// # Errors
///
/// When there is nothing of the old name, when the new one is taken or no id, or
/// when a file has mistakes.
pub fn rename(files: &[TextFile], what: Named, old: &str, new: &str) -> Result<Draft, NotRenamed> {
    let read: Vec<Read> = files.par_iter().map(|file| Read::of(file, what)).collect();
    known(&read, what, old)?;
    if old == new {
        return Ok(Draft::default());
    }
    free(&read, what, new)?;
    let changes: Result<Vec<_>, NotRenamed> = read
        .par_iter()
        .map(|file| file.renamed(what, old, new))
        .collect();
    let changes = changes?.into_iter().flatten();
    Ok(Draft::new(changes))
}

/// A file with the names in it.
struct Read<'a> {
    file: &'a TextFile,
    tree: Tree,
    declared: Vec<Reference>,
    references: Vec<Reference>,
}

impl<'a> Read<'a> {
    fn of(file: &'a TextFile, what: Named) -> Self {
        let tree = Tree::parse(file.source.text());
        Self {
            declared: declared(file, &tree, what),
            references: references(file, &tree, what),
            file,
            tree,
        }
    }

    fn renamed(&self, what: Named, old: &str, new: &str) -> Result<Vec<FileChange>, NotRenamed> {
        if !self.tree.problems().is_empty() {
            return Err(NotRenamed::Mistakes(self.file.name.clone()));
        }
        let text = self.text(what, old, new)?;
        if what != Named::Party || self.file.stem() != old || self.file.name == HEAD {
            return Ok(vec![self.file.becomes(text)]);
        }
        let gone = FileChange {
            after: None,
            ..self.file.becomes("")
        };
        let come = FileChange {
            name: format!("{new}.ron"),
            before: None,
            after: Some(text),
        };
        Ok(vec![gone, come])
    }

    /// The text with the new name, read again: every place that named the old
    /// one names the new one.
    fn text(&self, what: Named, old: &str, new: &str) -> Result<String, NotRenamed> {
        let places = self.references.iter().filter(|place| place.name == old);
        let edits = places.map(|place| Edit::replace(place.span, quote(new)));
        let text = EditSet::new(self.tree.text(), edits.collect())?.apply();
        let after = Read::of(&self.file.with_text(text.as_str()), what).names();
        let meant = self
            .names()
            .into_iter()
            .map(|name| if name == old { new.to_owned() } else { name });
        match meant.eq(after) {
            true => Ok(text),
            false => Err(NotRenamed::Unfaithful(self.file.name.clone())),
        }
    }

    fn names(&self) -> Vec<String> {
        self.references
            .iter()
            .map(|place| place.name.clone())
            .collect()
    }
}

/// Whether there is something of this name.
fn known(read: &[Read], what: Named, name: &str) -> Result<(), NotRenamed> {
    let stems = read
        .iter()
        .map(|read| read.file.name.as_str())
        .filter(|name| *name != HEAD)
        .map(stem);
    let declared = read
        .iter()
        .flat_map(|read| &read.declared)
        .map(|place| place.name.as_str());
    let names: Vec<&str> = match what {
        Named::Party => stems.collect(),
        _ => declared.collect(),
    };
    if names.contains(&name) {
        return Ok(());
    }
    let help = suggest::help(name, &what.to_string(), names);
    let colon = if help.is_empty() { "" } else { ": " };
    Err(NotRenamed::Unknown(format!(
        "there is no {what} `{name}`{colon}{help}"
    )))
}

/// Whether a name can be given: what nobody bears is still taken when somebody
/// names it, for it would then mean something else.
fn free(read: &[Read], what: Named, name: &str) -> Result<(), NotRenamed> {
    if !is_id(name) {
        return Err(NotRenamed::NoId(name.to_owned()));
    }
    let is_file = |read: &&Read| what == Named::Party && read.file.stem() == name;
    let has_name = |read: &&Read| read.references.iter().any(|place| place.name == name);
    match read.iter().find(|read| is_file(read) || has_name(read)) {
        Some(read) if is_file(&read) && read.file.name == HEAD => Err(NotRenamed::Head),
        Some(read) => Err(NotRenamed::Taken {
            what,
            new: name.to_owned(),
            place: read.file.source.name().to_owned(),
        }),
        None => Ok(()),
    }
}
