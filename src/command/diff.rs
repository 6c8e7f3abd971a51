//! `stances diff`: what differs between two days, two versions or two dossiers.

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};

use super::answer::{ended, told, write};
use super::load::{Loaded, load, load_at};
use super::options::{LensOptions, Output};
use super::session::Session;
use super::{Outcome, complete};
use crate::check::age;
use crate::compare::diff::{Look, diff};
use crate::compare::joint::Field;
use crate::dossier::scene::Scene;
use crate::record::date::When;
use crate::render::json;
use crate::view;
use crate::view::diff::Titles;

/// What differs between two days, or two versions of a dossier, and which pairs moved
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances diff ukraine-peace-texts --from 2025-11-24 --to 2025-12-24
  stances diff --from-rev HEAD~1                   since the last commit
  stances diff --from-rev v1 --to-rev v2 --format json
  stances diff talks-2024 talks-2025               two folders
  stances diff ukraine-peace-texts --from 2025-06 --party russia,ukraine --layout pairs --format csv

A position that changes is told with its distance, from 0 to 1, and with whom it comes
nearer to. A pair moves when a verdict or a distance of it changes; a newer record that says
the same moves nothing. Ends with 1 where anything differs, with 0 where nothing does.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(value_name = "DOSSIER", add = complete::dossiers())]
    old: Option<String>,

    /// Another dossier, to be held against the first
    #[arg(value_name = "NEW", add = complete::dossiers())]
    new: Option<String>,

    /// The day of the first look: 2025-12-01, 2025-12 or 2025
    #[arg(long, value_name = "DATE", help_heading = "Which two looks")]
    from: Option<When>,

    /// The day of the second look [default: as any other answer has it]
    #[arg(
        long,
        value_name = "DATE",
        help_heading = "Which two looks",
        conflicts_with = "as_of"
    )]
    to: Option<When>,

    /// The first look is at the files as they were at this revision of git
    #[arg(
        long,
        value_name = "REV",
        help_heading = "Which two looks",
        conflicts_with = "new"
    )]
    from_rev: Option<String>,

    /// The second look is at this revision [default: the files as they are]
    #[arg(
        long,
        value_name = "REV",
        help_heading = "Which two looks",
        requires = "from_rev"
    )]
    to_rev: Option<String>,

    /// What has a row in CSV and TSV
    #[arg(long, value_name = "LAYOUT", default_value = "positions")]
    layout: Layout,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// What has a row in a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Every position that differs, or has gone stale
    Positions,
    /// Every pair that moved: its counts before and after
    Pairs,
}

impl From<Layout> for view::diff::data::Layout {
    fn from(layout: Layout) -> Self {
        match layout {
            Layout::Positions => Self::Positions,
            Layout::Pairs => Self::Pairs,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// When there is nothing to tell the two looks apart, when a dossier or a revision is
/// not there, when the lens names what neither has, or when the answer cannot be
/// written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    options.output.check()?;
    options.check()?;
    let (old, new) = options.loaded(session)?;
    let new = new.as_ref().unwrap_or(&old);
    let scenes = [
        options.scene(&old, new, options.from)?,
        options.scene(new, &old, options.to)?,
    ];
    options.are_in_order(&scenes)?;
    let fields = [Field::new(&scenes[0]), Field::new(&scenes[1])];
    let diff = diff(look(&fields[0], &old), look(&fields[1], new));
    let titles = options.titles();
    let view = || view::diff::view(&diff, &titles);
    let data = || view::diff::data::data(&diff, options.layout.into());
    let json = || json::diff::draw(&diff, &titles);
    write(session, &options.output, view, data, json)?;
    Ok(match ended(&[&old, new]) {
        Outcome::Whole if !diff.is_empty() => Outcome::Differs,
        outcome => outcome,
    })
}

fn look<'a>(field: &'a Field<'a>, loaded: &Loaded) -> Look<'a> {
    let age = &loaded.files.dossier.value.checks.stale_after;
    Look {
        field,
        stale_after: age.as_deref().and_then(age::parse),
    }
}

impl Options {
    /// Whether something is there to tell the two looks apart.
    fn check(&self) -> Result<()> {
        let apart = self.from.is_some() || self.from_rev.is_some() || self.new.is_some();
        match apart {
            true => Ok(()),
            false => bail!(
                "there is nothing to compare with: name a day with `--from`, a revision with \
                 `--from-rev`, or a second dossier"
            ),
        }
    }

    /// The dossier before and the one after; nothing where they are the same.
    fn loaded(&self, session: &Session) -> Result<(Loaded, Option<Loaded>)> {
        let audience = self.lens.audience();
        let asked = self.old.as_deref();
        let tell = |loaded: Loaded| told(session, loaded, audience, &self.output);
        let at = |revision: &str| load_at(session, asked, revision, audience).map(tell);
        let now = |asked| load(session, asked, audience).map(tell);
        match (&self.from_rev, &self.new) {
            (None, None) => Ok((now(asked)?, None)),
            (None, Some(new)) => Ok((now(asked)?, Some(now(Some(new.as_str()))?))),
            (Some(from), _) => {
                let old = at(from)?;
                let new = self.to_rev.as_deref().map_or_else(|| now(asked), at);
                Ok((old, Some(new?)))
            }
        }
    }

    /// One of the two dossiers through the lens, on its day.
    fn scene<'a>(&self, this: &'a Loaded, other: &Loaded, day: Option<When>) -> Result<Scene<'a>> {
        let mut lens = self.lens.lens();
        lens.as_of = day.or(lens.as_of);
        let focus = lens.on_beside(&this.dossier, &[&other.dossier]);
        let focus = focus.map_err(|unknown| anyhow!(unknown))?;
        Ok(Scene::new(&this.dossier, focus))
    }

    fn are_in_order(&self, scenes: &[Scene; 2]) -> Result<()> {
        let [from, to] = [&scenes[0], &scenes[1]].map(|scene| scene.focus.as_of);
        let of_one = self.new.is_none() && self.from_rev.is_none();
        match (from, to) {
            (Some(from), Some(to)) if of_one && from > to => bail!(
                "the first look is on {from} and the second on {to}: turn them round, or name a \
                 later day with `--to`"
            ),
            _ => Ok(()),
        }
    }

    fn titles(&self) -> Titles {
        match (&self.from_rev, &self.new) {
            (None, None) => [None, None],
            (Some(from), _) => {
                let to = self.to_rev.clone();
                [
                    Some(from.clone()),
                    Some(to.unwrap_or_else(|| "as it is".into())),
                ]
            }
            (None, Some(new)) => [self.old.clone(), Some(new.clone())],
        }
    }
}
