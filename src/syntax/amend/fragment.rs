//! The RON that an amendment brings along: one value, or one item.

use super::{Refused, is_keyed};
use crate::syntax::kind::Kind;
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};

/// Reads one value, which must be all of `text`.
pub fn value(text: &str) -> Result<Tree, Refused> {
    let text = text.trim();
    let tree = Tree::parse(text);
    match tree.root() {
        Some(root) if tree.problems().is_empty() && root.text() == text => Ok(tree),
        _ => Err(Refused::NotAValue(text.to_owned())),
    }
}

/// Reads one item for `group`, which must be all of `text`, as the only item
/// of a bracket of its kind.
pub fn item(text: &str, group: Value<'_>, into: &Route) -> Result<Tree, Refused> {
    let text = text.trim();
    let (open, close) = match group.kind() {
        Kind::List => ("[", "]"),
        Kind::Map => ("{", "}"),
        _ => ("(", ")"),
    };
    let tree = Tree::parse(&format!("{open}{text}{close}"));
    let fits = only_item(&tree).is_some_and(|item| {
        let keyed = item.key().is_some();
        item.span().of(tree.text()) == text && is_keyed(group).is_none_or(|due| due == keyed)
    });
    match fits && tree.problems().is_empty() {
        true => Ok(tree),
        false => Err(Refused::NotAnItem {
            text: text.to_owned(),
            into: into.clone(),
        }),
    }
}

/// The item of a tree that [`item`] has read.
pub fn only_item(tree: &Tree) -> Option<Item<'_>> {
    let root = tree.root()?;
    root.item(0).filter(|_| root.items().len() == 1)
}

/// The text of the item of such a tree.
pub fn item_text(tree: &Tree) -> &str {
    only_item(tree).map_or("", |item| item.span().of(tree.text()))
}
