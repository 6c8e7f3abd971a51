//! The dossier that a writing command works on: its texts as they were read, and
//! the way back to the disk.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::Outcome;
use super::load::{HEAD, find, name_of};
use super::session::Session;
use crate::change::draft::Draft;
use crate::change::texts::Texts;

/// Whether to write.
#[derive(Debug, Clone, Args)]
pub struct Writing {
    /// Show what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// A dossier on disk.
#[derive(Debug)]
pub struct Site {
    pub folder: PathBuf,
    pub texts: Texts,
    /// The files that are no text or cannot be read, with the reason.
    pub unreadable: Vec<(String, String)>,
}

impl Site {
    /// Finds a dossier and reads its texts.
    ///
    /// # Errors
    ///
    /// When there is no such dossier, or `dossier.ron` cannot be read.
    pub fn open(session: &Session, asked: Option<&str>) -> Result<Self> {
        let folder = find(session, asked)?;
        let mut site = Self {
            texts: Texts {
                name: name_of(session, &folder),
                ..Texts::default()
            },
            unreadable: Vec::new(),
            folder,
        };
        for (name, bytes) in session.snapshot(&site.folder)? {
            let text = bytes.map_err(|error| error.to_string()).and_then(|bytes| {
                String::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())
            });
            match text {
                Ok(text) => _ = site.texts.files.insert(name, text),
                Err(reason) => site.unreadable.push((name, reason)),
            }
        }
        match site.unreadable.iter().find(|(name, _)| name == HEAD) {
            Some((name, reason)) => bail!("`{name}` cannot be read: {reason}"),
            None => Ok(site),
        }
    }

    /// Writes a draft, or shows it if that is asked for.
    ///
    /// # Errors
    ///
    /// When it cannot be written; nothing is changed then.
    pub fn carry_out(
        &self,
        session: &Session,
        draft: &Draft,
        writing: &Writing,
    ) -> Result<Outcome> {
        if writing.dry_run {
            session.print(draw(session, draft, &self.folder, writing).as_bytes())?;
        } else {
            session.commit(&self.folder, draft)?;
        }
        Ok(Outcome::Whole)
    }

    /// The path of a file as it is shown.
    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

/// What a draft changes in a folder.
pub fn draw(_: &Session, draft: &Draft, _: &Path, _: &Writing) -> String {
    format!("{draft:#?}\n")
}
