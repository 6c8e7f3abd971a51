//! What must still be there when a text has been rewritten.

use itertools::Itertools;

use super::token::TokenKind;
use super::tree::Tree;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Whether the `ron` crate can read the text, apart from a byte-order mark.
pub fn reads(tree: &Tree) -> bool {
    let text = tree.text();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    ron::from_str::<ron::Value>(text).is_ok()
}

/// The comments that are asked for, sorted by what they say.
pub fn comments(tree: &Tree, is_asked_for: impl Fn(Span) -> bool) -> Vec<&str> {
    tree.tokens()
        .iter()
        .filter(|token| token.kind.is_comment() && is_asked_for(token.span))
        .map(|token| comment_text(tree, token.span))
        .sorted()
        .collect()
}

/// A comment without the white space at the end of its line.
pub fn comment_text(tree: &Tree, comment: Span) -> &str {
    comment.of(tree.text()).trim_end()
}

/// Whether every word and comment that no edit touches is still one, at its new
/// place. `edits` are sorted, and were made to `before` to get `after`.
pub fn keeps_words(before: &Tree, edits: &[Edit], after: &Tree) -> bool {
    let words = before.tokens().iter();
    let mut words = words.filter(|token| token.kind != TokenKind::Whitespace);
    let mut due = edits.iter().peekable();
    let (mut gained, mut lost) = (0, 0);
    words.all(|word| {
        while let Some(edit) = due.next_if(|edit| edit.span.end <= word.span.start) {
            gained += edit.text.len();
            lost += edit.span.len();
        }
        let is_touched = due
            .peek()
            .is_some_and(|edit| edit.span.start < word.span.end);
        let start = word.span.start + gained - lost;
        let at = after
            .tokens()
            .binary_search_by_key(&start, |token| token.span.start);
        is_touched
            || at.is_ok_and(|at| {
                let found = after.tokens()[at];
                found.kind == word.kind && found.span.len() == word.span.len()
            })
    })
}
