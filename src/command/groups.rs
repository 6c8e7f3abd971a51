//! `stances groups`: how united groups are, which blocs positions make, and who stands
//! in which of two camps.

use anyhow::{Result, bail};
use clap::Args;

use super::answer::{with_scene, write};
use super::options::{LensOptions, MeasureName, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::groups::groups;
use crate::compare::joint::Field;
use crate::measure::{Lean, Measure};
use crate::render::json;
use crate::view;

/// How united groups are, which blocs there are, and how all fall into two camps
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances groups ukraine-peace-texts               blocs of those who mostly agree
  stances groups ukraine-peace-texts --measure closeness --beyond 0.6
  stances groups paris-and-moscow --format json
  stances explain rice                             what the number means

A pair without a joint issue is neither near nor far: it has no say in what is joined. Two
camps are exact for up to 20 parties that are tied to each other; beyond, they are found by
a heuristic, and labelled so.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// What blocs are made by
    #[arg(
        short,
        long,
        value_name = "NAME",
        default_value = "agreement",
        help_heading = "What to show",
        add = complete::measures()
    )]
    measure: MeasureName,

    /// How near parties of one bloc have to be: more than this, or less than it with a
    /// measure of conflict [default: the middle of the measure's range]
    #[arg(
        long,
        value_name = "VALUE",
        allow_negative_numbers = true,
        help_heading = "What to show"
    )]
    beyond: Option<f64>,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// Runs the command.
///
/// # Errors
///
/// When no blocs can be made by the measure, else as [`with_scene`].
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let measure = options.measure.0;
    let beyond = beyond(measure, options.beyond)?;
    with_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        |scene| {
            let field = Field::new(scene);
            let groups = groups(&field, measure, beyond);
            let view = || view::groups::view(&groups, options.percent.from());
            let data = || view::groups::data::data(&groups);
            let json = || json::groups::draw(&groups);
            write(session, &options.output, view, data, json)
        },
    )
}

/// How near parties of one bloc have to be.
fn beyond(measure: &Measure, asked: Option<f64>) -> Result<f64> {
    let (lowest, highest) = (*measure.range.start(), *measure.range.end());
    let middle = (lowest + highest) / 2.0;
    match asked {
        _ if measure.lean == Lean::Neither => bail!(
            "`{}` takes no side, so it makes no blocs: take another measure, such as `agreement`",
            measure.name
        ),
        _ if measure.formula.needs_one_scale() => bail!(
            "`{}` is taken scale by scale, so it makes no blocs over all issues: take another \
             measure, such as `agreement`",
            measure.name
        ),
        None if !middle.is_finite() => bail!(
            "the range of `{}` has no middle: say with `--beyond` how near parties of one bloc have to \
             be",
            measure.name
        ),
        None => Ok(middle),
        Some(value) if measure.range.contains(&value) => Ok(value),
        Some(value) => bail!(
            "`{value}` is no value of `{}`: write a number from {lowest} to {highest}",
            measure.name
        ),
    }
}
