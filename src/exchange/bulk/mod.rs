//! Tables of answers from CSV, wide or long, with or without a file about the items.

pub mod items;
mod long;
mod numbers;
mod rows;
pub mod unpack;
mod wide;

use crate::table::Table;
use items::Items;
use numbers::{Levelled, Ranged};
use rows::{Row, Rows};

/// How a file of answers is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub layout: Layout,
    /// Nothing where each item has a range of its own, which the file about the
    /// items tells.
    pub levels: Option<Levels>,
    /// What parts the fields: a comma, a semicolon, a tab.
    pub separator: u8,
}

/// How the answers are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// One row an actor: its name, then one column an item.
    #[default]
    Wide,
    /// One row an answer: actor, item, value.
    Long,
}

/// The whole numbers that answers can be, from `lo` to `hi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    pub lo: i64,
    /// At most 254 above `lo`, and at least one.
    pub hi: i64,
}

/// A file as far as it could be read.
#[derive(Debug)]
pub struct Bulk {
    pub table: Table,
    pub faults: Faults,
    /// Items of the file about them that the table does not have, told there.
    pub unknown: Faults,
}

/// What could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    /// The first of them, in the order of the file.
    pub first: Vec<Fault>,
    /// How many there are.
    pub count: usize,
}

/// A field that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// The column of the table, counted from 1; nothing for a row as a whole.
    pub column: Option<usize>,
    /// What is wrong with it, with the value.
    pub message: String,
}

/// Why a file cannot be read as a table at all.
#[derive(Debug, thiserror::Error)]
pub enum NoTable {
    #[error("the file is empty: its first row names the columns")]
    Empty,
    #[error("there is no column `{0}`: {1}")]
    NoColumn(&'static str, &'static str),
    #[error("the first row names one column only")]
    OneColumn,
    #[error(
        "the first row names one column only, with {0} in it: if that is what parts the columns, \
         say so with `--separator {1}`"
    )]
    OtherSeparator(&'static str, &'static str),
    #[error("it looks like UTF-16: save it as UTF-8")]
    Wide,
    #[error("it cannot be unpacked: {0}")]
    Packed(#[from] std::io::Error),
    #[error("unpacked it is larger than {0} GiB")]
    TooLarge(u64),
    #[error("column {column} is called `{name}` like column {first}")]
    Twice {
        name: String,
        first: usize,
        column: usize,
    },
    #[error("column {0} has no name")]
    Nameless(usize),
    #[error("there are more than {0} items")]
    TooManyItems(usize),
    #[error("it is no table in CSV: {0}")]
    Malformed(#[from] csv::Error),
}

/// How many faults are kept word for word.
const KEPT: usize = 20;

impl Levels {
    /// How many there are.
    pub fn count(self) -> usize {
        usize::try_from(self.hi - self.lo + 1).unwrap_or(0)
    }
}

impl Faults {
    fn push(&mut self, line: u64, column: Option<usize>, message: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < KEPT {
            let message = message();
            self.first.push(Fault {
                line,
                column,
                message,
            });
        }
    }
}

impl Bulk {
    fn of(table: Table, faults: Faults) -> Self {
        Self {
            table,
            faults,
            unknown: Faults::default(),
        }
    }
}

/// Reads a table, and what each item weighs. What cannot be used is left out and told.
///
/// # Errors
///
/// When it is no such table.
pub fn read(text: &[u8], shape: &Shape, items: Option<&Items>) -> Result<Bulk, NoTable> {
    let rows = Rows::new(text, shape.separator)?;
    let ranges = || items.into_iter().flat_map(Items::ranges);
    let mut bulk = match (shape.levels, shape.layout) {
        (Some(levels), Layout::Wide) => wide::read(rows, Levelled(levels))?,
        (Some(levels), Layout::Long) => long::read(rows, Levelled(levels))?,
        (None, Layout::Wide) => wide::read(rows, Ranged::new(ranges()))?,
        (None, Layout::Long) => long::read(rows, Ranged::new(ranges()))?,
    };
    if let Some(items) = items {
        items.weigh(&mut bulk.table);
        bulk.unknown = items.unknown(&bulk.table);
    }
    Ok(bulk)
}

/// Why a table of one column cannot be meant.
fn one_column(header: Row) -> NoTable {
    let field = header.fields().next().unwrap_or_default();
    let parts = |separator: u8| field.contains(&separator);
    match () {
        () if parts(b';') => NoTable::OtherSeparator("semicolons", "';'"),
        () if parts(b'\t') => NoTable::OtherSeparator("tabs", "tab"),
        () if parts(b',') => NoTable::OtherSeparator("commas", "','"),
        () => NoTable::OneColumn,
    }
}

/// What is said of an item whose range is not told.
fn rangeless(item: &str) -> String {
    format!("`{item}` has no `min` and `max` in the file about the items")
}

/// A name as it stands in a field.
fn name(field: &[u8]) -> String {
    String::from_utf8_lossy(field.trim_ascii()).into_owned()
}
