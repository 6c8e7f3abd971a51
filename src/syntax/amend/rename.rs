//! Another name for a field, another key for a value of a map.

use super::{Edits, Refused, Spot, fragment, spot_at};
use crate::syntax::route::Route;
use crate::syntax::same::same;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;
use crate::text::edit::Edit;

pub fn edits(tree: &Tree, route: &Route, name: &str) -> Edits {
    let spot = spot_at(tree, route)?;
    let nameless = || Refused::Nameless(route.clone());
    let key = spot.place.item.and_then(|item| item.key());
    let key = key.ok_or_else(nameless)?;
    let meant = fragment::item(&format!("{name}: 1"), spot.group, &spot.into)?;
    let new = fragment::only_item(&meant).and_then(|item| item.key());
    let new = new.ok_or_else(nameless)?;
    if same(key, new) {
        return Ok(Vec::new());
    }
    if is_taken(&spot, new) {
        return Err(Refused::Taken {
            name: name.to_owned(),
            into: spot.into,
        });
    }
    Ok(vec![Edit::replace(key.span(), new.text())])
}

fn is_taken(spot: &Spot<'_>, new: Value<'_>) -> bool {
    let mut keys = spot.group.items().filter_map(|item| item.key());
    keys.any(|key| same(key, new))
}
