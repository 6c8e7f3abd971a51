//! Text as a workbook can hold it.

use crate::render::visible::visible;

/// The most a cell can hold, in UTF-16 units.
/// <https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3>
pub const CELL_LIMIT: usize = 32_767;

/// The most a note can hold: the writer keeps 54 units for the name of an author.
pub const NOTE_LIMIT: usize = CELL_LIMIT - 54;

const CUT: &str = " … [cut here: too long for a workbook]";

/// Text for a cell: visible, with one kind of line end, and cut with a mark where it is too long.
pub fn for_cell(text: &str) -> String {
    cut(shown(text), CELL_LIMIT)
}

/// Text for a note on a cell.
pub fn for_note(text: &str) -> String {
    cut(spelled(&shown(text)), NOTE_LIMIT)
}

fn shown(text: &str) -> String {
    visible(text).replace("\r\n", "\n").replace('\r', "\n")
}

fn cut(text: String, limit: usize) -> String {
    if units(&text) <= limit {
        return text;
    }
    let mut kept = head(&text, limit - units(CUT)).to_owned();
    kept.push_str(CUT);
    kept
}

/// As much of the text as fits, in whole characters.
pub fn head(text: &str, limit: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > limit
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The length of a text as spreadsheets count it.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// In a workbook `_x0007_` means the character of that number; one written by a
/// person is spelled so that it reads as it was written. Cells are spelled so by the writer.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_code(&text.as_bytes()[at..]) {
            spelled.push_str("_x005F");
        }
        spelled.push(c);
    }
    spelled
}

fn is_code(bytes: &[u8]) -> bool {
    match bytes {
        [b'_', b'x', digits @ ..] if digits.len() >= 5 => {
            digits[..4].iter().all(u8::is_ascii_hexdigit) && digits[4] == b'_'
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_with_a_mark() {
        let kept = for_cell(&"😀".repeat(20_000));
        assert!(units(&kept) <= CELL_LIMIT && kept.ends_with(CUT));
        assert_eq!(for_cell("short"), "short");
        assert_eq!(units(&for_cell(&"x".repeat(CELL_LIMIT))), CELL_LIMIT);
    }

    #[test]
    fn a_written_code_stays_as_written() {
        assert_eq!(spelled("a_x0007_b"), "a_x005F_x0007_b");
        assert_eq!(spelled("my_x-ray _x12"), "my_x-ray _x12");
    }
}
