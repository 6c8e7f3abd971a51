//! Reads an amended text again and compares, without knowing how the edits
//! came about.

use super::{Amendment, Refused, Spot, fragment, group_at, set, spot_at};
use crate::syntax::faithful::{comment_text, comments, reads};
use crate::syntax::owned::Owned;
use crate::syntax::route::Route;
use crate::syntax::same::{Except, same, same_except};
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};
use crate::text::span::Span;

pub fn verify(amendment: &Amendment, before: &Tree, after: &Tree) -> Result<(), Refused> {
    check(after.problems().is_empty(), "it would not be RON")?;
    check(!reads(before) || reads(after), "it could not be read")?;
    let claim = claim(amendment, before, after);
    let claim = claim.ok_or(Refused::Unfaithful("the place would be another one"))?;
    check(claim.holds, "the value would be another one")?;
    let others = keeps_others((before, &claim.old), (after, &claim.new));
    check(others, "something else would change")?;
    let comments = comments(before, |span| !claim.old.may_differ(span))
        == comments(after, |span| !claim.new.may_differ(span));
    check(comments, "a comment would be lost or get another owner")
}

fn check(holds: bool, otherwise: &'static str) -> Result<(), Refused> {
    match holds {
        true => Ok(()),
        false => Err(Refused::Unfaithful(otherwise)),
    }
}

/// What an amendment says about the text before and after it.
struct Claim {
    old: Touched,
    new: Touched,
    /// Whether what was meant is there.
    holds: bool,
}

/// What may differ between the two texts.
#[derive(Default)]
struct Touched {
    item: Option<Span>,
    /// A stretch whose comments may differ.
    content: Option<Span>,
    /// Comments that may come or go with the item.
    comments: Vec<Span>,
}

fn claim(amendment: &Amendment, before: &Tree, after: &Tree) -> Option<Claim> {
    match amendment {
        Amendment::Set { route, value } => set_claim(before, after, route, value),
        Amendment::Insert { into, index, item } => put_claim(after, into, *index, item),
        Amendment::Append { into, item } => {
            let last = group_at(after, into).ok()?.items().len().checked_sub(1)?;
            put_claim(after, into, last, item)
        }
        Amendment::Remove { route } => Some(Claim {
            old: Touched::parcel(before, &spot_at(before, route).ok()?),
            new: Touched::default(),
            holds: true,
        }),
        Amendment::Move { route, index } => move_claim(before, after, route, *index),
        Amendment::Rename { route, name } => rename_claim(before, after, route, name),
    }
}

fn set_claim(before: &Tree, after: &Tree, route: &Route, value: &str) -> Option<Claim> {
    let meant = fragment::value(value).ok()?;
    let meant = meant.root()?;
    let touched = |tree: &Tree| {
        let place = tree.locate(route).ok()?;
        let value = set::target(place, meant);
        let touched = Touched {
            item: place.item.map(Item::span),
            content: Some(value.span()),
            comments: Vec::new(),
        };
        Some((touched, same(value, meant)))
    };
    let (new, holds) = touched(after)?;
    let old = touched(before).map(|(old, _)| old);
    Some(Claim {
        old: old.unwrap_or_default(),
        new,
        holds,
    })
}

fn put_claim(after: &Tree, into: &Route, index: usize, item: &str) -> Option<Claim> {
    let group = group_at(after, into).ok()?;
    let put = group.item(index)?;
    let meant = fragment::item(item, group, into).ok()?;
    Some(Claim {
        old: Touched::default(),
        new: Touched::bare(put),
        holds: same_item(put, fragment::only_item(&meant)?)
            // A new item that owns a comment has taken it from somebody.
            && own(after, group, index).is_empty(),
    })
}

fn move_claim(before: &Tree, after: &Tree, route: &Route, to: usize) -> Option<Claim> {
    let spot = spot_at(before, route).ok()?;
    let group = group_at(after, &spot.into).ok()?;
    let (old, new) = (spot.place.item?, group.item(to)?);
    let touched = |item: Item<'_>| Touched {
        item: Some(item.span()),
        ..Touched::default()
    };
    Some(Claim {
        old: touched(old),
        new: touched(new),
        holds: same_item(old, new) && own(before, spot.group, spot.index) == own(after, group, to),
    })
}

fn rename_claim(before: &Tree, after: &Tree, route: &Route, name: &str) -> Option<Claim> {
    let spot = spot_at(before, route).ok()?;
    let renamed = group_at(after, &spot.into).ok()?.item(spot.index)?;
    let meant = fragment::item(&format!("{name}: 1"), spot.group, &spot.into).ok()?;
    let key = fragment::only_item(&meant)?.key()?;
    let old = spot.place.item?;
    Some(Claim {
        old: Touched::bare(old),
        new: Touched::bare(renamed),
        holds: same(renamed.key()?, key) && same(renamed.value(), old.value()),
    })
}

impl Touched {
    /// An item that comes or goes with the comments inside it.
    fn bare(item: Item<'_>) -> Self {
        Self {
            item: Some(item.span()),
            content: Some(item.span()),
            comments: Vec::new(),
        }
    }

    /// An item with all the comments it owns.
    fn parcel(tree: &Tree, spot: &Spot<'_>) -> Self {
        let parcel = &Owned::of(tree, spot.group).parcels[spot.index];
        Self {
            item: Some(parcel.item),
            content: Some(parcel.item),
            comments: [parcel.lead.as_slice(), &parcel.trail].concat(),
        }
    }

    fn may_differ(&self, comment: Span) -> bool {
        let inside = self
            .content
            .is_some_and(|content| content.encloses(comment));
        inside || self.comments.contains(&comment)
    }
}

fn same_item(a: Item<'_>, b: Item<'_>) -> bool {
    let keys = match (a.key(), b.key()) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    keys && same(a.value(), b.value())
}

/// The comments of an item.
fn own(tree: &Tree, group: Value<'_>, index: usize) -> Vec<String> {
    let parcel = &Owned::of(tree, group).parcels[index];
    let spans = parcel.lead.iter().chain(&parcel.trail);
    spans
        .map(|span| comment_text(tree, *span).to_owned())
        .collect()
}

fn keeps_others(before: (&Tree, &Touched), after: (&Tree, &Touched)) -> bool {
    let is_whole = |(tree, touched): (&Tree, &Touched)| {
        touched.item.is_none() && touched.content == tree.root().map(Value::span)
    };
    if is_whole(before) && is_whole(after) {
        return true;
    }
    let rest = |value, touched: &Touched| Except {
        value,
        item: touched.item,
    };
    match (before.0.root(), after.0.root()) {
        (Some(old), Some(new)) => same_except(rest(old, before.1), rest(new, after.1)),
        _ => false,
    }
}
