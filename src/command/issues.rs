//! `stances issues`: issue by issue who stands where, and how far all are of one mind.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::answer::{with_scene, write};
use super::options::{LensOptions, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::issues::{self, accounts};
use crate::compare::joint::Field;
use crate::render::json;
use crate::view;

/// Issue by issue: who stands where, how pairs turn out, how far all are of one mind
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances issues ukraine-peace-texts                       area by area
  stances issues ukraine-peace-texts --sort conflict       where most pairs exclude each other
  stances issues ukraine-peace-texts --sort coverage --area territory --output issues.xlsx
  stances explain van-der-eijk                             what the number means

Silence is never counted as a position, and nothing is made of one voice alone. Mean and
median are baselines: they know nothing of red lines, nor of what hangs on what.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// What comes first
    #[arg(
        long,
        value_name = "BY",
        default_value = "given",
        help_heading = "What to show"
    )]
    sort: Sort,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// What comes first; what has no value to be sorted by comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// As they stand in the dossier, by area
    Given,
    /// The largest share of pairs that agree
    Agreement,
    /// The largest share of pairs in conflict
    Conflict,
    /// Two camps before an even spread before one answer, by van der Eijk's A
    Polarisation,
    /// The most parties that can be compared
    Coverage,
}

impl From<Sort> for issues::Sort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Given => Self::Given,
            Sort::Agreement => Self::Agreement,
            Sort::Conflict => Self::Conflict,
            Sort::Polarisation => Self::Polarisation,
            Sort::Coverage => Self::Coverage,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_scene`].
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    with_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        |scene| {
            let sort = options.sort.into();
            let accounts = accounts(&Field::new(scene), sort);
            let show = view::issues::Show {
                sort,
                percent: options.percent.from(),
            };
            let view = || view::issues::view(scene, &accounts, show);
            let data = || view::issues::data::data(scene, &accounts);
            let json = || json::issues::draw(scene, &accounts, sort);
            write(session, &options.output, view, data, json)
        },
    )
}
