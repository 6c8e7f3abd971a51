//! A view as a workbook: what is said in words on a first sheet, then one sheet a table.
//!
//! Numbers are cells of numbers. Where the words of such cells say more than the number does
//! (a fraction as it was counted), the table stands a second time below, in its words. What lies
//! behind a cell is its note. Text is always text: no formula and no link is made of it.
//!
//! A table that is larger than a sheet is an error; text that is longer than a cell is cut with a mark.

mod sheet_names;
mod text;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook,
    Worksheet, XlsxError,
};
use thiserror::Error;
use unicode_width::UnicodeWidthStr;

use self::sheet_names::SheetNames;
use super::shade::{Rgb, shade};
use crate::view::line::{Label, Line};
use crate::view::table::{self, Cell, Row, Table, Value};
use crate::view::{Block, View};

/// The size of a sheet.
/// <https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3>
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Spreadsheets keep 15 digits of a number: a whole number with more of them is written as text.
const MOST_EXACT: u64 = 999_999_999_999_999;

/// Why a view cannot be a workbook.
#[derive(Debug, Error)]
pub enum Error {
    #[error("table `{table}` has {rows} rows with its legend, and a sheet holds {MOST_ROWS}")]
    Rows { table: String, rows: usize },
    #[error("table `{table}` has {columns} columns, and a sheet holds {MOST_COLUMNS}")]
    Columns { table: String, columns: usize },
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// The view as the bytes of a workbook.
pub fn draw(view: &View) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&view.title)?);
    let mut names = SheetNames::new();
    let about = names.give("About");
    let tables = view.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some((names.give(&table.name), table)),
        _ => None,
    });
    let tables: Vec<(String, &Table)> = tables.collect();
    workbook.push_worksheet(said(view, about, &tables)?);
    for (name, table) in tables {
        workbook.push_worksheet(sheet(name, table)?);
    }
    Ok(workbook.save_to_buffer()?)
}

/// The same view gives the same bytes on every day: the date of creation is a constant.
fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = text::head(&text::for_cell(title), 255).to_owned();
    Ok(DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&date))
}

/// The sheet of what is said in words, in reading order, with the names of the sheets where
/// the tables stand.
fn said(view: &View, name: String, tables: &[(String, &Table)]) -> Result<Worksheet, Error> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_column_width(0, 100)?;
    let mut pen = Pen { sheet, row: 0 };
    let mut names = tables.iter().map(|(name, _)| name);
    pen.words(&view.title, &title())?;
    for block in &view.blocks {
        match block {
            Block::Heading(words) => pen.below_a_gap(words, &subtitle())?,
            Block::Text(line) => pen.words(&line.to_string(), &prose())?,
            Block::List(lines) => pen.list(lines)?,
            Block::Table(_) => pen.words(&place(names.next()), &aside())?,
        }
    }
    Ok(pen.sheet)
}

fn place(name: Option<&String>) -> String {
    name.map_or_else(String::new, |name| format!("→ sheet “{name}”"))
}

/// The sheet of a table: its caption, its cells, once more in words where these say more, its legend.
fn sheet(name: String, table: &Table) -> Result<Worksheet, Error> {
    fits(table)?;
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let mut pen = Pen { sheet, row: 0 };
    if !table.caption.is_empty() {
        pen.words(&table.caption.to_string(), &subtitle())?;
    }
    if !table.columns.is_empty() {
        pen.lay_out(table)?;
        pen.grid(table, Content::Values)?;
    }
    if in_words(table) {
        pen.below_a_gap("The same in words", &strong())?;
        pen.grid(table, Content::Words)?;
    }
    pen.row += 1;
    for line in &table.legend {
        pen.words(&line.to_string(), &aside())?;
    }
    Ok(pen.sheet)
}

fn fits(table: &Table) -> Result<(), Error> {
    // Caption, heads, gaps and the line between the two grids.
    const BESIDE: usize = 6;
    let grids = if in_words(table) { 2 } else { 1 };
    let rows = grids * table.rows.len() + table.legend.len() + BESIDE;
    let columns = table.columns.len();
    let table = table.name.clone();
    if rows > MOST_ROWS {
        Err(Error::Rows { table, rows })
    } else if columns > MOST_COLUMNS {
        Err(Error::Columns { table, columns })
    } else {
        Ok(())
    }
}

/// Whether the words of a number say more than the number.
fn in_words(table: &Table) -> bool {
    cells(table).any(|cell| match cell.value {
        Value::Integer(number) => says_more(cell, &number.to_string()),
        Value::Real(number) => says_more(cell, &format!("{number:.2}")),
        Value::Empty | Value::Text(_) => false,
    })
}

fn says_more(cell: &Cell, number: &str) -> bool {
    !cell.text.is_empty() && cell.text.to_string() != number
}

fn cells(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.iter().flat_map(|row| match row {
        Row::Section(_) => [].iter(),
        Row::Cells(cells) => cells.iter(),
    })
}

/// Which side of the cells a grid shows.
#[derive(Clone, Copy)]
enum Content {
    Values,
    Words,
}

