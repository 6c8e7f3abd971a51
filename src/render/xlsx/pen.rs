//! Writes a sheet from top to bottom.

use rust_xlsxwriter::{Format, FormatAlign, Note, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::{look, text};
use crate::view::data::Value;
use crate::view::line::Line;
use crate::view::table::{self, Cell, Row, Table};

/// Spreadsheets keep 15 digits of a number: a whole number with more of them is written as text.
const MOST_EXACT: u64 = 999_999_999_999_999;

/// The width of a page of prose, in letters.
const PAGE: usize = 96;

/// A sheet, its columns, and the row that is written next.
pub struct Pen {
    pub sheet: Worksheet,
    columns: Vec<Shape>,
    row: u32,
}

/// How a column is laid out: its width in letters, and where its text stands.
struct Shape {
    width: usize,
    side: FormatAlign,
}

/// What a grid shows of its cells.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    Values,
    Words,
}

impl Pen {
    /// At the top of a sheet of prose.
    pub fn on_page(name: String) -> Result<Self, XlsxError> {
        let page = Shape {
            width: PAGE,
            side: FormatAlign::Left,
        };
        Self::on(name, vec![page])
    }

    /// At the top of a sheet with columns as the table needs them.
    pub fn on_grid(name: String, table: &Table) -> Result<Self, XlsxError> {
        let columns = 0..table.columns.len();
        let columns = columns.map(|column| Shape::of(table, column)).collect();
        let mut pen = Self::on(name, columns)?;
        pen.sheet.set_landscape();
        Ok(pen)
    }

