//! A text with the name it is shown under, and its lines.

use std::sync::Arc;

/// One text as it was read, with an index of its lines. A clone is the same text
/// again and takes no room of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    shared: Arc<Shared>,
}

#[derive(Debug, PartialEq, Eq)]
struct Shared {
    name: String,
    text: String,
    /// Where each line starts, in bytes; never empty.
    lines: Vec<usize>,
}

/// A place as people name it: both numbers count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    /// `name` is what messages call the text: a path as the user would type it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let shared = Arc::new(Shared {
            name: name.into(),
            lines: line_starts(&text),
            text,
        });
        Self { shared }
    }

    pub fn name(&self) -> &str {
        &self.shared.name
    }

    pub fn text(&self) -> &str {
        &self.shared.text
    }

    /// Line and column of a byte offset. An offset past the end counts as the
    /// end, one inside a character as that character.
    pub fn position(&self, offset: usize) -> Position {
        let offset = character_start(&self.shared.text, offset);
        let line = self.shared.lines.partition_point(|start| *start <= offset);
        let start = self.shared.lines[line - 1];
        Position {
            line,
            column: 1 + self.shared.text[start..offset].chars().count(),
        }
    }

    /// Byte offset of a line and column. A column past the end of its line
    /// counts as the end of that line, a line past the last one as the end of
    /// the text, and 0 as 1.
    pub fn offset(&self, position: Position) -> usize {
        let line = position.line.max(1);
        let Some(start) = self.shared.lines.get(line - 1) else {
            return self.shared.text.len();
        };
        let text = self.line(line);
        let column = position.column.max(1);
        let within = text.char_indices().nth(column - 1);
        start + within.map_or(text.len(), |(at, _)| at)
    }

    /// The text of a line, counted from 1, without the line feed that ends it;
    /// empty past the last one.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|at| self.shared.lines.get(at)) else {
            return "";
        };
        let Shared { text, lines, .. } = &*self.shared;
        let end = lines.get(line).map_or(text.len(), |next| next - 1);
        &text[*start..end]
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let after_feeds = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_feeds).collect()
}

fn character_start(text: &str, offset: usize) -> usize {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, offset: usize, line: usize, column: usize) {
        let source = Source::new("test.ron", text);
        let position = Position { line, column };
        assert_eq!(source.position(offset), position);
        assert_eq!(source.offset(position), offset);
    }

    #[test]
    fn columns_count_characters() {
        check("ä: “b”\nc", 0, 1, 1);
        check("ä: “b”\nc", 2, 1, 2);
        check("ä: “b”\nc", 12, 2, 1);
        check("ä: “b”\nc", 13, 2, 2);
        check("", 0, 1, 1);
        check("a\n", 2, 2, 1);
    }

    #[test]
    fn places_outside_the_text_are_clamped() {
        let source = Source::new("test.ron", "ab\r\ncd");
        let offset = |line, column| source.offset(Position { line, column });
        assert_eq!(offset(1, 99), 3);
        assert_eq!(offset(9, 1), 6);
        assert_eq!(offset(0, 0), 0);
        let end = Position { line: 2, column: 3 };
        assert_eq!(source.position(99), end);
    }

    #[test]
    fn an_offset_inside_a_character_is_that_character() {
        let source = Source::new("test.ron", "aß");
        let position = Position { line: 1, column: 2 };
        assert_eq!(source.position(2), position);
    }
}
