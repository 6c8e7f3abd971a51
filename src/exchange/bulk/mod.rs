//! Tables of answers from CSV, wide or long, read as a stream.

mod long;
mod numbers;
mod wide;

use std::io::Read;

use crate::table::Table;
use numbers::Numbers;

/// How a file of answers is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub layout: Layout,
    pub levels: Levels,
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
    #[error(
        "there is no column `{0}`: the first row of a long table names `party`, `item` and `value`"
    )]
    NoColumn(&'static str),
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
    /// Counts a fault, and keeps it while there are few.
    pub fn push(&mut self, line: u64, column: Option<usize>, message: impl FnOnce() -> String) {
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

/// Reads a table. What cannot be used in it is left out and told.
///
/// # Errors
///
/// When the file is no such table, or when reading fails.
pub fn read(from: impl Read, shape: &Shape) -> Result<Bulk, NoTable> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(shape.separator)
        .flexible(true)
        .buffer_capacity(1 << 18)
        .from_reader(from);
    let numbers = Numbers::new(shape.levels);
    match shape.layout {
        Layout::Wide => wide::read(&mut reader, &numbers),
        Layout::Long => long::read(&mut reader, &numbers),
    }
}

/// A name as it stands in a field.
fn name(field: &[u8]) -> String {
    String::from_utf8_lossy(field.trim_ascii()).into_owned()
}
