//! Spark: texts know escapes, names stand in grave accents.

use super::dialect::{Dialect, TABLE};
use super::question::{File, FileKind};

pub const DIALECT: Dialect = Dialect {
    name: "Spark",
    run: "spark-sql -f FILE.sql",
    open,
    column: |name| format!("`{}`", name.replace('`', "``")),
    matches: "regexp_like",
    fail: |message| format!("raise_error({message})"),
};

fn open(file: &File) -> String {
    let path = literal(&file.path);
    let (kind, options) = match file.kind {
        // What is packed is told by its ending.
        FileKind::Csv(csv) => (
            "csv",
            format!(
                ", header 'true', sep '{}', quote '\"', escape '\"', multiLine 'true'",
                csv.separator
            ),
        ),
        FileKind::Parquet => ("parquet", String::new()),
    };
    format!(
        "CREATE OR REPLACE TEMPORARY VIEW {TABLE}\n\
         USING {kind} OPTIONS (path {path}{options});"
    )
}

/// A text in single quotes. A dollar sign would begin a variable, which is looked
/// for before the query is read.
fn literal(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('\'', "\\'");
    format!("'{}'", escaped.replace('$', "\\u0024"))
}
