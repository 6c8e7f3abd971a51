//! One table as lines: caption, heads, sections, rows, page footers and legend.

use anstyle::Style;

use super::codes::Codes;
use super::extent::{ColumnExtent, Extent, HANG, Place, Side, measure};
use super::grid::{self, Cell as GridCell};
use super::key::key;
use super::plan::{Plan, paper, plan};
use super::room::Slot;
use super::rung;
use super::strip::Strip;
use super::wrap::{flow, wrap};
use crate::render::style;
use crate::view::line::Line;
use crate::view::table::{Cell, Row, Table};

/// The lines of a table on paper of this width.
pub fn lines(table: &Table, width: usize) -> Vec<Strip> {
    let codes = Codes::of(table);
    let columns = measure(table, &codes);
    let sheet = Sheet {
        table,
        plan: plan(&columns, table.stubs, width),
        codes,
        columns,
        width: paper(width),
    };
    let mut lines = paragraph(&table.caption, sheet.width);
    if !lines.is_empty() {
        lines.push(Strip::new());
    }
    if !sheet.columns.is_empty() || !table.rows.is_empty() {
        lines.extend(sheet.pages());
    }
    lines.extend(sheet.legend());
    lines
}

/// A table, and all that has been decided about it.
struct Sheet<'t> {
    table: &'t Table,
    codes: Codes,
    columns: Vec<ColumnExtent>,
    plan: Plan,
    width: usize,
}

impl Sheet<'_> {
    fn pages(&self) -> Vec<Strip> {
        if let [page] = self.plan.pages.as_slice() {
            return self.page(page);
        }
        let pages = self.plan.pages.iter();
        pages.flat_map(|page| self.numbered_page(page)).collect()
    }

    fn numbered_page(&self, page: &[Slot]) -> Vec<Strip> {
        let mut lines = self.page(page);
        lines.extend(self.footer(page));
        lines.push(Strip::new());
        lines
    }

    fn page(&self, page: &[Slot]) -> Vec<Strip> {
        let slots = [self.plan.stubs.as_slice(), page].concat();
        let mut rows = self.rows(&slots);
        let used = widths(&rows, slots.len());
        let helped = self
            .plan
            .second_helping(&self.columns, &slots, &used, self.width);
        if helped != slots {
            rows = self.rows(&helped);
        }
        let columns = self.grid_columns(&slots, &rows);
        let ruler = ruler(&columns, self.plan.gap);
        let drawn = grid::draw(&columns, self.plan.gap, &rows);
        self.assemble(drawn, ruler)
    }

    /// The heads, and the rows below them.
    fn rows(&self, slots: &[Slot]) -> Vec<Vec<GridCell>> {
        let heads = slots.iter().map(|slot| self.head(*slot)).collect();
        let rows = self.cell_rows().map(|cells| self.row(cells, slots));
        std::iter::once(bottom_aligned(heads)).chain(rows).collect()
    }

    fn cell_rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.table.rows.iter().filter_map(|row| match row {
            Row::Cells(cells) => Some(cells.as_slice()),
            Row::Section(_) => None,
        })
    }

    fn head(&self, slot: Slot) -> GridCell {
        let column = self.table.columns.get(slot.column);
        let text = column.map_or("", |column| {
            rung::head(column, self.plan.rung.heads, &self.codes)
        });
        GridCell {
            lines: wrap(Strip::of(style::HEADING, text), slot.width, 0),
            ground: Style::new(),
        }
    }

    fn row(&self, cells: &[Cell], slots: &[Slot]) -> Vec<GridCell> {
        let cell = |slot: &Slot| match cells.get(slot.column) {
            Some(cell) => self.cell(cell, *slot),
            None => GridCell::default(),
        };
        slots.iter().map(cell).collect()
    }

    fn cell(&self, cell: &Cell, slot: Slot) -> GridCell {
        let column = &self.columns[slot.column];
        let lines = match column.place() {
            Place::Stub => {
                let name = rung::stub(cell, self.plan.rung.stubs, &self.codes).strip(cell);
                let hang = hang(&name, slot.width);
                wrap(name, slot.width, hang)
            }
            Place::Data => {
                let words = rung::cell(cell, self.plan.rung.cells);
                wrap(words.strip(cell), slot.width, 0)
            }
        };
        GridCell {
            lines,
            ground: ground(cell, column.side),
        }
    }

    /// Columns as wide as what was put into them: a cell broken between words
    /// may need less than it was given.
    fn grid_columns(&self, slots: &[Slot], rows: &[Vec<GridCell>]) -> Vec<grid::Column> {
        let widths = widths(rows, slots.len()).into_iter().zip(slots);
        let columns = widths.map(|(width, slot)| grid::Column {
            width,
            side: self.columns[slot.column].side,
        });
        columns.collect()
    }

    /// Rules and sections between the drawn rows.
    fn assemble(&self, drawn: Vec<Vec<Strip>>, ruler: usize) -> Vec<Strip> {
        let mut drawn = drawn.into_iter();
        let mut lines = drawn.next().unwrap_or_default();
        if lines.iter().all(|line| line.text().trim().is_empty()) {
            lines.clear();
        }
        if !matches!(self.table.rows.first(), Some(Row::Section(_))) {
            lines.push(rule(ruler));
        }
        for row in &self.table.rows {
            match row {
                Row::Section(name) => lines.extend(section(name, ruler, self.width)),
                Row::Cells(_) => lines.extend(drawn.next().unwrap_or_default()),
            }
        }
        lines.push(rule(ruler));
        lines
    }

    /// Which columns a page shows, by their full names.
    fn footer(&self, page: &[Slot]) -> Vec<Strip> {
        let (Some(first), Some(last)) = (page.first(), page.last()) else {
            return Vec::new();
        };
        let lead = self.plan.stubs.len();
        let all = self.columns.len() - lead;
        let name = |slot: &Slot| match self.table.columns.get(slot.column) {
            Some(column) => column.name.as_str(),
            None => "",
        };
        let [from, to] = [first.column - lead + 1, last.column - lead + 1];
        let text = if from == to {
            format!("column {from} of {all}: {}", name(first))
        } else {
            format!(
                "columns {from}–{to} of {all}: {} … {}",
                name(first),
                name(last)
            )
        };
        wrap(Strip::of(style::RULE, &text), self.width, HANG)
    }

    fn legend(&self) -> Vec<Strip> {
        let keys = key(self.table, self.plan.rung, &self.codes);
        let keys = keys.into_iter().flat_map(|key| flow(key, self.width, HANG));
        let legend = self.table.legend.iter();
        keys.chain(legend.flat_map(|line| paragraph(line, self.width)))
            .collect()
    }
}

