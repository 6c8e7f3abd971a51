//! Several items that one selector matches, and what tells them apart.

use std::cmp::Reverse;

use itertools::Itertools;

use super::route::{Condition, Route};
use super::value::{Item, Value};
use crate::text::span::Span;

/// One of several items that a selector matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The way to the item by its index.
    pub route: Route,
    pub span: Span,
    /// What stands only in this one of the items; what tells most of them
    /// apart comes first.
    pub telling: Vec<Condition>,
}

/// `items` with their indices are what is to be told apart, in the bracket at
/// `into`.
pub(super) fn candidates(into: &Route, items: &[(usize, Item<'_>)]) -> Vec<Candidate> {
    let counts = facts(items).counts();
    let is_telling = |fact: &Condition| counts[fact] == 1;
    let fields = facts(items).filter(is_telling).map(|fact| fact.field);
    let reach = fields.counts();
    items
        .iter()
        .map(|(index, item)| {
            let telling = facts_of(*item).filter(is_telling);
            Candidate {
                route: into.clone().index(*index),
                span: item.span(),
                telling: telling
                    .sorted_by_key(|fact| Reverse(reach[&fact.field]))
                    .collect(),
            }
        })
        .collect()
}

fn facts<'t>(items: &[(usize, Item<'t>)]) -> impl Iterator<Item = Condition> {
    items.iter().flat_map(|(_, item)| facts_of(*item))
}

/// What the short fields of an item say.
fn facts_of(item: Item<'_>) -> impl Iterator<Item = Condition> {
    let fields = item.value().inside_some().items();
    fields.filter_map(|field| {
        let is_short = !field.value().inside_some().kind().is_group();
        is_short.then_some(Condition {
            field: field.name()?.to_owned(),
            value: plain(field.value()),
        })
    })
}

/// Whether an item says what a condition asks for.
pub(super) fn holds(item: Item<'_>, condition: &Condition) -> bool {
    let field = item.value().inside_some().field(&condition.field);
    field.is_some_and(|field| plain(field.value()) == condition.value)
}

/// The content of a string, the text of anything else.
fn plain(value: Value<'_>) -> String {
    let value = value.inside_some();
    value.as_text().unwrap_or_else(|| value.text().to_owned())
}
