//! Leaving out what is confidential, before anything else has seen it.
//!
//! What is confidential goes with everything that would betray it: a stance on a
//! confidential issue, a stance or note that rests on confidential sources alone,
//! a relation that speaks of a confidential issue, a confidential party as a
//! member of another or under influence, and every finding in a confidential record. Records are
//! numbered as if it had never been there.

use std::collections::BTreeSet;

use super::decode::Decoded;
use super::dossier::{DossierFile, Relation};
use super::party::PartyFile;
use super::stance::Evidence;
use crate::finding::code::UNKNOWN_SOURCE;
use crate::finding::{Finding, Place};

/// The files without anything confidential. How many parties were left out
/// because it cannot be told what of them is confidential, beside those that
/// say so, is handed back.
pub fn publish(
    dossier: &mut Decoded<DossierFile>,
    parties: &mut Vec<(String, Decoded<PartyFile>)>,
) -> usize {
    let secrets = Secrets::of(&dossier.value, parties);
    let mut withdrawn = secrets.parties.clone();
    parties.retain(|(id, _)| !secrets.parties.contains(id));
    let sources: BTreeSet<String> = (dossier.value.sources.iter())
        .map(|source| source.id.clone())
        .collect();
    let known = parties.len();
    parties.retain(|(id, file)| {
        let keep = !file.may_hide_secrets();
        if !keep {
            withdrawn.insert(id.clone());
        }
        keep
    });
    dossier.confidential.clear();
    dossier.retain(
        "issues",
        |file| &mut file.issues,
        |issue| !issue.confidential,
    );
    dossier.retain(
        "sources",
        |file| &mut file.sources,
        |source| !source.confidential,
    );
    dossier.retain(
        "relations",
        |file| &mut file.relations,
        |relation| secrets.may_show(relation),
    );
    dossier.retain(
        "influence",
        |file| &mut file.influence,
        |entry| {
            !entry.confidential && !withdrawn.contains(&entry.of) && !withdrawn.contains(&entry.on)
        },
    );
    drop_emptied_areas(&mut dossier.value, &secrets);
    let withheld = known - parties.len();
    for (_, file) in parties {
        party(file, &secrets, |id| {
            sources.contains(id) || dossier.has_lost("sources", id)
        });
    }
    withheld
}

/// The ids of what is confidential.
struct Secrets {
    parties: BTreeSet<String>,
    issues: BTreeSet<String>,
    /// The sources that are not confidential. Any other may be: one that could
    /// not be read, or that is misspelt.
    open_sources: BTreeSet<String>,
    /// Areas with confidential issues.
    areas: BTreeSet<String>,
}

impl Secrets {
    fn of(file: &DossierFile, parties: &[(String, Decoded<PartyFile>)]) -> Self {
        let parties = parties.iter().filter(|(_, file)| file.value.confidential);
        let issues = || file.issues.iter().filter(|issue| issue.confidential);
        let sources = file.sources.iter().filter(|source| !source.confidential);
        Self {
            parties: parties.map(|(id, _)| id.clone()).collect(),
            issues: issues().map(|issue| issue.id.clone()).collect(),
            areas: issues().map(|issue| issue.area.clone()).collect(),
            open_sources: sources.map(|source| source.id.clone()).collect(),
        }
    }

    fn may_show(&self, relation: &Relation) -> bool {
        let (one, other, confidential) = match relation {
            Relation::Implies {
                premise,
                conclusion,
                confidential,
                ..
            } => (premise, conclusion, confidential),
            Relation::Excludes {
                one,
                other,
                confidential,
                ..
            } => (one, other, confidential),
        };
        !confidential && !self.issues.contains(&one.0) && !self.issues.contains(&other.0)
    }

    /// Whether something rests on confidential sources and on nothing else.
    fn are_all_of(&self, evidence: &[Evidence]) -> bool {
        !evidence.is_empty() && !evidence.iter().any(|piece| self.is_open(piece))
    }

    fn is_open(&self, evidence: &Evidence) -> bool {
        self.open_sources.contains(&evidence.source)
    }
}

fn party(file: &mut Decoded<PartyFile>, secrets: &Secrets, known: impl Fn(&str) -> bool) {
    file.confidential.clear();
    file.unread.clear();
    tell_of_unknown_sources(file, known);
    file.value
        .members
        .retain(|member| !secrets.parties.contains(member));
    file.retain(
        "stances",
        |file| &mut file.stances,
        |stance| {
            !stance.confidential
                && !secrets.issues.contains(&stance.issue)
                && !secrets.are_all_of(&stance.evidence)
        },
    );
    file.retain(
        "notes",
        |file| &mut file.notes,
        |note| !note.confidential && !secrets.are_all_of(&note.evidence),
    );
    let evidence = (file
        .value
        .stances
        .iter_mut()
        .map(|stance| &mut stance.evidence))
    .chain(file.value.notes.iter_mut().map(|note| &mut note.evidence));
    for evidence in evidence {
        evidence.retain(|piece| secrets.is_open(piece));
    }
}

/// Says that a file cites a source that is not there, before the citation goes.
fn tell_of_unknown_sources(file: &mut Decoded<PartyFile>, known: impl Fn(&str) -> bool) {
    let open = file
        .value
        .stances
        .iter()
        .filter(|stance| !stance.confidential);
    let mut cited = open.flat_map(|stance| &stance.evidence);
    if !cited.all(|piece| known(&piece.source)) {
        let place = Place::file(&file.file);
        let message = "this file cites a source that is not there";
        file.findings
            .push(Finding::new(&UNKNOWN_SOURCE, place, message));
    }
}

/// An area whose issues are all confidential is a heading over nothing, and tells
/// what they are about.
fn drop_emptied_areas(file: &mut DossierFile, secrets: &Secrets) {
    let shown: BTreeSet<&str> = file
        .issues
        .iter()
        .map(|issue| issue.area.as_str())
        .collect();
    let emptied = |id: &str| secrets.areas.contains(id) && !shown.contains(id);
    file.areas.retain(|area| !emptied(&area.id));
}

impl<T> Decoded<T> {
    /// Keeps some records of a list. Where they stood in the file would tell how
    /// many are missing, so it is forgotten.
    fn retain<R>(
        &mut self,
        list: &'static str,
        records: impl FnOnce(&mut T) -> &mut Vec<R>,
        keep: impl Fn(&R) -> bool,
    ) {
        self.places.remove(list);
        records(&mut self.value).retain(keep);
    }
}
