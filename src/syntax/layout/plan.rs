//! What is to be printed, in its order and with every comment in its place,
//! before it is known where lines break.

use itertools::Itertools;

use super::{FieldOrder, Rows, as_written, preamble};
use crate::syntax::faithful::comment_text;
use crate::syntax::kind::Kind;
use crate::syntax::owned::{Owned, Parcel, breaks_before, may_hold_comments, tokens_in};
use crate::syntax::route::{Route, Step};
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};
use crate::text::span::Span;

pub struct File<'t> {
    pub mark: &'t str,
    pub before: Vec<Outer>,
    /// Comments inside of the value but outside of its brackets.
    pub inner: Vec<&'t str>,
    pub breaks_before_root: usize,
    pub root: Block<'t>,
    pub after: Vec<Outer>,
}

/// A header or comment outside of the value of a file, and how many line
/// breaks stood before it.
pub struct Outer {
    pub breaks: usize,
    pub text: String,
}

/// A value.
pub struct Block<'t> {
    /// The whole of a scalar, the name of a group.
    pub head: &'t str,
    pub body: Option<Body<'t>>,
    /// How many columns it takes on one line; `None` when it needs several.
    pub width: Option<usize>,
}

pub struct Body<'t> {
    pub open: &'t str,
    pub close: &'t str,
    pub opening: Vec<&'t str>,
    pub lines: Vec<Line<'t>>,
    pub ending: Vec<Above<'t>>,
}

