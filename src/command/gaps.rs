//! `stances gaps`: what to ask next.

use anyhow::{Result, bail};
use clap::Args;

use super::answer::{with_scene, write};
use super::options::{LensOptions, Output};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::gaps::Gaps;
use crate::compare::joint::Field;
use crate::dossier::lookup::Named;
use crate::dossier::scene::Scene;
use crate::render::json;
use crate::view;
use crate::view::gaps::Top;

/// What to ask next: who has not spoken to what others have, and what an answer is worth
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances gaps paris-and-moscow                    the answers that would tell the most
  stances gaps ukraine-peace-texts --ask russia    before a meeting with one party
  stances gaps paris-and-moscow --area territory --top 30
  stances gaps ukraine-peace-texts --output questions.csv     all of them, one a row

Parties in one row are asked with the same gain: an answer of any one of them is meant. A question
stands the higher the more pairs its answer would make comparable on one more issue; then the more
others call their position a red line. Silence is never a position: nothing is said of what an
answer would be. A record that the lens hides is no silence, and is not asked for. With
`--inherit`, members are not asked for what their group has said.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// Only what these parties could be asked; the others stay in view
    #[arg(
        long,
        value_name = "PARTY",
        value_delimiter = ',',
        help_heading = "What to show",
        add = complete::parties()
    )]
    ask: Vec<String>,

    /// How many questions, issues, red lines and pairs are shown; CSV, TSV and JSON
    /// have all of them
    #[arg(
        long,
        value_name = "N",
        default_value = "10",
        value_parser = at_least_one,
        help_heading = "What to show"
    )]
    top: usize,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_scene`], and when a party to be asked is not there or not in view.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    with_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        |scene| {
            let asked = asked(scene, &options.ask)?;
            let field = Field::new(scene);
            let gaps = Gaps::of(&field, asked);
            let view = || view::gaps::view(&gaps, Top(options.top));
            let data = || view::gaps::data::data(&gaps);
            let json = || json::gaps::draw(&gaps);
            write(session, &options.output, view, data, json)
        },
    )
}

/// Whom to ask; nothing for everybody.
fn asked(scene: &Scene, ids: &[String]) -> Result<Option<Vec<usize>>> {
    let asked = Named::Party.all(scene.dossier, ids)?;
    let is_outside = |party: &&usize| !scene.focus.parties.contains(party);
    if let Some(party) = asked.iter().flatten().find(is_outside) {
        let id = &scene.dossier.parties[*party].id;
        bail!("the party `{id}` is outside of `--party`: name it there too, or leave that out");
    }
    Ok(asked)
}

fn at_least_one(text: &str) -> std::result::Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("write a whole number, 1 or more".to_owned()),
    }
}
