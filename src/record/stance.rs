//! One stance: party, issue, position, firmness, basis, date, evidence, gist.

use serde::{Deserialize, Serialize};

use super::date::When;
use super::position::Position;

/// What a party wants on one issue, how we know it, and since when.
/// The party is the one whose file it stands in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// The id of an issue of the dossier.
    pub issue: String,
    pub position: Position,
    /// What the position depends on. A conditional stance makes its pairs partial.
    #[serde(default)]
    pub condition: Option<String>,
    #[serde(default)]
    pub firmness: Firmness,
    pub basis: Basis,
    /// The first day on which it holds.
    pub since: When,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<When>,
    #[serde(default)]
    pub date: Dated,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The position in the analyst's own words.
    #[serde(default)]
    pub gist: Option<String>,
    /// A few words of the source, verbatim.
    #[serde(default)]
    pub quote: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
    /// How sure the analyst is, from 0 to 1.
    #[serde(default)]
    pub confidence: Option<f64>,
    /// How much the issue matters to the party, from 0 to 1.
    #[serde(default)]
    pub salience: Option<f64>,
    /// How much of the party's existence is at stake, from 0 to 4.
    #[serde(default)]
    pub stake: Option<u8>,
    /// Who recorded it.
    #[serde(default)]
    pub coder: Option<String>,
    /// Not to be shown or counted where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
}

/// How firmly a party holds its position. It changes no count.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
pub enum Firmness {
    /// Not negotiable.
    RedLine,
    Demand,
    #[default]
    Position,
    Preference,
    Concern,
}

impl Firmness {
    /// All of them, firmest first.
    pub const ALL: [Self; 5] = [
        Self::RedLine,
        Self::Demand,
        Self::Position,
        Self::Preference,
        Self::Concern,
    ];

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Firmness::RedLine => "red-line",
            Firmness::Demand => "demand",
            Firmness::Position => "position",
            Firmness::Preference => "preference",
            Firmness::Concern => "concern",
        }
    }
}

/// How we know of a position.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Basis {
    /// The party said so itself, through this speaker or document.
    Declared { by: String },
    /// Someone else says so of the party.
    Attributed { by: String },
    /// Read from what the party does.
    Conduct,
}

/// Where the date of a stance comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Dated {
    /// The source prints it.
    #[default]
    Stated,
    /// It follows from what the source says.
    Inferred,
    /// It is known from elsewhere.
    External,
}

impl Dated {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Dated::Stated => "stated",
            Dated::Inferred => "inferred",
            Dated::External => "external",
        }
    }
}

/// A source and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The id of a source of the dossier.
    pub source: String,
    /// Page, paragraph, article, minute.
    #[serde(default)]
    pub at: Option<String>,
}
