//! Names and numbers, and the unquoted text that looks like either.

use unicode_ident::is_xid_continue;

use super::characters::{is_raw_name_char, run};
use super::token::{Fault, TokenKind, malformed};

const FLOAT_SUFFIXES: [&str; 2] = ["f32", "f64"];
const INTEGER_SUFFIXES: [&str; 10] = [
    "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128",
];

/// A name, or a word such as `red-line` which only a raw name could be, or a
/// path such as `Kind::State`.
pub fn name(rest: &str) -> (TokenKind, usize) {
    let plain = run(rest, is_xid_continue);
    let path = path_length(rest);
    if path > plain {
        return malformed(Fault::Path, path);
    }
    let raw = word_length(rest);
    match rest[..raw].trim_end_matches(['.', '+', '-']).len() {
        word if word > plain => malformed(Fault::Unquoted, word),
        _ => (TokenKind::Name, plain),
    }
}

/// Names joined by `::`.
fn path_length(rest: &str) -> usize {
    let mut length = run(rest, is_xid_continue);
    while let Some(next) = rest[length..].strip_prefix("::") {
        match run(next, is_xid_continue) {
            0 => break,
            part => length += 2 + part,
        }
    }
    length
}

/// A number, or a word such as `2025-12-01` or `30d`.
pub fn number(rest: &str) -> (TokenKind, usize) {
    let length = word_length(rest);
    let word = &rest[..length];
    if is_number(word) && rest[length..].starts_with('%') {
        malformed(Fault::Percent, length + 1)
    } else if is_number(word) {
        (TokenKind::Number, length)
    } else if word.contains(char::is_alphanumeric) {
        malformed(Fault::Unquoted, length)
    } else {
        (TokenKind::Stray, length)
    }
}

/// The characters of a word up to the `..` of a range.
fn word_length(rest: &str) -> usize {
    let ends = |&(at, c): &(usize, char)| !is_raw_name_char(c) || rest[at..].starts_with("..");
    let end = rest.char_indices().find(ends);
    end.map_or(rest.len(), |(at, _)| at)
}

/// Wider than what the `ron` crate reads as a number, never narrower.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix(['+', '-']).unwrap_or(word);
    let digits = without_suffix(digits);
    if matches!(digits, "inf" | "NaN") {
        return true;
    }
    let radix = digits.get(..2).unwrap_or_default();
    match radix {
        "0x" | "0b" | "0o" => digits[2..]
            .chars()
            .all(|c| c == '_' || c.is_ascii_hexdigit()),
        _ => is_decimal(digits),
    }
}

fn without_suffix(word: &str) -> &str {
    let is_hexadecimal = word.starts_with("0x");
    let floats = FLOAT_SUFFIXES.iter().filter(|_| !is_hexadecimal);
    INTEGER_SUFFIXES
        .iter()
        .chain(floats)
        .find_map(|suffix| word.strip_suffix(suffix))
        .unwrap_or(word)
}

fn is_decimal(word: &str) -> bool {
    let integral = word.strip_prefix('.').unwrap_or(word);
    integral.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(is_decimal_char)
        && word
            .match_indices(['+', '-'])
            .all(|(at, _)| word[..at].ends_with(['e', 'E']))
}

fn is_decimal_char(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rest: &str, kind: TokenKind, word: &str) {
        let start = rest.chars().next().unwrap();
        let found = match start {
            '0'..='9' | '+' | '-' | '.' => number(rest),
            _ => name(rest),
        };
        assert_eq!(found, (kind, word.len()), "{rest}");
    }

    #[test]
    fn numbers() {
        for word in [
            "0",
            "-1",
            "+1_000",
            "0xFFu8",
            "0b1010",
            "0o17i32",
            "1.",
            ".5",
            "-.5e-3",
            "1E+5",
            "1_0.2_5f32",
            "-inf",
            "+NaN",
            "-inff64",
            "12u128",
            "0x1f32",
        ] {
            check(word, TokenKind::Number, word);
            if !word.ends_with('.') {
                check(&format!("{word}..=9"), TokenKind::Number, word);
            }
        }
    }

    #[test]
    fn unquoted_text() {
        let unquoted = TokenKind::Malformed(Fault::Unquoted);
        for word in [
            "2025-12-01",
            "30d",
            "red-line",
            "a.b",
            "P3.s1",
            "-foo",
            "1+1",
        ] {
            check(word, unquoted, word);
            check(&format!("{word},"), unquoted, word);
        }
    }

    #[test]
    fn names() {
        check("inf..3", TokenKind::Name, "inf");
        check("Support,", TokenKind::Name, "Support");
        check("a:: 1", TokenKind::Name, "a");
        check("Kind::State)", malformed(Fault::Path, 0).0, "Kind::State");
        check("ключ: 1", TokenKind::Name, "ключ");
        check("end. ", TokenKind::Name, "end");
    }
}
