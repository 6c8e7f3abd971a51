//! From records to one dossier: every name is looked up once.
//!
//! What cannot be bound is left out and said. What merely hangs on something that
//! was left out goes with it in silence, so that one fault is one finding.

mod common;
mod influence;
mod kind;
mod party;
mod position;
mod relation;

use super::{Dossier, Issue, Position};
use crate::finding::Finding;
use crate::record::decode::Decoded;
use crate::record::dossier::DossierFile;
use crate::record::party::PartyFile;
use crate::record::position::Position as Written;

/// The files of a dossier as they were read.
#[derive(Debug)]
pub struct Files {
    /// The name of the folder.
    pub name: String,
    pub dossier: Decoded<DossierFile>,
    /// Each party's id with its file, in the order of the ids.
    pub parties: Vec<(String, Decoded<PartyFile>)>,
    /// The files of which nothing at all could be read, by their ids or, where they
    /// have none, their paths.
    pub unread: Vec<String>,
}

impl Files {
    /// Sets the parties apart of whose files nothing could be read.
    pub fn set_unread_apart(&mut self) {
        let unread = self.parties.extract_if(.., |(_, file)| !file.readable);
        self.unread.extend(unread.map(|(id, _)| id));
    }

    /// Whether there is a file of this party, which cannot be read.
    fn has_unreadable(&self, id: &str) -> bool {
        self.unread.iter().any(|unread| unread == id)
    }
}

/// The dossier that the files describe, and what had to be left out of it.
/// The findings are those of binding alone; each file has its own of reading.
pub fn bind(files: &Files) -> (Dossier, Vec<Finding>) {
    let (mut dossier, names, mut findings) = common::bind(files);
    findings.extend(relation::bind(files, &names, &mut dossier));
    findings.extend(party::bind(files, &names, &mut dossier));
    findings.extend(influence::bind(files, &mut dossier));
    (dossier, findings)
}

/// What a position that stands in no file accepts on an issue.
///
/// # Errors
///
/// Why it does not fit the issue: the fact, then what to do.
pub fn position(issue: &Issue, written: &Written) -> Result<Position, (String, String)> {
    position::bind(issue, written).map_err(|fault| (fault.message, fault.help))
}
