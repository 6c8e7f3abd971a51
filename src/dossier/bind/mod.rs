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
    pub parties: Vec<PartyOf>,
}

/// A party's id with its file.
type PartyOf = (String, Decoded<PartyFile>);

impl Files {
    /// The parties whose files could be read as such. Any other costs its party.
    fn readable(&self) -> Vec<&PartyOf> {
        let readable = |party: &&PartyOf| party.1.readable;
        self.parties.iter().filter(readable).collect()
    }

    /// Whether there is a file of this party, which cannot be read.
    fn has_unreadable(&self, id: &str) -> bool {
        let is_it = |party: &PartyOf| party.0 == id && !party.1.readable;
        self.parties.iter().any(is_it)
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
