//! New files and folders, never over old ones.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::Session;

impl Session {
    /// Makes a folder and those above it, where they are not there yet.
    ///
    /// # Errors
    ///
    /// When that is not possible.
    pub fn make_folder(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(self.folder.join(folder))
            .with_context(|| format!("cannot make the folder `{}`", folder.display()))
    }

    /// Writes a file that is not there yet.
    ///
    /// # Errors
    ///
    /// When it is there, or cannot be written.
    pub fn create(&self, path: &Path, text: &str) -> Result<()> {
        if let Some(folder) = path.parent() {
            self.make_folder(folder)?;
        }
        let file = fs::File::create_new(self.folder.join(path));
        file.and_then(|mut file| file.write_all(text.as_bytes()))
            .with_context(|| format!("cannot write `{}`", path.display()))
    }
}
