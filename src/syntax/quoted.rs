//! Strings and characters, closed or not.
//!
//! A string without its closing quotation mark would run on to the opening
//! one of the next string, and all text behind it would change places with
//! what stands between strings. It gives itself away: the "closing" mark it
//! finds is followed by text, which nothing in RON allows. Such a string is
//! cut off on its own line instead.

use super::lexer::{is_whitespace, malformed};
use super::token::{Fault, TokenKind};

const CLOSING: [char; 5] = [')', ']', '}', ',', ';'];
const FOREIGN: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

/// A string with escapes, whose opening mark stands behind `prefix` bytes.
pub fn text(rest: &str, prefix: usize, kind: TokenKind) -> (TokenKind, usize) {
    let opening = prefix + 1;
    match next_quote(rest, opening) {
        Some(quote) if may_follow(&rest[quote + 1..]) => (kind, quote + 1),
        _ => cut_off(rest, opening),
    }
}

/// The next `"` from `from` on that no backslash stands before.
fn next_quote(rest: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += rest.get(at..)?.find(['"', '\\'])?;
        if rest[at..].starts_with('"') {
            return Some(at);
        }
        at += 1 + rest[at + 1..].chars().next()?.len_utf8();
    }
}

fn may_follow(rest: &str) -> bool {
    let next = rest.chars().next();
    next.is_none_or(|c| is_whitespace(c) || CLOSING.contains(&c) || matches!(c, ':' | '/'))
}

/// Ends a broken string where the rest of its line reads best: behind a later
/// quotation mark or before the closing brackets at its end, at the first such
/// place that leaves the brackets inside balanced.
fn cut_off(rest: &str, opening: usize) -> (TokenKind, usize) {
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let tail = line
        .trim_end_matches(|c| CLOSING.contains(&c) || is_whitespace(c))
        .len()
        .max(opening);
    let end = balanced_end(line, opening, tail).unwrap_or(tail);
    match next_quote(&line[..end], opening) {
        Some(_) => malformed(Fault::QuoteInText, end),
        None => malformed(Fault::OpenText, end),
    }
}

fn balanced_end(line: &str, opening: usize, tail: usize) -> Option<usize> {
    let mut open = 0_i32;
    let mut at = opening;
    loop {
        if open == 0 && (at >= tail || is_closed(line, opening, at)) {
            return Some(at);
        }
        let next = line[at..].chars().next()?;
        match next {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' => open -= 1,
            _ => {}
        }
        at += next.len_utf8();
    }
}

/// Whether a quotation mark ends at `at` and an item could end there with it.
fn is_closed(line: &str, opening: usize, at: usize) -> bool {
    let follows = line[at..].trim_end_matches('\r');
    line[opening..at].ends_with('"') && (follows.is_empty() || follows.starts_with(CLOSING))
}

/// Whether `rest` goes on like a raw string behind its prefix: any number of
/// `#`, then a quotation mark.
pub fn opens_raw(rest: &str) -> bool {
    rest.trim_start_matches('#').starts_with('"')
}

/// A raw string whose hashes or quotation mark stand behind `prefix` bytes.
/// One that is not closed takes the rest of the text.
pub fn raw(rest: &str, prefix: usize, kind: TokenKind) -> (TokenKind, usize) {
    let body = &rest[prefix..];
    let hashes = body.len() - body.trim_start_matches('#').len();
    let end = format!("\"{}", &body[..hashes]);
    let inner = &body[hashes + 1..];
    match inner.find(&end) {
        Some(at) => (kind, prefix + hashes + 1 + at + end.len()),
        None => malformed(Fault::OpenRawText, rest.len()),
    }
}

/// A character in single quotation marks behind `prefix` bytes; else text in
/// single quotation marks on one line; else a stray mark.
pub fn character(rest: &str, prefix: usize, kind: TokenKind) -> (TokenKind, usize) {
    let inner = &rest[prefix + 1..];
    if let Some(length) = character_length(inner) {
        return (kind, prefix + 1 + length + 1);
    }
    let line = &inner[..inner.find('\n').unwrap_or(inner.len())];
    match line.find('\'') {
        Some(end) => malformed(Fault::ForeignQuotes, prefix + 1 + end + 1),
        None => (TokenKind::Stray, prefix + 1),
    }
}

fn character_length(inner: &str) -> Option<usize> {
    let first = inner.chars().next()?;
    let length = match first {
        '\\' => escape_length(inner)?,
        _ => first.len_utf8(),
    };
    inner[length..].starts_with('\'').then_some(length)
}

/// The length of an escape, which may be wrong in itself: a backslash, a
/// character, and what an `x` or `u{…}` takes at most.
fn escape_length(inner: &str) -> Option<usize> {
    let escaped = inner[1..].chars().next()?;
    let digits = inner[1 + escaped.len_utf8()..]
        .chars()
        .take(8)
        .take_while(|c| c.is_ascii_hexdigit() || matches!(c, '{' | '}'))
        .count();
    Some(1 + escaped.len_utf8() + digits)
}

/// Text in curly or angular quotation marks on one line.
pub fn foreign(rest: &str) -> (TokenKind, usize) {
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let mut marks = line.match_indices(FOREIGN);
    let opening = marks.next().map_or(0, |(_, mark)| mark.len());
    match marks.next() {
        Some((end, mark)) => malformed(Fault::ForeignQuotes, end + mark.len()),
        None => (TokenKind::Stray, opening),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rest: &str, kind: TokenKind, token: &str) {
        assert_eq!(
            text(rest, 0, TokenKind::Text),
            (kind, token.len()),
            "{rest}"
        );
    }

    #[test]
    fn closed_strings() {
        for string in [r#""""#, r#""a""#, r#""\"""#, r#""\\""#, "\"two\nlines\""] {
            check(string, TokenKind::Text, string);
            check(&format!("{string}, \"b\""), TokenKind::Text, string);
        }
    }

    #[test]
    fn an_open_string_ends_on_its_line() {
        let open = TokenKind::Malformed(Fault::OpenText);
        check("\"a,\n position: At(\"x\"),", open, "\"a");
        check("\"a),\n (issue: \"b\"),", open, "\"a");
        check("\"see (b)),\n (issue: \"b\"),", open, "\"see (b)");
        check("\"to the end", open, "\"to the end");
        check("\"\n", open, "\"");
    }

    #[test]
    fn text_behind_the_closing_mark_belongs_to_the_string() {
        let inside = TokenKind::Malformed(Fault::QuoteInText);
        check(
            r#""He said "no" to it", x"#,
            inside,
            r#""He said "no" to it""#,
        );
        check(r#""a, name: "A"), (id: "b"),"#, inside, r#""a, name: "A""#);
        let whole = r#""a, position: At("robust"), gist: "x""#;
        check(&format!("{whole}),"), inside, whole);
    }

    #[test]
    fn characters() {
        for inner in ["'a'", "'''", "'\"'", "'\\''", "'\\u{1F600}'", "'ß'"] {
            assert_eq!(character(inner, 0, TokenKind::Char).1, inner.len());
        }
        let foreign = malformed(Fault::ForeignQuotes, 5);
        assert_eq!(character("'abc', 'd'", 0, TokenKind::Char), foreign);
        assert_eq!(
            character("'t go", 0, TokenKind::Char),
            (TokenKind::Stray, 1)
        );
    }
}
