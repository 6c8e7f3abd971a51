//! `stances coders`: one dossier coded by several people, held against each other.

use anyhow::{Result, anyhow, bail};
use clap::Args;
use itertools::Itertools;
use jiff::civil::Date;

use super::answer::{ended, told, write};
use super::load::{Loaded, load, load_at};
use super::options::{LensOptions, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::coders::coders;
use crate::compare::joint::Field;
use crate::dossier::Dossier;
use crate::dossier::lens::Focus;
use crate::dossier::scene::Scene;
use crate::render::json;
use crate::view;
use crate::view::coders::Called;

/// One dossier coded by several people: how far they found the same, and where not
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances coders coded-by-ana coded-by-ben         the same dossier in two folders
  stances coders talks --rev ana,ben               two branches of its repository
  stances coders talks                             one dossier whose records name their `coder`
  stances coders ana ben --output worksheet.xlsx   where they differ, with a column to fill in

Alpha is Krippendorff's: 1 where coders always found the same, 0 where as by chance. What
chance would give is worked out question by question, and two positions differ by the square
of their distance: so it is nominal on single options and interval on statements and numbers,
and takes ranges and sets as they are. A place without a record is no answer; how often only
some coders found anything is counted apart, and so is a condition, which alpha does not see.")]
pub struct Options {
    /// Dossiers, one a coder; or one with records of several coders
    #[arg(value_name = "DOSSIER", add = complete::dossiers())]
    dossiers: Vec<String>,

    /// One dossier as it was at each of these revisions of git
    #[arg(
        long,
        value_name = "REV",
        value_delimiter = ',',
        help_heading = "What to compare"
    )]
    rev: Vec<String>,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    output: Output,
}

/// Codings with their names, and what belongs to none.
struct Codings {
    called: Called,
    dossiers: Vec<Dossier>,
    /// How all that was read ended.
    outcome: Outcome,
}

/// Runs the command.
///
/// # Errors
///
/// When there are not two codings, when a dossier or a revision is not there, when the
/// lens names what no coding has, or when the answer cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    options.output.check()?;
    let codings = options.codings(session)?;
    let scenes = options.scenes(&codings.dossiers)?;
    let fields: Vec<Field> = scenes.iter().map(Field::new).collect();
    let (coders, called) = (coders(&fields), &codings.called);
    let view = || view::coders::view(&coders, called, options.percent.from());
    let data = || view::coders::data::data(&coders, called);
    let json = || json::coders::draw(&coders, called);
    write(session, &options.output, view, data, json)?;
    Ok(codings.outcome)
}

impl Options {
    fn codings(&self, session: &Session) -> Result<Codings> {
        let audience = self.lens.audience();
        let tell = |loaded: Loaded| told(session, loaded, audience, &self.output);
        match (self.dossiers.as_slice(), self.rev.as_slice()) {
            ([] | [_], []) => {
                let asked = self.dossiers.first().map(String::as_str);
                by_coder(tell(load(session, asked, audience)?))
            }
            (several, []) => {
                let loaded = several.iter();
                let loaded = loaded.map(|one| load(session, Some(one), audience).map(tell));
                named(several, loaded.try_collect()?)
            }
            ([_, _, ..], _) => {
                bail!("`--rev` looks at one dossier: name one, or leave `--rev` out")
            }
            (_, [_]) => bail!("one revision is one coding: name two or more with `--rev A,B`"),
            (_, revisions) => {
                let asked = self.dossiers.first().map(String::as_str);
                let loaded = revisions.iter();
                let loaded = loaded.map(|rev| load_at(session, asked, rev, audience).map(tell));
                named(revisions, loaded.try_collect()?)
            }
        }
    }

    /// All codings through one lens, on one day: that asked for, else the latest that
    /// any of them speaks of.
    fn scenes<'a>(&self, dossiers: &'a [Dossier]) -> Result<Vec<Scene<'a>>> {
        let lens = self.lens.lens();
        let all: Vec<&Dossier> = dossiers.iter().collect();
        let on = |dossier: &'a Dossier| {
            let focus = lens.on_beside(dossier, &all);
            focus.map_err(|unknown| anyhow!(unknown))
        };
        let looks: Vec<Focus> = dossiers.iter().map(on).try_collect()?;
        let day: Option<Date> = looks.iter().filter_map(|focus| focus.as_of).max();
        let scene = |(dossier, focus)| {
            let focus = Focus {
                as_of: day,
                ..focus
            };
            Scene::new(dossier, focus)
        };
        Ok(dossiers.iter().zip(looks).map(scene).collect())
    }
}

/// One coding for each dossier that was read.
fn named(names: &[String], loaded: Vec<Loaded>) -> Result<Codings> {
    if let Some(twice) = names.iter().duplicates().next() {
        bail!("`{twice}` is named twice: a coding is compared with others, not with itself");
    }
    let outcome = ended(&loaded.iter().collect::<Vec<_>>());
    Ok(Codings {
        called: Called {
            names: names.to_vec(),
            nameless: 0,
        },
        dossiers: loaded.into_iter().map(|one| one.dossier).collect(),
        outcome,
    })
}

/// One coding for each coder that records of this dossier name.
fn by_coder(loaded: Loaded) -> Result<Codings> {
    let outcome = ended(&[&loaded]);
    let dossier = &loaded.dossier;
    let names = dossier.stances.iter();
    let names: Vec<String> = (names.filter_map(|stance| stance.coder.clone()))
        .sorted()
        .dedup()
        .collect();
    if names.len() < 2 {
        let coders = match names.as_slice() {
            [] => "no record names its `coder`".to_owned(),
            [only, ..] => format!("all records that name their `coder` are of `{only}`"),
        };
        bail!(
            "there is one coding of `{}` alone, for {coders}: name another dossier, revisions with \
             `--rev A,B`, or the coder of each record",
            dossier.name
        );
    }
    let of = |name: &String| {
        let ours = dossier.stances.iter();
        let ours = ours.filter(|stance| stance.coder.as_ref() == Some(name));
        Dossier {
            stances: ours.cloned().collect(),
            ..dossier.clone()
        }
    };
    let nameless = dossier
        .stances
        .iter()
        .filter(|stance| stance.coder.is_none());
    Ok(Codings {
        dossiers: names.iter().map(of).collect(),
        called: Called {
            nameless: nameless.count(),
            names,
        },
        outcome,
    })
}
