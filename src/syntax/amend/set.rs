//! A value in the place of another.

use super::{Edits, Refused, fragment, insert};
use crate::syntax::kind::Kind;
use crate::syntax::locate::{Lost, Place};
use crate::syntax::route::{Route, Step};
use crate::syntax::same::same;
use crate::syntax::style;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;
use crate::text::edit::Edit;

pub fn edits(tree: &Tree, route: &Route, value: &str) -> Edits {
    let meant = fragment::value(value)?;
    match tree.locate(route) {
        Ok(place) => Ok(replaced(tree, place, &meant)),
        Err(lost) => added(tree, route, value, lost),
    }
}

fn replaced(tree: &Tree, place: Place<'_>, meant: &Tree) -> Vec<Edit> {
    let Some(root) = meant.root() else {
        return Vec::new();
    };
    let old = target(place, root);
    if same(old, root) {
        return Vec::new();
    }
    let indent = style::indent(tree, old.span().start);
    let text = style::moved_in(root.text(), indent, style::newline(tree));
    vec![Edit::replace(old.span(), text)]
}

/// What `new` takes the place of: an option replaces an option, anything else
/// what is inside it. The `None` of `Some(None)` is inside, and is left alone
/// by a `None`.
pub fn target<'t>(place: Place<'t>, new: Value<'_>) -> Value<'t> {
    let is_option = matches!(new.name(), Some("Some" | "None"));
    let is_there = same(place.value, new);
    match place.item {
        Some(item) if is_option && !is_there => item.value(),
        _ => place.value,
    }
}

/// Only the last step of the route may be missing, and only when it names a
/// field or key.
fn added(tree: &Tree, route: &Route, value: &str, lost: Lost) -> Edits {
    let Some(item) = missing_item(tree, route, value) else {
        return Err(Refused::Lost(lost));
    };
    let Some((into, _)) = route.split_last() else {
        return Err(Refused::Lost(lost));
    };
    let count = super::count(tree, &into)?;
    insert::edits(tree, &into, count, &item)
}

/// The item that would have to be there for the route to lead to `value`.
pub fn missing_item(tree: &Tree, route: &Route, value: &str) -> Option<String> {
    let (into, step) = route.split_last()?;
    let group = tree.locate(&into).ok()?.value;
    let is_empty = group.items().len() == 0;
    match (step, group.kind()) {
        (Step::Field(name), Kind::Struct) => Some(format!("{}: {value}", field_name(name))),
        (Step::Field(name), Kind::Tuple) if is_empty => {
            Some(format!("{}: {value}", field_name(name)))
        }
        (Step::Key(key), Kind::Map) => Some(format!("{key}: {value}")),
        _ => None,
    }
}

/// A name as a struct writes it.
fn field_name(name: &str) -> String {
    let is_plain = Tree::parse(&format!("({name}: 1)")).problems().is_empty();
    match is_plain {
        true => name.to_owned(),
        false => format!("r#{name}"),
    }
}
