//! On what terms a measure is taken: what weighs, what it is divided by, and from
//! how many issues on it is told.

use super::weight::Rule;
use crate::measure::counts::Normalise;
use crate::measure::{Formula, Measure, Weighing};

/// What the user asks for beside the measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Terms {
    /// Without a rule every issue counts alike.
    pub weight: Option<Rule>,
    /// For measures of statements.
    pub normalise: Normalise,
    /// On fewer joint issues there is no value.
    pub min_joint: usize,
}

impl Terms {
    /// Those of the terms that a measure has a place for.
    #[must_use]
    pub fn on(&self, measure: &Measure) -> Self {
        let weighs = measure.weighing == Weighing::Taken;
        let normalises = matches!(measure.formula, Formula::Counts(_));
        Self {
            weight: self.weight.clone().filter(|_| weighs),
            normalise: match normalises {
                true => self.normalise,
                false => Normalise::None,
            },
            min_joint: self.min_joint,
        }
    }

    /// Whether it makes no difference which of two parties is the row's.
    pub fn are_symmetric(&self) -> bool {
        self.weight.as_ref().is_none_or(Rule::is_symmetric)
    }
}
