//! How much room the columns of a table want, measured once for all ways of writing it.

use super::codes::Codes;
use super::rung::{self, Rung, Wording};
use super::width::{chunks, width};
use crate::render::plain::shown;
use crate::view::data::Value;
use crate::view::line::Label;
use crate::view::table::{Cell, Column, Row, Table, Tone};

/// Lines after the first of a cell that names its row are set in, so that one
/// sees where the next row begins.
pub const HANG: usize = 2;

/// The room a text wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// On one line.
    pub natural: usize,
    /// Of its widest word.
    pub word: usize,
}

/// The room a column wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnExtent {
    pub side: Side,
    heads: [Extent; 3],
    cells: [Extent; 3],
    place: Place,
}

/// Where the text of a column stands: words left, numbers right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Whether a column names the row or holds its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Stub,
    Data,
}

/// Measures the columns of a table.
pub fn measure(table: &Table, codes: &Codes) -> Vec<ColumnExtent> {
    let mut columns = blank_columns(table);
    for (extent, column) in columns.iter_mut().zip(&table.columns) {
        extent.heads = WORDINGS.map(|wording| Extent::of(&shown_head(column, wording, codes)));
    }
    let mut leanings = vec![Leaning::Open; columns.len()];
    for cells in rows(table) {
        for ((extent, leaning), cell) in columns.iter_mut().zip(&mut leanings).zip(cells) {
            extent.take(cell, codes);
            *leaning = leaning.and(cell);
        }
    }
    settle_sides(&mut columns, &leanings);
    columns
}

const WORDINGS: [Wording; 3] = [Wording::Full, Wording::Short, Wording::Glyph];

fn blank_columns(table: &Table) -> Vec<ColumnExtent> {
    let longest = rows(table).map(<[Cell]>::len).max().unwrap_or(0);
    let count = table.columns.len().max(longest);
    let blank = |nth| ColumnExtent {
        side: Side::Left,
        heads: [Extent::default(); 3],
        cells: [Extent::default(); 3],
        place: if nth < table.stubs {
            Place::Stub
        } else {
            Place::Data
        },
    };
    (0..count).map(blank).collect()
}

fn rows(table: &Table) -> impl Iterator<Item = &[Cell]> {
    table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells.as_slice()),
        Row::Section(_) => None,
    })
}

fn shown_head(column: &Column, wording: Wording, codes: &Codes) -> String {
    shown(rung::head(column, wording, codes)).into_owned()
}

impl ColumnExtent {
    /// Whether the column names the row.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The room the head of the column wants.
    pub fn head(&self, rung: Rung) -> Extent {
        self.heads[rung.heads as usize]
    }

    /// Whether its cells are written in full although their codes are in use elsewhere.
    pub fn keeps_names(&self, rung: Rung) -> bool {
        let shortened = self.cells[Wording::Short as usize] != self.cells[Wording::Full as usize];
        let apart = rung.heads == Wording::Short && rung.stubs == Wording::Full;
        self.place == Place::Stub && shortened && apart
    }

    /// The room the widest of its cells wants.
    pub fn cells(&self, rung: Rung) -> Extent {
        self.cells[match self.place {
            Place::Stub => rung.stubs as usize,
            Place::Data => rung.cells as usize,
        }]
    }

    fn take(&mut self, cell: &Cell, codes: &Codes) {
        for (extent, wording) in self.cells.iter_mut().zip(WORDINGS) {
            let wanted = match self.place {
                Place::Stub => Extent::of(&rung::stub(cell, wording, codes).shown()).hanging(),
                Place::Data => Extent::of(&rung::cell(cell, wording).shown()),
            };
            *extent = extent.max(wanted);
        }
    }
}

impl Extent {
    /// The room of a neutralised text.
    pub fn of(text: &str) -> Self {
        let words = chunks(text).map(|chunk| width(&text[chunk.start..chunk.word_end]));
        Self {
            natural: width(text),
            word: words.max().unwrap_or(0),
        }
    }

    fn max(self, other: Self) -> Self {
        Self {
            natural: self.natural.max(other.natural),
            word: self.word.max(other.word),
        }
    }

    /// With the hanging indent of a stub, if it is broken at all.
    fn hanging(self) -> Self {
        Self {
            word: (self.word + HANG).min(self.natural),
            ..self
        }
    }
}

/// What the cells of a column have been so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaning {
    /// Nothing that says anything.
    Open,
    Numbers,
    Words,
}

impl Leaning {
    fn and(self, cell: &Cell) -> Self {
        if cell.tone == Tone::Undefined || cell.text.is_empty() {
            return self;
        }
        match (self, is_number(cell)) {
            (Self::Open | Self::Numbers, true) => Self::Numbers,
            (Self::Open, false) if cell.value == Value::Empty => Self::Open,
            _ => Self::Words,
        }
    }
}

fn is_number(cell: &Cell) -> bool {
    let first = cell.text.0.first();
    matches!(cell.value, Value::Integer(_) | Value::Real(_))
        || first.is_some_and(|piece| piece.label == Label::Number)
}

/// Columns without a value go with the others: an empty column of a matrix is
/// one of numbers.
fn settle_sides(columns: &mut [ColumnExtent], leanings: &[Leaning]) {
    let data = columns
        .iter()
        .zip(leanings)
        .filter(|(c, _)| c.place == Place::Data);
    let numeric = data
        .clone()
        .any(|(_, leaning)| *leaning == Leaning::Numbers)
        && !data.clone().any(|(_, leaning)| *leaning == Leaning::Words);
    for (column, leaning) in columns.iter_mut().zip(leanings) {
        let open = *leaning == Leaning::Open && numeric && column.place == Place::Data;
        if *leaning == Leaning::Numbers || open {
            column.side = Side::Right;
        }
    }
}
