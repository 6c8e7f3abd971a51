//! Cells drawn as lines, by comfy-table.
//!
//! comfy-table lays out stand-ins: as many letters as a text is wide. The text
//! is then put in their place. So it can neither disagree with the planner
//! about a width, nor break a cell, nor decide on colour.

use anstyle::Style;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, TableStyle, Width};

use super::extent::Side;
use super::strip::Strip;

/// A column of the grid: all its lines are at most that wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub width: usize,
    pub side: Side,
}

/// A cell of the grid: lines of known width, and the style of the blanks beside them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    pub lines: Vec<Strip>,
    pub ground: Style,
}

/// The lines of each row.
pub fn draw(columns: &[Column], gap: usize, rows: &[Vec<Cell>]) -> Vec<Vec<Strip>> {
    if columns.is_empty() {
        return rows.iter().map(|_| Vec::new()).collect();
    }
    let frame = frame(columns, gap, rows);
    let mut lines = frame.lines();
    rows.iter()
        .map(|row| {
            let drawn = lines.by_ref().take(height(row));
            let nth = drawn.enumerate();
            nth.map(|(nth, line)| fill(&line, columns, gap, row, nth))
                .collect()
        })
        .collect()
}

fn height(row: &[Cell]) -> usize {
    let lines = row.iter().map(|cell| cell.lines.len());
    lines.max().unwrap_or(0).max(1)
}

/// The letter that stands for a column of text.
const STAND_IN: char = 'x';

fn frame(columns: &[Column], gap: usize, rows: &[Vec<Cell>]) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table
        .load_style(TableStyle::new())
        .set_content_arrangement(ContentArrangement::Disabled)
        .add_rows(rows.iter().map(|row| row.iter().map(stand_in)));
    let places = columns.iter().enumerate();
    for ((nth, place), column) in places.zip(table.column_iter_mut()) {
        let gap = if nth == 0 { 0 } else { narrow(gap) };
        column.set_padding((gap, 0));
        column.set_cell_alignment(alignment(place.side));
        let width = narrow(place.width).saturating_add(gap);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    table
}

fn stand_in(cell: &Cell) -> comfy_table::Cell {
    let mut text = String::new();
    for (nth, line) in cell.lines.iter().enumerate() {
        if nth > 0 {
            text.push('\n');
        }
        text.extend(std::iter::repeat_n(STAND_IN, line.width()));
    }
    comfy_table::Cell::new_owned(text)
}

fn alignment(side: Side) -> CellAlignment {
    match side {
        Side::Left => CellAlignment::Left,
        Side::Right => CellAlignment::Right,
    }
}

/// The planner keeps widths far below the limit of comfy-table.
fn narrow(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// A drawn line with the texts in the place of their stand-ins.
fn fill(drawn: &str, columns: &[Column], gap: usize, row: &[Cell], nth: usize) -> Strip {
    let mut line = Strip::new();
    let mut start = 0;
    for (column, cell) in columns.iter().zip(row) {
        let blank = if start == 0 { 0 } else { gap };
        let room = &drawn[start + blank..start + blank + column.width];
        line = fill_cell(line.blank(Style::new(), blank), room, cell, nth);
        start += blank + column.width;
    }
    line
}

fn fill_cell(line: Strip, room: &str, cell: &Cell, nth: usize) -> Strip {
    let text = cell.lines.get(nth).filter(|text| text.width() > 0);
    let (Some(text), Some(before)) = (text, room.find(STAND_IN)) else {
        return line.blank(Style::new(), room.len());
    };
    let after = room.len() - before - text.width();
    line.blank(cell.ground, before)
        .then(text)
        .blank(cell.ground, after)
}
