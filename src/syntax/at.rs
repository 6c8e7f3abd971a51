//! From a place in the text to what stands there.

use super::kind::Kind;
use super::route::{Route, Step};
use super::tree::Tree;
use super::value::{Item, Value};

impl Tree {
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

/// The step from a group to one of its items.
pub(super) fn step_to(group: Value<'_>, index: usize, item: Item<'_>) -> Step {
    match (group.kind(), item.key(), item.name()) {
        (Kind::Struct, _, Some(name)) => Step::Field(name.to_owned()),
        (Kind::Map, Some(key), _) => Step::Key(key.text().to_owned()),
        _ => Step::Index(index),
    }
}
