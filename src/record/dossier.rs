//! The file `dossier.ron`: areas, issues, relations and sources of one negotiation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::When;
use super::position::{Kind, Position};

/// What all parties of a dossier have in common.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct DossierFile {
    pub title: Option<String>,
    /// The day to look at when none is asked for.
    pub as_of: Option<When>,
    pub note: Option<String>,
    pub areas: Vec<Area>,
    pub issues: Vec<Issue>,
    pub relations: Vec<Relation>,
    /// Who can impose how much on whom; between parties that are named here, what
    /// is not listed is none.
    pub influence: Vec<Influence>,
    pub sources: Vec<Source>,
    pub checks: Checks,
}

/// A heading for issues.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub id: String,
    #[serde(default)]
    pub name: Option<String>,
}

/// Something a party can take a position on.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    pub id: String,
    /// The id of an area of the dossier.
    pub area: String,
    pub kind: Kind,
    /// The wording, as neutral as it can be.
    pub text: String,
    /// On a quantity: how far apart two numbers may be and still count as the same.
    #[serde(default)]
    pub tolerance: Option<f64>,
    /// How much the issue counts in weighted measures; 1 unless given.
    #[serde(default)]
    pub weight: Option<f64>,
    #[serde(default)]
    pub note: Option<String>,
    /// Not to be shown or counted where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
}

/// An issue and a position on it.
pub type Literal = (String, Position);

/// What holds between positions on different issues, in the analyst's judgement.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Relation {
    /// Whoever holds the one holds the other.
    Implies {
        #[serde(rename = "if")]
        premise: Literal,
        #[serde(rename = "then")]
        conclusion: Literal,
        because: String,
        #[serde(default)]
        confidential: bool,
    },
    /// Nobody can hold both.
    Excludes {
        one: Literal,
        other: Literal,
        because: String,
        #[serde(default)]
        confidential: bool,
    },
}

/// How much a party can impose on another, in the analyst's judgement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Influence {
    /// The id of the party that has it.
    pub of: String,
    /// The id of the party that is under it.
    pub on: String,
    /// From 0, none, to 4: over whether the other one exists at all.
    pub level: u8,
    #[serde(default)]
    pub note: Option<String>,
    /// Not to be shown or counted where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
}

/// A text that positions are read from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub publisher: Option<String>,
    #[serde(default)]
    pub published: Option<When>,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub urls: Vec<String>,
    #[serde(default)]
    pub note: Option<String>,
    /// From this day on its author is changing it.
    #[serde(default)]
    pub under_revision: Option<When>,
    /// Not to be shown where the output is for the public.
    #[serde(default)]
    pub confidential: bool,
}

/// How strictly the dossier is to be checked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checks {
    /// From which age a stance is stale, in days: `30d`.
    pub stale_after: Option<String>,
    /// The level of each rule that is not to have its default.
    pub levels: BTreeMap<String, Severity>,
}

/// What is made of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Severity {
    Allow,
    Warn,
    Deny,
}
