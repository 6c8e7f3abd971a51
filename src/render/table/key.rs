//! What the codes and glyphs of a drawn table mean.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::codes::Codes;
use super::rung::{self, Rung, Wording, Words};
use super::strip::Strip;
use crate::render::style;
use crate::view::line::Label;
use crate::view::table::{Cell, Row, Table};

/// The entries of the key to a table written in this way, each sign once: first
/// codes, then glyphs.
pub fn key(table: &Table, rung: Rung, codes: &Codes) -> [Vec<Strip>; 2] {
    [
        named(table, rung, codes).strips(),
        signs(table, rung).strips(),
    ]
}

fn named<'t>(table: &'t Table, rung: Rung, codes: &Codes) -> Entries<'t> {
    let mut entries = Entries::default();
    for column in &table.columns {
        let head = rung::head(column, rung.heads, codes);
        if head != column.name {
            entries.add(head.into(), column.name.as_str().into());
        }
    }
    let stubs = cell_rows(table).flat_map(|cells| cells.iter().take(table.stubs));
    for cell in stubs {
        if let Words::Code(code) = rung::stub(cell, rung.stubs, codes) {
            entries.add(code.into(), cell.text.to_string().into());
        }
    }
    entries
}

fn signs(table: &Table, rung: Rung) -> Entries<'_> {
    let mut entries = Entries::default();
    if rung.cells != Wording::Glyph {
        return entries;
    }
    let data = cell_rows(table).flat_map(|cells| cells.iter().skip(table.stubs));
    for cell in data {
        if let Words::Glyph(glyph) = rung::cell(cell, rung.cells)
            && !is_itself(cell, &glyph.sign)
        {
            entries.add(glyph.sign.as_str().into(), glyph.meaning.as_str().into());
        }
    }
    entries
}

fn cell_rows(table: &Table) -> impl Iterator<Item = &[Cell]> {
    table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells.as_slice()),
        Row::Section(_) => None,
    })
}

/// A sign that a cell shows on any paper is explained by the table's own legend.
fn is_itself(cell: &Cell, sign: &str) -> bool {
    matches!(cell.text.0.as_slice(), [piece] if piece.text == sign)
}

type Entry<'t> = (Cow<'t, str>, Cow<'t, str>);

/// Signs and meanings in the order in which they were met.
#[derive(Default)]
struct Entries<'t> {
    order: Vec<Entry<'t>>,
    known: BTreeSet<Entry<'t>>,
}

impl<'t> Entries<'t> {
    fn add(&mut self, sign: Cow<'t, str>, meaning: Cow<'t, str>) {
        let entry = (sign, meaning);
        if !self.known.contains(&entry) {
            self.order.push(entry.clone());
            self.known.insert(entry);
        }
    }

    /// With a semicolon behind each but the last.
    fn strips(&self) -> Vec<Strip> {
        let last = self.order.len().saturating_sub(1);
        let ends = (0..).map(|nth| if nth == last { "" } else { ";" });
        let entries = self.order.iter().zip(ends);
        entries.map(|(entry, end)| strip(entry, end)).collect()
    }
}

fn strip((sign, meaning): &Entry<'_>, end: &str) -> Strip {
    let plain = style::label(Label::Plain);
    Strip::of(style::label(Label::Name), sign)
        .and(plain, " = ")
        .and(plain, meaning)
        .and(plain, end)
}