/// A sheet and the row that is written next.
struct Pen {
    sheet: Worksheet,
    row: u32,
}

impl Pen {
    fn words(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        if !words.is_empty() {
            self.text(0, words, format)?;
            self.row += 1;
        }
        Ok(())
    }

    fn below_a_gap(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.row += 1;
        self.words(words, format)
    }

    fn list(&mut self, lines: &[Line]) -> Result<(), XlsxError> {
        let entries = lines.iter().filter(|line| !line.is_empty());
        entries
            .map(|line| format!("• {line}"))
            .try_for_each(|entry| self.words(&entry, &prose()))
    }

    fn text(&mut self, column: usize, words: &str, format: &Format) -> Result<(), XlsxError> {
        let words = text::for_cell(words);
        self.sheet
            .write_string_with_format(self.row, at(column), words, format)?;
        Ok(())
    }

    /// Widths, what stays in view when the sheet is moved, and how it is printed.
    fn lay_out(&mut self, table: &Table) -> Result<(), XlsxError> {
        for column in 0..table.columns.len() {
            self.sheet
                .set_column_width(at(column), width(table, column))?;
        }
        self.sheet.set_freeze_panes(self.row + 1, at(table.stubs))?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        if let Some(last) = table.stubs.checked_sub(1) {
            self.sheet.set_repeat_columns(0, at(last))?;
        }
        self.sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn grid(&mut self, table: &Table, content: Content) -> Result<(), XlsxError> {
        for (column, head) in table.columns.iter().enumerate() {
            self.text(column, &head.name, &header())?;
        }
        self.row += 1;
        for row in &table.rows {
            match row {
                Row::Section(words) => self.section(words, table.columns.len())?,
                Row::Cells(cells) => self.line(cells, table.stubs, content)?,
            }
            self.row += 1;
        }
        Ok(())
    }

    /// A heading inside the table: its words run over the empty cells to their right.
    fn section(&mut self, words: &str, columns: usize) -> Result<(), XlsxError> {
        self.text(0, words, &heading())?;
        for column in 1..columns {
            self.sheet.write_blank(self.row, at(column), &heading())?;
        }
        Ok(())
    }

    fn line(&mut self, cells: &[Cell], stubs: usize, content: Content) -> Result<(), XlsxError> {
        for (column, cell) in cells.iter().enumerate() {
            let format = if column < stubs { stub() } else { toned(cell) };
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
        let format = format.clone().set_num_format(digits);
        self.sheet
            .write_number_with_format(self.row, at(column), number, &format)?;
        Ok(())
    }

    fn note(&mut self, column: usize, cell: &Cell) -> Result<(), XlsxError> {
        if let Some(note) = &cell.note {
            self.sheet.insert_note(self.row, at(column), &drawn(note))?;
        }
        Ok(())
    }
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

/// As wide as the longest line of the column, within reason: longer ones wrap.
fn width(table: &Table, column: usize) -> f64 {
    const NARROWEST: usize = 9;
    const WIDEST: usize = 44;
    let rows = table.rows.iter().filter_map(|row| match row {
        Row::Section(_) => None,
        Row::Cells(cells) => cells.get(column).map(|cell| longest_line(&words(cell))),
    });
    let longest = rows.chain([table.columns[column].name.width()]).max();
    longest.unwrap_or(0).clamp(NARROWEST, WIDEST) as f64 + 2.0
}

fn longest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// A note in a box that is large enough for it.
fn drawn(note: &table::Note) -> Note {
    const LETTERS_A_LINE: usize = 56;
    let lines: Vec<String> = note.0.iter().map(Line::to_string).collect();
    let text = text::for_note(&lines.join("\n"));
    let rows: usize = text
        .lines()
        .map(|line| 1 + line.width() / LETTERS_A_LINE)
        .sum();
    let height = 14 * rows.clamp(2, 30) + 10;
    Note::new(text)
        .set_author("stances")
        .add_author_prefix(false)
        .set_width(330)
        .set_height(height as u32)
}

fn title() -> Format {
    strong().set_font_size(15)
}

fn subtitle() -> Format {
    strong().set_font_size(12)
}

fn strong() -> Format {
    Format::new().set_bold()
}

fn prose() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn aside() -> Format {
    Format::new().set_font_color(Color::RGB(0x55_5555))
}

fn header() -> Format {
    framed()
        .set_bold()
        .set_background_color(Color::RGB(0xEC_ECEC))
        .set_align(FormatAlign::Bottom)
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xF7_F7F7))
}

fn stub() -> Format {
    framed().set_align(FormatAlign::Top)
}

fn framed() -> Format {
    Format::new()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xB8_B8B8))
}

fn toned(cell: &Cell) -> Format {
    let format = framed().set_align(FormatAlign::Top);
    let format = match shade(cell.tone) {
        None => format,
        Some(shade) => format
            .set_background_color(ink(shade.back))
            .set_font_color(ink(shade.text)),
    };
    match cell
        .text
        .0
        .iter()
        .any(|piece| piece.label == Label::RedLine)
    {
        true => format.set_bold(),
        false => format,
    }
}

fn ink(Rgb(red, green, blue): Rgb) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}
