//! Texts of files anywhere, replaced together: none as long as one cannot be.
//!
//! The files of a dossier are changed by a transaction, which also outlasts being
//! killed in the middle; see [`super::transaction`].

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Session;
use super::replace::{Ready, ready};
use super::stage::writable;
use crate::change::draft::{Draft, FileChange};

impl Session {
    /// The path of a file without links, by which one that is named twice is known.
    pub fn whole(&self, path: &str) -> Option<std::path::PathBuf> {
        fs::canonicalize(self.folder.join(path)).ok()
    }

    /// Replaces the files of a draft, whose names are paths as a user gives them.
    ///
    /// # Errors
    ///
    /// When one is not what it was when it was read, or cannot be written: then,
    /// unless a disk fails in the very last step, none is changed.
    pub fn replace_all(&self, draft: &Draft) -> Result<()> {
        let all: Vec<Ready> = (draft.files.iter())
            .map(|file| {
                let path = self.folder.join(&file.name);
                laid_ready(&path, file)
                    .with_context(|| format!("cannot write `{}`, nothing was changed", file.name))
            })
            .collect::<Result<_>>()?;
        if let Some(file) = draft.files.iter().find(|file| !self.is_as_read(file)) {
            bail!(
                "`{}` was changed meanwhile, nothing was written; run the command again",
                file.name
            );
        }
        for (file, ready) in draft.files.iter().zip(all) {
            ready
                .put()
                .with_context(|| format!("cannot write `{}`", file.name))?;
        }
        Ok(())
    }

    fn is_as_read(&self, file: &FileChange) -> bool {
        let now = self.read(Path::new(&file.name));
        now.is_ok_and(|now| file.before.as_deref().map(str::as_bytes) == Some(&now))
    }
}

fn laid_ready(path: &Path, file: &FileChange) -> std::io::Result<Ready> {
    writable(path)?;
    ready(path, file.after.as_deref().unwrap_or_default().as_bytes())
}