    fn on(name: String, columns: Vec<Shape>) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?.set_print_fit_to_pages(1, 0);
        for (column, shape) in columns.iter().enumerate() {
            sheet.set_column_width(at(column), shape.width as f64 + 2.0)?;
        }
        Ok(Self {
            sheet,
            columns,
            row: 0,
        })
    }

    /// Leaves a row empty.
    pub fn leave_a_row(&mut self) {
        self.row += 1;
    }

    /// A row of words that run over the empty cells to their right.
    pub fn line(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        if !words.is_empty() {
            self.text(0, words, format)?;
            self.row += 1;
        }
        Ok(())
    }

    /// Words that go on below where the page ends.
    pub fn paragraph(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        if !words.is_empty() {
            self.make_room(lines(words, PAGE))?;
            self.line(words, format)?;
        }
        Ok(())
    }

    /// A paragraph an entry.
    pub fn list(&mut self, lines: &[Line]) -> Result<(), XlsxError> {
        let entries = lines.iter().filter(|line| !line.is_empty());
        let mut entries = entries.map(|line| format!("• {line}"));
        entries.try_for_each(|entry| self.paragraph(&entry, &look::prose()))
    }

    /// Keeps the names of the columns, which come next, and of the rows in view and on every page.
    pub fn freeze(&mut self, stubs: usize) -> Result<(), XlsxError> {
        let stubs = stubs.min(self.columns.len());
        self.sheet.set_freeze_panes(self.row + 1, at(stubs))?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        if let Some(last) = stubs.checked_sub(1) {
            self.sheet.set_repeat_columns(0, at(last))?;
        }
        Ok(())
    }

    /// The names of the columns and all the rows.
    pub fn grid(&mut self, table: &Table, content: Content) -> Result<(), XlsxError> {
        self.names(table)?;
        for row in &table.rows {
            match row {
                Row::Section(words) => self.section(words)?,
                Row::Cells(cells) => self.cells(cells, table.stubs, content)?,
            }
            self.row += 1;
        }
        Ok(())
    }

    fn names(&mut self, table: &Table) -> Result<(), XlsxError> {
        self.make_room(self.height(table.columns.iter().map(|column| column.name.clone())))?;
        for (column, head) in table.columns.iter().enumerate() {
            let format = look::header().set_align(self.columns[column].side);
            self.text(column, &head.name, &format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn section(&mut self, words: &str) -> Result<(), XlsxError> {
        self.text(0, words, &look::heading())?;
        for column in 1..self.columns.len() {
            let place = at(column);
            self.sheet.write_blank(self.row, place, &look::heading())?;
        }
        Ok(())
    }

    fn cells(&mut self, cells: &[Cell], stubs: usize, content: Content) -> Result<(), XlsxError> {
        self.make_room(self.height(cells.iter().map(words)))?;
        for (column, cell) in cells.iter().enumerate().take(self.columns.len()) {
            let format = if column < stubs {
                look::stub()
            } else {
                look::toned(cell).set_align(self.columns[column].side)
            };
            match content {
                Content::Values => {
                    self.value(column, cell, &format)?;
                    self.note(column, cell)?;
                }
                Content::Words => self.text(column, &words(cell), &format)?,
            }
        }
        Ok(())
    }

    fn value(&mut self, column: usize, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
        let (number, digits) = match cell.value {
            Value::Integer(number) if number.unsigned_abs() <= MOST_EXACT => (number as f64, "0"),
            Value::Real(number) if number.is_finite() => (number, "0.00"),
            _ => return self.text(column, &words(cell), format),
        };
        let (row, column) = (self.row, at(column));
        let format = format.clone().set_num_format(digits);
        self.sheet
            .write_number_with_format(row, column, number, &format)?;
        Ok(())
    }

    fn note(&mut self, column: usize, cell: &Cell) -> Result<(), XlsxError> {
        if let Some(note) = &cell.note {
            self.sheet.insert_note(self.row, at(column), &drawn(note))?;
        }
        Ok(())
    }

    fn text(&mut self, column: usize, words: &str, format: &Format) -> Result<(), XlsxError> {
        let (row, column) = (self.row, at(column));
        let words = text::for_cell(words);
        self.sheet
            .write_string_with_format(row, column, words, format)?;
        Ok(())
    }

    /// How many lines the longest of the texts takes in its column.
    fn height(&self, texts: impl Iterator<Item = String>) -> usize {
        let columns = self.columns.iter().zip(texts);
        let heights = columns.map(|(shape, words)| lines(&words, shape.width));
        heights.max().unwrap_or(1)
    }

    /// Not every program finds out by itself how high a row has to be.
    fn make_room(&mut self, lines: usize) -> Result<(), XlsxError> {
        const LINE: f64 = 15.0;
        const HIGHEST: f64 = 409.0;
        if lines > 1 {
            let height = (lines as f64 * LINE).min(HIGHEST);
            self.sheet.set_row_height(self.row, height)?;
        }
        Ok(())
    }
}

impl Shape {
    /// As wide as the longest line of the column, within reason: longer ones wrap.
    fn of(table: &Table, column: usize) -> Self {
        const NARROWEST: usize = 8;
        const WIDEST: usize = 44;
        let cells = cells(table, column).map(|cell| longest_line(&words(cell)));
        let name = longest_line(&table.columns[column].name);
        let longest = cells.fold(name, usize::max);
        Self {
            width: longest.clamp(NARROWEST, WIDEST),
            side: side(table, column),
        }
    }
}

/// A column of numbers reads best in the middle, where its undefined cells stand as well.
fn side(table: &Table, column: usize) -> FormatAlign {
    let numeric = |cell: &Cell| matches!(cell.value, Value::Integer(_) | Value::Real(_));
    if cells(table, column).any(numeric) {
        FormatAlign::Center
    } else {
        FormatAlign::Left
    }
}

fn cells(table: &Table, column: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| match row {
        Row::Section(_) => None,
        Row::Cells(cells) => cells.get(column),
    })
}

fn longest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn lines(text: &str, width: usize) -> usize {
    textwrap::wrap(text, width).len()
}

/// A column's number as the writer wants it. Tables were measured before.
fn at(column: usize) -> u16 {
    u16::try_from(column).expect("a sheet has fewer columns than a u16 has numbers")
}

/// What people read: the cell's words, or its value where it has none.
fn words(cell: &Cell) -> String {
    match &cell.value {
        _ if !cell.text.is_empty() => cell.text.to_string(),
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
    }
}

/// A note in a box that is large enough for it.
fn drawn(note: &table::Note) -> Note {
    const LETTERS_A_LINE: usize = 56;
    const WIDTH: u32 = 330;
    let text: Vec<String> = note.0.iter().map(Line::to_string).collect();
    let text = text::for_note(&text.join("\n"));
    let lines = lines(&text, LETTERS_A_LINE).clamp(2, 30);
    let height = u32::try_from(14 * lines + 10).unwrap_or(WIDTH);
    Note::new(text)
        .set_author("stances")
        .add_author_prefix(false)
        .set_width(WIDTH)
        .set_height(height)
}
