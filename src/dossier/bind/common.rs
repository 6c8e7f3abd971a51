//! Areas, issues and sources: what all parties of a dossier have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::Files;
use super::kind;
use crate::dossier::{Area, Dossier, Issue, Source};
use crate::finding::code::{Code, DUPLICATE_ID, UNKNOWN_AREA};
use crate::finding::{Finding, Place, suggest};
use crate::record::decode::Decoded;
use crate::record::dossier as record;
use crate::syntax::route::Route;

/// The index of everything that has an id.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    areas: BTreeMap<&'a str, usize>,
    pub(super) issues: BTreeMap<&'a str, usize>,
    pub(super) sources: BTreeMap<&'a str, usize>,
    /// Issues that are in the file and whose kind could not be used.
    lost_issues: BTreeSet<&'a str>,
}

impl Names<'_> {
    /// Whether an issue that nobody knows was only left out: that has been said.
    pub(super) fn has_lost_issue(&self, files: &Files, id: &str) -> bool {
        self.lost_issues.contains(id) || files.dossier.has_lost("issues", id)
    }
}

/// What is wrong with a value, and where it stands below its record.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) code: &'static Code,
    pub(super) below: Route,
    pub(super) message: String,
    pub(super) help: String,
}

impl Fault {
    /// The finding that says so, for a record of this file.
    pub(super) fn in_record<T>(self, file: &Decoded<T>, list: &'static str, at: usize) -> Finding {
        let route = file.route(list, at).join(&self.below);
        Finding::new(self.code, Place::route(&file.file, route), self.message).help(self.help)
    }
}

/// The dossier without its relations and parties, and the names to bind those with.
pub(super) fn bind(files: &Files) -> (Dossier, Names<'_>, Vec<Finding>) {
    let file = &files.dossier.value;
    let mut common = Common {
        file: &files.dossier,
        names: Names::default(),
        dossier: Dossier {
            name: files.name.clone(),
            title: file.title.clone(),
            as_of: file.as_of,
            note: file.note.clone(),
            ..Dossier::default()
        },
        findings: Vec::new(),
    };
    common.areas();
    common.issues();
    common.sources();
    (common.dossier, common.names, common.findings)
}

struct Common<'a> {
    file: &'a Decoded<record::DossierFile>,
    names: Names<'a>,
    dossier: Dossier,
    findings: Vec<Finding>,
}

impl<'a> Common<'a> {
    fn areas(&mut self) {
        let areas = &self.file.value.areas;
        for at in self.first_of_each("areas", areas.iter().map(|area| area.id.as_str())) {
            self.add_area(&areas[at].id, areas[at].name.as_deref());
        }
    }

    fn issues(&mut self) {
        let issues = &self.file.value.issues;
        for at in self.first_of_each("issues", issues.iter().map(|issue| issue.id.as_str())) {
            match kind::bind(&issues[at]) {
                Ok(kind) => self.add_issue(at, &issues[at], kind),
                Err(fault) => {
                    self.names.lost_issues.insert(&issues[at].id);
                    self.findings.push(fault.in_record(self.file, "issues", at));
                }
            }
        }
    }

    fn sources(&mut self) {
        let sources = &self.file.value.sources;
        for at in self.first_of_each("sources", sources.iter().map(|source| source.id.as_str())) {
            let index = self.dossier.sources.len();
            self.names.sources.insert(&sources[at].id, index);
            self.dossier.sources.push(source(&sources[at]));
        }
    }

    fn add_area(&mut self, id: &'a str, name: Option<&str>) -> usize {
        let index = self.dossier.areas.len();
        self.names.areas.insert(id, index);
        self.dossier.areas.push(Area {
            id: id.to_owned(),
            name: name.unwrap_or(id).to_owned(),
        });
        index
    }

    fn add_issue(&mut self, at: usize, issue: &'a record::Issue, kind: kind::Bound) {
        let area = self.area_of(at, issue);
        let index = self.dossier.issues.len();
        self.names.issues.insert(&issue.id, index);
        self.dossier.issues.push(Issue {
            id: issue.id.clone(),
            area,
            text: issue.text.clone(),
            space: kind.space,
            names: kind.names,
            unit: kind.unit,
            weight: issue.weight,
        });
    }

    /// The area of an issue. An unknown one is said once and then serves as a
    /// heading under its id: no issue is lost for want of a heading.
    fn area_of(&mut self, at: usize, issue: &'a record::Issue) -> usize {
        if let Some(area) = self.names.areas.get(issue.area.as_str()) {
            return *area;
        }
        if !self.file.has_lost("areas", &issue.area) {
            let fault = Fault {
                code: &UNKNOWN_AREA,
                below: Route::default().field("area"),
                message: format!("there is no area `{}`", issue.area),
                help: suggest::help(&issue.area, "area", self.names.areas.keys().copied()),
            };
            self.findings.push(fault.in_record(self.file, "issues", at));
        }
        self.add_area(&issue.area, None)
    }

    /// The places of the records with an id of their own. A second record of
    /// the same id is said and left out.
    fn first_of_each(
        &mut self,
        list: &'static str,
        ids: impl Iterator<Item = &'a str>,
    ) -> Vec<usize> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, id) in ids.enumerate() {
            match seen.get(id) {
                Some(first) => self
                    .findings
                    .push(duplicate(self.file, list, id, at, *first)),
                None => _ = seen.insert(id, at),
            }
        }
        let mut places: Vec<usize> = seen.into_values().collect();
        places.sort_unstable();
        places
    }
}

fn duplicate<T>(
    file: &Decoded<T>,
    list: &'static str,
    id: &str,
    at: usize,
    first: usize,
) -> Finding {
    let id_of = |at| Place::route(&file.file, file.route(list, at).field("id"));
    Finding::new(
        &DUPLICATE_ID,
        id_of(at),
        format!("there are two {list} of the id `{id}`"),
    )
    .label("this one is left out")
    .also(id_of(first), "this one is used")
    .help("give each an id of its own")
}

fn source(source: &record::Source) -> Source {
    Source {
        id: source.id.clone(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        published: source.published,
        urls: source.urls.clone(),
        under_revision: source.under_revision,
    }
}
