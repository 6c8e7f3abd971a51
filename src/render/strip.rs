//! A strip of styled text whose width is known.
//!
//! All text on its way to the terminal goes through [`Strip::and`], which is
//! where it is neutralised: a strip holds nothing that a terminal would obey.

use std::fmt::Write;
use std::ops::Range;

use anstyle::Style;

use super::page::Colour;
use super::plain::shown;
use super::style;
use super::width::width;
use crate::view::line::Line;

/// Neutralised, styled text and the columns it takes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strip {
    spans: Vec<Span>,
    width: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct Span {
    text: String,
    style: Style,
}

impl Strip {
    /// An empty strip.
    pub fn new() -> Self {
        Self::default()
    }

    /// A strip of one style.
    pub fn of(style: Style, text: &str) -> Self {
        Self::new().and(style, text)
    }

    /// A line in the styles of its labels.
    pub fn from_line(line: &Line) -> Self {
        let pieces = line.0.iter();
        pieces.fold(Self::new(), |strip, piece| {
            strip.and(style::label(piece.label), &piece.text)
        })
    }

    /// This strip with more text at its end.
    #[must_use]
    pub fn and(mut self, style: Style, text: &str) -> Self {
        self.push(style, &shown(text));
        self
    }

    /// This strip with another at its end.
    #[must_use]
    pub fn then(mut self, other: &Strip) -> Self {
        for span in &other.spans {
            self.push(span.style, &span.text);
        }
        self
    }

    /// This strip with blanks of a style at its end.
    #[must_use]
    pub fn blank(mut self, style: Style, count: usize) -> Self {
        self.push(style, &" ".repeat(count));
        self
    }

    /// The columns this strip takes.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The text without its styles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The part of this strip between two byte offsets of its text.
    pub fn cut(&self, range: Range<usize>) -> Self {
        let mut part = Self::new();
        let mut offset = 0;
        for span in &self.spans {
            let length = span.text.len();
            let from = range.start.saturating_sub(offset).min(length);
            let to = range.end.saturating_sub(offset).min(length);
            part.push(span.style, &span.text[from..to]);
            offset += length;
        }
        part
    }

    /// Writes this strip as a line of output, without blanks at its end.
    pub fn paint(&self, colour: Colour, out: &mut String) {
        let mut left = self.text().trim_end().len();
        for span in &self.spans {
            let text = &span.text[..span.text.len().min(left)];
            left -= text.len();
            paint_span(text, span.style, colour, out);
        }
        out.push('\n');
    }

    fn push(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.width += width(text);
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.spans.push(Span {
                text: text.to_owned(),
                style,
            }),
        }
    }
}

fn paint_span(text: &str, style: Style, colour: Colour, out: &mut String) {
    if text.is_empty() || colour == Colour::Off || style == Style::new() {
        out.push_str(text);
        return;
    }
    // Writing to a string cannot fail.
    let _ = write!(out, "{style}{text}{style:#}");
}
