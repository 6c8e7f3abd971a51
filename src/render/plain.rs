//! Hostile text made harmless for terminals and plain text.
//!
//! Names and quotations come from files that anybody may have written. What
//! could move the cursor, reorder a line or hide in it is shown as something
//! visible; what a script needs to be read stays as it is.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

/// The text with every control, direction override and invisible character
/// made visible: `␛` for an escape, `\u{202e}` where Unicode has no picture.
/// Combining marks, emoji sequences and right-to-left letters stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let letters: Vec<char> = text.chars().collect();
    if (0..letters.len()).all(|at| is_harmless(&letters, at)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(rewritten(&letters))
}

/// The same for text of several lines: line ends and tabs stay what they are.
pub fn shown_lines(text: &str) -> String {
    let pieces = text.split_inclusive(['\n', '\t']);
    let piece = |piece: &str| match piece.strip_suffix(['\n', '\t']) {
        Some(inner) => format!(
            "{}{}",
            shown(inner.trim_end_matches('\r')),
            &piece[inner.len()..]
        ),
        None => shown(piece).into_owned(),
    };
    pieces.map(piece).collect()
}

fn rewritten(letters: &[char]) -> String {
    let mut text = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        if is_harmless(letters, at) {
            text.push(letter);
        } else {
            push_visible(&mut text, letter);
        }
    }
    text
}

/// Writes the picture of a character that may not be written itself.
fn push_visible(text: &mut String, letter: char) {
    match letter {
        '\0'..='\x1f' => text.extend(char::from_u32(0x2400 + u32::from(letter))),
        '\x7f' => text.push('␡'),
        _ if is_mark(letter) && !is_selector(letter) => text.extend(['◌', letter]),
        _ => {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\u{{{:x}}}", u32::from(letter));
        }
    }
}

fn is_harmless(letters: &[char], at: usize) -> bool {
    let letter = letters[at];
    let before = at.checked_sub(1).map(|before| letters[before]);
    match letter {
        '\u{200c}' | '\u{200d}' => joins(before, letter, letters.get(at + 1).copied()),
        '\u{e0020}'..='\u{e007f}' => is_in_flag(letters, at),
        _ if is_selector(letter) => before.is_some_and(|base| !is_bare(base)),
        _ if is_invisible(letter) => false,
        // A mark on nothing would sit on whatever stands before the text.
        _ if is_mark(letter) => before.is_some_and(|base| !is_invisible(base)),
        _ => true,
    }
}

/// Whether a zero-width (non-)joiner does its work between its neighbours:
/// inside an emoji sequence, or between the letters of a joining script.
fn joins(before: Option<char>, joiner: char, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let emoji = joiner == '\u{200d}' && is_emoji_part(before) && is_emoji(after);
    emoji || (is_joining_script(before) && is_joining_script(after))
}

/// Whether a tag character stands in a flag such as England's: black flag,
/// tags, and the closing tag. Anywhere else tags are hidden text.
fn is_in_flag(letters: &[char], at: usize) -> bool {
    let is_tag = |letter: &char| matches!(letter, '\u{e0020}'..='\u{e007e}');
    let tags_before = letters[..at].iter().rev().take(8).take_while(|l| is_tag(l));
    let start = at - tags_before.count();
    let closed = letters[at..].iter().take(8).find(|letter| !is_tag(letter));
    start > 0 && letters[start - 1] == '\u{1f3f4}' && closed == Some(&'\u{e007f}')
}

/// Characters that leave no trace of their own, or change the order or the
/// meaning of what stands around them. From the lists of `Cc`, `Cf` and
/// `Default_Ignorable_Code_Point` of Unicode 16; Arabic and Kaithi number
/// signs are of class `Cf` as well, but visible.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Variation selectors: they choose a form of the character before them.
fn is_selector(letter: char) -> bool {
    matches!(letter,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
        | '\u{180b}'..='\u{180d}' | '\u{180f}')
}

/// Whether a selector after this character selects nothing.
fn is_bare(base: char) -> bool {
    base.is_whitespace() || is_selector(base) || is_invisible(base)
}

/// Marks take no room of their own. The vowels and finals of Hangul count as
/// such, too: they are drawn into the syllable before them.
fn is_mark(letter: char) -> bool {
    !is_invisible(letter) && letter.width() == Some(0)
}

/// Scripts whose letters join or stack, from Arabic to Myanmar, with Khmer,
/// Mongolian and the Arabic presentation forms.
fn is_joining_script(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb50}'..='\u{fefc}')
        && !is_invisible(letter)
}

fn is_emoji_part(letter: char) -> bool {
    is_emoji(letter) || matches!(letter, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_emoji(letter: char) -> bool {
    matches!(letter,
        '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}
