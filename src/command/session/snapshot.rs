//! The files of a dossier as they all were at one moment.
//!
//! Who reads does not wait for who writes, and needs no permission to write. It
//! reads what a decided change has laid ready as if it were in place already,
//! looks again at the end whether anything has moved meanwhile, and if so reads
//! again.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::Session;
use super::journal::{Journal, recover};
use super::lock::Lock;

/// A file's name and its bytes.
pub type Read = (String, io::Result<Vec<u8>>);

/// How often files are read again before their reader asks for a turn of its own.
const TRIES: usize = 8;

/// Which files of a folder.
#[derive(Debug, Clone, Copy)]
enum Wanted<'a> {
    /// All that end in `.ron`.
    All,
    These(&'a [&'a str]),
}

impl Session {
    /// All RON files of a folder, sorted by name, as they were at one moment.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn snapshot(&self, folder: &Path) -> Result<Vec<Read>> {
        self.taken(folder, Wanted::All)
    }

    /// These files of a folder as they were at one moment.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn snapshot_of(&self, folder: &Path, names: &[&str]) -> Result<Vec<Read>> {
        self.taken(folder, Wanted::These(names))
    }

    fn taken(&self, folder: &Path, wanted: Wanted) -> Result<Vec<Read>> {
        tidy(&self.folder.join(folder));
        let taken = self.tried(folder, wanted);
        taken.with_context(|| format!("cannot read the folder `{}`", folder.display()))
    }

    fn tried(&self, folder: &Path, wanted: Wanted) -> io::Result<Vec<Read>> {
        for _ in 0..TRIES {
            if let Some(files) = self.attempt(folder, wanted)? {
                return Ok(files);
            }
        }
        let _turn = Lock::take(&self.folder.join(folder), || {})?;
        let restless = || io::Error::other("its files are changed while they are read");
        self.attempt(folder, wanted)?.ok_or_else(restless)
    }

    /// Reads the files; nothing if one of them was changed meanwhile.
    ///
    /// At the time of the second look at the journal each file was what it was
    /// when it was read, and what it is when it is looked at again.
    fn attempt(&self, folder: &Path, wanted: Wanted) -> io::Result<Option<Vec<Read>>> {
        let view = View::of(self, folder, wanted)?;
        let read: Vec<(Option<Id>, Read)> = (view.names.par_iter())
            .map(|name| self.seen(&view, folder, name))
            .collect();
        if View::of(self, folder, wanted)? != view {
            return Ok(None);
        }
        let still = |(id, (name, _)): &(Option<Id>, Read)| {
            *id == Id::of(&view.path(&self.folder.join(folder), name))
        };
        let all = read.iter().all(still);
        Ok(all.then(|| read.into_iter().map(|(_, read)| read).collect()))
    }

    fn seen(&self, view: &View, folder: &Path, name: &str) -> (Option<Id>, Read) {
        let path = view.path(&self.folder.join(folder), name);
        // The id first: bytes that came later are then found out.
        let id = Id::of(&path);
        let bytes = self.read(&path);
        // What was taken away in between is somewhere else now, under the same id.
        let is_there = bytes.is_ok() || path.symlink_metadata().is_ok();
        (id.filter(|_| is_there), (name.to_owned(), bytes))
    }
}

/// What a reader sees of a folder before it looks into the files.
#[derive(PartialEq)]
struct View {
    journal: Option<Journal>,
    names: BTreeSet<String>,
}

impl View {
    /// The journal comes first: a change that is decided on after that is seen
    /// by the files it changes.
    fn of(session: &Session, folder: &Path, wanted: Wanted) -> io::Result<Self> {
        let journal = Journal::decided(&session.folder.join(folder))?;
        let mut names: BTreeSet<String> = match wanted {
            Wanted::All => session.ron_files(folder)?.into_iter().collect(),
            Wanted::These(names) => names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let steps = journal.iter().flat_map(|journal| &journal.steps);
        for step in steps {
            if step.is_removal() {
                names.remove(&step.name);
            } else if matches!(wanted, Wanted::All) {
                names.insert(step.name.clone());
            }
        }
        Ok(Self { journal, names })
    }

    fn path(&self, folder: &Path, name: &str) -> PathBuf {
        match &self.journal {
            Some(journal) => journal.path(folder, name),
            None => folder.join(name),
        }
    }
}

/// What tells a file from the one that takes its place.
#[derive(Debug, PartialEq, Eq)]
struct Id {
    /// Device and number, where there are such.
    number: (u64, u64),
    length: u64,
    modified: Option<std::time::SystemTime>,
}

impl Id {
    /// Nothing for what is not there or cannot be looked at.
    fn of(path: &Path) -> Option<Self> {
        let meta = fs::metadata(path).ok()?;
        Some(Self {
            number: number(&meta),
            length: meta.len(),
            modified: meta.modified().ok(),
        })
    }
}

#[cfg(unix)]
fn number(meta: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Finishes or takes back what somebody left who was killed while writing. Where
/// that is not possible, such as on a read-only medium, the files are read right
/// all the same.
fn tidy(folder: &Path) {
    if !Lock::is_there(folder) && !Journal::is_there(folder) {
        return;
    }
    if let Ok(Some(_turn)) = Lock::take_if_free(folder) {
        let _ = recover(folder);
    }
}
