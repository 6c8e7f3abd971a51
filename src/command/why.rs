//! `stances why`: the number between two parties, opened.

use anyhow::{Result, bail};
use clap::Args;

use super::answer::{with_scene, write};
use super::options::{LensOptions, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::joint::Field;
use crate::compare::why::why;
use crate::dossier::lookup::Named;
use crate::dossier::scene::Scene;
use crate::render::json;
use crate::view;

/// Everything that the numbers of two parties rest on
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances why russia ukraine --in ukraine-peace-texts          issue by issue, with the sums
  stances why russia ukraine army-ceiling --in ukraine-peace-texts     one issue alone
  stances why russia ukraine --in paris-and-moscow --format html --output russia-ukraine.html")]
pub struct Options {
    /// The id of a party: the name of its file
    #[arg(add = complete::parties())]
    a: String,

    /// The id of another party
    #[arg(add = complete::parties())]
    b: String,

    /// The id of an issue: it alone is shown, even if the two cannot be compared on it
    #[arg(id = "only", value_name = "ISSUE", add = complete::issues())]
    issue: Option<String>,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

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
/// As [`with_scene`], and when a party or the issue is not there, is outside the
/// lens, or when both parties are the same.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    with_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &options.output,
        |scene| {
            let (a, b) = (party(scene, &options.a)?, party(scene, &options.b)?);
            if a == b {
                bail!("both parties are `{}`: name two different ones", options.a);
            }
            let issue = options.issue.as_ref().map(|id| issue(scene, id));
            let field = Field::new(scene);
            let why = why(&field, a, b, issue.transpose()?);
            let view = || view::why::view(&why, options.percent.from());
            let data = || view::why::data::data(&why);
            write(session, &options.output, view, data, || {
                json::why::draw(&why)
            })
        },
    )
}

fn party(scene: &Scene, id: &str) -> Result<usize> {
    let party = Named::Party.one(scene.dossier, id)?;
    if !scene.focus.parties.contains(&party) {
        bail!("the party `{id}` is outside of `--party`: name it there too, or leave that out");
    }
    Ok(party)
}

fn issue(scene: &Scene, id: &str) -> Result<usize> {
    let issue = Named::Issue.one(scene.dossier, id)?;
    if !scene.focus.issues.contains(&issue) {
        let asked = &scene.focus.asked;
        let outside_issues = !asked.issues.is_empty() && !asked.issues.iter().any(|i| i == id);
        let limit = if outside_issues { "--issue" } else { "--area" };
        bail!("the issue `{id}` is outside of `{limit}`: widen that, or leave it out");
    }
    Ok(issue)
}
