//! `stances common-ground`: what all could accept, and whose move would open it.

use anyhow::Result;
use clap::Args;

use super::Outcome;
use super::answer::{with_scene, write};
use super::options::{LensOptions, Output};
use super::session::Session;
use crate::compare::ground::ranked;
use crate::render::json;
use crate::view;

/// What all could accept, who stands in the way, and whose move would open it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances common-ground ukraine-peace-texts        issue by issue, the most promising first
  stances common-ground ukraine-peace-texts --party russia,ukraine     between these two
  stances common-ground ukraine-peace-texts --area territory --format markdown
  stances explain common-ground                    the same between two parties, as a number

All who speak on an issue could accept something where the sets of outcomes that they
accept have one in common. Whoever is neutral on a statement accepts either side. Whoever
is silent is not asked: silence is neither consent nor refusal.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    dossier: Option<String>,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
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
            let grounds = ranked(scene);
            let view = || view::ground::view(scene, &grounds);
            let data = || view::ground::data::data(scene, &grounds);
            let json = || json::ground::draw(scene, &grounds);
            write(session, &options.output, view, data, json)
        },
    )
}
