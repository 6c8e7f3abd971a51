//! A sheet of a workbook. Cells are read one after the other: a sheet that claims to
//! reach to the last column of the last row costs no more than what is in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, open_workbook_from_rs};

use super::{Grid, MOST, NoGrid, Point, Row};
use crate::finding::suggest;

pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, NoGrid> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let names = book.sheet_names();
    let sheet = match sheet {
        None => names.first().cloned().ok_or(NoGrid::Empty)?,
        Some(name) if names.iter().any(|known| known == name) => name.to_owned(),
        Some(name) => {
            let help = suggest::help(name, "sheet", names.iter().map(String::as_str));
            let name = name.to_owned();
            return Err(NoGrid::NoSheet { name, help });
        }
    };
    let mut reader = book.worksheet_cells_reader(&sheet)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut count = 0;
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let cells = rows.entry(row).or_default();
        let column = column as usize;
        if column >= cells.len() {
            count += column + 1 - cells.len();
            if count > MOST {
                return Err(NoGrid::TooLarge(MOST));
            }
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    let rows = rows.into_iter().map(|(row, cells)| Row {
        line: u64::from(row) + 1,
        cells,
    });
    Grid::of(rows.collect(), Point::Dot)
}

/// What a cell says. A cell whose formula failed says so, and is no position then.
fn text(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => day(date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A day as it is written in records; a span of time is just its number.
fn day(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return date.as_f64().to_string();
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
