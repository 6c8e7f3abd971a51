//! Areas, issues and sources: what all parties of a dossier have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::Files;
use super::kind;
use crate::dossier::{Area, Dossier, Issue, Source};
use crate::finding::code::{Code, DUPLICATE_ID, UNKNOWN_AREA};
use crate::finding::fix::{Fix, Safety};
use crate::finding::{Finding, Place, suggest};
use crate::record::decode::Decoded;
use crate::record::dossier as record;
use crate::syntax::amend::Amendment;
use crate::syntax::quote::quote;
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
    pub(super) mend: Option<Mend>,
}

/// What would mend a value.
#[derive(Debug)]
pub(super) enum Mend {
    /// This RON in its place.
    Value(String),
    /// That it goes.
    Removal(Safety),
    /// The two values that it holds the other way round.
    Turn,
}

impl Fault {
    /// A fault that nobody can mend for the author.
    pub(super) fn new(code: &'static Code, below: Route, message: String, help: String) -> Self {
        Self {
            code,
            below,
            message,
            help,
            mend: None,
        }
    }

    /// An unknown name where one of these is due.
    pub(super) fn unknown<'a>(
        code: &'static Code,
        below: Route,
        message: String,
        (written, what): (&str, &str),
        names: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        let meant = suggest::certain(written, names.clone());
        Self {
            mend: meant.map(|name| Mend::Value(quote(name))),
            ..Self::new(code, below, message, suggest::help(written, what, names))
        }
    }

    /// The same with what would mend it.
    pub(super) fn mend(self, mend: Mend) -> Self {
        let mend = Some(mend);
        Self { mend, ..self }
    }

    /// The finding that says so, for a record of this file.
    pub(super) fn in_record<T>(self, file: &Decoded<T>, list: &'static str, at: usize) -> Finding {
        let route = file.route(list, at).join(&self.below);
        let fix = self.mend.map(|mend| {
            let (fix, amendment) = mend.at(&route, &self.help);
            fix.amend(&file.file, amendment)
        });
        let place = Place::route(&file.file, route);
        let finding = Finding::new(self.code, place, self.message).help(self.help);
        Finding { fix, ..finding }
    }
}

impl Mend {
    /// The fix that says what the help says, and what it does to the value.
    fn at(self, route: &Route, help: &str) -> (Fix, Amendment) {
        let route = route.clone();
        match self {
            Mend::Value(value) => (Fix::safe(help), Amendment::Set { route, value }),
            Mend::Removal(safety) => {
                let fix = Fix::safe(help);
                (Fix { safety, ..fix }, Amendment::Remove { route })
            }
            Mend::Turn => {
                let (route, index) = (route.index(0), 1);
                (Fix::doubtful(help), Amendment::Move { route, index })
            }
        }
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
        for at in self.first_of_each("areas", areas, |area| &area.id) {
            self.add_area(&areas[at].id, areas[at].name.as_deref());
        }
    }

    fn issues(&mut self) {
        let issues = &self.file.value.issues;
        for at in self.first_of_each("issues", issues, |issue| &issue.id) {
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
        for at in self.first_of_each("sources", sources, |source| &source.id) {
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
            self.findings.push(self.unknown_area(at, &issue.area));
        }
        self.add_area(&issue.area, None)
    }

    /// That nobody knows the area of the issue `at`, nor that of those after it
    /// which name the same one.
    fn unknown_area(&self, at: usize, area: &str) -> Finding {
        let areas = &self.file.value.areas;
        let fault = Fault::unknown(
            &UNKNOWN_AREA,
            Route::default().field("area"),
            format!("there is no area `{area}`"),
            (area, "area"),
            areas.iter().map(|area| area.id.as_str()),
        );
        let meant = suggest::certain(area, areas.iter().map(|area| area.id.as_str()));
        let finding = fault.in_record(self.file, "issues", at);
        let (Some(fix), Some(meant)) = (finding.fix.clone(), meant) else {
            return finding;
        };
        let others = self.file.value.issues.iter().enumerate().skip(at + 1);
        let others = others.filter(|(_, issue)| issue.area == area);
        finding.fix(others.fold(fix, |fix, (at, _)| {
            let route = self.file.route("issues", at).field("area");
            let value = quote(meant);
            fix.amend(&self.file.file, Amendment::Set { route, value })
        }))
    }

    /// The places of the records with an id of their own. A second record of
    /// the same id is said and left out.
    fn first_of_each<T: PartialEq>(
        &mut self,
        list: &'static str,
        records: &'a [T],
        id: impl Fn(&T) -> &String,
    ) -> Vec<usize> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            let id = id(record).as_str();
            let Some(&first) = seen.get(id) else {
                seen.insert(id, at);
                continue;
            };
            let mut finding = duplicate(self.file, list, id, at, first);
            if *record == records[first] {
                let route = self.file.route(list, at);
                let fix = Fix::safe("take out the second, which says the same");
                finding.fix = Some(fix.amend(&self.file.file, Amendment::Remove { route }));
            }
            self.findings.push(finding);
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
