//! A view as a workbook: what is said in words on a first sheet, then one sheet a table.
//!
//! Numbers are cells of numbers. Where the words of such cells say more than the number does
//! (a fraction as it was counted), the table stands a second time below, in its words. What lies
//! behind a cell is its note. Text is always text: no formula and no link is made of it.
//!
//! A table that is larger than a sheet is an error; text that is longer than a cell is cut with a mark.

mod look;
mod pen;
mod sheet_names;
mod text;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use self::pen::{Content, Pen};
use self::sheet_names::SheetNames;
use crate::view::data::Value;
use crate::view::table::{Row, Table};
use crate::view::{Block, View};

/// The size of a sheet.
/// <https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3>
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

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
    let mut names = tables.iter().map(|(name, _)| name);
    let mut pen = Pen::on_page(name)?;
    pen.paragraph(&view.title, &look::title())?;
    for block in &view.blocks {
        match block {
            Block::Heading(words) => {
                pen.leave_a_row();
                pen.paragraph(words, &look::subtitle())?;
            }
            Block::Text(line) => pen.paragraph(&line.to_string(), &look::prose())?,
            Block::List(lines) => pen.list(lines)?,
            Block::Table(_) => pen.line(&place(names.next()), &look::aside())?,
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
    let mut pen = Pen::on_grid(name, table)?;
    pen.line(&table.caption.to_string(), &look::subtitle())?;
    pen.freeze(table.stubs)?;
    pen.grid(table, Content::Values)?;
    if in_words(table) {
        pen.leave_a_row();
        pen.line("The same in words", &look::strong())?;
        pen.grid(table, Content::Words)?;
    }
    pen.leave_a_row();
    for line in &table.legend {
        pen.line(&line.to_string(), &look::aside())?;
    }
    Ok(pen.sheet)
}

fn fits(table: &Table) -> Result<(), Error> {
    // The caption, the names of the columns, and what parts two grids and the legend.
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

/// Whether the words of any number say more than the number.
fn in_words(table: &Table) -> bool {
    let cells = table.rows.iter().flat_map(|row| match row {
        Row::Section(_) => [].iter(),
        Row::Cells(cells) => cells.iter(),
    });
    cells
        .filter(|cell| !cell.text.is_empty())
        .any(|cell| match cell.value {
            Value::Integer(number) => cell.text.to_string() != number.to_string(),
            Value::Real(number) => cell.text.to_string() != format!("{number:.2}"),
            Value::Empty | Value::Text(_) => false,
        })
}
