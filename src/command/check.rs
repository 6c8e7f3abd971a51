//! `stances check`: is a dossier fit to be compared?

mod fixing;
mod known;
mod looking;
mod reporting;
mod summary;

use std::collections::BTreeSet;
use std::iter;

use anyhow::{Result, anyhow};
use clap::Args;
use jiff::civil::Date;

use super::load::{self, load};
use super::options::{ColourWhen, Output};
use super::session::Session;
use super::{Outcome, complete};
use crate::check::baseline::Gone;
use crate::check::levels::{ALL, Levels, Warnings};
use crate::check::report::{Beside, Looked, Report};
use crate::dossier::lens::Audience;
use crate::finding::Finding;
use crate::finding::code::Level;
use crate::finding::naming::Naming;
use crate::finding::placed::placed;
use crate::render::findings::closing;
use crate::text::source::Source;
use fixing::{Fixing, Made};
use known::Known;
use looking::{Look, Reported, Standard};
use reporting::{Material, Reporting};

/// Find what is unsourced, contradictory, stale or malformed
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances check                                    all dossiers under stances/
  stances check paris-and-moscow --warn single-source
  stances check --deny-warnings                    as strict as can be, for CI
  stances check --fix                              mends what was certainly meant otherwise
  stances check --diff --unsafe-fixes              shows what could be mended
  stances check --output-file stances.sarif        for code scanning
  stances explain stale-stance                     what a rule looks for, and why")]
pub struct Options {
    /// Dossiers' folders, or their names under `stances/` [default: all of them]
    #[arg(add = complete::dossiers())]
    dossiers: Vec<String>,

    #[command(flatten)]
    fixing: Fixing,

    #[command(flatten)]
    known: Known,

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

/// What is reported of the dossiers that were looked at.
#[derive(Debug, Default)]
struct Found<'a> {
    findings: Vec<Finding>,
    sources: Vec<Source>,
    looked: Vec<Looked<'a>>,
    beside: Beside,
    gone: Vec<Gone>,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such dossier, rule, baseline or revision, when files cannot be
/// fixed, or the report cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    options.reporting.check()?;
    let standard = options.standard(session)?;
    let (mut looks, mut fixed) = (Vec::new(), Made::default());
    let mut folders = BTreeSet::new();
    for dossier in dossiers(session, options) {
        let loaded = load(session, dossier.as_deref(), Audience::Team)?;
        let shown = loaded.folder.to_string_lossy();
        if session
            .whole(&shown)
            .is_some_and(|whole| !folders.insert(whole))
        {
            continue;
        }
        let before = options.known.before(session, &loaded.folder)?;
        let mut look = Look::at(&standard, loaded, before);
        fixed = fixed.and(options.fixing.make(session, &mut look, options.color)?);
        looks.push(look);
    }
    if options.known.write(session, &looks, &options.output())? {
        return Ok(Outcome::Whole);
    }
    let found = options.found(&looks, &fixed, &session.naming());
    options.say(session, &found)?;
    Ok(match found.is_denied() && !options.reporting.exit_zero {
        _ if fixed.is_refused => Outcome::Refused,
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

impl<'a> Found<'a> {
    fn add(&mut self, look: &'a Look, fixing: &Fixing, naming: &Naming) {
        let Reported {
            findings,
            known,
            gone,
        } = look.reported();
        let sources = look.sources();
        let read = sources.iter().map(Source::name);
        let files: BTreeSet<&str> = read.chain(findings.iter().map(Finding::file)).collect();
        self.looked.push(Looked {
            files: files.into_iter().map(|file| naming.name(file)).collect(),
            dossier: &look.dossier,
        });
        fixing.count(look, &findings, &mut self.beside);
        self.beside.known += known;
        self.gone.extend(gone);
        self.findings.extend(findings);
        self.sources.extend(sources);
    }

    fn report(&self, naming: &Naming) -> Report<'_> {
        Report {
            looked: &self.looked,
            findings: placed(&self.findings, &self.sources, naming),
            beside: self.beside.clone(),
        }
    }

    fn is_denied(&self) -> bool {
        let mut levels = self.findings.iter().map(|finding| finding.level);
        levels.any(|level| level == Level::Deny)
    }
}

impl Options {
    /// By what dossiers are looked at.
    fn standard(&self, session: &Session) -> Result<Standard> {
        Ok(Standard {
            levels: self.levels.levels()?,
            today: self.today.unwrap_or_else(|| session.today()),
            naming: session.naming(),
            baseline: self.known.baseline(session)?,
        })
    }

    fn found<'a>(&self, looks: &'a [Look], made: &Made, naming: &Naming) -> Found<'a> {
        let mut found = Found::default();
        found.beside.since = self.known.revision().map(str::to_owned);
        found.beside.fixed = made.fixed;
        for look in looks {
            found.add(look, &self.fixing, naming);
        }
        found
    }

    /// Reports what was found; where only differences were asked for, in one remark.
    fn say(&self, session: &Session, found: &Found) -> Result<()> {
        let report = found.report(&session.naming());
        self.known.say_gone(session, &found.gone);
        if self.fixing.is_shown() {
            session.remark(&closing::draw_planned(&report));
            return Ok(());
        }
        let material = Material {
            report: &report,
            findings: &found.findings,
            sources: &found.sources,
        };
        self.reporting.write(session, &self.output(), &material)
    }

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
    /// The levels asked for: those of all rules first, then those of single ones; where
    /// one is named twice, the graver level counts.
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
        let asked = || {
            asked
                .iter()
                .flat_map(|(names, level)| names.iter().zip(iter::repeat(*level)))
        };
        let (all, single): (Vec<_>, Vec<_>) = asked().partition(|(name, _)| *name == ALL);
        let levels = Levels::new(warnings);
        let mut asked = all.into_iter().chain(single);
        asked
            .try_fold(levels, |levels, (name, level)| levels.ask(name, level))
            .map_err(|error| anyhow!(error))
    }
}
