//! `stances matrix`: one measure over all pairs of parties.

mod chosen;
mod of_table;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use itertools::Itertools;

use super::answer::{with_ordered_scene, write};
use super::bulk::TableOptions;
use super::options::{LensOptions, MeasureName, Output, Percent, RowOrder};
use super::session::Session;
use super::terms::TermOptions;
use super::{Outcome, complete};
use crate::compare::joint::Field;
use crate::compare::matrix::{self, matrices};
use crate::compare::sensitivity::{Part, sensitivity};
use crate::dossier::scene::Scene;
use crate::logic::linked;
use crate::render::json;
use crate::view;
use chosen::ScaleOptions;

/// A measure between all parties
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances matrix ukraine-peace-texts --measure conflict --format csv
  stances matrix ukraine-peace-texts --measure closeness --by area --format markdown
  stances matrix ukraine-peace-texts --measure kappa --min-joint 5
  stances matrix ukraine-peace-texts --weight firmness:red-line=3,demand=2,position=1
  stances measures                                 all measures, one line each
  stances matrix ukraine-peace-texts --leave-out source      what hangs on one text alone
  stances explain closeness                        what the number means

A table of answers takes the place of a dossier with `--table votes.csv --levels 1..3`. Of it
`--top 10` lists the ten nearest of each party, and `--edges 0.9` the pairs of 0.9 or more.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

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

    /// One matrix for each of these
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,

    /// How far each number moves when any one of these is left out: lowest and highest,
    /// and without what
    #[arg(long, value_name = "WHAT", conflicts_with_all = ["by", "layout", "rows", "table", "weight", "normalise", "min_joint"])]
    leave_out: Option<LeaveOut>,

    /// How rows are laid out in CSV and TSV [default: square]
    #[arg(long, value_name = "LAYOUT")]
    rows: Option<Rows>,

    /// The same as --rows: square or long; with --table how the table is: wide or long
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<LayoutOption>,

    #[command(flatten)]
    table: TableOptions,

    #[command(flatten)]
    scale: ScaleOptions,

    #[command(flatten)]
    terms: TermOptions,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    order: RowOrder,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// What to make a matrix for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Area,
}

/// Of what one after the other is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LeaveOut {
    /// Each issue in view
    Issue,
    /// Each source, with the records that cite nothing else
    Source,
    /// Declared, attributed, conduct
    Basis,
}

impl From<LeaveOut> for Part {
    fn from(part: LeaveOut) -> Self {
        match part {
            LeaveOut::Issue => Self::Issue,
            LeaveOut::Source => Self::Source,
            LeaveOut::Basis => Self::Basis,
        }
    }
}

/// How the rows of a data file are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Rows {
    /// One row and one column a party
    Square,
    /// One row a pair: a, b, n, value
    Long,
}

/// How the rows of a data file are laid out, of the answer or of a table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayoutOption {
    /// Of the answer: one row and one column a party
    Square,
    /// One row a pair; of a table, one row an answer: party, item, value
    Long,
    /// Of a table: one row a party, one column an item
    Wide,
}

impl From<By> for matrix::By {
    fn from(by: By) -> Self {
        match by {
            By::Area => Self::Area,
        }
    }
}

impl From<Rows> for view::matrix::data::Layout {
    fn from(rows: Rows) -> Self {
        match rows {
            Rows::Square => Self::Square,
            Rows::Long => Self::Long,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_ordered_scene`], and when a measure has no place for the terms asked for.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    if let Some(table) = &options.table.table {
        return of_table::run(session, options, table);
    }
    let rows = rows(options)?;
    let terms = options.terms.on(&options.measure)?;
    with_ordered_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        (options.order.order(), options.measure[0].0),
        |scene| {
            if let Some(part) = options.leave_out {
                return left_out(session, options, scene, part.into());
            }
            let field = Field::new(scene);
            let by = options.by.map_or(matrix::By::Whole, matrix::By::from);
            let measures = options.measure.iter().map(|measure| measure.0);
            let measures = measures.unique_by(|measure| measure.name);
            let matrices: Vec<_> = measures
                .flat_map(|measure| matrices(&field, measure, by, &terms))
                .collect();
            let view = || {
                let linked = linked::among(scene);
                view::matrix::view(&field, &matrices, &linked, options.percent.from())
            };
            let data = || view::matrix::data::data(&field, &matrices, rows.into());
            let json = || json::matrix::draw(&field, &matrices);
            write(session, &options.output, view, data, json)
        },
    )
}

/// How far each number moves without any one of these.
fn left_out(session: &Session, options: &Options, scene: &Scene, part: Part) -> Result<()> {
    let measures = options.measure.iter().map(|measure| measure.0);
    let measures = measures.unique_by(|measure| measure.name);
    let all: Vec<_> = measures
        .map(|measure| sensitivity(scene, measure, part))
        .collect();
    let view = || view::sensitivity::view(scene, &all, options.percent.from());
    let data = || view::sensitivity::data(scene, &all);
    let json = || json::sensitivity::draw(scene, &all);
    write(session, &options.output, view, data, json)
}

/// How the rows of an answer about a dossier are laid out.
fn rows(options: &Options) -> Result<Rows> {
    let by_layout = match options.layout {
        None => None,
        Some(LayoutOption::Square) => Some(Rows::Square),
        Some(LayoutOption::Long) => Some(Rows::Long),
        Some(LayoutOption::Wide) => bail!(
            "`--layout wide` says how a table is laid out: name the table with `--table`, or write \
             `--rows square`"
        ),
    };
    match (options.rows, by_layout) {
        (Some(rows), Some(layout)) if rows != layout => {
            bail!("`--rows` and `--layout` say different things: leave out one of the two")
        }
        (rows, layout) => Ok(rows.or(layout).unwrap_or(Rows::Square)),
    }
}
