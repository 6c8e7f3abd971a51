//! A position as a set of acceptable outcomes, and how two of them stand to each other.
//!
//! Knows numbers and sets; no party, no file, no name of a level or option: those
//! are bound to indices before a position becomes an [`Outcome`].

pub mod common;
pub mod degree;
pub mod distance;
pub mod range;
pub mod verdict;

use std::collections::BTreeSet;

use degree::Degree;
use range::Range;

/// What there is to choose from on an issue. Two outcomes can be compared only
/// within the space that both were made for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Space {
    /// A sentence one can support or oppose.
    Statement,
    /// Ordered levels, two or more; level k is the number k, counted from 0.
    Scale { levels: usize },
    /// A finite number between `min` and `max`, with `min < max`. Two points at
    /// most `tolerance` apart count as the same.
    Quantity { min: f64, max: f64, tolerance: f64 },
    /// Unordered options, two or more, counted from 0.
    Choice { options: usize },
}

/// What a party accepts on an issue: one set of outcomes out of a [`Space`].
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// On a statement: how far for or against it.
    Degree(Degree),
    /// On a scale or a quantity: everything from `lo` to `hi`.
    Range(Range),
    /// On a choice: the options that are accepted; never empty.
    Options(BTreeSet<usize>),
}

impl Space {
    /// The distance between the two ends of a scale or a quantity; 1 where
    /// there are no ends.
    pub fn extent(self) -> f64 {
        match self {
            Space::Statement | Space::Choice { .. } => 1.0,
            Space::Scale { levels } => (levels - 1) as f64,
            Space::Quantity { min, max, .. } => max - min,
        }
    }

    /// How far apart two points may lie and still count as the same; 0 except on a
    /// quantity that allows for more. Decimal fractions are not exact in binary:
    /// what they lose is allowed for, so that 0.7 and 0.9 are as near as 0.1 and 0.3.
    pub fn tolerance(self) -> f64 {
        match self {
            Space::Quantity {
                min,
                max,
                tolerance,
            } if tolerance > 0.0 => tolerance + 4.0 * f64::EPSILON * min.abs().max(max.abs()),
            _ => 0.0,
        }
    }
}

impl Outcome {
    /// How far for or against a statement.
    pub fn degree(&self) -> Option<Degree> {
        match self {
            Outcome::Degree(degree) => Some(*degree),
            _ => None,
        }
    }

    /// What is accepted on a scale or of a quantity.
    pub fn range(&self) -> Option<Range> {
        match self {
            Outcome::Range(range) => Some(*range),
            _ => None,
        }
    }

    /// The options that are accepted.
    pub fn options(&self) -> Option<&BTreeSet<usize>> {
        match self {
            Outcome::Options(options) => Some(options),
            _ => None,
        }
    }

    /// Whether every outcome accepted here is accepted by `wider` too. On a
    /// statement: whether both are on the same side, however firmly.
    pub fn within(&self, wider: &Outcome) -> bool {
        match (self, wider) {
            (Outcome::Degree(one), Outcome::Degree(other)) => one.side() == other.side(),
            (Outcome::Range(one), Outcome::Range(other)) => one.within(*other),
            (Outcome::Options(one), Outcome::Options(other)) => one.is_subset(other),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(of: &[usize]) -> Outcome {
        Outcome::Options(of.iter().copied().collect())
    }

    #[test]
    fn lies_within_what_accepts_all_of_it() {
        let whole = Outcome::Range(Range::new(0.0, 3.0));
        let part = Outcome::Range(Range::new(1.0, 2.0));
        assert!(part.within(&whole));
        assert!(!whole.within(&part));
        assert!(options(&[1]).within(&options(&[0, 1])));
        assert!(!options(&[0, 2]).within(&options(&[0, 1])));
    }

    #[test]
    fn leaning_to_a_side_lies_within_that_side() {
        let lean = Outcome::Degree(Degree::LeanSupport);
        assert!(lean.within(&Outcome::Degree(Degree::Support)));
        assert!(!lean.within(&Outcome::Degree(Degree::Neutral)));
    }

    #[test]
    fn outcomes_of_different_spaces_never_lie_within_each_other() {
        assert!(!options(&[0]).within(&Outcome::Degree(Degree::Support)));
    }
}
