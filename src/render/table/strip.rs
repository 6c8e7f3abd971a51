//! A strip of styled text whose width is known.
//!
//! All text on its way to the terminal goes through [`Strip::and`], which is
//! where it is neutralised: a strip holds nothing that a terminal would obey.

use std::fmt::Write;
use std::ops::Range;

use anstyle::Style;

use super::width::width;
use crate::render::page::Colour;
use crate::render::plain::shown;
use crate::render::style;
use crate::view::line::Line;

/// Neutralised, styled text and the columns it takes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strip {
    text: String,
    runs: Vec<Run>,
    width: usize,
}

/// Text of one style, up to a byte offset.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Run {
    end: usize,
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
        let text = shown(text);
        self.text.push_str(&text);
        self.width += width(&text);
        self.end_run(style);
        self
    }

    /// This strip with another at its end.
    #[must_use]
    pub fn then(mut self, other: &Strip) -> Self {
        for (text, style) in other.spans() {
            self.text.push_str(text);
            self.end_run(style);
        }
        self.width += other.width;
        self
    }

    /// This strip with blanks of a style at its end.
    #[must_use]
    pub fn blank(mut self, style: Style, count: usize) -> Self {
        self.text.extend(std::iter::repeat_n(' ', count));
        self.width += count;
        self.end_run(style);
        self
    }

    /// The columns this strip takes.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The text without its styles.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part of this strip between two byte offsets of its text.
    pub fn cut(&self, range: Range<usize>) -> Self {
        let mut part = Self::new();
        let mut start = 0;
        for run in &self.runs {
            let within = start.max(range.start)..run.end.min(range.end);
            part.text
                .push_str(self.text.get(within).unwrap_or_default());
            part.end_run(run.style);
            start = run.end;
        }
        part.width = width(&part.text);
        part
    }

    /// Writes this strip as a line of output, without blanks at its end.
    pub fn paint(&self, colour: Colour, out: &mut String) {
        let end = self.text.trim_end().len();
        match colour {
            Colour::Off => out.push_str(&self.text[..end]),
            Colour::On => {
                let line = self.cut(0..end);
                line.spans()
                    .for_each(|(text, style)| paint_span(text, style, out));
            }
        }
        out.push('\n');
    }

    fn spans(&self) -> impl Iterator<Item = (&str, Style)> {
        let starts = std::iter::once(0).chain(self.runs.iter().map(|run| run.end));
        let spans = starts.zip(&self.runs);
        spans.map(|(start, run)| (&self.text[start..run.end], run.style))
    }

    /// Gives a style to the text behind the last run.
    fn end_run(&mut self, style: Style) {
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if last.end == end => {}
            Some(last) if last.style == style => last.end = end,
            None if end == 0 => {}
            _ => self.runs.push(Run { end, style }),
        }
    }
}

fn paint_span(text: &str, style: Style, out: &mut String) {
    if style == Style::new() {
        out.push_str(text);
        return;
    }
    // Writing to a string cannot fail.
    let _ = write!(out, "{style}{text}{style:#}");
}
