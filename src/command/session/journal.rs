//! What is being done to several files, written down before it is done.
//!
//! A *plan* says which files are to be changed; whoever finds one that nobody is
//! working on takes it back. Renaming it to a *journal* decides: from then on the
//! change counts as made, and whoever finds it makes the steps that are missing.
//!
//! A journal may come from a folder that somebody else has sent. So it names no
//! paths, only RON files of its folder and what was laid ready beside them:
//! following it can do nothing outside of the change that it describes.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::read_whole;
use crate::change::draft::Draft;

const PLAN: &str = ".stances.plan";
const JOURNAL: &str = ".stances.journal";
const SCHEMA: &str = "stances/journal/1";

/// How the names of files begin that are laid ready.
const STAGED: &str = ".stances-";

/// The steps of one change to the files of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    schema: String,
    pub(super) steps: Vec<Step>,
}

/// What is done to one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// The file's name in the folder.
    pub(super) name: String,
    /// The name of what takes its place, in the folder of the file that the name
    /// leads to; nothing if the file is to go.
    staged: Option<String>,
}

impl Journal {
    /// The steps of a draft.
    pub(super) fn of(draft: &Draft) -> Self {
        // Names must differ from those of others in a folder that links lead to.
        let nonce = RandomState::new().build_hasher().finish();
        let steps = draft.files.iter().enumerate().map(|(at, file)| Step {
            name: file.name.clone(),
            staged: (file.after.as_ref()).map(|_| format!("{STAGED}{nonce:016x}-{at}")),
        });
        Self {
            schema: SCHEMA.to_owned(),
            steps: steps.collect(),
        }
    }

    /// The change that is decided on in this folder and perhaps not yet made
    /// everywhere.
    pub(super) fn decided(folder: &Path) -> io::Result<Option<Self>> {
        match read_whole(&folder.join(JOURNAL)) {
            Ok(text) => Self::read(&text).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether a change is decided on in this folder.
    pub(super) fn is_there(folder: &Path) -> bool {
        folder.join(JOURNAL).symlink_metadata().is_ok()
    }

    /// The change that is planned in this folder. A plan that was not written to
    /// its end counts as none: nothing was laid ready yet.
    fn planned(folder: &Path) -> Option<Self> {
        Self::read(&read_whole(&folder.join(PLAN)).ok()?).ok()
    }

    fn read(text: &[u8]) -> io::Result<Self> {
        let journal: Option<Self> = serde_json::from_slice(text).ok();
        let sound = |journal: &Self| {
            journal.schema == SCHEMA && journal.steps.iter().all(Step::is_of_the_folder)
        };
        journal.filter(sound).ok_or_else(|| {
            io::Error::other(format!(
                "`{JOURNAL}` is not a journal that this version can follow; it tells of a change \
                 that was interrupted: finish it with the version that wrote it"
            ))
        })
    }

    /// Writes down what is to be done.
    pub(super) fn plan(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec(self).map_err(io::Error::other)?;
        File::create_new(folder.join(PLAN))?.write_all(&text)
    }

    /// Decides: from here on the change counts as made.
    pub(super) fn decide(&self, folder: &Path) -> io::Result<()> {
        let plan = folder.join(PLAN);
        File::open(&plan)?.sync_all()?;
        self.sync(folder)?;
        fs::rename(&plan, folder.join(JOURNAL))?;
        sync(folder)
    }

    /// Makes every step that is not made yet.
    pub(super) fn follow(&self, folder: &Path) -> io::Result<()> {
        for step in &self.steps {
            step.make(folder)?;
        }
        self.sync(folder)
    }

    /// The way that a name of the folder leads now: to what was laid ready if
    /// that is still to take the file's place.
    pub(super) fn path(&self, folder: &Path, name: &str) -> PathBuf {
        let step = self.steps.iter().find(|step| step.name == name);
        let ready = step.and_then(|step| step.ready(folder));
        ready
            .filter(|ready| ready.symlink_metadata().is_ok())
            .unwrap_or_else(|| folder.join(name))
    }

    /// Syncs each folder in which something is changed.
    pub(super) fn sync(&self, folder: &Path) -> io::Result<()> {
        let paths = self.steps.iter().map(|step| target(folder, &step.name));
        let folders: BTreeSet<PathBuf> = paths.map(|path| parent(&path).to_owned()).collect();
        folders.iter().try_for_each(|folder| sync(folder))
    }
}

impl Step {
    /// Where this step lays ready what takes the file's place.
    pub(super) fn ready(&self, folder: &Path) -> Option<PathBuf> {
        let staged = self.staged.as_ref()?;
        Some(parent(&target(folder, &self.name)).join(staged))
    }

    /// Whether the file is to go.
    pub(super) fn is_removal(&self) -> bool {
        self.staged.is_none()
    }

    /// Makes the step; nothing if it was made before.
    pub(super) fn make(&self, folder: &Path) -> io::Result<()> {
        let made = match self.ready(folder) {
            Some(ready) => fs::rename(ready, target(folder, &self.name)),
            None => fs::remove_file(folder.join(&self.name)),
        };
        unless_gone(made)
    }

    fn is_of_the_folder(&self) -> bool {
        let is_plain = |name: &str| !name.contains(['/', '\\', ':', '\0']);
        let is_file = self.name.ends_with(".ron") && !self.name.starts_with('.');
        let staged = self.staged.as_deref();
        is_file
            && is_plain(&self.name)
            && staged.is_none_or(|staged| staged.starts_with(STAGED) && is_plain(staged))
    }
}

/// Finishes what was decided on in a folder and takes back what was only planned.
/// To be called by whoever has the turn to write there.
pub(super) fn recover(folder: &Path) -> io::Result<()> {
    if let Some(journal) = Journal::decided(folder)? {
        journal.follow(folder)?;
        forget_decided(folder)?;
    }
    if let Some(plan) = Journal::planned(folder) {
        let ready = plan.steps.iter().filter_map(|step| step.ready(folder));
        for ready in ready {
            unless_gone(fs::remove_file(ready))?;
        }
    }
    forget_planned(folder)
}

/// Removes the journal, when all its steps are made.
pub(super) fn forget_decided(folder: &Path) -> io::Result<()> {
    unless_gone(fs::remove_file(folder.join(JOURNAL)))?;
    sync(folder)
}

/// Removes the plan, when nothing is laid ready any more.
pub(super) fn forget_planned(folder: &Path) -> io::Result<()> {
    unless_gone(fs::remove_file(folder.join(PLAN)))
}

/// The file that a name of a folder leads to: a link is followed.
pub(super) fn target(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    fs::canonicalize(&path).unwrap_or(path)
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the names in a folder last through a power failure, where a folder can
/// be opened for that.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn unless_gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
