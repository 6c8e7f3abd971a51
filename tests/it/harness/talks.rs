//! A dossier written down in a few words, as the text of its files.

use std::collections::BTreeMap;

use super::scratch::Scratch;

/// A dossier to be.
#[derive(Debug, Clone, Default)]
pub struct Talks {
    /// Fields of `dossier.ron` beside its lists.
    head: Vec<String>,
    areas: Vec<String>,
    issues: Vec<String>,
    relations: Vec<String>,
    sources: Vec<String>,
    parties: BTreeMap<String, PartyText>,
}

/// A party's file to be.
#[derive(Debug, Clone, Default)]
struct PartyText {
    head: Vec<String>,
    stances: Vec<String>,
    notes: Vec<String>,
}

/// A stance to be. Unless told otherwise it is declared, on the first day of 2025.
#[derive(Debug, Clone)]
pub struct Says {
    issue: String,
    position: String,
    basis: String,
    since: String,
    more: Vec<String>,
}

/// A stance on an issue, the position as it is written in a file.
pub fn says(issue: &str, position: &str) -> Says {
    Says {
        issue: issue.to_owned(),
        position: position.to_owned(),
        basis: "Declared(by: \"the speaker\")".to_owned(),
        since: "2025-01-01".to_owned(),
        more: Vec::new(),
    }
}

impl Says {
    pub fn since(mut self, date: &str) -> Self {
        self.since = date.to_owned();
        self
    }

    pub fn until(self, date: &str) -> Self {
        self.with(&format!("until: {date:?}"))
    }

    pub fn attributed(mut self) -> Self {
        self.basis = "Attributed(by: \"a reporter\")".to_owned();
        self
    }

    pub fn by_conduct(mut self) -> Self {
        self.basis = "Conduct".to_owned();
        self
    }

    pub fn on_condition(self, condition: &str) -> Self {
        self.with(&format!("condition: {condition:?}"))
    }

    pub fn sure(self, confidence: f64) -> Self {
        self.with(&format!("confidence: {confidence}"))
    }

    /// The same with a place in a source behind it.
    pub fn from(self, source: &str, at: &str) -> Self {
        self.with(&format!("evidence: [(source: {source:?}, at: {at:?})]"))
    }

    /// The same with one more field.
    pub fn with(mut self, field: &str) -> Self {
        self.more.push(field.to_owned());
        self
    }

    fn text(&self) -> String {
        let Says {
            issue,
            position,
            basis,
            since,
            ..
        } = self;
        let first = format!("issue: {issue:?}, position: {position}, basis: {basis}");
        let fields = [first, format!("since: {since:?}")];
        record(fields.iter().chain(&self.more))
    }
}

impl Talks {
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more field in `dossier.ron`.
    pub fn head(mut self, field: &str) -> Self {
        self.head.push(field.to_owned());
        self
    }

    pub fn area(mut self, id: &str) -> Self {
        self.areas.push(format!("(id: {id:?})"));
        self
    }

    /// The same with a statement in the only area.
    pub fn statement(self, id: &str) -> Self {
        self.issue(id, "Statement")
    }

    /// The same with an issue in the only area.
    pub fn issue(self, id: &str, kind: &str) -> Self {
        self.issue_with(id, "matters", kind, "")
    }

    /// The same with an issue in an area, and more fields as they are written.
    pub fn issue_with(mut self, id: &str, area: &str, kind: &str, more: &str) -> Self {
        let area_text = format!("(id: {area:?})");
        if !self.areas.contains(&area_text) {
            self.areas.push(area_text);
        }
        self.issues.push(format!(
            "(id: {id:?}, area: {area:?}, kind: {kind}, text: \"What about {id}?\", {more})"
        ));
        self
    }

    pub fn implies(self, premise: (&str, &str), conclusion: (&str, &str)) -> Self {
        let (premise, conclusion) = (literal(premise), literal(conclusion));
        self.relation(&format!(
            "Implies(if: {premise}, then: {conclusion}, because: \"it follows\")"
        ))
    }

    pub fn excludes(self, one: (&str, &str), other: (&str, &str)) -> Self {
        let (one, other) = (literal(one), literal(other));
        self.relation(&format!(
            "Excludes(one: {one}, other: {other}, because: \"not both\")"
        ))
    }

    /// The same with a relation as it is written.
    pub fn relation(mut self, text: &str) -> Self {
        self.relations.push(text.to_owned());
        self
    }

    pub fn source(self, id: &str) -> Self {
        self.source_with(id, "")
    }

    /// The same with a source, and more fields as they are written.
    pub fn source_with(mut self, id: &str, more: &str) -> Self {
        let text = format!("(id: {id:?}, title: \"The text {id}\", {more})");
        self.sources.push(text);
        self
    }

    pub fn party(self, id: &str, stances: impl IntoIterator<Item = Says>) -> Self {
        self.party_with(id, "", stances)
    }

    /// The same with a party, and more fields as they are written.
    pub fn party_with(
        mut self,
        id: &str,
        more: &str,
        stances: impl IntoIterator<Item = Says>,
    ) -> Self {
        let party = self.parties.entry(id.to_owned()).or_default();
        party.head.push(more.to_owned());
        party.stances.extend(stances.into_iter().map(|s| s.text()));
        self
    }

    /// The same with a note in a party's file, as it is written.
    pub fn note(mut self, party: &str, text: &str) -> Self {
        let party = self.parties.entry(party.to_owned()).or_default();
        party.notes.push(text.to_owned());
        self
    }

    /// The text of `dossier.ron`.
    pub fn dossier(&self) -> String {
        let lists = [
            list("areas", &self.areas),
            list("issues", &self.issues),
            list("relations", &self.relations),
            list("sources", &self.sources),
        ];
        file(self.head.iter().chain(&lists))
    }

    /// The text of each party's file, by its id.
    pub fn parties(&self) -> impl Iterator<Item = (&str, String)> {
        self.parties.iter().map(|(id, party)| {
            let lists = [list("stances", &party.stances), list("notes", &party.notes)];
            (id.as_str(), file(party.head.iter().chain(&lists)))
        })
    }

    /// The dossier in a folder, as `stances/talks`.
    pub fn scratch(&self) -> Scratch {
        let scratch = Scratch::new([("dossier.ron", self.dossier().as_str())]);
        for (id, text) in self.parties() {
            scratch.write(&format!("{id}.ron"), text);
        }
        scratch
    }
}

fn literal((issue, position): (&str, &str)) -> String {
    format!("({issue:?}, {position})")
}

fn list(name: &str, records: &[String]) -> String {
    let records: String = records.iter().map(|r| format!("        {r},\n")).collect();
    format!("{name}: [\n{records}    ]")
}

fn record<'a>(fields: impl Iterator<Item = &'a String>) -> String {
    let fields: Vec<&str> = fields.map(String::as_str).collect();
    format!("({})", fields.join(", "))
}

fn file<'a>(fields: impl Iterator<Item = &'a String>) -> String {
    let fields = fields.filter(|field| !field.is_empty());
    let fields: String = fields.map(|field| format!("    {field},\n")).collect();
    format!("(\n{fields})\n")
}
