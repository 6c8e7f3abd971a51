//! A stretch of text, in bytes.

use std::ops::Range;

/// From `start` up to and without `end`, both byte offsets into one text.
///
/// Spans sort by where they start, then by where they end. A span whose two
/// ends are the same is a place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The place before the character at `offset`.
    pub const fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// From where this span starts to where `last` ends.
    pub const fn to(self, last: Self) -> Self {
        Self::new(self.start, last.end)
    }

    pub const fn len(self) -> usize {
        self.end - self.start
    }

    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the character at `offset` lies inside; an empty span contains
    /// nothing.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether every byte of `inner` lies inside.
    pub const fn encloses(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The stretch of `text` this span names.
    ///
    /// # Panics
    ///
    /// When the span was made for another text and does not fit this one.
    pub fn of(self, text: &str) -> &str {
        &text[Range::from(self)]
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
