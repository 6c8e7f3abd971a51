//! From a route to the place it names, and from a place to its route.

use std::cmp::Reverse;

use itertools::Itertools;
use thiserror::Error;

use super::kind::Kind;
use super::route::{Condition, Route, Step};
use super::tree::Tree;
use super::value::{Item, Value};
use crate::text::span::Span;

/// Where a route leads.
#[derive(Clone, Copy, Debug)]
pub struct Place<'t> {
    /// The value, looked at through `Some(…)`.
    pub value: Value<'t>,
    /// The item that holds the value; `None` for the value of the file.
    pub item: Option<Item<'t>>,
}

/// Why a route leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Lost {
    #[error("`{route}` leads nowhere: {}", nothing(.deepest, .missing))]
    Nothing {
        route: Route,
        /// The part of the route that exists.
        deepest: Route,
        /// Where that part leads.
        span: Span,
        /// The first step behind it.
        missing: Step,
        /// The fields or keys that stand there, as they would be written in a
        /// route.
        present: Vec<String>,
    },
    #[error("`{route}` names {} items: {}", .candidates.len(), list(.candidates))]
    Several {
        route: Route,
        /// Every item it names, in the order of the file.
        candidates: Vec<Candidate>,
    },
}

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

impl<'t> Place<'t> {
    /// The value without `Some(…)` around it.
    pub fn span(self) -> Span {
        self.value.span()
    }

    /// The item the value stands in, with its name or key; the value itself
    /// when it is the file's.
    pub fn item_span(self) -> Span {
        self.item.map_or(self.value.span(), Item::span)
    }
}

impl Tree {
    /// Follows a route.
    ///
    /// # Errors
    ///
    /// When nothing is there, or when a selector matches several items.
    pub fn locate(&self, route: &Route) -> Result<Place<'_>, Lost> {
        let nowhere = |done: usize, span, present| Lost::Nothing {
            route: route.clone(),
            deepest: Route {
                steps: route.steps[..done].to_vec(),
            },
            span,
            missing: route.steps.get(done).cloned().unwrap_or(Step::Index(0)),
            present,
        };
        let root = self
            .root()
            .ok_or_else(|| nowhere(0, Span::at(0), Vec::new()))?;
        let mut place = Place {
            value: root.inside_some(),
            item: None,
        };
        for (done, step) in route.steps.iter().enumerate() {
            let found = matches(place.value, step);
            let item = match found.as_slice() {
                [] => return Err(nowhere(done, place.span(), present(place.value))),
                [(_, item)] => *item,
                several => return Err(ambiguous(route, done, several)),
            };
            place = Place {
                value: item.value().inside_some(),
                item: Some(item),
            };
        }
        Ok(place)
    }

    /// The way to the smallest item around a byte offset; without steps when
    /// there is none.
    pub fn route_at(&self, offset: usize) -> Route {
        let mut route = Route::default();
        let mut around = self.root().map(Value::inside_some);
        while let Some(group) = around {
            let mut items = group.items().enumerate();
            let Some((index, item)) = items.find(|(_, item)| item.span().contains(offset)) else {
                break;
            };
            route = route.then(step_to(group, index, item));
            around = Some(item.value().inside_some());
        }
        route
    }

    /// The smallest value around a byte offset; `None` outside of all values.
    /// On the name of a field that is the struct.
    pub fn value_at(&self, offset: usize) -> Option<Value<'_>> {
        let root = self.root().filter(|root| root.span().contains(offset))?;
        Some(smallest(root, offset))
    }
}

fn smallest(value: Value<'_>, offset: usize) -> Value<'_> {
    let is_map = value.kind() == Kind::Map;
    let keys = value.items().filter_map(Item::key).filter(|_| is_map);
    let mut inner = value.items().map(Item::value).chain(keys);
    match inner.find(|inner| inner.span().contains(offset)) {
        Some(inner) => smallest(inner, offset),
        None => value,
    }
}

/// The items of `value` that a step names, with their indices.
fn matches<'t>(value: Value<'t>, step: &Step) -> Vec<(usize, Item<'t>)> {
    let items = value.items().enumerate();
    match (step, value.kind()) {
        (Step::Field(name), Kind::Struct) => items
            .filter(|(_, item)| item.name() == Some(name))
            .take(1)
            .collect(),
        (Step::Index(index), Kind::List | Kind::Tuple) => items.skip(*index).take(1).collect(),
        (Step::Key(key), Kind::Map) => {
            let tree = Tree::parse(key);
            items
                .filter(|(_, item)| is_key(*item, &tree))
                .take(1)
                .collect()
        }
        (Step::Select(conditions), Kind::List | Kind::Tuple) => items
            .filter(|(_, item)| conditions.iter().all(|condition| holds(*item, condition)))
            .collect(),
        _ => Vec::new(),
    }
}

fn is_key(item: Item<'_>, key: &Tree) -> bool {
    let written = item.key().map(|key| (key.literal(), key.text()));
    let meant = key.root().map(|key| (key.literal(), key.text()));
    match (written, meant) {
        (Some((Some(Ok(written)), _)), Some((Some(Ok(meant)), _))) => written == meant,
        (Some((_, written)), Some((_, meant))) => written == meant,
        _ => false,
    }
}

fn holds(item: Item<'_>, condition: &Condition) -> bool {
    let field = item.value().inside_some().field(&condition.field);
    field.is_some_and(|field| plain(field.value()) == condition.value)
}

/// The content of a string, the text of anything else.
fn plain(value: Value<'_>) -> String {
    let value = value.inside_some();
    value.as_text().unwrap_or_else(|| value.text().to_owned())
}

fn step_to(group: Value<'_>, index: usize, item: Item<'_>) -> Step {
    match (group.kind(), item.key(), item.name()) {
        (Kind::Struct, _, Some(name)) => Step::Field(name.to_owned()),
        (Kind::Map, Some(key), _) => Step::Key(key.text().to_owned()),
        _ => Step::Index(index),
    }
}

fn present(value: Value<'_>) -> Vec<String> {
    value
        .items()
        .enumerate()
        .filter(|(_, item)| item.key().is_some())
        .map(|(index, item)| step_to(value, index, item).to_string())
        .collect()
}

fn ambiguous(route: &Route, done: usize, items: &[(usize, Item<'_>)]) -> Lost {
    let before = Route {
        steps: route.steps[..done].to_vec(),
    };
    let counts = facts(items).counts();
    let is_telling = |fact: &Condition| counts[fact] == 1;
    let fields = facts(items).filter(is_telling).map(|fact| fact.field);
    let reach = fields.counts();
    let candidates = items.iter().map(|(index, item)| {
        let telling = facts_of(*item).filter(is_telling);
        Candidate {
            route: before.clone().index(*index),
            span: item.span(),
            telling: telling
                .sorted_by_key(|fact| Reverse(reach[&fact.field]))
                .collect(),
        }
    });
    Lost::Several {
        route: route.clone(),
        candidates: candidates.collect(),
    }
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

fn nothing(deepest: &Route, missing: &Step) -> String {
    match deepest.steps.as_slice() {
        [] => format!("there is no `{missing}`"),
        _ => format!("there is no `{missing}` in `{deepest}`"),
    }
}

fn list(candidates: &[Candidate]) -> String {
    let shown = candidates.iter().map(|candidate| {
        let route = &candidate.route;
        match candidate.telling.first() {
            Some(condition) => format!("`{route}` ({condition})"),
            None => format!("`{route}`"),
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}
