//! In what the engines differ, one file each. All else of the query is the same.

use super::question::File;

/// An engine that answers queries, and how it wants to be talked to.
#[derive(Debug)]
pub struct Dialect {
    /// As its makers write it.
    pub name: &'static str,
    /// The command that runs a file of statements.
    pub run: &'static str,
    /// The statement that gives the file the name under which the query knows it,
    /// [`TABLE`]. All columns of a CSV file are text.
    pub open: fn(&File) -> String,
    /// The name of a column, quoted.
    pub column: fn(&str) -> String,
    /// Whether a text looks as a pattern says: text, then pattern.
    pub matches: &'static str,
    /// An expression that ends the query with a message, which is an expression too.
    pub fail: fn(&str) -> String,
}

/// What the query calls the file.
pub const TABLE: &str = "stances_table";

/// A text in single quotes, which stand twice within it.
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A name in double quotes, which stand twice within it.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
