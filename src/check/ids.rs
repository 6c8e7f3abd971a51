//! Every id of a dossier, with its place.

use std::collections::BTreeSet;

use super::case::Case;
use crate::finding::Place;

/// An id where it is given; not where it is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Id<'a> {
    pub(super) what: What,
    /// Its index in its list.
    pub(super) at: usize,
    pub(super) text: &'a str,
}

/// What has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Area,
    Issue,
    Source,
    Party,
}

impl What {
    /// In a word, as `stances rename` takes it.
    pub(super) fn word(self) -> &'static str {
        match self {
            What::Area => "area",
            What::Issue => "issue",
            What::Source => "source",
            What::Party => "party",
        }
    }
}

/// All ids, each once: areas, issues, sources, then parties, in the order of the files.
pub(super) fn all<'a>(case: &Case<'a>) -> Vec<Id<'a>> {
    let file = &case.files.dossier.value;
    let areas = file.areas.iter().map(|area| (What::Area, &area.id));
    let issues = file.issues.iter().map(|issue| (What::Issue, &issue.id));
    let sources = file.sources.iter().map(|source| (What::Source, &source.id));
    let parties = case.files.parties.iter().map(|(id, _)| (What::Party, id));
    let lists = [
        areas.collect::<Vec<_>>(),
        issues.collect(),
        sources.collect(),
        parties.collect(),
    ];
    let numbered = lists
        .into_iter()
        .flat_map(|list| list.into_iter().enumerate());
    let mut seen = BTreeSet::new();
    numbered
        .filter(|(_, (what, text))| seen.insert((*what, text.as_str())))
        .map(|(at, (what, text))| Id { what, at, text })
        .collect()
}

impl Id<'_> {
    /// Where the id is given: a party's is the name of its file.
    pub(super) fn place(&self, case: &Case) -> Place {
        match self.what {
            What::Area => case.in_head_field("areas", self.at, "id"),
            What::Issue => case.in_head_field("issues", self.at, "id"),
            What::Source => case.in_head_field("sources", self.at, "id"),
            What::Party => case.file_of(self.at),
        }
    }
}