/// A line of text over as many lines as it needs, those after the first set in.
fn paragraph(line: &Line, width: usize) -> Vec<Strip> {
    if line.is_empty() {
        return Vec::new();
    }
    wrap(Strip::from_line(line), width, HANG)
}

/// A name whose words have to be torn gets the whole width.
fn hang(name: &Strip, width: usize) -> usize {
    let is_broken = name.width() > width;
    let is_torn = is_broken && Extent::of(name.text()).word + HANG > width;
    if is_torn { 0 } else { HANG }
}

/// How wide the columns of these rows are: one at least.
fn widths(rows: &[Vec<GridCell>], columns: usize) -> Vec<usize> {
    let mut widths = vec![1; columns];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            let lines = cell.lines.iter().map(Strip::width);
            *width = lines.fold(*width, usize::max);
        }
    }
    widths
}

/// Heads stand on the rule below them.
fn bottom_aligned(heads: Vec<GridCell>) -> Vec<GridCell> {
    let height = heads.iter().map(|head| head.lines.len()).max().unwrap_or(0);
    let raise = |mut head: GridCell| {
        let missing = height - head.lines.len();
        head.lines.splice(0..0, vec![Strip::new(); missing]);
        head
    };
    heads.into_iter().map(raise).collect()
}

/// Numbers are shaded over the whole column, words only where they stand:
/// shaded blanks at the end of a line would be lost on paper.
fn ground(cell: &Cell, side: Side) -> Style {
    match side {
        Side::Right => style::ground(cell.tone).unwrap_or_default(),
        Side::Left => Style::new(),
    }
}

fn ruler(columns: &[grid::Column], gap: usize) -> usize {
    let widths: usize = columns.iter().map(|column| column.width).sum();
    widths + gap * columns.len().saturating_sub(1)
}

fn rule(width: usize) -> Strip {
    Strip::of(style::RULE, &"─".repeat(width))
}

/// A heading in a rule.
fn section(name: &str, ruler: usize, width: usize) -> Vec<Strip> {
    const LEAD: &str = "── ";
    let heading = Strip::of(style::RULE, LEAD).and(style::HEADING, name);
    let rest = ruler.saturating_sub(heading.width() + 1);
    if rest == 0 {
        return wrap(heading, width, LEAD.chars().count());
    }
    vec![heading.and(style::RULE, " ").then(&rule(rest))]
}
