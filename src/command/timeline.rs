//! `stances timeline`: how a pair, a party or an issue moved.

use anyhow::{Result, bail};
use clap::Args;

use super::answer::{with_focus, write};
use super::options::{LensOptions, MeasureName, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::timeline::{Asked, Whose, timeline};
use crate::dossier::Dossier;
use crate::dossier::lens::Lens;
use crate::dossier::lookup::Named;
use crate::record::date::When;
use crate::render::json;
use crate::view;

/// How a pair, a party or an issue moved from day to day
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances timeline ukraine-peace-texts                 the agreement of every pair over time
  stances timeline ukraine-peace-texts --pair russia,ukraine     two parties, and what they said
  stances timeline ukraine-peace-texts --party ukraine           one party, towards all others
  stances timeline ukraine-peace-texts --issue army-ceiling      who said what when
  stances timeline ukraine-peace-texts --measure closeness --from 2025-11 --format csv

A month or a year counts from its last day. Where there is nothing to compare there is a gap
and no number. The last row is what `stances matrix` says of that day.")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// Two parties alone, and everything that they said
    #[arg(
        long,
        value_name = "A,B",
        value_delimiter = ',',
        num_args = 1..=2,
        conflicts_with = "party",
        help_heading = "What to show",
        add = complete::parties()
    )]
    pair: Vec<String>,

    /// What to measure
    #[arg(
        short,
        long,
        value_name = "NAME",
        default_value = "agreement",
        help_heading = "What to show",
        add = complete::measures()
    )]
    measure: MeasureName,

    /// Begin on this day, with what holds then: 2025-12-01, 2025-12 or 2025
    #[arg(long, value_name = "DATE", help_heading = "What to show")]
    from: Option<When>,

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
/// When the dossier is not there, when the lens or the pair names what is not in it,
/// or when the answer cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let (pair, dossier) = options.pair_and_dossier()?;
    let asked = options.lens.lens();
    // One party alone has no pair: its course is that towards all others.
    let (lens, alone) = match (&pair, asked.parties.as_slice()) {
        (Some(pair), _) => (
            Lens {
                parties: pair.to_vec(),
                ..asked
            },
            None,
        ),
        (None, [party]) => {
            let party = party.clone();
            (
                Lens {
                    parties: Vec::new(),
                    ..asked
                },
                Some(party),
            )
        }
        (None, _) => (asked, None),
    };
    with_focus(session, dossier, lens, &options.output, |dossier, focus| {
        let asked = Asked {
            measure: options.measure.0,
            whose: whose(dossier, pair.as_ref(), alone.as_deref())?,
            from: options.from.map(When::last),
        };
        if let (Some(from), Some(end)) = (asked.from, focus.as_of)
            && from > end
        {
            bail!("it would begin on {from} and end on {end}: name a later day with `--as-of`");
        }
        let timeline = timeline(dossier, focus, asked);
        let view = || view::timeline::view(&timeline, options.percent.from());
        let data = || view::timeline::data::data(&timeline);
        let json = || json::timeline::draw(&timeline);
        write(session, &options.output, view, data, json)
    })
}

fn whose(dossier: &Dossier, pair: Option<&[String; 2]>, alone: Option<&str>) -> Result<Whose> {
    let party = |id: &str| Named::Party.one(dossier, id);
    Ok(match (pair, alone) {
        (Some([a, b]), _) => Whose::Pair(party(a)?, party(b)?),
        (None, Some(id)) => Whose::Party(party(id)?),
        (None, None) => Whose::All,
    })
}

impl Options {
    /// The two parties of `--pair`, and the dossier, which may stand right behind them.
    fn pair_and_dossier(&self) -> Result<(Option<[String; 2]>, Option<&str>)> {
        let dossier = self.dossier.as_deref();
        let (pair, dossier) = match self.pair.as_slice() {
            [] => return Ok((None, dossier)),
            [a, b] => ([a, b], dossier),
            [a, b, behind] if dossier.is_none() => ([a, b], Some(behind.as_str())),
            _ => bail!("a pair is two parties: `--pair A,B`"),
        };
        if pair[0] == pair[1] {
            bail!("both parties are `{}`: name two different ones", pair[0]);
        }
        Ok((Some(pair.map(String::clone)), dossier))
    }
}
