//! The style of the text around a place, to be copied there.

use crate::syntax::lexer::lex;
use crate::syntax::owned::breaks_before;
use crate::syntax::token::TokenKind;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// What a level of indentation is when the text shows none.
const DEFAULT_UNIT: &str = "    ";

/// The line ending of the text: the first one outside of strings and comments,
/// in which line endings are content.
pub fn newline(tree: &Tree) -> &'static str {
    let mut tokens = tree.tokens().iter();
    let first = tokens.find_map(|token| {
        let piece = token.span.of(tree.text());
        let is_space = token.kind == TokenKind::Whitespace;
        piece
            .find('\n')
            .filter(|_| is_space)
            .map(|feed| &piece[..feed])
    });
    match first {
        Some(before) if before.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The white space that the line of `offset` begins with.
pub fn indent(tree: &Tree, offset: usize) -> &str {
    let line = &tree.text()[line_start(tree, offset)..offset];
    let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
    &line[..blank]
}

/// Whether only white space stands before `offset` on its line.
pub fn begins_line(tree: &Tree, offset: usize) -> bool {
    tree.text()[line_start(tree, offset)..offset]
        .trim()
        .is_empty()
}

/// Whether only white space stands behind `offset` on its line.
pub fn ends_line(tree: &Tree, offset: usize) -> bool {
    let rest = &tree.text()[offset..];
    let line = rest.find('\n').map_or(rest, |feed| &rest[..feed]);
    line.trim().is_empty()
}

pub fn line_start(tree: &Tree, offset: usize) -> usize {
    tree.text()[..offset].rfind('\n').map_or(0, |feed| feed + 1)
}

/// Where the line before that of `offset` ends, line ending not included; on
/// the first line, where that starts.
pub fn break_before(tree: &Tree, offset: usize) -> usize {
    let before = &tree.text()[..line_start(tree, offset)];
    let line = before.strip_suffix('\n').unwrap_or(before);
    line.strip_suffix('\r').unwrap_or(line).len()
}

/// The white space of one level: what the first item on a line of its own
/// has more than the line of its bracket.
pub fn unit(tree: &Tree) -> String {
    let found = tree.root().and_then(|root| unit_in(tree, root));
    found.unwrap_or(DEFAULT_UNIT).to_owned()
}

fn unit_in<'t>(tree: &'t Tree, group: Value<'t>) -> Option<&'t str> {
    let items = || group.items();
    let first = items().next()?.span().start;
    if breaks_before(tree, first) > 0 {
        let outer = indent(tree, group.span().start);
        let unit = indent(tree, first).strip_prefix(outer);
        return unit.filter(|unit| !unit.is_empty());
    }
    items().find_map(|item| unit_in(tree, item.value()))
}

/// `text` as it has to stand behind `indent`: its further lines moved in, and
/// all line endings those of the place. Line feeds inside of strings and
/// comments are left as they are, for they are content.
pub fn moved_in(text: &str, indent: &str, newline: &str) -> String {
    let mut result = String::new();
    for token in lex(text) {
        let piece = token.span.of(text);
        if token.kind == TokenKind::Whitespace && piece.contains('\n') {
            result.push_str(&broken_lines(piece, indent, newline));
        } else {
            result.push_str(piece);
        }
    }
    result
}

fn broken_lines(space: &str, indent: &str, newline: &str) -> String {
    let breaks = newline.repeat(space.matches('\n').count());
    let behind = space.rsplit('\n').next().unwrap_or_default();
    format!("{breaks}{indent}{behind}")
}
