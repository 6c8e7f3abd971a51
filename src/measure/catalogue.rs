//! All measures there are, whatever they are measures of: what can be listed and
//! explained.

use std::ops::RangeInclusive;

use super::{ALL, Formula, Measure, spread};

/// A measure as a reader meets it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub name: &'static str,
    /// What the number says, in one line.
    pub summary: &'static str,
    /// What the measure is made of; those that are made of the same are listed together.
    pub takes: &'static str,
    /// The lowest and the highest value there can be; infinite where there is none,
    /// as with a measure whose value is a position.
    pub range: RangeInclusive<f64>,
    /// The page that explains the measure, in Markdown.
    pub page: &'static str,
}

/// Every measure, list by list: those that are made of the same stand together.
pub fn entries() -> Vec<Entry> {
    let of_pairs = ALL.iter().map(Entry::from);
    let of_many = spread::ALL.iter().map(Entry::from);
    of_pairs.chain(of_many).collect()
}

/// The measure of this name, whatever it measures.
pub fn entry(name: &str) -> Option<Entry> {
    entries().into_iter().find(|entry| entry.name == name)
}

impl From<&Measure> for Entry {
    fn from(measure: &Measure) -> Self {
        Self {
            name: measure.name,
            summary: measure.summary,
            takes: measure.formula.takes(),
            range: measure.range.clone(),
            page: measure.page,
        }
    }
}

impl From<&spread::Measure> for Entry {
    fn from(measure: &spread::Measure) -> Self {
        let none = f64::NEG_INFINITY..=f64::INFINITY;
        Self {
            name: measure.name,
            summary: measure.summary,
            takes: match measure.formula {
                spread::Formula::Levels(_) => "many answers: to one question",
                spread::Formula::Units(_) => "many answers: to many questions",
                spread::Formula::Points(_) => "many answers: positions on a line",
            },
            range: measure.range.clone().unwrap_or(none),
            page: measure.page,
        }
    }
}

impl Formula {
    /// What it is made of, in words.
    pub fn takes(self) -> &'static str {
        match self {
            Self::Verdicts(_) | Self::Distances(_) => {
                "two parties: verdicts and distances on any issues"
            }
            Self::Categories(_) => "two parties: points on issues of one scale, in any order",
            Self::Points(_) => "two parties: points on issues of one ordered scale",
            Self::Counts(_) => "two parties: statements on issues with levels",
            Self::Actors(_) => "two parties: sides on statements, stakes and influence",
        }
    }
}
