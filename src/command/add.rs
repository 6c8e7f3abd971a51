//! `stances add`: a new stance.

use anyhow::Result;
use clap::Args;

use super::options::Writing;
use super::recording::{Details, POSITIONS};
use super::session::Session;
use super::site::Site;
use super::{Outcome, complete};
use crate::change::add::add;
use crate::record::date::When;

/// Record a stance of a party
#[derive(Debug, Args)]
#[command(after_help = format!("\
{POSITIONS}

Examples:
  stances add ukraine pressure-burden mostly-russia.. --source article --at P4.s2 \\
      --basis attributed --by 'the reporter' --in paris-and-moscow --dry-run
  stances add russia army-ceiling ..600k --source us-28-points --at 6 --since 2025-11-24 \\
      --date external --firmness demand --in ukraine-peace-texts --dry-run

The record is checked before anything is written, and goes behind the last one on the same issue
or in the same area of the party's file."))]
pub struct Options {
    /// The id of a party: the name of its file
    #[arg(add = complete::parties())]
    party: String,

    /// The id of an issue
    #[arg(add = complete::issues())]
    issue: String,

    /// What the party accepts, in RON or in bare words
    #[arg(add = complete::positions(), allow_hyphen_values = true)]
    position: String,

    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,

    /// Since when: a day, a month or a year [default: when the source was published]
    #[arg(long, value_name = "DATE", help_heading = "The record")]
    since: Option<When>,

    #[command(flatten)]
    details: Details,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such dossier, party, issue or source, when something is
/// missing, when the position does not fit, or when it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let site = Site::open(session, options.dossier.as_deref())?;
    let asked = (options.details).asked(&options.issue, &options.position, options.since);
    let draft = add(&site.bundle, &options.party, &asked)?;
    site.carry_out(&draft, &options.writing)
}
