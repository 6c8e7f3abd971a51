//! The smallest pieces of a text; together they cover every byte of it.

use crate::text::span::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// U+FEFF at the very start. The `ron` crate does not read it; whoever
    /// hands the text on has to leave it out.
    ByteOrderMark,
    Whitespace,
    /// From `//` up to and without the line ending.
    LineComment,
    BlockComment,
    /// A block comment that runs to the end of the text.
    OpenComment,
    /// From a `#` that begins no header to the end of its line.
    HashComment,
    /// A marker of an unresolved merge conflict: the line of the first one, or all
    /// from the second to the last. There are always two.
    Conflict,
    /// A plain or raw identifier: a field, a variant, `true`, `inf`, `None`.
    Name,
    /// An integer or float with its sign and suffix, or a byte such as `b'a'`.
    Number,
    Char,
    /// A plain or raw string.
    Text,
    /// A plain or raw byte string.
    Bytes,
    Malformed(Fault),
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    /// `..` or `..=`.
    Range,
    Hash,
    Bang,
    Equals,
    Semicolon,
    /// Characters that mean nothing here.
    Stray,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    Round,
    Square,
    Curly,
}

/// What is wrong with a piece that is meant as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A string without its closing quotation mark.
    OpenText,
    /// A string that goes on after its closing quotation mark.
    QuoteInText,
    /// A raw string that runs to the end of the text.
    OpenRawText,
    /// Text in `'single'` or “curly” quotation marks.
    ForeignQuotes,
    /// A path as in Rust, such as `Kind::State`.
    Path,
    /// A number of percent, such as `95%`.
    Percent,
    /// Text without quotation marks, such as `red-line` or `2025-12-01`.
    Unquoted,
}

impl TokenKind {
    /// Whether the token carries no meaning: white space, comments, and what is
    /// passed over with a problem of its own.
    pub fn is_trivia(self) -> bool {
        self.is_comment()
            || matches!(
                self,
                Self::ByteOrderMark | Self::Whitespace | Self::HashComment | Self::Conflict
            )
    }

    /// Whether the token hides values that were meant to be read.
    pub fn hides_values(self) -> bool {
        matches!(self, Self::OpenComment | Self::Conflict)
    }

    pub fn is_comment(self) -> bool {
        matches!(
            self,
            Self::LineComment | Self::BlockComment | Self::OpenComment
        )
    }

    /// The bracket that the token opens or closes.
    pub fn bracket(self) -> Option<Bracket> {
        match self {
            Self::Open(bracket) | Self::Close(bracket) => Some(bracket),
            _ => None,
        }
    }

    /// Whether the token has no place behind the colon of an item.
    pub fn is_meaningless(self) -> bool {
        matches!(
            self,
            Self::Stray | Self::Colon | Self::Equals | Self::Hash | Self::Bang
        )
    }

    /// Whether a value, well formed or not, can begin with the token.
    pub fn starts_value(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Number
                | Self::Char
                | Self::Text
                | Self::Bytes
                | Self::Malformed(_)
                | Self::Open(_)
                | Self::Range
        )
    }
}

impl Bracket {
    pub fn opening(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    pub fn closing(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// What a token of this length is that is a value in all but form.
pub(super) fn malformed(fault: Fault, length: usize) -> (TokenKind, usize) {
    (TokenKind::Malformed(fault), length)
}
