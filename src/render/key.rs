//! What the codes and glyphs of a drawn table mean.

use std::collections::BTreeSet;

use super::codes::Codes;
use super::rung::{self, Rung, Wording, Words};
use super::strip::Strip;
use super::style;
use crate::view::line::Label;
use crate::view::table::{Cell, Row, Table};

/// The entries of the key to a table written in this way, each sign once: first
/// codes, then glyphs.
pub fn key(table: &Table, rung: Rung, codes: &Codes) -> [Vec<Strip>; 2] {
    let mut named = Entries::default();
    let mut signs = Entries::default();
    for column in &table.columns {
        let head = rung::head(column, rung.heads, codes);
        if head != column.name {
            named.add(head, &column.name);
        }
    }
    for cells in table.rows.iter().filter_map(cells) {
        let (stubs, data) = cells.split_at(table.stubs.min(cells.len()));
        add_stubs(&mut named, stubs, rung, codes);
        add_glyphs(&mut signs, data, rung);
    }
    [named.strips(), signs.strips()]
}

fn cells(row: &Row) -> Option<&[Cell]> {
    match row {
        Row::Cells(cells) => Some(cells),
        Row::Section(_) => None,
    }
}

fn add_stubs(entries: &mut Entries, stubs: &[Cell], rung: Rung, codes: &Codes) {
    for cell in stubs {
        if let Words::Code(code) = rung::stub(cell, rung.stubs, codes) {
            entries.add(code, &cell.text.to_string());
        }
    }
}

fn add_glyphs(entries: &mut Entries, data: &[Cell], rung: Rung) {
    if rung.cells != Wording::Glyph {
        return;
    }
    for cell in data {
        if let Words::Glyph(glyph) = rung::cell(cell, rung.cells)
            && !is_itself(cell, &glyph.sign)
        {
            entries.add(&glyph.sign, &glyph.meaning);
        }
    }
}

/// A sign that a cell shows on any paper is explained by the table's own legend.
fn is_itself(cell: &Cell, sign: &str) -> bool {
    matches!(cell.text.0.as_slice(), [piece] if piece.text == sign)
}

/// Signs and meanings in the order in which they were met.
#[derive(Default)]
struct Entries {
    order: Vec<(String, String)>,
    known: BTreeSet<(String, String)>,
}

impl Entries {
    fn add(&mut self, sign: &str, meaning: &str) {
        let entry = (sign.to_owned(), meaning.to_owned());
        if self.known.insert(entry.clone()) {
            self.order.push(entry);
        }
    }

    fn strips(&self) -> Vec<Strip> {
        let last = self.order.len().saturating_sub(1);
        let entries = self.order.iter().enumerate();
        entries
            .map(|(nth, (sign, meaning))| {
                let end = if nth == last { "" } else { ";" };
                Strip::of(style::label(Label::Name), sign)
                    .and(style::label(Label::Plain), " = ")
                    .and(style::label(Label::Plain), meaning)
                    .and(style::label(Label::Plain), end)
            })
            .collect()
    }
}
