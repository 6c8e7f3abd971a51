//! What stands outside of the value of a file: headers and comments.

use super::plan::Outer;
use crate::syntax::faithful::comment_text;
use crate::syntax::owned::{breaks_before, tokens_in};
use crate::syntax::style;
use crate::syntax::token::{Bracket, TokenKind};
use crate::syntax::tree::Tree;
use crate::text::span::Span;

/// The headers and comments inside of a span, in their order.
pub fn outer(tree: &Tree, within: Span) -> Vec<Outer> {
    let newline = style::newline(tree);
    pieces(tree, within)
        .into_iter()
        .map(|span| Outer {
            breaks: breaks_before(tree, span.start),
            text: style::moved_in(comment_text(tree, span), "", newline),
        })
        .collect()
}

/// A header runs from its `#` to its `]`, comments inside included.
fn pieces(tree: &Tree, within: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut header = None;
    for token in tokens_in(tree, within) {
        match (header, token.kind) {
            (None, TokenKind::Hash) => header = Some(token.span),
            (Some(hash), TokenKind::Close(Bracket::Square)) => {
                pieces.push(Span::to(hash, token.span));
                header = None;
            }
            (None, kind) if kind.is_comment() => pieces.push(token.span),
            _ => {}
        }
    }
    pieces
}