/// An item with what belongs to it.
pub struct Line<'t> {
    /// The row of the field, if it has one: fields of the same row may share a
    /// line.
    pub row: Option<usize>,
    pub above: Vec<Above<'t>>,
    pub key: Option<Block<'t>>,
    pub value: Block<'t>,
    pub behind: Vec<&'t str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Above<'t> {
    Blank,
    Comment(&'t str),
}

pub struct Planner<'t, 'o> {
    pub tree: &'t Tree,
    pub order: &'o FieldOrder,
}

impl<'t> Planner<'t, '_> {
    pub fn file(&self, root: Value<'t>) -> File<'t> {
        let text = self.tree.text();
        let span = root.span();
        let mut block = self.block(root, &mut Route::default());
        if block
            .body
            .as_ref()
            .is_some_and(|body| !body.lines.is_empty())
        {
            // The file itself is laid out on lines, however short it is.
            block.width = None;
        }
        File {
            mark: text
                .get(..3)
                .filter(|mark| *mark == "\u{FEFF}")
                .unwrap_or(""),
            before: preamble::outer(self.tree, Span::new(0, span.start)),
            inner: self.before_bracket(root),
            breaks_before_root: breaks_before(self.tree, span.start),
            root: block,
            after: preamble::outer(self.tree, Span::new(span.end, text.len())),
        }
    }

    fn block(&self, value: Value<'t>, route: &mut Route) -> Block<'t> {
        let (Some(open), Some(close)) = (value.open(), value.close()) else {
            return scalar(value.text());
        };
        let text = self.tree.text();
        let owned = Owned::of(self.tree, value);
        let mut body = Body {
            open: open.of(text),
            close: close.of(text),
            opening: self.texts(&owned.opening),
            lines: self.lines(value, &owned, route),
            ending: self.above(&owned.ending),
        };
        if body.lines.is_empty() && body.ending.first() == Some(&Above::Blank) {
            body.ending.remove(0);
        }
        let head = value.name_span().map_or("", |name| name.of(text));
        let is_broken = value.item(0).is_some_and(|first| {
            let inside = Span::new(open.end, first.span().start);
            inside.of(text).contains('\n')
        });
        Block {
            width: body_width(&body)
                .filter(|_| !is_broken || wrapped(&body).is_some())
                .map(|width| width + columns(head)),
            head,
            body: Some(body),
        }
    }

    /// `route` leads to the group, and does so again afterwards.
    fn lines(&self, group: Value<'t>, owned: &Owned, route: &mut Route) -> Vec<Line<'t>> {
        let mut lines = Vec::with_capacity(owned.parcels.len());
        for (index, (item, parcel)) in group.items().zip(&owned.parcels).enumerate() {
            let steps = route.steps.len();
            // Only brackets are asked where they are.
            if item.value().open().is_some() {
                route.steps.push(match (group.kind(), item.name()) {
                    (Kind::Struct, Some(name)) => Step::Field(name.to_owned()),
                    _ => Step::Index(index),
                });
            }
            lines.push((item.name(), self.line(item, parcel, route)));
            route.steps.truncate(steps);
        }
        if group.kind() == Kind::Struct {
            let rows = (self.order)(route);
            for (name, line) in &mut lines {
                line.row = name.and_then(|name| row_of(rows, name));
            }
            lines.sort_by_key(|(name, _)| place_of(rows, *name));
        }
        let mut lines = lines.into_iter().map(|(_, line)| line).collect_vec();
        if let Some(first) = lines.first_mut() {
            let blanks = first
                .above
                .iter()
                .take_while(|above| **above == Above::Blank)
                .count();
            first.above.drain(..blanks);
        }
        lines
    }

    fn line(&self, item: Item<'t>, parcel: &Parcel, route: &mut Route) -> Line<'t> {
        let (over, behind) = self.behind(parcel);
        let mut above = self.above(&parcel.loose);
        above.extend(self.above(&parcel.lead));
        if breaks_before(self.tree, parcel.item.start) > 1 {
            above.push(Above::Blank);
        }
        let moved = [self.inside(item), self.texts(&parcel.straddled), over];
        above.extend(moved.into_iter().flatten().map(Above::Comment));
        Line {
            row: None,
            above,
            key: item.key().map(|key| self.key(key)),
            value: self.block(item.value(), route),
            behind,
        }
    }

    /// A key stays as it is: no route leads into it.
    fn key(&self, key: Value<'t>) -> Block<'t> {
        let tree = self.tree;
        let order = &as_written;
        Planner { tree, order }.block(key, &mut Route::default())
    }

    /// The comments after an item: those that have to move above it because a
    /// line comment takes the rest of the line, and those that may stay.
    fn behind(&self, parcel: &Parcel) -> (Vec<&'t str>, Vec<&'t str>) {
        let mut over = self.texts(&parcel.trail);
        let before_last = &over[..over.len().saturating_sub(1)];
        let last_line = before_last
            .iter()
            .rposition(|comment| comment.starts_with("//"));
        let stay = over.split_off(last_line.map_or(0, |at| at + 1));
        (over, stay)
    }

    /// The comments of an item outside of its brackets: around the colon, and
    /// between a name and a bracket.
    fn inside(&self, item: Item<'t>) -> Vec<&'t str> {
        let value = item.value();
        let Some(key) = item.key() else {
            return self.before_bracket(value);
        };
        let between = Span::new(key.span().end, value.span().start);
        [
            self.before_bracket(key),
            self.comments(between),
            self.before_bracket(value),
        ]
        .concat()
    }

    fn before_bracket(&self, value: Value<'t>) -> Vec<&'t str> {
        match (value.name_span(), value.open()) {
            (Some(name), Some(open)) => self.comments(Span::new(name.end, open.start)),
            _ => Vec::new(),
        }
    }

    fn comments(&self, within: Span) -> Vec<&'t str> {
        if !may_hold_comments(self.tree, within) {
            return Vec::new();
        }
        let tokens = tokens_in(self.tree, within).iter();
        tokens
            .filter(|token| token.kind.is_comment())
            .map(|token| comment_text(self.tree, token.span))
            .collect()
    }

    /// Comments on lines of their own, with the blank lines before them.
    fn above(&self, comments: &[Span]) -> Vec<Above<'t>> {
        let mut above = Vec::new();
        for comment in comments {
            if breaks_before(self.tree, comment.start) > 1 {
                above.push(Above::Blank);
            }
            above.push(Above::Comment(comment_text(self.tree, *comment)));
        }
        above
    }

    fn texts(&self, comments: &[Span]) -> Vec<&'t str> {
        let texts = comments
            .iter()
            .map(|comment| comment_text(self.tree, *comment));
        texts.collect()
    }
}

fn row_of(rows: Rows, name: &str) -> Option<usize> {
    rows.iter().position(|row| row.contains(&name))
}

fn place_of(rows: Rows, name: Option<&str>) -> usize {
    let mut fields = rows.iter().copied().flatten();
    let place = name.and_then(|name| fields.position(|known| *known == name));
    place.unwrap_or(usize::MAX)
}

/// The bracket that is all that stands in a bracket: both break as one.
pub fn wrapped<'b, 't>(body: &'b Body<'t>) -> Option<&'b Block<'t>> {
    let [line] = body.lines.as_slice() else {
        return None;
    };
    let is_bare = body.open == "("
        && line.key.is_none()
        && [&body.opening, &line.behind]
            .iter()
            .all(|comments| comments.is_empty())
        && [&body.ending, &line.above]
            .iter()
            .all(|above| above.is_empty());
    let inner = line.value.body.as_ref().filter(|_| is_bare)?;
    (!inner.lines.is_empty()).then_some(&line.value)
}

fn scalar(text: &str) -> Block<'_> {
    Block {
        head: text,
        body: None,
        width: (!text.contains('\n')).then(|| columns(text)),
    }
}

fn body_width(body: &Body<'_>) -> Option<usize> {
    let has_comments = !body.opening.is_empty() || !body.ending.is_empty();
    let widths: Option<Vec<_>> = body.lines.iter().map(line_width).collect();
    let widths = widths.filter(|_| !has_comments)?;
    let separators = 2 * widths.len().saturating_sub(1);
    Some(2 + widths.iter().sum::<usize>() + separators)
}

fn line_width(line: &Line<'_>) -> Option<usize> {
    let is_comment = |above: &Above<'_>| matches!(above, Above::Comment(_));
    if line.above.iter().any(is_comment) || !line.behind.is_empty() {
        return None;
    }
    item_width(line)
}

/// How many columns an item takes on one line without its comma.
pub fn item_width(line: &Line<'_>) -> Option<usize> {
    let key = match &line.key {
        Some(key) => key.width? + 2,
        None => 0,
    };
    Some(key + line.value.width?)
}

pub fn columns(text: &str) -> usize {
    text.chars().count()
}
