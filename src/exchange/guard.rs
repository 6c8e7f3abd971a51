//! Text that a spreadsheet would take for a formula, and the apostrophe that keeps
//! it from doing so: put in front when a table is written, taken off when it is read.

use std::borrow::Cow;

/// The text with an apostrophe in front where a spreadsheet would take it for a
/// formula: its first character, behind blanks and apostrophes, is one of `=`, `+`,
/// `-`, `@` or their full-width forms, or it starts with a tab or a line end. Text
/// that is just a number is left alone.
pub fn guard(words: Cow<'_, str>) -> Cow<'_, str> {
    match is_formula(&words) {
        true => Cow::Owned(format!("'{words}")),
        false => words,
    }
}

/// The text without the apostrophe that [`guard`] puts in front. Any other text,
/// also one that begins with an apostrophe of its own, is as it was.
pub fn unguard(words: &str) -> &str {
    match words.strip_prefix('\'') {
        Some(bare) if is_formula(bare) => bare,
        _ => words,
    }
}

fn is_formula(words: &str) -> bool {
    let inner = words.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || is_unseen(c));
    let starts_one = inner.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let breaks_out = words
        .trim_start_matches('\'')
        .starts_with(['\t', '\n', '\r']);
    (starts_one && !is_number(words)) || breaks_out
}

/// Zero-width characters, behind which a sign could hide.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn is_number(words: &str) -> bool {
    let digits = words.starts_with(['+', '-']) && words.ends_with(|c: char| c.is_ascii_digit());
    digits && words.parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_is_read_back() {
        for text in [
            "=1+1",
            "- no",
            "''=x",
            "'=x",
            " @a",
            "\t",
            "＝1",
            "\u{200b}=1",
        ] {
            let guarded = guard(text.into());
            assert_eq!(guarded, format!("'{text}"));
            assert_eq!(unguard(&guarded), text);
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        for text in ["-5", "+1e3", "Aisha", "'Aisha", "a=b", ""] {
            assert_eq!(guard(text.into()), text);
            assert_eq!(unguard(text), text);
        }
    }
}
