//! Options for the terms on which measures are taken: the same wherever measures
//! are shown.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::complete;
use super::options::MeasureName;
use crate::compare::terms::Terms;
use crate::compare::weight::Rule;
use crate::measure::counts::Normalise;
use crate::measure::{Formula, Weighing};

/// What weighs, and from how many issues on a value is told.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "How to measure")]
pub struct TermOptions {
    /// Let issues differ in weight: `issue`, `salience-mean`, `firmness:red-line=5,demand=3`
    ///
    /// `issue` takes the weight that the dossier gives to the issue, 1 where it gives
    /// none. `salience-` takes how much the issue matters to the two parties:
    /// `salience-mean`, `salience-geometric`, `salience-min`, or `salience-row`, which
    /// takes the party of the row alone, so that the two halves of the matrix differ.
    /// `firmness:` takes how firm the positions are, in the numbers that you give:
    /// `firmness:red-line=5,demand=3,position=1`, the mean of both sides; also
    /// `firmness-row:`, `firmness-geometric:`, `firmness-min:`. An issue for which a
    /// weight is missing is left out and counted.
    #[arg(long, value_name = "RULE", add = complete::weights())]
    weight: Option<Rule>,

    /// What measures of statements are divided by
    #[arg(long, value_name = "HOW", default_value = "none")]
    normalise: NormaliseOption,

    /// No value for two parties with fewer joint issues than this
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    min_joint: usize,
}

/// What measures of statements are divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NormaliseOption {
    /// By nothing
    None,
    /// By how many statements each of the two makes on average
    Average,
    /// By what either of the two says, and what both say
    Jaccard,
    /// By the product of how many statements each of the two makes
    ActivityProduct,
}

impl TermOptions {
    /// The terms, if all of these measures have a place for what is asked for.
    ///
    /// # Errors
    ///
    /// When a measure takes no weights and a rule is given, or when none is
    /// normalised and that is asked for.
    pub fn on(&self, measures: &[MeasureName]) -> Result<Terms> {
        let mut names = measures.iter().map(|measure| measure.0);
        if let Some(rule) = &self.weight
            && let Some(measure) = names.find(|measure| measure.weighing == Weighing::None)
        {
            bail!(
                "`{}` takes no weights, and `--weight {rule}` asks for them: leave out one of \
                 the two",
                measure.name
            );
        }
        let mut formulas = measures.iter().map(|measure| measure.0.formula);
        let normalises = formulas.any(|formula| matches!(formula, Formula::Counts(_)));
        if self.normalise != NormaliseOption::None && !normalises {
            bail!(
                "`--normalise` is for measures of statements, and none is asked for: add \
                 `--measure congruence`, `discord` or `subtract`"
            );
        }
        Ok(Terms {
            weight: self.weight.clone(),
            normalise: self.normalise.into(),
            min_joint: self.min_joint,
        })
    }
}

impl From<NormaliseOption> for Normalise {
    fn from(option: NormaliseOption) -> Self {
        match option {
            NormaliseOption::None => Self::None,
            NormaliseOption::Average => Self::Average,
            NormaliseOption::Jaccard => Self::Jaccard,
            NormaliseOption::ActivityProduct => Self::ActivityProduct,
        }
    }
}
