//! Characters that act on the screen instead of showing on it, made to show.
//!
//! Escape codes, NUL and the marks that reverse the direction of writing have no
//! place in a record. They are not dropped, which would hide that they were there:
//! a sign stands where each of them stood.

use std::borrow::Cow;

/// The text with a visible sign for every character that would act unseen.
/// Tabs and line ends stay: what they do depends on the format.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| sign(c).is_some()) {
        text.chars().map(|c| sign(c).unwrap_or(c)).collect()
    } else {
        Cow::Borrowed(text)
    }
}

fn sign(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' => None,
        // Unicode draws the ASCII control characters in a block of its own, in the same order.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)),
        '\x7f' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some(char::REPLACEMENT_CHARACTER),
        // Embeddings, overrides and isolates: right-to-left names need none of them,
        // and an open one reorders what follows it.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        // XML has no way to write the last two; the first, in front of a file, is no text at all.
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in ["", "red line", "a\tb\r\nc", "Україна", "مصر", "👩‍🔬"] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn what_acts_unseen_is_shown() {
        assert_eq!(visible("\x1b[31mred\0"), "␛[31mred␀");
        assert_eq!(
            visible("abc\u{202e}fed\u{9b}\x7f"),
            "abc\u{fffd}fed\u{fffd}␡"
        );
    }
}
