//! `stances check`: is a dossier fit to be compared?

mod reporting;
mod summary;

use std::collections::BTreeSet;

use anyhow::{Result, anyhow};
use clap::Args;
use jiff::civil::Date;

use super::load::{self, Loaded, load};
use super::options::{ColourWhen, Output};
use super::session::Session;
use super::{Outcome, complete};
use crate::check::case::Case;
use crate::check::check;
use crate::check::levels::{Levels, Warnings};
use crate::check::report::{Looked, Report};
use crate::dossier::lens::{Audience, Lens};
use crate::finding::Finding;
use crate::finding::code::Level;
use crate::finding::naming::Naming;
use crate::finding::placed::placed;
use crate::text::source::Source;
use reporting::{Material, Reporting};

/// Find what is unsourced, contradictory, stale or malformed
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances check                                    all dossiers under stances/
  stances check paris-and-moscow --warn single-source
  stances check --deny-warnings                    as strict as can be, for CI
  stances check --output-file stances.sarif        for code scanning
  stances explain stale-stance                     what a rule looks for, and why")]
pub struct Options {
    /// Dossiers' folders, or their names under `stances/` [default: all of them]
    #[arg(add = complete::dossiers())]
    dossiers: Vec<String>,

    #[command(flatten)]
    levels: LevelOptions,

    /// The day to take for today, by which dates lie in the future [default: that of this machine]
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,

    #[command(flatten)]
    reporting: Reporting,

    /// When to use colour
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    color: ColourWhen,
}

/// How grave findings are to be.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "How grave")]
struct LevelOptions {
    /// End with exit code 1 where these rules find something
    #[arg(long, value_name = "RULE", value_delimiter = ',', add = complete::rules())]
    deny: Vec<String>,

    /// Say what these rules find
    #[arg(long, value_name = "RULE", value_delimiter = ',', add = complete::rules())]
    warn: Vec<String>,

    /// Do not look by these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', add = complete::rules())]
    allow: Vec<String>,

    /// Take every warning as grave as an error
    #[arg(long)]
    deny_warnings: bool,
}

/// What was found in the dossiers that were looked at.
#[derive(Debug, Default)]
struct Found {
    findings: Vec<Finding>,
    sources: Vec<Source>,
    looked: Vec<Looked>,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such dossier or no such rule, or the report cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    options.reporting.check()?;
    let naming = session.naming();
    let levels = options.levels.levels()?;
    let today = options.today.unwrap_or_else(|| session.today());
    let mut found = Found::default();
    for dossier in dossiers(session, options) {
        let loaded = load(session, dossier.as_deref(), Audience::Team)?;
        found.look(loaded, &levels, today, &naming)?;
    }
    let material = Material {
        report: &found.report(&naming),
        findings: &found.findings,
        sources: &found.sources,
    };
    (options.reporting).write(session, &options.output(), &material)?;
    Ok(match found.is_denied() && !options.reporting.exit_zero {
        true => Outcome::LeftOut,
        false => Outcome::Whole,
    })
}

/// The dossiers asked for; all that can be called by name, else the only one.
fn dossiers(session: &Session, options: &Options) -> Vec<Option<String>> {
    let names = match options.dossiers.as_slice() {
        [] => load::known(session),
        asked => asked.to_vec(),
    };
    match names.is_empty() {
        true => vec![None],
        false => names.into_iter().map(Some).collect(),
    }
}

impl Found {
    fn look(
        &mut self,
        loaded: Loaded,
        levels: &Levels,
        today: Date,
        naming: &Naming,
    ) -> Result<()> {
        let Loaded {
            dossier,
            files,
            findings,
            sources,
            ..
        } = loaded;
        let focus = Lens::default()
            .on(&dossier)
            .map_err(|error| anyhow!(error))?;
        let case = Case {
            files: &files,
            dossier: &dossier,
            texts: &sources,
            day: focus.as_of,
            today,
        };
        let findings = check(&case, findings, levels);
        let read = sources.iter().map(Source::name);
        let files: BTreeSet<&str> = read.chain(findings.iter().map(Finding::file)).collect();
        self.looked.push(Looked {
            files: files.into_iter().map(|file| naming.name(file)).collect(),
            dossier,
        });
        self.findings.extend(findings);
        self.sources.extend(sources);
        Ok(())
    }

    fn report(&self, naming: &Naming) -> Report<'_> {
        Report {
            looked: &self.looked,
            findings: placed(&self.findings, &self.sources, naming),
        }
    }

    fn is_denied(&self) -> bool {
        let mut levels = self.findings.iter().map(|finding| finding.level);
        levels.any(|level| level == Level::Deny)
    }
}

impl Options {
    fn output(&self) -> Output {
        Output {
            format: None,
            output: None,
            color: self.color,
            width: None,
        }
    }
}

impl LevelOptions {
    /// The levels asked for; where a rule is named twice, the graver one counts.
    fn levels(&self) -> Result<Levels> {
        let warnings = match self.deny_warnings {
            true => Warnings::Denied,
            false => Warnings::Stay,
        };
        let asked = [
            (&self.allow, Level::Allow),
            (&self.warn, Level::Warn),
            (&self.deny, Level::Deny),
        ];
        let mut levels = Levels::new(warnings);
        for (names, level) in asked {
            for name in names {
                levels = levels.ask(name, level).map_err(|error| anyhow!(error))?;
            }
        }
        Ok(levels)
    }
}
