//! Cuts a text into tokens. Every byte lands in exactly one of them, and what
//! means nothing in RON becomes a token as well.
//! Where the `ron` crate reads a text, the tokens are its own.

use unicode_ident::is_xid_start;

use super::characters::{is_raw_name_char, is_whitespace, run};
use super::conflict::conflicts;
use super::quoted;
use super::token::{Bracket, Token, TokenKind};
use super::word;
use crate::text::span::Span;

pub fn lex(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    for conflict in conflicts(text) {
        at = pieces(text, at, conflict.opening.start, &mut tokens);
        // Else it lies inside of a string or a comment.
        if at == conflict.opening.start {
            push(&mut tokens, TokenKind::Conflict, conflict.opening);
            let version = &text[..conflict.rest.start];
            pieces(version, conflict.opening.end, version.len(), &mut tokens);
            push(&mut tokens, TokenKind::Conflict, conflict.rest);
            at = conflict.rest.end;
        }
    }
    pieces(text, at, text.len(), &mut tokens);
    tokens
}

/// The tokens of a text that begin from `at` on and before `end`; gives back where
/// the last of them ends.
fn pieces(text: &str, mut at: usize, end: usize, tokens: &mut Vec<Token>) -> usize {
    while at < end
        && let Some(first) = text[at..].chars().next()
    {
        let (kind, length) = token(&text[at..], first, at);
        push(tokens, kind, Span::new(at, at + length));
        at += length;
    }
    at
}

/// Stray characters side by side are one token, so that they are told once.
fn push(tokens: &mut Vec<Token>, kind: TokenKind, span: Span) {
    match tokens.last_mut() {
        Some(last) if kind == TokenKind::Stray && last.kind == kind => {
            last.span.end = span.end;
        }
        _ => tokens.push(Token { kind, span }),
    }
}

fn token(rest: &str, first: char, at: usize) -> (TokenKind, usize) {
    match first {
        '\u{FEFF}' if at == 0 => (TokenKind::ByteOrderMark, first.len_utf8()),
        '"' => quoted::text(rest, 0, TokenKind::Text),
        '\'' => quoted::character(rest, 0, TokenKind::Char),
        '/' => comment(rest),
        '.' if rest.starts_with("..=") => (TokenKind::Range, 3),
        '.' if rest.starts_with("..") => (TokenKind::Range, 2),
        '0'..='9' | '+' | '-' | '.' => word::number(rest),
        'r' | 'b' => prefixed(rest),
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => quoted::foreign(rest),
        _ if is_whitespace(first) => (TokenKind::Whitespace, run(rest, is_whitespace)),
        _ if first == '_' || is_xid_start(first) => word::name(rest),
        _ => punctuation(rest, first),
    }
}

fn punctuation(rest: &str, first: char) -> (TokenKind, usize) {
    let kind = match first {
        '(' => TokenKind::Open(Bracket::Round),
        '[' => TokenKind::Open(Bracket::Square),
        '{' => TokenKind::Open(Bracket::Curly),
        ')' => TokenKind::Close(Bracket::Round),
        ']' => TokenKind::Close(Bracket::Square),
        '}' => TokenKind::Close(Bracket::Curly),
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        ';' => TokenKind::Semicolon,
        '=' if rest.starts_with("==") => return (TokenKind::Stray, run(rest, |c| c == '=')),
        '=' => TokenKind::Equals,
        '#' => return hash(rest),
        '!' => TokenKind::Bang,
        '\\' => return (TokenKind::Stray, escape(rest)),
        _ => TokenKind::Stray,
    };
    (kind, first.len_utf8())
}

/// A stray backslash takes the next character along, as it would in a string.
/// Else a string that never ends could be opened again at each `\"` in it,
/// and be searched to its end each time.
fn escape(rest: &str) -> usize {
    rest.chars().take(2).map(char::len_utf8).sum()
}

/// What begins with `r` or `b`: raw and byte strings, bytes, raw names, or a
/// name like any other.
fn prefixed(rest: &str) -> (TokenKind, usize) {
    let after = |prefix: &str| rest.strip_prefix(prefix).unwrap_or_default();
    if after("b").starts_with('\'') {
        quoted::character(rest, 1, TokenKind::Number)
    } else if after("b").starts_with('"') {
        quoted::text(rest, 1, TokenKind::Bytes)
    } else if quoted::opens_raw(after("br")) {
        quoted::raw(rest, 2, TokenKind::Bytes)
    } else if quoted::opens_raw(after("r")) {
        quoted::raw(rest, 1, TokenKind::Text)
    } else if after("r#").starts_with(is_raw_name_char) {
        (TokenKind::Name, 2 + run(after("r#"), is_raw_name_char))
    } else {
        word::name(rest)
    }
}

/// The first character of a header `#![…]`, else a comment of other notations.
fn hash(rest: &str) -> (TokenKind, usize) {
    let next = rest[1..].trim_start_matches(is_whitespace);
    // Comments may stand between the characters of a header.
    match next.starts_with(['!', '/']) {
        true => (TokenKind::Hash, 1),
        false => (TokenKind::HashComment, line(rest).len()),
    }
}

/// The rest of the line, without its ending.
fn line(rest: &str) -> &str {
    let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
    line.strip_suffix('\r').unwrap_or(line)
}

fn comment(rest: &str) -> (TokenKind, usize) {
    if rest.starts_with("//") {
        (TokenKind::LineComment, line(rest).len())
    } else if rest.starts_with("/*") {
        block_comment(rest)
    } else {
        (TokenKind::Stray, 1)
    }
}

fn block_comment(rest: &str) -> (TokenKind, usize) {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = rest[at..].find(['/', '*']) {
        at += found;
        match rest.get(at..at + 2) {
            Some("/*") => depth += 1,
            Some("*/") => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return (TokenKind::BlockComment, at);
        }
    }
    (TokenKind::OpenComment, rest.len())
}
