//! DuckDB: a file that exists under its very name is opened, whatever is in it.

use super::dialect::{Dialect, TABLE, literal, quoted};
use super::question::{Csv, File, FileKind, Packing};

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
        FileKind::Csv(csv) => format!("read_csv({path}, {})", options(csv)),
        FileKind::Parquet => format!("read_parquet({path})"),
    };
    format!("CREATE OR REPLACE TEMPORARY VIEW {TABLE} AS\nSELECT * FROM {rows};")
}

/// Nothing is guessed: neither types nor quotes nor lines to skip.
fn options(csv: Csv) -> String {
    let packed = match csv.packing {
        Packing::Plain => "",
        // By itself it would take what stands behind a question mark for no part of the name.
        Packing::Gzip => ", compression = 'gzip'",
    };
    format!(
        "header = true, all_varchar = true, skip = 0, delim = '{}', quote = '\"', \
         escape = '\"', comment = ''{packed}",
        csv.separator
    )
}
