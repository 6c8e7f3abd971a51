//! What is asked about all pairs of a long table, before it is a query.

use super::formula::Formula;
use crate::exchange::bulk::Levels;
use crate::table::Reading;

/// A question about the parties of a long table, two at a time.
#[derive(Debug, Clone)]
pub struct Question {
    pub file: File,
    pub columns: Columns,
    pub levels: Levels,
    pub reading: Reading,
    /// At least one; the first of them is what [`Question::top`] goes by.
    pub measures: Vec<&'static Formula>,
    /// Pairs with fewer joint items are not listed. With 0 there are also those
    /// without a joint item, of which most measures are undefined.
    pub min_joint: u64,
    /// For each party only so many others, those with the highest values.
    pub top: Option<u64>,
}

/// Where the table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// As the engine is to read it: a path, a pattern or an address.
    pub path: String,
    pub kind: FileKind,
}

/// How the table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Csv(Csv),
    Parquet,
}

/// How a table is written in CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Csv {
    /// What parts the columns: a comma, a semicolon, a bar or a tab.
    pub separator: char,
    pub packing: Packing,
}

/// Whether a CSV file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Gzip,
}

/// What the three columns of the table are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    pub party: String,
    pub item: String,
    pub value: String,
}

impl Question {
    /// How many steps lie between the two answers that are furthest apart. Options
    /// of a choice have no order: two that differ are one step apart.
    pub fn extent(&self) -> i64 {
        match self.reading {
            Reading::Statement | Reading::Scale => self.levels.hi - self.levels.lo,
            Reading::Choice => 1,
        }
    }
}
