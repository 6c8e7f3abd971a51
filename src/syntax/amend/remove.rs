//! An item out of its bracket, with its comma and its comments.

use super::{Edits, Spot, spot_at};
use crate::syntax::owned::{Owned, Parcel, tokens_in};
use crate::syntax::route::Route;
use crate::syntax::style;
use crate::syntax::token::{Token, TokenKind};
use crate::syntax::tree::Tree;
use crate::text::edit::Edit;
use crate::text::span::Span;

const BLANKS: [char; 2] = [' ', '\t'];

pub fn edits(tree: &Tree, route: &Route) -> Edits {
    let Spot { group, index, .. } = spot_at(tree, route)?;
    let owned = Owned::of(tree, group);
    if let (Some(open), Some(close)) = (group.open(), group.close())
        && is_alone(&owned)
    {
        return Ok(vec![Edit::remove(Span::new(open.end, close.start))]);
    }
    Ok(taken_out(tree, &owned, index))
}

/// Whether a bracket holds one item and nothing besides.
fn is_alone(owned: &Owned) -> bool {
    let Owned {
        opening,
        parcels,
        ending,
    } = owned;
    opening.is_empty()
        && ending.is_empty()
        && matches!(parcels.as_slice(), [one] if one.loose.is_empty() && one.straddled.is_empty())
}

/// The edits that take out one parcel. The last item takes the comma before
/// it along when it has none itself.
pub fn taken_out(tree: &Tree, owned: &Owned, index: usize) -> Vec<Edit> {
    let parcel = &owned.parcels[index];
    let before = index.checked_sub(1).and_then(|at| owned.parcels[at].comma);
    let is_last = index + 1 == owned.parcels.len();
    match (parcel.comma, before) {
        (None, Some(comma)) if is_last => with_comma_before(tree, parcel, comma),
        _ => cuts(tree, parcel),
    }
}

fn with_comma_before(tree: &Tree, parcel: &Parcel, comma: Span) -> Vec<Edit> {
    let between = Span::new(comma.end, parcel.start());
    let has_comment = |token: &Token| token.kind.is_comment();
    if tokens_in(tree, between).iter().any(has_comment) {
        let mut edits = cuts(tree, parcel);
        edits.push(Edit::remove(comma));
        return edits;
    }
    vec![cut(tree, Span::new(comma.start, parcel.end()))]
}

/// A comma on a later line is cut by itself when a loose comment stands
/// before it.
fn cuts(tree: &Tree, parcel: &Parcel) -> Vec<Edit> {
    let (Some(comma), false) = (parcel.comma, parcel.straddled.is_empty()) else {
        return vec![cut(tree, Span::new(parcel.start(), parcel.end()))];
    };
    let near = parcel
        .trail
        .iter()
        .filter(|comment| comment.end <= comma.start);
    let end = near.fold(parcel.item.end, |end, comment| end.max(comment.end));
    let first = Span::new(parcel.start(), end);
    let second = Span::new(comma.start, parcel.end());
    vec![cut(tree, first), cut(tree, second)]
}

/// Removes a stretch with the white space it leaves behind: whole lines if
/// they hold nothing else, with the line break before them; else the space on
/// one side.
fn cut(tree: &Tree, span: Span) -> Edit {
    let begins = style::begins_line(tree, span.start);
    if begins && style::ends_line(tree, span.end) {
        return Edit::remove(Span::new(style::break_before(tree, span.start), span.end));
    }
    let before = &tree.text()[..span.start];
    let after = &tree.text()[span.end..];
    let after_space = after.trim_start_matches(BLANKS);
    let with_space_after = Span::new(span.start, span.end + after.len() - after_space.len());
    let is_last = after.trim_start().starts_with([')', ']', '}']);
    Edit::remove(match begins {
        true if !is_last => with_space_after,
        true if is_behind_line_comment(tree, span.start) => span,
        true => Span::new(before.trim_end().len(), span.end),
        false if before.trim_end().ends_with(['(', '[', '{']) && !is_last => with_space_after,
        false => Span::new(before.trim_end_matches(BLANKS).len(), span.end),
    })
}

fn is_behind_line_comment(tree: &Tree, offset: usize) -> bool {
    let before = tokens_in(tree, Span::new(0, offset));
    let mut words = before.iter().rev();
    let last = words.find(|token| token.kind != TokenKind::Whitespace);
    last.is_some_and(|token| token.kind == TokenKind::LineComment)
}
