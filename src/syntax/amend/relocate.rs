//! An item to another place in its bracket, with its comments.

use super::insert::{Goods, behind, in_front};
use super::remove::taken_out;
use super::{Edits, Refused, Spot, spot_at};
use crate::syntax::owned::{Owned, Parcel};
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;
use crate::text::span::Span;

pub fn edits(tree: &Tree, route: &Route, to: usize) -> Edits {
    let Spot {
        group, index, into, ..
    } = spot_at(tree, route)?;
    let owned = Owned::of(tree, group);
    let count = owned.parcels.len();
    if to >= count {
        return Err(Refused::NoPlace {
            into,
            index: to,
            count,
        });
    }
    if to == index {
        return Ok(Vec::new());
    }
    let goods = goods(tree, &owned.parcels[index]);
    // What stands behind the gap the item goes into, as things are now.
    let gap = if to > index { to + 1 } else { to };
    let put = match (gap.checked_sub(1), owned.parcels.get(gap)) {
        (Some(before), after) => behind(tree, &owned.parcels[before], after, &goods),
        (None, Some(after)) => in_front(tree, group, &owned, after, &goods),
        (None, None) => Vec::new(),
    };
    Ok(taken_out(tree, &owned, index)
        .into_iter()
        .chain(put)
        .collect())
}

/// Behind an item there is room for one line comment; those before it go
/// above.
fn goods<'t>(tree: &'t Tree, parcel: &Parcel) -> Goods<'t> {
    let text = |span: &Span| span.of(tree.text());
    let (last, trail) = match parcel.trail.split_last() {
        Some((last, trail)) => (Some(last), trail),
        None => (None, [].as_slice()),
    };
    let is_line = |comment: &Span| text(comment).starts_with("//");
    let room = trail.iter().rposition(is_line).map_or(0, |at| at + 1);
    let (over, fitting) = trail.split_at(room);
    Goods {
        above: parcel.lead.iter().chain(over).map(text).collect(),
        item: text(&parcel.item),
        behind: fitting.iter().chain(last).map(text).collect(),
    }
}
