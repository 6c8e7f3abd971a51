//! A line of text in which every piece says what it is.

use std::fmt;

/// A line of text made of labelled pieces. It holds text as the user wrote it:
/// whoever draws it neutralises what is dangerous in its own format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Piece>);

/// A run of text under one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub label: Label,
}

/// What a piece of text is. A style sheet in `render` says how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    Plain,
    /// The name of a thing: a party, an issue, an area.
    Name,
    /// A number or a fraction that counts.
    Number,
    /// Said in passing: places, dates, legends, how to go on.
    Aside,
    Agree,
    Partial,
    Conflict,
    /// A position that its party calls not negotiable.
    RedLine,
    /// Follows from a relation and is in no count.
    Linked,
    /// No value: silence, nothing to compare.
    Undefined,
    /// Needs the reader's attention.
    Caution,
}

impl Line {
    /// An empty line, to be filled with [`Line::and`].
    pub fn new() -> Self {
        Self::default()
    }

    /// A line of one piece.
    pub fn of(label: Label, text: impl Into<String>) -> Self {
        Self::new().and(label, text)
    }

    /// A line of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(Label::Plain, text)
    }

    /// This line with one more piece at its end. An empty piece adds nothing.
    #[must_use]
    pub fn and(mut self, label: Label, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Piece { text, label });
        }
        self
    }

    /// This line with the pieces of another at its end.
    #[must_use]
    pub fn then(mut self, other: Line) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    /// The text alone, without its labels.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(&piece.text))
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
