//! Comments that serve as headings: in a file whose records stand under the names
//! of their areas, the first record of an area gets its heading.

use crate::syntax::owned::{Owned, Parcel, breaks_before};
use crate::syntax::route::Route;
use crate::syntax::same::same;
use crate::syntax::style;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Tree;
use crate::text::edit::{Edit, EditSet};

/// The text with a heading above the record `index` of a list, if that is the
/// first of its area and the others have theirs. `areas` names the area of each
/// record.
pub fn headed(text: String, list: &str, index: usize, areas: &[Option<&str>]) -> String {
    let tree = Tree::parse(&text);
    let Some(area) = areas.get(index).copied().flatten() else {
        return text;
    };
    let is_first = areas.iter().filter(|other| **other == Some(area)).count() == 1;
    let Ok(held) = tree.locate(&Route::default().field(list)) else {
        return text;
    };
    let owned = Owned::of(&tree, held.value);
    if !is_first || !has_headings(&tree, &owned, areas) || owned.parcels.len() != areas.len() {
        return text;
    }
    with_heading(&tree, &owned, index, area).unwrap_or(text)
}

/// Whether some record stands under the name of its area.
fn has_headings(tree: &Tree, owned: &Owned, areas: &[Option<&str>]) -> bool {
    owned.parcels.iter().zip(areas).any(|(parcel, area)| {
        let mut above = parcel.loose.iter().map(|span| span.of(tree.text()));
        area.is_some_and(|area| above.any(|comment| is_heading(comment, area)))
    })
}

fn is_heading(comment: &str, area: &str) -> bool {
    let words = comment.strip_prefix("//").map(str::trim_start);
    words.is_some_and(|words| words.starts_with(area))
}

/// Nothing where the record does not begin a line, or the name of the area is no
/// line.
fn with_heading(tree: &Tree, owned: &Owned, index: usize, area: &str) -> Option<String> {
    let parcel = &owned.parcels[index];
    if !style::begins_line(tree, parcel.start()) || area.contains(char::is_control) {
        return None;
    }
    let newline = style::newline(tree);
    let indent = style::indent(tree, parcel.start());
    let above = if index == 0 { "" } else { newline };
    let place = style::line_start(tree, parcel.start());
    let heading = format!("{above}{indent}// {area}{newline}{newline}");
    let mut edits = vec![Edit::insert(place, heading)];
    let next = owned.parcels.get(index + 1).map(first_of);
    if next.is_some_and(|next| breaks_before(tree, next) < 2) {
        edits.push(Edit::insert(parcel.end(), newline));
    }
    let text = EditSet::new(tree.text(), edits).ok()?.apply();
    keeps(tree, &Tree::parse(&text)).then_some(text)
}

/// Where the first thing starts that stands before an item or is it.
fn first_of(parcel: &Parcel) -> usize {
    parcel
        .loose
        .first()
        .map_or(parcel.start(), |span| span.start)
}

/// Whether the value is the same and one comment more is there.
fn keeps(before: &Tree, after: &Tree) -> bool {
    let comments = |tree: &Tree| {
        let tokens = tree.tokens().iter();
        tokens
            .filter(|token| matches!(token.kind, TokenKind::LineComment | TokenKind::BlockComment))
            .count()
    };
    let same = match (before.root(), after.root()) {
        (Some(before), Some(after)) => same(before, after),
        _ => false,
    };
    same && comments(after) == comments(before) + 1
}
