//! Records as RON, in the canonical order of their fields.

use crate::record::dossier::{Area, Issue, Source};
use crate::record::party::{PartyFile, PartyKind, Speaker};
use crate::record::position::{Kind, Point, Position};
use crate::record::stance::{Basis, Dated, Evidence, Firmness, Stance};
use crate::syntax::quote::quote;

/// A record to be written: its fields in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    pub fields: Vec<(&'static str, Field)>,
}

/// The value of a field to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// RON, written as it is.
    Ron(String),
    /// A text, which may be broken over several lines.
    Text(String),
}

impl Record {
    /// The record as RON on one line.
    pub fn ron(&self) -> String {
        let fields: Vec<String> = self.written().collect();
        format!("({})", fields.join(", "))
    }

    /// The record as RON, a line for each field.
    pub fn lines(&self) -> String {
        let fields: Vec<String> = self.written().collect();
        format!("({},\n)", fields.join(",\n"))
    }

    fn written(&self) -> impl Iterator<Item = String> + '_ {
        self.fields.iter().map(|(name, field)| match field {
            Field::Ron(ron) => format!("{name}: {ron}"),
            Field::Text(text) => format!("{name}: {}", quote(text)),
        })
    }

    fn raw(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, Field::Ron(value.into())));
        self
    }

    fn some(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.raw(name, value),
            None => self,
        }
    }

    fn list<T>(self, name: &'static str, items: &[T], ron: impl Fn(&T) -> String) -> Self {
        let items = items.iter().map(ron).collect::<Vec<_>>();
        self.some(
            name,
            (!items.is_empty()).then(|| format!("[{}]", items.join(", "))),
        )
    }

    fn text(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, Field::Text(value.to_owned())));
        self
    }

    fn some_text(self, name: &'static str, value: Option<&String>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    fn mark(self, name: &'static str, holds: Option<()>) -> Self {
        self.some(name, holds.map(|()| "true".to_owned()))
    }
}

/// A stance; what has its default is left out.
pub fn stance(stance: &Stance) -> Record {
    Record::default()
        .raw("issue", quote(&stance.issue))
        .raw("position", position(&stance.position))
        .some_text("condition", stance.condition.as_ref())
        .some("firmness", unless_default(stance.firmness, firmness))
        .raw("basis", basis(&stance.basis))
        .raw("since", quote(&stance.since.to_string()))
        .some("until", stance.until.map(|until| quote(&until.to_string())))
        .some("date", unless_default(stance.date, dated))
        .list("evidence", &stance.evidence, evidence)
        .some_text("gist", stance.gist.as_ref())
        .some_text("quote", stance.quote.as_ref())
        .some_text("note", stance.note.as_ref())
        .some("confidence", stance.confidence.map(number))
        .some("salience", stance.salience.map(number))
        .some("stake", stance.stake.map(|stake| stake.to_string()))
        .some_text("coder", stance.coder.as_ref())
        .mark("confidential", stance.confidential.then_some(()))
}

/// An area.
pub fn area(area: &Area) -> Record {
    Record::default()
        .raw("id", quote(&area.id))
        .some_text("name", area.name.as_ref())
}

/// An issue; what has its default is left out.
pub fn issue(issue: &Issue) -> Record {
    Record::default()
        .raw("id", quote(&issue.id))
        .raw("area", quote(&issue.area))
        .raw("kind", kind(&issue.kind))
        .some("tolerance", issue.tolerance.map(number))
        .text("text", &issue.text)
        .some("weight", issue.weight.map(number))
        .some_text("note", issue.note.as_ref())
        .mark("confidential", issue.confidential.then_some(()))
}

/// A source; what has its default is left out.
pub fn source(source: &Source) -> Record {
    let day = |name: &str| quote(name);
    Record::default()
        .raw("id", quote(&source.id))
        .text("title", &source.title)
        .some_text("author", source.author.as_ref())
        .some_text("publisher", source.publisher.as_ref())
        .some(
            "published",
            source.published.map(|date| day(&date.to_string())),
        )
        .some_text("language", source.language.as_ref())
        .list("urls", &source.urls, |url| quote(url))
        .some_text("note", source.note.as_ref())
        .some(
            "under_revision",
            source.under_revision.map(|date| day(&date.to_string())),
        )
        .mark("confidential", source.confidential.then_some(()))
}

/// A party without stances.
pub fn party(party: &PartyFile) -> Record {
    Record::default()
        .some_text("name", party.name.as_ref())
        .some_text("code", party.code.as_ref())
        .raw("kind", party_kind(party.kind))
        .list("aliases", &party.aliases, |alias| quote(alias))
        .list("speakers", &party.speakers, speaker)
        .list("members", &party.members, |member| quote(member))
        .some_text("note", party.note.as_ref())
        .mark("confidential", party.confidential.then_some(()))
        .raw("stances", "[]")
}

/// A position as a file has it.
pub fn position(position: &Position) -> String {
    match position {
        Position::Support => "Support".into(),
        Position::LeanSupport => "LeanSupport".into(),
        Position::Neutral => "Neutral".into(),
        Position::LeanOppose => "LeanOppose".into(),
        Position::Oppose => "Oppose".into(),
        Position::At(at) => format!("At({})", point(at)),
        Position::Between(from, to) => format!("Between({}, {})", point(from), point(to)),
        Position::AtLeast(least) => format!("AtLeast({})", point(least)),
        Position::AtMost(most) => format!("AtMost({})", point(most)),
        Position::OneOf(options) => format!("OneOf({})", names(options)),
        Position::Undisclosed => "Undisclosed".into(),
        Position::Withdrawn => "Withdrawn".into(),
    }
}

fn unless_default<T: Default + PartialEq>(value: T, ron: impl Fn(T) -> String) -> Option<String> {
    (value != T::default()).then(|| ron(value))
}

/// The name of a firmness in a file.
pub fn firmness(firmness: Firmness) -> String {
    format!("{firmness:?}")
}

fn dated(dated: Dated) -> String {
    format!("{dated:?}")
}

fn party_kind(kind: PartyKind) -> String {
    format!("{kind:?}")
}

fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Declared { by } => format!("Declared(by: {})", quote(by)),
        Basis::Attributed { by } => format!("Attributed(by: {})", quote(by)),
        Basis::Conduct => "Conduct".into(),
    }
}

fn evidence(evidence: &Evidence) -> String {
    let source = quote(&evidence.source);
    match &evidence.at {
        Some(at) => format!("(source: {source}, at: {})", quote(at)),
        None => format!("(source: {source})"),
    }
}

fn speaker(speaker: &Speaker) -> String {
    let name = quote(&speaker.name);
    match &speaker.role {
        Some(role) => format!("(name: {name}, role: {})", quote(role)),
        None => format!("(name: {name})"),
    }
}

/// The kind of an issue as a file has it.
pub fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Statement => "Statement".into(),
        Kind::Scale(levels) => format!("Scale({})", names(levels)),
        Kind::Choice(options) => format!("Choice({})", names(options)),
        Kind::Quantity { unit, min, max } => format!(
            "Quantity(unit: {}, min: {}, max: {})",
            quote(unit),
            number(*min),
            number(*max)
        ),
    }
}

fn names(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quote(name)).collect();
    format!("[{}]", names.join(", "))
}

fn point(point: &Point) -> String {
    match point {
        Point::Level(level) => quote(level),
        Point::Number(value) => number(*value),
    }
}

fn number(value: f64) -> String {
    match value {
        value if value.is_finite() => value.to_string(),
        // The bounds refuse it and say so.
        _ => "NaN".into(),
    }
}
