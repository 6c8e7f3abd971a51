//! DataFusion: options are texts, and a failed cast is the way to fail.

use super::dialect::{Dialect, TABLE, literal, quoted};
use super::question::{Csv, File, FileKind, Packing};

pub const DIALECT: Dialect = Dialect {
    name: "DataFusion",
    run: "datafusion-cli -f FILE.sql",
    open,
    column: quoted,
    matches: "regexp_like",
    // There is no function for it; what cannot be cast is shown.
    fail: |message| format!("CAST({message} AS BIGINT)"),
};

fn open(file: &File) -> String {
    let path = literal(&file.path);
    let kind = match file.kind {
        FileKind::Csv(csv) => format!("CSV LOCATION {path}\nOPTIONS ({})", options(csv)),
        FileKind::Parquet => format!("PARQUET LOCATION {path}"),
    };
    format!("CREATE OR REPLACE EXTERNAL TABLE {TABLE}\nSTORED AS {kind};")
}

/// With no record to learn types from, all columns are text.
fn options(csv: Csv) -> String {
    let packed = match csv.packing {
        Packing::Plain => "",
        Packing::Gzip => ", 'format.compression' 'gzip'",
    };
    format!(
        "'format.has_header' 'true', 'format.schema_infer_max_rec' '0', \
         'format.delimiter' '{}', 'format.quote' '\"', 'format.newlines_in_values' 'true'{packed}",
        csv.separator
    )
}
