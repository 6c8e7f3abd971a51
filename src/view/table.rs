//! Tables as data: every cell knows its value, its words, and shorter words for narrow paper.

use super::data::Value;
use super::line::{Label, Line};

/// A table. The first [`Table::stubs`] columns name the row and are repeated
/// wherever the other columns have to be split over several pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// A short name: of the sheet in a workbook, of the table in a page.
    pub name: String,
    /// What the table shows, in one line above it; empty for none.
    pub caption: Line,
    /// How many of the leading columns name the row.
    pub stubs: usize,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Explanations below the table: what marks and signs mean.
    pub legend: Vec<Line>,
}

/// A column's heading. Of a long name there may be a code, which stands for it
/// where the full names do not fit; whoever uses codes prints what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub code: Option<String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A heading inside the table, over the rows that follow it: an area.
    Section(String),
    /// As many cells as the table has columns.
    Cells(Vec<Cell>),
}

/// A cell: its words, its value where it has one, and what lies behind it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The number that a workbook stores; for anything else it stores the words.
    pub value: Value,
    /// What people read where there is room.
    pub text: Line,
    /// What stands for `text` where there is less room. In a stub it is the
    /// code of the name, and belongs into the legend when used.
    pub short: Option<String>,
    /// One or two characters that stand for `text` where there is hardly any room.
    pub glyph: Option<Glyph>,
    pub tone: Tone,
    /// The evidence: shown as a note on the cell where the format has such a thing.
    pub note: Option<Note>,
}

/// One or two characters, all ASCII or of width one, and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    pub sign: String,
    /// The same for all cells with this sign: goes into the legend once.
    pub meaning: String,
}

/// What lies behind a cell, as lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note(pub Vec<Line>);

/// How a cell leans. Never the only way in which the cell says so.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Tone {
    /// Of no side: names, counts, words.
    #[default]
    None,
    /// There is nothing to show: undefined, or silence.
    Undefined,
    /// From −1 (conflict, opposition) over 0 to 1 (agreement, support).
    Degree(f64),
}

impl Table {
    /// An empty table of the given name and columns.
    pub fn new(name: impl Into<String>, stubs: usize, columns: Vec<Column>) -> Self {
        Self {
            name: name.into(),
            stubs,
            columns,
            ..Self::default()
        }
    }
}

impl Column {
    /// A column that is always called by this name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code: None,
        }
    }

    /// A column that may be called by its code where its name is too long.
    pub fn coded(name: impl Into<String>, code: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code: Some(code.into()),
        }
    }
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<Line>) -> Self {
        let text = text.into();
        Self {
            value: match text.to_string() {
                empty if empty.is_empty() => Value::Empty,
                words => Value::Text(words),
            },
            text,
            ..Self::default()
        }
    }

    /// A name with its code, as it stands in a stub.
    pub fn name(name: impl Into<Line>, code: impl Into<String>) -> Self {
        Self {
            short: Some(code.into()),
            ..Self::text(name)
        }
    }

    /// A whole number.
    pub fn count(number: usize) -> Self {
        Self {
            value: number.into(),
            text: Line::of(Label::Number, number.to_string()),
            ..Self::default()
        }
    }
}
