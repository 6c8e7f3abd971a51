//! A route that still leads to the same place when what it selects by changes.

use crate::syntax::locate::Lost;
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;

/// The way to the same place by indices alone: after `[id=a].id` has become
/// `b`, nothing is selected by `id=a` any more.
///
/// # Errors
///
/// When the route leads nowhere.
pub fn settled(tree: &Tree, route: &Route) -> Result<Route, Lost> {
    let place = tree.locate(route)?;
    Ok(match place.item {
        Some(_) => tree.route_at(place.item_span().start),
        None => Route::default(),
    })
}
