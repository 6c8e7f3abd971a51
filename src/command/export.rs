//! `stances export`: what other tools read.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::answer::with_scene;
use super::options::{ColourWhen, Format, LensOptions, MeasureName, Output, Percent};
use super::session::Session;
use super::{Outcome, complete};
use crate::compare::joint::Field;
use crate::compare::matrix::overall;
use crate::compare::overview::{Overview, Pairs};
use crate::dossier::scene::Scene;
use crate::render::csv::{self, Separator};
use crate::render::{dl, dot, gexf, graphml, latex, typst};
use crate::view;
use crate::view::network::{Network, of_parties, two_mode};

/// Write positions or a network for other tools
#[derive(Debug, Args)]
#[command(after_help = "\
Positions, which `stances import` reads back; an empty cell is silence:
  wide      one row a party: party, party_name, then each issue in words, and
            beside it ISSUE.value (statements, -1 to 1), or ISSUE.lo and
            ISSUE.hi (scales: levels counted from 1; quantities: numbers)
  long      one row a record: party, party_name, issue, area, kind (as in RON),
            position (in words), state (held, conditional, undisclosed,
            withdrawn, contradictory), value, lo, hi (as above), condition,
            firmness, basis, by, since, until, dated, sources and places
            (parted by |), gist, quote, note, confidence, salience, stake,
            coder, confidential, inherited_from, issue_text

Networks. A tie has value, sign (-1 conflict, 1 agreement, 0 no side), weight (the value without \
its sign) and n, the joint issues; a pair without a joint issue has no tie. With --mode two-mode \
parties are tied to issues, each option of a choice being one:
  graphml   visone, igraph, networkx, yEd
  gexf      Gephi
  dot       Graphviz: conflict is dashed
  dl        UCINET: the full matrix; what is undefined is NA

Documents, with the positions and both matrices:
  latex     tables with booktabs
  typst

Examples:
  stances export ukraine-peace-texts --to long
  stances export ukraine-peace-texts --to gexf --measure closeness --min 0.5
  stances export ukraine-peace-texts --to graphml --mode two-mode
  stances export ukraine-peace-texts --to dot --measure net")]
pub struct Options {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(add = complete::dossiers())]
    dossier: Option<String>,

    /// What to write [default: by the ending of --output]
    #[arg(long, value_name = "FORMAT")]
    to: Option<To>,

    /// In a network: what ties two parties
    #[arg(short, long, value_name = "NAME", add = complete::measures())]
    measure: Option<MeasureName>,

    /// In a network: who or what is tied
    #[arg(long, value_name = "MODE")]
    mode: Option<Mode>,

    /// In a network: leave out ties of less weight
    #[arg(long, value_name = "WEIGHT", value_parser = weight)]
    min: Option<f64>,

    #[command(flatten)]
    percent: Percent,

    #[command(flatten)]
    lens: LensOptions,

    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// CSV, one row a party
    Wide,
    /// CSV, one row a record
    Long,
    /// A network for visone, igraph, networkx
    Graphml,
    /// A network for Gephi
    Gexf,
    /// A network for Graphviz
    Dot,
    /// A matrix for UCINET
    Dl,
    /// A document for LaTeX
    Latex,
    /// A document for Typst
    Typst,
}

/// Who or what is tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    /// Parties to parties, by a measure
    Parties,
    /// Parties to the issues they have a position on
    TwoMode,
}

impl To {
    fn is_network(self) -> bool {
        matches!(self, To::Graphml | To::Gexf | To::Dot | To::Dl)
    }

    fn by_ending(ending: &str) -> Option<Self> {
        match ending {
            "graphml" => Some(To::Graphml),
            "gexf" => Some(To::Gexf),
            "dot" | "gv" => Some(To::Dot),
            "dl" => Some(To::Dl),
            "tex" => Some(To::Latex),
            "typ" => Some(To::Typst),
            _ => None,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// As [`with_scene`], and when options do not go together.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let to = options.chosen()?;
    options.check(to)?;
    let output = options.output();
    with_scene(
        session,
        options.dossier.as_deref(),
        &options.lens,
        &output,
        |scene| session.write(&output, options.drawn(to, scene).as_bytes()),
    )
}

impl Options {
    /// The format asked for, else the one that the file's ending names.
    fn chosen(&self) -> Result<To> {
        let ending = self.output.as_ref().and_then(|path| path.extension());
        let ending = ending.and_then(OsStr::to_str);
        match self.to.or(ending.and_then(To::by_ending)) {
            Some(to) => Ok(to),
            None if ending == Some("csv") => {
                bail!(
                    "`.csv` can be one row a party or one a record: say which with `--to wide` or `--to long`"
                )
            }
            None => bail!(
                "it is open what to write: say `--to FORMAT`; `stances export --help` tells which there are"
            ),
        }
    }

    /// What belongs to a network is asked for of nothing else.
    fn check(&self, to: To) -> Result<()> {
        let two_mode = self.mode == Some(Mode::TwoMode);
        let asked = [
            ("--measure", self.measure.is_some()),
            ("--mode", self.mode.is_some()),
            ("--min", self.min.is_some()),
        ];
        if let Some((name, _)) = asked.iter().find(|(_, asked)| *asked && !to.is_network()) {
            bail!(
                "`{name}` is about networks: leave it out, or choose `graphml`, `gexf`, `dot` or `dl`"
            );
        }
        if two_mode && self.measure.is_some() {
            bail!("a measure ties parties to parties: leave out `--measure` or `--mode two-mode`");
        }
        if to == To::Dl && self.min.is_some() {
            bail!("a full matrix has no ties to leave out: leave out `--min`, and cut in UCINET");
        }
        Ok(())
    }

    fn drawn(&self, to: To, scene: &Scene) -> String {
        match to {
            To::Wide => csv::draw(&view::tidy::wide(scene), Separator::Comma),
            To::Long => csv::draw(&view::tidy::long(scene), Separator::Comma),
            To::Graphml => graphml::draw(&self.network(scene)),
            To::Gexf => gexf::draw(&self.network(scene)),
            To::Dot => dot::draw(&self.network(scene)),
            To::Dl => dl::draw(&self.network(scene)),
            To::Latex => latex::draw(&self.document(scene)),
            To::Typst => typst::draw(&self.document(scene)),
        }
    }

    fn network(&self, scene: &Scene) -> Network {
        let network = match self.mode {
            Some(Mode::TwoMode) => two_mode(scene),
            Some(Mode::Parties) | None => {
                let field = Field::new(scene);
                of_parties(&field, &overall(&field, self.measure().0))
            }
        };
        match self.min {
            Some(weight) => network.at_least(weight),
            None => network,
        }
    }

    fn measure(&self) -> MeasureName {
        let agreement = || MeasureName(&crate::measure::agreement::MEASURE);
        self.measure.unwrap_or_else(agreement)
    }

    /// What `stances compare` shows.
    fn document(&self, scene: &Scene) -> view::View {
        let field = Field::new(scene);
        let pairs = Pairs::of(&field);
        view::overview::view(&Overview::of(&pairs), self.percent.from())
    }

    fn output(&self) -> Output {
        Output {
            // Only so that any ending is taken as it is.
            format: Some(Format::Csv),
            output: self.output.clone(),
            color: ColourWhen::Never,
            width: None,
        }
    }
}

fn weight(text: &str) -> std::result::Result<f64, String> {
    let weight: Option<f64> = text.parse().ok();
    let fits = |weight: &f64| weight.is_finite() && *weight >= 0.0;
    weight
        .filter(fits)
        .ok_or_else(|| "write a number, 0 or more".to_owned())
}
