//! `stances compare`: the main job.

use anyhow::Result;
use clap::Args;

use super::answer::{with_ordered_scene, write};
use super::options::{LensOptions, Output, Percent, RowOrder};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::joint::Field;
use crate::compare::overview::{Overview, Pairs};
use crate::measure::agreement;
use crate::render::json;
use crate::view;

/// Positions, agreement, conflict, and what stands out
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances compare paris-and-moscow                 everything that one report tells
  stances compare paris-and-moscow --basis declared     only what parties say themselves
  stances compare ukraine-peace-texts --as-of 2025-11-24 --party russia,ukraine
  stances compare ukraine-peace-texts --output talks.xlsx     a workbook, evidence as notes")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    order: RowOrder,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_ordered_scene`].
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    with_ordered_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        (options.order.order(), &agreement::MEASURE),
        |scene| {
            let field = Field::new(scene);
            let pairs = Pairs::of(&field);
            let view = || view::overview::view(&Overview::of(&pairs), options.percent.from());
            let data = || view::overview::data(&pairs);
            let json = || json::compare::draw(&pairs);
            write(session, &options.output, view, data, json)
        },
    )
}
