//! Which codes may stand for which names: those that save room and mean one thing.

use std::collections::{BTreeMap, BTreeSet};

use super::width::width;
use crate::render::plain::shown;
use crate::view::table::{Row, Table};

/// What the codes and names of a table's heads and stubs mean.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    meaning: BTreeMap<String, String>,
    ambiguous: BTreeSet<String>,
}

impl Codes {
    /// The codes in the heads and stubs of a table.
    pub fn of(table: &Table) -> Self {
        let mut codes = Self::default();
        for column in &table.columns {
            codes.note(column.code.as_deref(), &column.name);
        }
        for row in &table.rows {
            codes.note_stubs(row, table.stubs);
        }
        codes
    }

    /// Whether this code may stand for this name: it is shorter, and no other
    /// name goes by it.
    pub fn allow(&self, code: &str, name: &str) -> bool {
        let [code, name] = [shown(code), shown(name)];
        !code.trim().is_empty()
            && width(&code) < width(&name)
            && !self.ambiguous.contains(code.as_ref())
    }

    fn note_stubs(&mut self, row: &Row, stubs: usize) {
        let Row::Cells(cells) = row else {
            return;
        };
        for cell in cells.iter().take(stubs) {
            self.note(cell.short.as_deref(), &cell.text.to_string());
        }
    }

    /// A name stands for itself: another party's code may not read the same.
    fn note(&mut self, code: Option<&str>, name: &str) {
        self.mean(name, name);
        if let Some(code) = code {
            self.mean(code, name);
        }
    }

    fn mean(&mut self, sign: &str, name: &str) {
        let sign = shown(sign).into_owned();
        let known = self.meaning.entry(sign.clone());
        if known.or_insert_with(|| name.to_owned()) != name {
            self.ambiguous.insert(sign);
        }
    }
}
