//! DuckDB: a file that exists under its very name is opened, whatever is in it.

use super::dialect::{Dialect, TABLE, literal, quoted};
use super::question::{File, FileKind};

pub const DIALECT: Dialect = Dialect {
    name: "DuckDB",
    run: "duckdb -f FILE.sql",
    open,
    column: quoted,
    matches: "regexp_matches",
    fail: |message| format!("error({message})"),
};

fn open(file: &File) -> String {
    let path = literal(&file.path);
    let rows = match file.kind {
        // Nothing is guessed: neither types nor quotes nor lines to skip. What is
        // packed is told by its ending.
        FileKind::Csv(csv) => format!(
            "read_csv({path}, header = true, all_varchar = true, skip = 0, delim = '{}', \
             quote = '\"', escape = '\"', comment = '')",
            csv.separator
        ),
        FileKind::Parquet => format!("read_parquet({path})"),
    };
    format!("CREATE OR REPLACE TEMPORARY VIEW {TABLE} AS\nSELECT * FROM {rows};")
}
