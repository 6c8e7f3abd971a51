//! Where a file names a party, an issue, a source or an area.
//!
//! Only what the records hold as names is found, never text that happens to be
//! equal.

use std::fmt;

use super::text_file::{HEAD, TextFile};
use crate::syntax::kind::Kind;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;
use crate::text::span::Span;

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Party,
    Issue,
    Source,
    Area,
}

/// A name in a file: what it says and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub name: String,
    pub span: Span,
}

/// The names that a file declares, each where it stands.
pub fn declared(file: &TextFile, tree: &Tree, what: Named) -> Vec<Reference> {
    let list = match what {
        Named::Issue => "issues",
        Named::Source => "sources",
        Named::Area => "areas",
        Named::Party => return Vec::new(),
    };
    match (file.name.as_str(), tree.root()) {
        (HEAD, Some(root)) => names(fields(items(root, list), "id")),
        _ => Vec::new(),
    }
}

/// The names of this sort that a file declares or uses.
pub fn references(file: &TextFile, tree: &Tree, what: Named) -> Vec<Reference> {
    let Some(root) = tree.root() else {
        return Vec::new();
    };
    let root = root.inside_some();
    let used = match (file.name == HEAD, what) {
        (true, Named::Issue) => names(literals(root)),
        (true, Named::Area) => names(fields(items(root, "issues"), "area")),
        (true, Named::Party) => names(influence(root)),
        (true, Named::Source) | (false, Named::Area) => Vec::new(),
        (false, Named::Issue) => names(fields(items(root, "stances"), "issue")),
        (false, Named::Source) => names(fields(evidence(root).into_iter(), "source")),
        (false, Named::Party) => names(items(root, "members")),
    };
    let mut all = declared(file, tree, what);
    all.extend(used);
    all
}

/// The issues of the positions that relations speak of.
fn literals(root: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    let sides = ["if", "then", "one", "other"];
    let relations = items(root, "relations");
    let literals = relations.flat_map(move |relation| {
        sides
            .into_iter()
            .filter_map(move |side| relation.field(side))
    });
    literals.filter_map(|literal| Some(literal.value().inside_some().item(0)?.value()))
}

/// The parties that have influence or are under it.
fn influence(root: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    ["of", "on"]
        .into_iter()
        .flat_map(move |field| fields(items(root, "influence"), field))
}

/// Every piece of evidence of stances and notes.
fn evidence(root: Value<'_>) -> Vec<Value<'_>> {
    let records = items(root, "stances").chain(items(root, "notes"));
    records
        .flat_map(|record| items(record, "evidence"))
        .collect()
}

/// The items of a list in a field of a record.
fn items<'t>(record: Value<'t>, list: &str) -> impl Iterator<Item = Value<'t>> + use<'t> {
    let list = record.field(list).map(|item| item.value().inside_some());
    let items = list.filter(|list| list.kind() == Kind::List).into_iter();
    items
        .flat_map(|list| list.items())
        .map(|item| item.value().inside_some())
}

/// The values of a field in each of these records.
fn fields<'t>(
    records: impl Iterator<Item = Value<'t>>,
    name: &str,
) -> impl Iterator<Item = Value<'t>> {
    records.filter_map(move |record| Some(record.field(name)?.value().inside_some()))
}

fn names<'t>(values: impl Iterator<Item = Value<'t>>) -> Vec<Reference> {
    let name = |value: Value| {
        Some(Reference {
            name: value.as_text()?,
            span: value.span(),
        })
    };
    values.filter_map(name).collect()
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Party => "party",
            Self::Issue => "issue",
            Self::Source => "source",
            Self::Area => "area",
        })
    }
}
