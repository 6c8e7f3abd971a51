//! Changing files of a dossier: all of them or none, whenever the process ends.
//!
//! New texts are laid ready beside the files, which are then compared with what
//! was read. A change to one file is made by one renaming, which is the decision.
//! A change to several is decided by renaming the plan, and then made; see
//! [`super::journal`]. Up to the decision every failure takes everything back.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Session;
use super::journal::{Journal, Step, forget_decided, recover, target};
use super::lock::Lock;
use super::stage::{stage, writable};
use crate::change::draft::{Draft, FileChange};

impl Session {
    /// Makes a draft come true in the folder of a dossier.
    ///
    /// # Errors
    ///
    /// When a file is not what it was when the draft was made, or when something
    /// cannot be written. Nothing is changed then.
    pub fn commit(&self, folder: &Path, draft: &Draft) -> Result<()> {
        if draft.is_empty() {
            return Ok(());
        }
        let shown = folder.display();
        let waiting =
            || self.remark("waiting: another process is changing the files of this dossier\n");
        let folder = &self.folder.join(folder);
        let _turn = Lock::take(folder, waiting).with_context(|| {
            format!("cannot write in the folder `{shown}`, nothing was changed")
        })?;
        recover(folder).with_context(|| {
            format!("an interrupted change in `{shown}` cannot be finished, nothing was written")
        })?;
        let journal = Journal::of(draft);
        if let Err(error) = prepare(folder, draft, &journal) {
            // What cannot be removed now is removed by the next run.
            let _ = recover(folder);
            return Err(error);
        }
        make(folder, &journal)
    }
}

/// Lays everything ready up to the decision.
fn prepare(folder: &Path, draft: &Draft, journal: &Journal) -> Result<()> {
    let cannot_write = |name: &str| format!("cannot write `{name}`, nothing was changed");
    journal
        .plan(folder)
        .with_context(|| cannot_write(&draft.files[0].name))?;
    for (file, step) in draft.files.iter().zip(&journal.steps) {
        lay_ready(folder, draft, file, step).with_context(|| cannot_write(&file.name))?;
    }
    match draft.files.iter().find(|file| !is_as_read(folder, file)) {
        Some(file) => bail!(
            "`{}` was changed meanwhile, nothing was written; run the command again",
            file.name
        ),
        None => Ok(()),
    }
}

/// Writes what takes a file's place.
fn lay_ready(folder: &Path, draft: &Draft, file: &FileChange, step: &Step) -> io::Result<()> {
    let old = writable(&target(folder, &file.name))?;
    let (Some(ready), Some(text)) = (step.ready(folder), &file.after) else {
        return Ok(());
    };
    match old {
        Some(old) => stage(&ready, text, Some(&old)),
        None => stage(&ready, text, model(folder, draft).as_ref()),
    }
}

/// The file whose permissions a new one gets: that which it is under another name.
fn model(folder: &Path, draft: &Draft) -> Option<fs::Metadata> {
    let (gone, _) = draft.renamed()?;
    fs::metadata(folder.join(&gone.name)).ok()
}

/// Whether a file is byte for byte what was read.
fn is_as_read(folder: &Path, file: &FileChange) -> bool {
    let path = folder.join(&file.name);
    match &file.before {
        Some(before) => fs::read(path).is_ok_and(|bytes| bytes == before.as_bytes()),
        None => path.symlink_metadata().is_err(),
    }
}

/// Decides, and makes what is decided.
fn make(folder: &Path, journal: &Journal) -> Result<()> {
    if let [step] = journal.steps.as_slice() {
        return make_one(folder, journal, step);
    }
    if let Err(error) = journal.decide(folder) {
        let _ = recover(folder);
        return Err(error).context("cannot write the journal of the change, nothing was changed");
    }
    let followed = journal.follow(folder).and_then(|()| forget_decided(folder));
    followed
        .context("the change is decided, but not made in every file; the next run goes on with it")
}

/// Makes a change of one step, which is its own decision.
fn make_one(folder: &Path, journal: &Journal, step: &Step) -> Result<()> {
    let made = step.make(folder);
    // Takes the plan back, and what was laid ready if it was not used.
    let tidied = recover(folder);
    made.with_context(|| format!("cannot write `{}`, nothing was changed", step.name))?;
    tidied
        .and_then(|()| journal.sync(folder))
        .context("the change is made, but may not last through a power failure")
}
