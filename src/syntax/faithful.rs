//! What must still be there when a text has been rewritten.

use itertools::Itertools;

use super::tree::Tree;
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
