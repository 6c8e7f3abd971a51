//! `stances sql`: the question as a query, for tables that one machine cannot take.

use std::ffi::OsStr;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use itertools::Itertools;

use super::bulk::{LevelsOption, ReadingOption, SeparatorOption, separator};
use super::options::{Destination, MeasureName};
use super::session::Session;
use super::{Outcome, complete};
use crate::render::plain::shown;
use crate::render::sql::dialect::Dialect;
use crate::render::sql::formula::{self, Formula};
use crate::render::sql::question::{Columns, Csv, File, FileKind, Packing, Question};
use crate::render::sql::{datafusion, draw, duckdb, spark};

/// The query that compares every two parties of a long table, for an engine you run
///
/// It counts the same whole numbers and gives the same measures as `stances matrix`
/// does. Nothing is run and nothing is read here: the table may lie where only the
/// engine can see it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances sql --engine duckdb --table votes.csv --levels 1..3 -o pairs.sql
  stances sql --engine datafusion --table votes.parquet --levels -1..1 -m net
  stances sql --engine spark --table s3a://corpus/votes/ --format-of parquet \\
      --levels 1..5 --as scale -m closeness --top 10 --min-joint 20

From which size this pays: `stances matrix` holds a table in levels × parties × items / 8 \
bytes, or in 5 bytes an answer where few cells are answered: 100,000 parties × 10,000 items at \
three levels are 375 MB. As long as that fits into one machine, it is faster: at 200 parties × 6,000 \
items it took a twentieth of the processor time of the query in DuckDB, and the gap grows with \
the number of parties, since a query joins every two answers to the same item as rows, some \
20 million of them in a second of one processor. A query pays beyond that, where there are machines enough, or \
where the table may not leave its warehouse.")]
pub struct Options {
    /// The engine to write for
    #[arg(long, value_name = "ENGINE")]
    engine: Engine,

    /// The table as the engine is to read it: a path, a pattern, or an address
    #[arg(long, value_name = "FILE")]
    table: String,

    /// How the table is written [default: by the ending of its name]
    #[arg(long, value_name = "FORMAT")]
    format_of: Option<FormatOf>,

    /// How the table is laid out
    #[arg(long, value_name = "LAYOUT", default_value = "long")]
    layout: Layout,

    /// What its columns are called
    #[arg(long, value_name = "NAMES", default_value = "party,item,value")]
    columns: ColumnNames,

    /// The whole numbers that answers can be, such as 1..3
    #[arg(long, value_name = "LO..HI", allow_hyphen_values = true)]
    levels: LevelsOption,

    /// What the numbers say
    #[arg(long = "as", value_name = "KIND", default_value = "statement")]
    reading: ReadingOption,

    /// What parts the columns: `,` `;` `|` or tab [default: by the file's ending, else `,`]
    #[arg(long, value_name = "CHARACTER")]
    separator: Option<SeparatorOption>,

    /// What to measure; several with commas
    #[arg(
        short,
        long,
        value_name = "NAME",
        default_value = "agreement",
        value_delimiter = ',',
        add = complete::measures()
    )]
    measure: Vec<MeasureName>,

    /// Leave out pairs with fewer joint items; 0 also lists those without any
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_joint: u64,

    /// Of each party only the K others for which the first measure is highest
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u64).range(1..))]
    top: Option<u64>,

    #[command(flatten)]
    destination: Destination,
}

/// An engine that queries can be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
enum Engine {
    DuckDb,
    Spark,
    DataFusion,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatOf {
    /// Comma-separated values; packed by gzip if the name ends in `.gz`
    Csv,
    /// Parquet, as most engines write it
    Parquet,
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// One row an answer: party, item, value
    Long,
    /// One row a party: no query can be written for it
    #[value(hide = true)]
    Wide,
}

/// The names of the three columns.
#[derive(Debug, Clone)]
struct ColumnNames(Columns);

/// Runs the command.
///
/// # Errors
///
/// When what is asked for cannot be written as a query, or the query cannot be
/// written to its file.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let query = draw(&question(options)?, options.engine.dialect());
    session.write(&options.destination.output(), query.as_bytes())?;
    Ok(Outcome::Whole)
}

fn question(options: &Options) -> Result<Question> {
    if options.layout == Layout::Wide {
        bail!("a query reads long tables only: one row an answer, with `party,item,value`");
    }
    for text in options.texts() {
        if shown(text) != text {
            bail!("`{text}` has characters that cannot be seen: name it otherwise");
        }
    }
    Ok(Question {
        file: File {
            path: options.table.clone(),
            kind: options.kind(),
        },
        columns: options.columns.0.clone(),
        levels: options.levels.0,
        reading: options.reading.into(),
        measures: formulas(&options.measure)?,
        min_joint: options.min_joint,
        top: options.top,
    })
}

/// The measures as they are written, each once.
fn formulas(measures: &[MeasureName]) -> Result<Vec<&'static Formula>> {
    let names = measures.iter().map(|measure| measure.0.name).unique();
    names.map(formula_of).collect()
}

fn formula_of(name: &str) -> Result<&'static Formula> {
    match formula::named(name) {
        Some(formula) => Ok(formula),
        None => {
            let names = formula::ALL.iter().map(|formula| formula.name);
            let names = names.format_with(", ", |name, f| f(&format_args!("`{name}`")));
            bail!(
                "`{name}` does not follow from what a query counts of a pair: \
                 what can be written are {names}"
            )
        }
    }
}

impl Options {
    /// How the table is written, by what is said or by its name.
    fn kind(&self) -> FileKind {
        let path = Path::new(&self.table);
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        let ending = ending.to_lowercase();
        let csv = Csv {
            separator: char::from(separator(self.separator, path)),
            packing: match ending.as_str() {
                "gz" => Packing::Gzip,
                _ => Packing::Plain,
            },
        };
        match (self.format_of, ending.as_str()) {
            (Some(FormatOf::Parquet), _) | (None, "parquet" | "pq") => FileKind::Parquet,
            (Some(FormatOf::Csv) | None, _) => FileKind::Csv(csv),
        }
    }

    /// Every text from outside that goes into the query.
    fn texts(&self) -> [&str; 4] {
        let Columns { party, item, value } = &self.columns.0;
        [&self.table, party, item, value]
    }
}

impl Engine {
    fn dialect(self) -> &'static Dialect {
        match self {
            Self::DuckDb => &duckdb::DIALECT,
            Self::Spark => &spark::DIALECT,
            Self::DataFusion => &datafusion::DIALECT,
        }
    }
}

impl FromStr for ColumnNames {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let names: Vec<&str> = text.split(',').map(str::trim).collect();
        match names[..] {
            [party, item, value] if names.iter().all(|name| !name.is_empty()) => {
                Ok(Self(Columns {
                    party: party.to_owned(),
                    item: item.to_owned(),
                    value: value.to_owned(),
                }))
            }
            _ => Err("write three names with commas: of parties, items and values".to_owned()),
        }
    }
}
