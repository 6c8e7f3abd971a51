//! Which issues share a scale, and where a position stands on it.
//!
//! What chance would give can only be told over issues whose answers mean the same.
//! All statements are one scale. Levels are one where they have the same names in
//! the same order, options where they have the same names in any order, quantities
//! where they have the same unit and bounds. As many levels are not enough: the
//! second of three means one thing on one issue and another on the next.

use crate::dossier::{Dossier, Issue};
use crate::outcome::{Outcome, Space};

/// A scale, and the issues in view that are asked on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    pub answers: Answers,
    /// Indices into the dossier's issues, in the order of the scene.
    pub issues: Vec<usize>,
}

/// What can be answered on a scale.
#[derive(Debug, Clone, PartialEq)]
pub enum Answers {
    Statements,
    /// Levels by their names, in their order.
    Levels(Vec<String>),
    /// Options by their names, sorted.
    Options(Vec<String>),
    Numbers {
        unit: String,
        min: f64,
        max: f64,
    },
}

/// What a measure asks of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// That there are categories.
    Categories,
    /// That there is an order.
    Order,
}

/// The issues looked at, by their scales.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scales {
    /// Those that two issues or more share, in the order of their first issue.
    pub shared: Vec<Scale>,
    /// How many issues share their scale with no other.
    pub alone: usize,
    /// How many issues are on a scale that is not what is asked for.
    pub unfit: usize,
}

impl Scales {
    /// The scales of these issues.
    pub fn of(dossier: &Dossier, issues: &[usize], asked: Asked) -> Self {
        let mut scales: Vec<Scale> = Vec::new();
        let mut unfit = 0;
        for issue in issues {
            let answers = Answers::to(&dossier.issues[*issue]);
            if !answers.fit(asked) {
                unfit += 1;
            } else if let Some(scale) = scales.iter_mut().find(|scale| scale.answers == answers) {
                scale.issues.push(*issue);
            } else {
                scales.push(Scale {
                    answers,
                    issues: vec![*issue],
                });
            }
        }
        let known = scales.len();
        scales.retain(|scale| scale.issues.len() > 1);
        Self {
            alone: known - scales.len(),
            shared: scales,
            unfit,
        }
    }
}

impl Answers {
    fn to(issue: &Issue) -> Self {
        match issue.space {
            Space::Statement => Self::Statements,
            Space::Scale { .. } => Self::Levels(issue.names.clone()),
            Space::Choice { .. } => {
                let mut names = issue.names.clone();
                names.sort();
                Self::Options(names)
            }
            Space::Quantity { min, max, .. } => Self::Numbers {
                unit: issue.unit.clone(),
                min,
                max,
            },
        }
    }

    fn fit(&self, asked: Asked) -> bool {
        match asked {
            Asked::Categories => !matches!(self, Self::Numbers { .. }),
            Asked::Order => !matches!(self, Self::Options(_)),
        }
    }

    /// What the answers are, in data.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Statements => "statement",
            Self::Levels(_) => "scale",
            Self::Options(_) => "choice",
            Self::Numbers { .. } => "quantity",
        }
    }
}

/// How far the ends of an issue's declared scale lie apart; 1 for a choice.
pub fn extent(issue: &Issue) -> f64 {
    match issue.space {
        Space::Statement => 2.0,
        space => space.extent(),
    }
}

/// Where a position stands, if that is one point: on a choice, the number of the
/// option among the sorted names.
pub fn point(issue: &Issue, outcome: &Outcome) -> Option<f64> {
    match outcome {
        Outcome::Degree(degree) => Some(degree.value()),
        Outcome::Range(range) => range.is_point().then_some(range.lo),
        Outcome::Options(options) => {
            let mut options = options.iter();
            let (Some(option), None) = (options.next(), options.next()) else {
                return None;
            };
            let name = &issue.names[*option];
            let before = issue.names.iter().filter(|other| *other < name);
            Some(before.count() as f64)
        }
    }
}

/// The same, unless the positions of the issue have no order.
pub fn level(issue: &Issue, outcome: &Outcome) -> Option<f64> {
    let ordered = !matches!(issue.space, Space::Choice { .. });
    ordered.then(|| point(issue, outcome)).flatten()
}
