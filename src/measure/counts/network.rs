//! Sums over all pairs of statements that two actors make on the same issue, as
//! the Discourse Network Analyzer forms them (P. Leifeld, dna 3).

use super::{Issue, Normalise, Observed, Said};
use crate::measure::pair::sum::sum;
use crate::measure::{Score, Undefined};

impl Observed<'_> {
    /// The mark of every pair of statements on the same issue, added up, over what
    /// it is normalised by. A mark is given to how far two levels lie apart, as a
    /// share of the issue's scale.
    pub(in crate::measure) fn network(&self, mark: fn(f64) -> f64) -> Score {
        let shared = || self.issues.iter().filter(|issue| issue.is_shared());
        match shared().map(|issue| issue.times).sum() {
            0 => Score::undefined(Undefined::NothingJoint),
            n => {
                let marks = shared().flat_map(|issue| issue.marks(mark));
                Score::rated(sum(marks) / self.norm(), n)
            }
        }
    }

    /// Positive where the two share an issue.
    fn norm(&self) -> f64 {
        let said = |by: fn(&Issue) -> &[Said]| -> f64 {
            let issues = self.issues.iter();
            issues
                .map(|issue| issue.times as f64 * times(by(issue)))
                .sum()
        };
        let (ours, theirs) = (said(|issue| &issue.a), said(|issue| &issue.b));
        match self.normalise {
            Normalise::None => 1.0,
            Normalise::Average => (ours + theirs) / 2.0,
            Normalise::Jaccard => (self.issues.iter())
                .map(|issue| issue.times as f64 * issue.union())
                .sum(),
            Normalise::ActivityProduct => ours * theirs,
        }
    }
}

impl Issue {
    /// Whether both speak to it.
    fn is_shared(&self) -> bool {
        !self.a.is_empty() && !self.b.is_empty()
    }

    fn marks(&self, mark: fn(f64) -> f64) -> impl Iterator<Item = f64> {
        self.a.iter().flat_map(move |one| {
            self.b.iter().map(move |other| {
                let apart = (one.level - other.level).abs() / self.extent;
                let times = f64::from(one.times) * f64::from(other.times) * self.times as f64;
                times * mark(apart)
            })
        })
    }

    /// At each level: what the one says alone, or the product of what both say.
    fn union(&self) -> f64 {
        let alone = |said: &[Said], other: &[Said]| -> f64 {
            let silent = said.iter().filter(|said| at(other, said.level).is_none());
            silent.map(|said| f64::from(said.times)).sum()
        };
        let both = self.a.iter().filter_map(|one| {
            let other = at(&self.b, one.level)?;
            Some(f64::from(one.times) * f64::from(other))
        });
        alone(&self.a, &self.b) + alone(&self.b, &self.a) + both.sum::<f64>()
    }
}

fn at(said: &[Said], level: f64) -> Option<u32> {
    let found = said.iter().find(|said| said.level == level)?;
    Some(found.times)
}

/// Whole numbers, so their order does not matter.
fn times(said: &[Said]) -> f64 {
    said.iter().map(|said| f64::from(said.times)).sum()
}
