//! From a route to the place it names.

use thiserror::Error;

use super::at::step_to;
use super::candidate::{Candidate, candidates, holds};
use super::kind::Kind;
use super::route::{Route, Step};
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
    #[error("`{route}` leads nowhere: {}", nothing(.deepest, .missing.as_ref()))]
    Nothing {
        route: Route,
        /// The part of the route that exists.
        deepest: Route,
        /// Where that part leads.
        span: Span,
        /// The first step behind it; `None` when the file holds no value.
        missing: Option<Step>,
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
        let mut place = self.start().ok_or_else(|| nowhere(route, 0, None))?;
        for (done, step) in route.steps.iter().enumerate() {
            let item = match matches(place.value, step).as_slice() {
                [] => return Err(nowhere(route, done, Some(place.value))),
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

    fn start(&self) -> Option<Place<'_>> {
        let value = self.root()?.inside_some();
        Some(Place { value, item: None })
    }
}

/// After so many steps, at a value that does not have the next one.
fn nowhere(route: &Route, done: usize, value: Option<Value<'_>>) -> Lost {
    Lost::Nothing {
        route: route.clone(),
        deepest: route.first(done),
        span: value.map_or(Span::at(0), Value::span),
        missing: route.steps.get(done).cloned(),
        present: value.map(present).unwrap_or_default(),
    }
}

fn ambiguous(route: &Route, done: usize, items: &[(usize, Item<'_>)]) -> Lost {
    Lost::Several {
        route: route.clone(),
        candidates: candidates(&route.first(done), items),
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

fn present(value: Value<'_>) -> Vec<String> {
    value
        .items()
        .enumerate()
        .filter(|(_, item)| item.key().is_some())
        .map(|(index, item)| step_to(value, index, item).to_string())
        .collect()
}

fn nothing(deepest: &Route, missing: Option<&Step>) -> String {
    match (deepest.steps.as_slice(), missing) {
        (_, None) => "there is no value in the file".to_owned(),
        ([], Some(step)) => format!("there is no `{step}`"),
        (_, Some(step)) => format!("there is no `{step}` in `{deepest}`"),
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
