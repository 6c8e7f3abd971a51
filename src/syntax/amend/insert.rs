//! An item into a bracket.

use super::{Edits, Refused, fragment, group_at};
use crate::syntax::owned::{Owned, Parcel, tokens_in};
use crate::syntax::route::Route;
use crate::syntax::style;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;
use crate::text::edit::Edit;
use crate::text::span::Span;

pub fn edits(tree: &Tree, into: &Route, index: usize, item: &str) -> Edits {
    let group = group_at(tree, into)?;
    let count = group.items().len();
    if index > count {
        let into = into.clone();
        return Err(Refused::NoPlace { into, index, count });
    }
    let item = fragment::item(item, group, into)?;
    let owned = Owned::of(tree, group);
    let before = index.checked_sub(1).map(|at| &owned.parcels[at]);
    let goods = Goods::bare(fragment::item_text(&item));
    Ok(match (before, owned.parcels.get(index)) {
        (Some(before), after) => behind(tree, before, after, &goods),
        (None, Some(after)) => in_front(tree, group, &owned, after, &goods),
        (None, None) => into_empty(tree, group, &owned, &goods),
    })
}

/// An item on its way to a place, with the comments that travel along.
pub struct Goods<'t> {
    pub above: Vec<&'t str>,
    pub item: &'t str,
    pub behind: Vec<&'t str>,
}

impl<'t> Goods<'t> {
    fn bare(item: &'t str) -> Self {
        Self {
            above: Vec::new(),
            item,
            behind: Vec::new(),
        }
    }

    fn has_comments(&self) -> bool {
        !self.above.is_empty() || !self.behind.is_empty()
    }

    /// The lines of the item, each behind a line break.
    fn lines(&self, tree: &Tree, indent: &str, comma: &str) -> String {
        let newline = style::newline(tree);
        let lead: String = self
            .above
            .iter()
            .map(|comment| format!("{newline}{indent}{comment}"))
            .collect();
        let item = style::moved_in(self.item, indent, newline);
        let trail: String = self
            .behind
            .iter()
            .map(|comment| format!(" {comment}"))
            .collect();
        format!("{lead}{newline}{indent}{item}{comma}{trail}")
    }

    fn inline(&self, tree: &Tree, offset: usize) -> String {
        style::moved_in(self.item, style::indent(tree, offset), style::newline(tree))
    }
}

/// Behind the parcel `before`, below its comments. It gives its habit of a
/// comma to the new item, and gets one if it has none.
pub fn behind(
    tree: &Tree,
    before: &Parcel,
    after: Option<&Parcel>,
    goods: &Goods<'_>,
) -> Vec<Edit> {
    let place = before.end();
    let comma = before.comma.map_or("", |_| ",");
    if !takes_line(tree, before, after, goods) {
        let text = goods.inline(tree, place);
        return vec![match before.comma {
            Some(_) => Edit::insert(place, format!(" {text},")),
            None => Edit::insert(place, format!(", {text}")),
        }];
    }
    let indent = style::indent(tree, before.item.start);
    let mut lines = goods.lines(tree, indent, comma);
    if goods.has_comments() && !style::ends_line(tree, place) {
        lines += style::newline(tree);
        lines += indent;
    }
    match before.comma {
        Some(_) => vec![Edit::insert(place, lines)],
        None if place == before.item.end => vec![Edit::insert(place, format!(",{lines}"))],
        None => vec![
            Edit::insert(before.item.end, ","),
            Edit::insert(place, lines),
        ],
    }
}

/// Whether an item behind `before` goes on a line of its own.
fn takes_line(tree: &Tree, before: &Parcel, after: Option<&Parcel>, goods: &Goods<'_>) -> bool {
    if goods.has_comments() {
        return true;
    }
    let between = |after: &Parcel| Span::new(before.end(), after.start());
    if after.is_some_and(|after| !has_break(tree, between(after))) {
        return false;
    }
    style::begins_line(tree, before.start())
        || before.trails_comma()
        || ends_in_line_comment(tree, before)
}

fn has_break(tree: &Tree, span: Span) -> bool {
    span.of(tree.text()).contains('\n')
}

fn ends_in_line_comment(tree: &Tree, parcel: &Parcel) -> bool {
    let last = parcel.trail.last();
    last.is_some_and(|comment| comment.of(tree.text()).starts_with("//"))
}

/// Before the first item of a bracket.
pub fn in_front(
    tree: &Tree,
    group: Value<'_>,
    owned: &Owned,
    after: &Parcel,
    goods: &Goods<'_>,
) -> Vec<Edit> {
    let takes_line = goods.has_comments() || style::begins_line(tree, after.start());
    if !takes_line {
        let text = goods.inline(tree, after.start());
        return vec![Edit::insert(after.start(), format!("{text}, "))];
    }
    let lines = goods.lines(tree, style::indent(tree, after.start()), ",");
    let place = inside_open(group, owned);
    let end = match has_break(tree, Span::new(place, after.start())) {
        true => "",
        false => style::newline(tree),
    };
    vec![Edit::insert(place, lines + end)]
}

/// Behind the opening bracket and the comments on its line.
fn inside_open(group: Value<'_>, owned: &Owned) -> usize {
    let open = group.open().unwrap_or(group.span());
    owned.opening.last().unwrap_or(&open).end
}

/// Into a bracket without items, above the comments that may be there.
fn into_empty(tree: &Tree, group: Value<'_>, owned: &Owned, goods: &Goods<'_>) -> Vec<Edit> {
    let place = inside_open(group, owned);
    let close = group.close().map_or(place, |close| close.start);
    let rest = Span::new(place, close);
    let has_line = has_break(tree, rest);
    if !has_line && !goods.item.contains('\n') && !holds_comment(tree, rest) {
        let space = rest.of(tree.text());
        let text = goods.inline(tree, place);
        return vec![Edit::insert(place, format!("{space}{text}"))];
    }
    let outer = style::indent(tree, group.span().start).to_owned();
    let lines = goods.lines(tree, &(outer.clone() + &style::unit(tree)), ",");
    let end = match has_line {
        true => String::new(),
        false => style::newline(tree).to_owned() + &outer,
    };
    vec![Edit::insert(place, lines + &end)]
}

fn holds_comment(tree: &Tree, span: Span) -> bool {
    let mut tokens = tokens_in(tree, span).iter();
    tokens.any(|token| token.kind.is_comment())
}
