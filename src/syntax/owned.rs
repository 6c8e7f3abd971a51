//! Who owns a comment.
//!
//! An item owns the own-line comments directly above it with no blank line
//! between, block comments before it on its own line, itself, its comma, and
//! the comments after it on the same line. What nobody owns is loose and stays
//! where it is.

use super::token::{Token, TokenKind};
use super::tree::Tree;
use super::value::Value;
use crate::text::span::Span;

/// The comments of a bracket, told apart by their owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned {
    /// On the line of the opening bracket, and of no item.
    pub opening: Vec<Span>,
    pub parcels: Vec<Parcel>,
    /// Behind the last item, or in a bracket without items.
    pub ending: Vec<Span>,
}

/// An item with all it owns, and the loose comments before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Loose comments above the item's own.
    pub loose: Vec<Span>,
    /// The comments above and before the item.
    pub lead: Vec<Span>,
    pub item: Span,
    /// Loose comments between the item and a comma on a later line.
    pub straddled: Vec<Span>,
    pub comma: Option<Span>,
    /// The comments after the item, on its line or that of its comma.
    pub trail: Vec<Span>,
}

impl Parcel {
    /// Where the first comment of the item, or else the item, starts.
    pub fn start(&self) -> usize {
        self.lead.first().unwrap_or(&self.item).start
    }

    /// Where the item, its comma and its comments have all ended.
    pub fn end(&self) -> usize {
        let ends = self.trail.iter().chain(&self.comma).map(|span| span.end);
        ends.fold(self.item.end, usize::max)
    }

    /// Whether a comment of the item stands behind its comma.
    pub fn trails_comma(&self) -> bool {
        let is_behind = |comma: Span| {
            self.trail
                .last()
                .is_some_and(|last| last.start >= comma.end)
        };
        self.comma.is_some_and(is_behind)
    }
}

impl Owned {
    /// `group` is a value with both its brackets.
    pub fn of(tree: &Tree, group: Value<'_>) -> Self {
        let open = group.open().unwrap_or(group.span());
        let close = group.close().unwrap_or(Span::at(group.span().end));
        let mut owned = Self {
            opening: Vec::new(),
            parcels: Vec::new(),
            ending: Vec::new(),
        };
        let mut gap = Gap::new(tree, open.end, None);
        for item in group.items() {
            let sides = gap.before_item(item.span().start);
            owned.close_parcel(sides.behind, sides.straddled);
            owned.parcels.push(Parcel {
                loose: sides.loose,
                lead: sides.ahead,
                item: item.span(),
                straddled: Vec::new(),
                comma: item.comma(),
                trail: Vec::new(),
            });
            gap = Gap::new(tree, item.span().end, item.comma());
        }
        let sides = gap.before_close(close.start);
        owned.close_parcel(sides.behind, sides.straddled);
        owned.ending = sides.loose;
        owned
    }

    /// Gives the last parcel, or the opening bracket, what stands behind it.
    fn close_parcel(&mut self, behind: Vec<Span>, straddled: Vec<Span>) {
        match self.parcels.last_mut() {
            Some(parcel) => {
                parcel.trail = behind;
                parcel.straddled = straddled;
            }
            None => self.opening = behind,
        }
    }
}

/// What stands behind an item or an opening bracket, up to the next item or
/// the closing bracket.
struct Gap<'t> {
    tree: &'t Tree,
    start: usize,
    comma: Option<Span>,
}

/// The comments of a gap, in their order.
#[derive(Default)]
struct Sides {
    /// On the line of what stands before the gap, or of its comma.
    behind: Vec<Span>,
    straddled: Vec<Span>,
    loose: Vec<Span>,
    /// Directly above or before what stands behind the gap.
    ahead: Vec<Span>,
}

/// A comment and how many lines further down it starts than what is before it.
struct Remark {
    span: Span,
    breaks: usize,
}

impl<'t> Gap<'t> {
    fn new(tree: &'t Tree, start: usize, comma: Option<Span>) -> Self {
        Self { tree, start, comma }
    }

    fn before_item(&self, end: usize) -> Sides {
        let (mut sides, after) = self.split(end);
        let breaks_to_item = breaks_before(self.tree, end);
        let on_one_line = breaks_to_item == 0 && after.iter().all(|remark| remark.breaks == 0);
        if on_one_line {
            sides.ahead = spans(after);
            return sides;
        }
        let (behind, below) = split_line(after);
        sides.behind.extend(behind);
        let (loose, ahead) = split_above(below, breaks_to_item);
        sides.loose = loose;
        sides.ahead = ahead;
        sides
    }

    fn before_close(&self, end: usize) -> Sides {
        let (mut sides, after) = self.split(end);
        let has_item = self.comma.is_some() || !self.is_behind_open();
        let one_line = after.iter().all(|remark| remark.breaks == 0);
        if !has_item && one_line && breaks_before(self.tree, end) == 0 {
            sides.loose = spans(after);
            return sides;
        }
        let (behind, below) = split_line(after);
        sides.behind.extend(behind);
        sides.loose = spans(below);
        sides
    }

    fn is_behind_open(&self) -> bool {
        let at = token_at(self.tree, self.start);
        let before = at.checked_sub(1).map(|at| self.tree.tokens()[at].kind);
        matches!(before, Some(TokenKind::Open(_)))
    }

    /// The comments before the comma, told apart, and those behind it.
    fn split(&self, end: usize) -> (Sides, Vec<Remark>) {
        let mut sides = Sides::default();
        let Some(comma) = self.comma else {
            return (sides, remarks(self.tree, Span::new(self.start, end)));
        };
        let before = remarks(self.tree, Span::new(self.start, comma.start));
        let (behind, straddled) = split_line(before);
        sides.behind = behind;
        sides.straddled = spans(straddled);
        (sides, remarks(self.tree, Span::new(comma.end, end)))
    }
}

