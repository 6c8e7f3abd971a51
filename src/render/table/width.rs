//! How wide text is on a terminal, and where it may be broken.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns a text takes: the sum over its grapheme clusters, since that is
/// what terminals move the cursor by.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// A piece of text that is not broken where there is any other way: a word,
/// and the spaces behind it. All numbers are byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk {
    pub start: usize,
    pub word_end: usize,
    pub end: usize,
}

/// The pieces between which a text may be broken: after spaces, after a hyphen
/// inside a word, and between ideographs. A sign before the first word or
/// behind the last one stays with it: `+ support`, `robust !`.
pub fn chunks(text: &str) -> impl Iterator<Item = Chunk> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let chunk = next_chunk(text, start)?;
        start = chunk.end;
        Some(chunk)
    })
}

fn next_chunk(text: &str, start: usize) -> Option<Chunk> {
    if start >= text.len() {
        return None;
    }
    let mut word_end = start + word_length(&text[start..]);
    let mut end = after_spaces(text, word_end);
    while end > word_end && is_glued(text, start, word_end, end) {
        word_end = end + word_length(&text[end..]);
        end = after_spaces(text, word_end);
    }
    Some(Chunk {
        start,
        word_end,
        end,
    })
}

fn after_spaces(text: &str, at: usize) -> usize {
    let spaces = text[at..].find(|c| !is_space(c));
    spaces.map_or(text.len(), |spaces| at + spaces)
}

fn is_glued(text: &str, start: usize, word_end: usize, next: usize) -> bool {
    let is_leading_sign = || lone(&text[..word_end]).is_some_and(|sign| !sign.is_alphanumeric());
    lone(&text[next..]).is_some() || (start == 0 && is_leading_sign())
}

/// The character of a text of only one, one column wide.
fn lone(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let first = letters.next().filter(|_| letters.next().is_none());
    first.filter(|letter| letter.width() == Some(1))
}

/// The bytes up to the first place after which, or before whose space, a line may end.
fn word_length(text: &str) -> usize {
    let mut before = [None; 2];
    for (at, letter) in text.char_indices() {
        if is_space(letter) || is_break(before, letter) {
            return at;
        }
        before = [before[1], Some(letter)];
    }
    text.len()
}

/// Whether a line may end between the characters before and the next one.
fn is_break(before: [Option<char>; 2], next: char) -> bool {
    match before {
        // A date stays whole, and so does a place such as `1-10`.
        [Some(letter), Some('-')] if letter.is_numeric() => false,
        [Some(letter), Some('-')] => letter.is_alphanumeric() && next.is_alphanumeric(),
        [_, Some(letter)] => is_ideograph(letter) && is_ideograph(next),
        _ => false,
    }
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Han, Hiragana and Katakana, which are written without spaces. Their
/// punctuation is left out: it stays with the character before it.
fn is_ideograph(letter: char) -> bool {
    matches!(letter,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
