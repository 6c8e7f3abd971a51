//! A table of texts, from CSV or from a sheet of a workbook.
//!
//! A cell of a row that is shorter than others is empty, and a row without any text
//! is none. Apostrophes that keep a text from being a formula are taken off.

mod delimited;
mod encoding;
mod workbook;

use super::guard::unguard;

/// A table as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The first row of the file.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// What parts whole numbers from fractions.
    pub point: Point,
}

/// A row below the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file or the row of the sheet, counted from 1.
    pub line: u64,
    cells: Vec<String>,
}

/// What parts whole numbers from fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Point {
    #[default]
    Dot,
    /// As in tables that are parted by semicolons.
    Comma,
}

/// How a file is to be read, where it is not to be found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manner {
    /// What parts the cells of a line.
    pub separator: Option<u8>,
    /// The name of an encoding, as web pages give it: `windows-1252`.
    pub encoding: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum NoGrid {
    #[error("it is empty: its first row names the columns")]
    Empty,
    #[error("there is no encoding `{0}`: write its name as web pages do, such as `windows-1251`")]
    NoEncoding(String),
    #[error(
        "line {0} is not UTF-8: save it as `CSV UTF-8`, or name its encoding, such as `--encoding \
         windows-1252` (Western Europe) or `--encoding windows-1251` (Cyrillic)"
    )]
    NotUtf8(usize),
    #[error("it is not text in {0}: name another encoding with `--encoding`")]
    NotEncoded(String),
    #[error("it is no text: there is a byte 0 in line {0}; give CSV, or a workbook as .xlsx")]
    Binary(usize),
    #[error("it is no table in CSV: {0}")]
    Csv(String),
    #[error("it is no workbook: {0}; save it as .xlsx again, or as CSV")]
    Workbook(String),
    #[error("there is no sheet `{name}`: {help}")]
    NoSheet { name: String, help: String },
    #[error("it is too large: there is room for {0} cells")]
    TooLarge(usize),
}

/// How many cells a table may have, empty ones before the last of a row included.
const MOST: usize = 20_000_000;

/// Reads a table: a workbook by its first bytes, anything else as CSV.
///
/// # Errors
///
/// When it is no table, or not in the manner that is asked for.
pub fn read(bytes: &[u8], manner: &Manner) -> Result<Grid, NoGrid> {
    match bytes.starts_with(b"PK\x03\x04") {
        true => workbook::read(bytes, manner.sheet.as_deref()),
        false => delimited::read(bytes, manner),
    }
}

impl From<csv::Error> for NoGrid {
    fn from(error: csv::Error) -> Self {
        Self::Csv(error.to_string())
    }
}

impl From<calamine::XlsxError> for NoGrid {
    fn from(error: calamine::XlsxError) -> Self {
        Self::Workbook(error.to_string())
    }
}

impl Grid {
    /// The table of these rows: the first that is not empty names the columns.
    fn of(rows: Vec<Row>, point: Point) -> Result<Self, NoGrid> {
        let is_empty = |row: &Row| row.cells.iter().all(|cell| cell.trim().is_empty());
        let mut rows = rows.into_iter().filter(|row| !is_empty(row));
        let heads = rows.next().ok_or(NoGrid::Empty)?.cells;
        let heads = heads.iter().map(|head| bare(head).to_owned()).collect();
        Ok(Self {
            heads,
            rows: rows.collect(),
            point,
        })
    }

    /// Where the first column is that has one of these names, in small letters.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let names = |head: &String| names.contains(&plain(head).as_str());
        self.heads.iter().position(names)
    }
}

impl Row {
    /// The text of a cell, without blanks around it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| bare(cell))
    }

    /// All cells up to the last that is there.
    pub fn cells(&self) -> &[String] {
        &self.cells
    }
}

/// The name of a column as it is looked for: in small letters, with underscores.
pub fn plain(head: &str) -> String {
    head.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The text of a cell without blanks around it and without our apostrophe.
fn bare(cell: &str) -> &str {
    unguard(cell.trim()).trim()
}
