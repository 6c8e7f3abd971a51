//! Where the repository begins, and files that others collect in.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Session;
use crate::finding::naming::Naming;

impl Session {
    /// How files are called elsewhere: from the root of the repository, or from the
    /// current folder where there is none.
    pub fn naming(&self) -> Naming {
        let mut above = self.folder.ancestors();
        // In a worktree `.git` is a file.
        let root = above.find(|folder| folder.join(".git").symlink_metadata().is_ok());
        Naming {
            folder: self.folder.clone(),
            root: root.unwrap_or(&self.folder).to_owned(),
        }
    }

    /// The path that a variable of the environment holds.
    pub fn path_in(&self, variable: &str) -> Option<PathBuf> {
        let value = std::env::var_os(variable)?;
        (!value.is_empty()).then(|| PathBuf::from(value))
    }

    /// How many bytes there are in a file; none where there is no file yet.
    pub fn size(&self, path: &Path) -> u64 {
        let meta = fs::metadata(self.folder.join(path));
        meta.map_or(0, |meta| meta.len())
    }

    /// Writes behind what is in a file; a new one where there is none yet.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn append(&self, path: &Path, text: &str) -> Result<()> {
        let mut options = fs::OpenOptions::new();
        let file = options.create(true).append(true);
        let file = file.open(self.folder.join(path));
        file.and_then(|mut file| file.write_all(text.as_bytes()))
            .with_context(|| format!("cannot write to `{}`", path.display()))
    }
}
