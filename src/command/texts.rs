//! The files of a dossier as texts, for commands that change them.

use std::io;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};

use super::session::Session;
use crate::change::text_file::{TextFile, stem};
use crate::finding::suggest;
use crate::text::source::Source;

/// The folder of a dossier, from which its files are taken.
#[derive(Debug)]
pub struct Texts<'a> {
    session: &'a Session,
    pub folder: PathBuf,
}

impl<'a> Texts<'a> {
    /// The files of the dossier in this folder.
    pub fn new(session: &'a Session, folder: PathBuf) -> Self {
        Self { session, folder }
    }

    /// One file.
    ///
    /// # Errors
    ///
    /// When it is not there, cannot be read, or is no text.
    pub fn one(&self, name: &str) -> Result<TextFile> {
        let read = self.session.snapshot_of(&self.folder, &[name])?;
        match read.into_iter().next() {
            Some((name, Ok(bytes))) => self.text(name, bytes),
            Some((_, Err(error))) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot read `{}`", self.path(name)))
            }
            _ => Err(self.missing(name)),
        }
    }

    /// All files, sorted by name.
    ///
    /// # Errors
    ///
    /// When one cannot be read or is no text.
    pub fn all(&self) -> Result<Vec<TextFile>> {
        let read = self.session.snapshot(&self.folder)?.into_iter();
        read.map(|(name, bytes)| {
            let bytes = bytes.with_context(|| format!("cannot read `{}`", self.path(&name)))?;
            self.text(name, bytes)
        })
        .collect()
    }

    /// All files that can be read and are text, sorted by name.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn readable(&self) -> Result<Vec<TextFile>> {
        let read = self.session.snapshot(&self.folder)?.into_iter();
        let texts = read.filter_map(|(name, bytes)| self.text(name, bytes.ok()?).ok());
        Ok(texts.collect())
    }

    /// What messages call a file of the folder.
    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn text(&self, name: String, bytes: Vec<u8>) -> Result<TextFile> {
        let path = self.path(&name);
        match String::from_utf8(bytes) {
            Ok(text) => Ok(TextFile {
                name,
                source: Source::new(path, text),
            }),
            Err(_) => bail!("`{path}` is not UTF-8 text"),
        }
    }

    fn missing(&self, name: &str) -> anyhow::Error {
        let names = self.session.ron_files(&self.folder).unwrap_or_default();
        let stems = names.iter().map(|name| stem(name));
        let help = suggest::help(stem(name), "file", stems);
        anyhow!("there is no file `{}`: {help}", self.path(name))
    }
}