/// The comments up to the first line break, and the rest.
fn split_line(remarks: Vec<Remark>) -> (Vec<Span>, Vec<Remark>) {
    let line = remarks
        .iter()
        .take_while(|remark| remark.breaks == 0)
        .count();
    let mut behind = remarks;
    let below = behind.split_off(line);
    (spans(behind), below)
}

/// The comments up to the last blank line, and those under it.
fn split_above(remarks: Vec<Remark>, breaks_to_item: usize) -> (Vec<Span>, Vec<Span>) {
    let mut below = breaks_to_item;
    let mut first = remarks.len();
    while first > 0 && below < 2 {
        first -= 1;
        below = remarks[first].breaks;
    }
    let is_apart = breaks_to_item >= 2;
    let mut loose = spans(remarks);
    let ahead = loose.split_off(if is_apart { loose.len() } else { first });
    (loose, ahead)
}

fn spans(remarks: Vec<Remark>) -> Vec<Span> {
    remarks.into_iter().map(|remark| remark.span).collect()
}

fn remarks(tree: &Tree, within: Span) -> Vec<Remark> {
    if !may_hold_comments(tree, within) {
        return Vec::new();
    }
    tokens_in(tree, within)
        .iter()
        .filter(|token| token.kind.is_comment())
        .map(|token| Remark {
            span: token.span,
            breaks: breaks_before(tree, token.span.start),
        })
        .collect()
}

/// Whether a look at the letters alone does not rule comments out, as it nearly
/// always does between two values.
pub fn may_hold_comments(tree: &Tree, within: Span) -> bool {
    let letters = tree.text().as_bytes().get(within.start..within.end);
    letters.is_some_and(|letters| letters.contains(&b'/'))
}

/// The tokens inside a span whose ends are ends of tokens.
pub fn tokens_in(tree: &Tree, span: Span) -> &[Token] {
    let start = token_at(tree, span.start);
    let end = token_at(tree, span.end);
    &tree.tokens()[start..end.max(start)]
}

/// The index of the first token that starts at or behind an offset.
fn token_at(tree: &Tree, offset: usize) -> usize {
    tree.tokens()
        .partition_point(|token| token.span.start < offset)
}

/// How many line feeds stand in the white space before a token that starts at
/// `offset`.
pub fn breaks_before(tree: &Tree, offset: usize) -> usize {
    let before = &tree.text().as_bytes()[..offset];
    let space = before.iter().rev();
    let space = space.take_while(|letter| matches!(letter, b' ' | b'\t' | b'\r' | b'\n'));
    let length = space.clone().count();
    // Nearly always the letters alone tell. Behind a backslash a line feed may be a
    // stray character, and there is white space that is not ASCII.
    if let Some(letter) = before[..offset - length].last()
        && letter.is_ascii_graphic()
        && *letter != b'\\'
    {
        return space.filter(|letter| **letter == b'\n').count();
    }
    let before = token_at(tree, offset).checked_sub(1);
    let token = before.map(|at| tree.tokens()[at]);
    token
        .filter(|token| token.kind == TokenKind::Whitespace)
        .map_or(0, |space| space.span.of(tree.text()).matches('\n').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the comments of the list in `text`: `above item trail`.
    fn check(text: &str, opening: &str, parcels: &[&str], ending: &str) {
        let tree = Tree::parse(text);
        let owned = Owned::of(&tree, tree.root().unwrap());
        let show = |spans: &[Span]| {
            let texts = spans.iter().map(|span| span.of(text));
            texts.collect::<Vec<_>>().join(" ")
        };
        let shown = owned.parcels.iter().map(|parcel| {
            let parts = [
                &parcel.loose,
                &parcel.lead,
                &vec![parcel.item],
                &parcel.straddled,
            ];
            let parts = parts.map(|spans| show(spans)).join("|");
            format!("{parts}|{}", show(&parcel.trail))
        });
        let found = (
            show(&owned.opening),
            shown.collect::<Vec<_>>(),
            show(&owned.ending),
        );
        let expected: Vec<String> = parcels.iter().map(|parcel| (*parcel).to_owned()).collect();
        assert_eq!(
            found,
            (opening.to_owned(), expected, ending.to_owned()),
            "{text}"
        );
    }

    #[test]
    fn comments_on_lines() {
        check(
            "[ //o\n  //a\n  1, //b\n  //c\n]",
            "//o",
            &["|//a|1||//b"],
            "//c",
        );
        check(
            "[\n//a\n\n//b\n//c\n1,\n\n2]",
            "",
            &["//a|//b //c|1||", "||2||"],
            "",
        );
        check("[\n1,\n//a\n\n2]", "", &["||1||", "//a||2||"], "");
    }

    #[test]
    fn comments_between_items_of_a_line() {
        check(
            "[/*a*/1/*b*/,/*c*/2/*d*/]",
            "",
            &["|/*a*/|1||/*b*/", "|/*c*/|2||/*d*/"],
            "",
        );
        check(
            "[1, /*a*/\n2, /*b*/]",
            "",
            &["||1||/*a*/", "||2||/*b*/"],
            "",
        );
    }

    #[test]
    fn a_comma_on_a_later_line() {
        check(
            "[1 //a\n//b\n, //c\n2]",
            "",
            &["||1|//b|//a //c", "||2||"],
            "",
        );
        check("[1\n, 2\n, 3]", "", &["||1||", "||2||", "||3||"], "");
    }

    #[test]
    fn brackets_without_items() {
        check("[//a\n//b\n]", "//a", &[], "//b");
        check("[ /*a*/ ]", "", &[], "/*a*/");
    }
}
