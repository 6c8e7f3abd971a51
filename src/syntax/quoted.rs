//! Strings and characters, closed or not.
//!
//! A string without its closing quotation mark would run on to the opening
//! one of the next string, and all text behind it would change places with
//! what stands between strings. It gives itself away: the "closing" mark it
//! finds is followed by text, which nothing in RON allows. Such a string is
//! cut off on its own line instead.

use super::characters::is_whitespace;
use super::token::{Fault, TokenKind, malformed};

const CLOSING: [char; 5] = [')', ']', '}', ',', ';'];
const DOUBLE: [char; 5] = ['“', '”', '„', '«', '»'];
const SINGLE: [char; 2] = ['‘', '’'];
/// Those that open a text wherever they stand.
const OPENING: [char; 3] = ['“', '«', '‘'];

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
    let end = balanced_end(rest, opening);
    match next_quote(&rest[..end], opening) {
        Some(_) => malformed(Fault::QuoteInText, end),
        None => malformed(Fault::OpenText, end),
    }
}

fn balanced_end(rest: &str, opening: usize) -> usize {
    let mut end = opening;
    let mut open = 0_i32;
    // What ends the line: brackets, commas and space behind the text.
    let mut tail = Tail::default();
    for c in rest[opening..].chars().take_while(|c| *c != '\n') {
        let is_closed = end > opening && rest[..end].ends_with('"');
        if open == 0 && is_closed && CLOSING.contains(&c) {
            return end;
        }
        tail.pass(end, c, open == 0);
        open += match c {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        end += c.len_utf8();
    }
    let whole = (open == 0).then_some(end);
    tail.balanced.or(whole).or(tail.start).unwrap_or(end)
}

#[derive(Default)]
struct Tail {
    start: Option<usize>,
    /// The first place in it with no bracket of the text open.
    balanced: Option<usize>,
}

impl Tail {
    fn pass(&mut self, at: usize, c: char, is_balanced: bool) {
        if !CLOSING.contains(&c) && !is_whitespace(c) {
            *self = Self::default();
            return;
        }
        self.start.get_or_insert(at);
        if is_balanced {
            self.balanced.get_or_insert(at);
        }
    }
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
    match inner.find(['\'', '\n']) {
        Some(end) if inner[end..].starts_with('\'') => {
            malformed(Fault::ForeignQuotes, prefix + 1 + end + 1)
        }
        _ => (TokenKind::Stray, prefix + 1),
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

/// Text in curly or angular quotation marks on one line. It goes on to the first
/// mark that closes it where an item can end, past the apostrophes and quotations in
/// it; else to the last mark of its line.
pub fn foreign(rest: &str) -> (TokenKind, usize) {
    let first = rest.chars().next().unwrap_or_default();
    let marks: &[char] = if SINGLE.contains(&first) {
        &SINGLE
    } else {
        &DOUBLE
    };
    let (mut depth, mut last, mut straight) = (1_i32, None, None);
    for (at, c) in rest.char_indices().skip(1).take_while(|(_, c)| *c != '\n') {
        let end = at + c.len_utf8();
        if marks.contains(&c) {
            depth += if c == first && OPENING.contains(&c) {
                1
            } else {
                -1
            };
            last = Some(end);
            if depth <= 0 && may_end(&rest[end..]) {
                break;
            }
        } else if c == '"' && straight.is_none() && may_end(&rest[end..]) {
            straight = Some(end);
        }
    }
    match last.or(straight) {
        Some(end) => malformed(Fault::ForeignQuotes, end),
        None => (TokenKind::Stray, first.len_utf8()),
    }
}

/// Whether an item may end before `rest`.
fn may_end(rest: &str) -> bool {
    let next = rest
        .trim_start_matches([' ', '\t', '\r', '\u{a0}'])
        .chars()
        .next();
    next.is_none_or(|c| CLOSING.contains(&c) || matches!(c, '\n' | '/'))
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

    #[test]
    fn curly_quotation_marks() {
        for written in [
            "“A war of Russia’s making…”",
            "“He said “no”, and left”",
            "‘Don’t’",
            "„So“",
            "»So«",
        ] {
            let whole = malformed(Fault::ForeignQuotes, written.len());
            for behind in [", “b”,", " ),", "\n”", ""] {
                assert_eq!(foreign(&format!("{written}{behind}")), whole, "{written}");
            }
        }
        let mixed = malformed(Fault::ForeignQuotes, "“mixed\"".len());
        assert_eq!(foreign("“mixed\", \"b\","), mixed);
        assert_eq!(foreign("’s war\n’"), (TokenKind::Stray, '’'.len_utf8()));
    }
}
