//! The dossier that a writing command works on: where it is, and what is in it.

use anyhow::Result;

use super::Outcome;
use super::apply::apply;
use super::load::find;
use super::options::Writing;
use super::session::Session;
use super::texts::Texts;
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::text_file::HEAD;

/// A dossier on disk, as it was read.
#[derive(Debug)]
pub struct Site<'a> {
    session: &'a Session,
    pub texts: Texts<'a>,
    /// The files that are text.
    pub bundle: Bundle,
}

impl<'a> Site<'a> {
    /// Finds a dossier and reads it.
    ///
    /// # Errors
    ///
    /// When there is no such dossier, or `dossier.ron` is no text.
    pub fn open(session: &'a Session, asked: Option<&str>) -> Result<Self> {
        let texts = Texts::new(session, find(session, asked)?);
        let files = texts.readable()?;
        let bundle = Bundle {
            files,
            ..Bundle::default()
        };
        if bundle.file(HEAD).is_none() {
            texts.one(HEAD)?;
        }
        Ok(Self {
            session,
            texts,
            bundle,
        })
    }

    /// Makes a draft come true, or shows what it changes if only that is asked for.
    ///
    /// # Errors
    ///
    /// When a file is not what it was when it was read, or cannot be written.
    pub fn carry_out(&self, draft: &Draft, writing: &Writing) -> Result<Outcome> {
        Ok(apply(self.session, &self.texts, draft, writing)?.into())
    }
}
