//! What stands for a name or a cell, from full words down to single signs.

use std::borrow::Cow;

use super::codes::Codes;
use super::strip::Strip;
use crate::render::plain::shown;
use crate::render::style;
use crate::view::line::{Label, Line};
use crate::view::table::{Cell, Column, Glyph};

/// How much of a name or a cell is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    #[default]
    Full,
    /// Codes for names, the short text of cells.
    Short,
    /// Glyphs for cells; names have none and keep their codes.
    Glyph,
}

/// One way of writing a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rung {
    pub heads: Wording,
    pub stubs: Wording,
    pub cells: Wording,
}

/// Every way, from the one that says most to the one that takes least room.
pub const LADDER: [Rung; 7] = {
    use Wording::{Full, Glyph, Short};
    [
        rung(Full, Full, Full),
        rung(Short, Full, Full),
        rung(Short, Short, Full),
        rung(Short, Full, Short),
        rung(Short, Short, Short),
        rung(Short, Full, Glyph),
        rung(Short, Short, Glyph),
    ]
};

const fn rung(heads: Wording, stubs: Wording, cells: Wording) -> Rung {
    Rung {
        heads,
        stubs,
        cells,
    }
}

/// The words that stand for a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Words<'t> {
    Text(&'t Line),
    Code(&'t str),
    Short(&'t str),
    Glyph(&'t Glyph),
}

/// What is written over a column.
pub fn head<'t>(column: &'t Column, wording: Wording, codes: &Codes) -> &'t str {
    match &column.code {
        Some(code) if wording != Wording::Full && codes.allow(code, &column.name) => code,
        _ => &column.name,
    }
}

/// What is written in a cell that names its row.
pub fn stub<'t>(cell: &'t Cell, wording: Wording, codes: &Codes) -> Words<'t> {
    match &cell.short {
        Some(code) if wording != Wording::Full && codes.allow(code, &cell.text.to_string()) => {
            Words::Code(code)
        }
        _ => Words::Text(&cell.text),
    }
}

/// What is written in any other cell.
pub fn cell(cell: &Cell, wording: Wording) -> Words<'_> {
    match (wording, &cell.glyph, &cell.short) {
        (Wording::Glyph, Some(glyph), _) => Words::Glyph(glyph),
        (Wording::Short | Wording::Glyph, _, Some(short)) => Words::Short(short),
        _ => Words::Text(&cell.text),
    }
}

impl<'t> Words<'t> {
    /// The words as they are shown, without style.
    pub fn shown(self) -> Cow<'t, str> {
        match self {
            Words::Code(text) | Words::Short(text) => shown(text),
            Words::Glyph(glyph) => shown(&glyph.sign),
            Words::Text(line) => shown_line(line),
        }
    }

    /// The words in the style of the cell they stand for.
    pub fn strip(self, cell: &Cell) -> Strip {
        let style = |label| style::label_on(cell.tone, label);
        match self {
            Words::Code(text) | Words::Short(text) => Strip::of(style(main_label(cell)), text),
            Words::Glyph(glyph) => Strip::of(style(main_label(cell)), &glyph.sign),
            Words::Text(line) => {
                let pieces = line.0.iter();
                pieces.fold(Strip::new(), |strip, piece| {
                    strip.and(style(piece.label), &piece.text)
                })
            }
        }
    }
}

/// Piece by piece, as strips are made.
fn shown_line(line: &Line) -> Cow<'_, str> {
    match line.0.as_slice() {
        [piece] => shown(&piece.text),
        pieces => Cow::Owned(pieces.iter().map(|piece| shown(&piece.text)).collect()),
    }
}

fn main_label(cell: &Cell) -> Label {
    let first = cell.text.0.first();
    first.map_or(Label::Plain, |piece| piece.label)
}
