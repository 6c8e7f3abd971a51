//! All measures there are, whatever they are measures of: what can be listed and
//! explained.

use std::ops::RangeInclusive;

use super::{ALL, Formula, Measure};

/// A measure as a reader meets it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub name: &'static str,
    /// What the number says, in one line.
    pub summary: &'static str,
    /// What the measure is made of; those that are made of the same are listed together.
    pub takes: &'static str,
    /// The lowest and the highest value there can be; infinite where there is none.
    pub range: RangeInclusive<f64>,
    /// The page that explains the measure, in Markdown.
    pub page: &'static str,
}

/// Every measure, list by list: those that are made of the same stand together. A
/// list of other measures is chained here.
pub fn entries() -> Vec<Entry> {
    ALL.iter().map(Entry::from).collect()
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

impl Formula {
    /// What it is made of, in words.
    pub fn takes(self) -> &'static str {
        match self {
            Self::Verdicts(_) => "two parties: verdicts and distances on any issues",
            Self::Categories(_) => "two parties: points on issues of one scale, in any order",
            Self::Points(_) => "two parties: points on issues of one ordered scale",
            Self::Counts(_) => "two parties: statements on issues with levels",
            Self::Actors(_) => "two parties: sides on statements, stakes and influence",
        }
    }
}
