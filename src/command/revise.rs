//! `stances revise`: a later stance in the place of the current one.

use anyhow::Result;
use clap::Args;

use super::options::Writing;
use super::recording::{Details, POSITIONS};
use super::session::Session;
use super::site::Site;
use super::{Outcome, complete};
use crate::change::revise::revise;
use crate::record::date::When;
use crate::render::plain::shown;

/// Record that a party has changed its stance
#[derive(Debug, Args)]
#[command(after_help = format!("\
{POSITIONS}

Example:
  stances revise united-states army-ceiling 800k --since 2025-12-24 \\
      --source ua-20-points --at 4 --in ukraine-peace-texts --dry-run

The current record stays as history, right above the new one. Nothing is taken over from it: a
later text that does not repeat a red line does not show that it still is one. What the earlier
record said and the new one does not is listed, as options that would say it again."))]
pub struct Options {
    /// The id of a party: the name of its file
    #[arg(add = complete::parties())]
    party: String,

    /// The id of an issue
    #[arg(add = complete::issues())]
    issue: String,

    /// What the party accepts now, in RON or in bare words
    #[arg(add = complete::positions(), allow_hyphen_values = true)]
    position: String,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,

    /// Since when: a day, a month or a year, later than the current record's
    #[arg(long, value_name = "DATE", help_heading = "The record")]
    since: When,

    #[command(flatten)]
    details: Details,
}

/// Runs the command.
///
/// # Errors
///
/// As [`super::add::run`], and when there is nothing to revise, or the new record
/// would not replace it.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let site = Site::open(session, options.dossier.as_deref())?;
    let asked = (options.details).asked(&options.issue, &options.position, Some(options.since));
    let revision = revise(&site.bundle, &options.party, &asked)?;
    let outcome = site.carry_out(&revision.draft, &options.writing)?;
    if !revision.not_taken_over.is_empty() {
        let list = revision.not_taken_over.join(" ");
        let said = format!("not taken over from the earlier record: {list}");
        session.remark(&format!("{}\n", shown(&said)));
    }
    Ok(outcome)
}
