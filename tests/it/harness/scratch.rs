//! A folder that is there for one test.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::run::{Run, stances};

/// A folder with a dossier `talks` on its shelf.
#[derive(Debug)]
pub struct Scratch(TempDir);

impl Scratch {
    /// An empty folder.
    pub fn empty() -> Self {
        Self(TempDir::new().expect("there is room for a folder"))
    }

    /// A folder with these files in `stances/talks`.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let scratch = Self::empty();
        fs::create_dir_all(scratch.talks()).unwrap();
        for (name, text) in files {
            scratch.write(name, text);
        }
        scratch
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The folder of the dossier.
    pub fn talks(&self) -> PathBuf {
        self.folder().join("stances/talks")
    }

    /// Writes one file of the dossier.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.talks().join(name), text).unwrap();
    }

    /// A run of the program in the folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        stances(self.folder(), arguments)
    }
}
