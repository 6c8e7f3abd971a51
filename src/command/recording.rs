//! The options by which `add` and `revise` are told of a stance.

use clap::{Args, ValueEnum};

use super::complete;
use super::options::BasisOption;
use crate::change::asked::Asked;
use crate::record::date::When;
use crate::record::stance::{Dated, Firmness};

/// The words by which a position is typed, for `--help`.
pub const POSITIONS: &str = "\
POSITION is RON as it stands in a file, such as 'AtLeast(\"robust\")', or in bare words:
  support, lean-support, neutral, lean-oppose, oppose     on a statement
  robust   limited..robust   robust..   ..limited         levels of a scale, the same with numbers
  eu-standards   eu-standards,ukrainian-law-only          one or several options of a choice
  undisclosed, withdrawn                                  on any issue";

/// Everything about a stance beside party, issue and position.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "The record")]
pub struct Details {
    /// A source that shows it; repeat for more, each with its --at
    #[arg(long, value_name = "SOURCE", add = complete::sources())]
    source: Vec<String>,

    /// Where in that source: page, paragraph, article, minute
    #[arg(long, value_name = "PLACE")]
    at: Vec<String>,

    /// The last day on which it holds
    #[arg(long, value_name = "DATE")]
    until: Option<When>,

    /// Where the date comes from [default: stated, or inferred if it is the source's]
    #[arg(long, value_name = "HOW")]
    date: Option<DateOption>,

    /// How firmly it is held
    #[arg(long, value_name = "FIRMNESS", default_value = "position")]
    firmness: FirmnessOption,

    /// How we know of it
    #[arg(long, value_name = "BASIS", default_value = "declared")]
    basis: BasisOption,

    /// Who says so [default: the party's only speaker]
    #[arg(long, value_name = "WHO")]
    by: Option<String>,

    /// The position in your own words
    #[arg(long, value_name = "TEXT")]
    gist: Option<String>,

    /// A few words of the source, verbatim
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,

    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// What the position depends on
    #[arg(long, value_name = "TEXT")]
    condition: Option<String>,

    /// How sure you are, from 0 to 1
    #[arg(long, value_name = "SHARE")]
    confidence: Option<f64>,

    /// How much the issue matters to the party, from 0 to 1
    #[arg(long, value_name = "SHARE")]
    salience: Option<f64>,

    /// How much of the party's existence is at stake, from 0 to 4
    #[arg(long, value_name = "NUMBER")]
    stake: Option<u8>,

    /// Who records it
    #[arg(long, value_name = "WHO")]
    coder: Option<String>,

    /// Keep it out of everything made with --public
    #[arg(long)]
    confidential: bool,
}

/// How firmly a party holds a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FirmnessOption {
    #[value(alias = "RedLine")]
    RedLine,
    #[value(alias = "Demand")]
    Demand,
    #[value(alias = "Position")]
    Position,
    #[value(alias = "Preference")]
    Preference,
    #[value(alias = "Concern")]
    Concern,
}

/// Where a date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DateOption {
    /// The source prints it
    #[value(alias = "Stated")]
    Stated,
    /// It follows from what the source says
    #[value(alias = "Inferred")]
    Inferred,
    /// It is known from elsewhere
    #[value(alias = "External")]
    External,
}

impl Details {
    /// The stance on an issue that is asked for.
    pub fn asked(&self, issue: &str, position: &str, since: Option<When>) -> Asked {
        Asked {
            issue: issue.to_owned(),
            position: position.to_owned(),
            sources: self.source.clone(),
            places: self.at.clone(),
            since,
            until: self.until,
            date: self.date.map(Dated::from),
            firmness: self.firmness.into(),
            basis: self.basis.into(),
            by: self.by.clone(),
            condition: self.condition.clone(),
            gist: self.gist.clone(),
            quote: self.quote.clone(),
            note: self.note.clone(),
            confidence: self.confidence,
            salience: self.salience,
            stake: self.stake,
            coder: self.coder.clone(),
            confidential: self.confidential,
        }
    }
}

impl From<FirmnessOption> for Firmness {
    fn from(option: FirmnessOption) -> Self {
        match option {
            FirmnessOption::RedLine => Firmness::RedLine,
            FirmnessOption::Demand => Firmness::Demand,
            FirmnessOption::Position => Firmness::Position,
            FirmnessOption::Preference => Firmness::Preference,
            FirmnessOption::Concern => Firmness::Concern,
        }
    }
}

impl From<DateOption> for Dated {
    fn from(option: DateOption) -> Self {
        match option {
            DateOption::Stated => Dated::Stated,
            DateOption::Inferred => Dated::Inferred,
            DateOption::External => Dated::External,
        }
    }
}
