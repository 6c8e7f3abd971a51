//! How far apart two positions are, and how far from meeting.

use std::collections::BTreeSet;

use super::range::Range;
use super::verdict::{Verdict, same, verdict};
use super::{Outcome, Space};

/// The distance of two outcomes of one space, from 0 to 1; symmetric, a metric,
/// and 0 only for equal positions (or two points within a quantity's tolerance).
///
/// Statement: |x − y| / 2. Scale and quantity: (|lo − lo′| + |hi − hi′|) / 2 over
/// the declared extent. Choice: 1 − |A ∩ B| / |A ∪ B| (Jaccard). Outcomes of
/// different spaces are 1 apart.
pub fn distance(space: Space, one: &Outcome, other: &Outcome) -> f64 {
    match (one, other) {
        (Outcome::Degree(a), Outcome::Degree(b)) => (a.value() - b.value()).abs() / 2.0,
        (Outcome::Range(a), Outcome::Range(b)) if same(space, *a, *b) => 0.0,
        (Outcome::Range(a), Outcome::Range(b)) => ends(*a, *b) / space.extent(),
        (Outcome::Options(a), Outcome::Options(b)) => jaccard(a, b),
        _ => 1.0,
    }
}

/// How far two outcomes are from having something in common, from 0 to 1;
/// symmetric. 0 where they do not conflict; else the gap between two ranges over
/// the declared extent, and 1 for opposed statements and disjoint options.
pub fn gap(space: Space, one: &Outcome, other: &Outcome) -> f64 {
    if verdict(space, one, other) != Verdict::Conflict {
        return 0.0;
    }
    match (one, other) {
        (Outcome::Range(a), Outcome::Range(b)) => a.gap(*b) / space.extent(),
        _ => 1.0,
    }
}

/// Half the sum of what separates the lower and the upper ends.
fn ends(one: Range, other: Range) -> f64 {
    ((one.lo - other.lo).abs() + (one.hi - other.hi).abs()) / 2.0
}

fn jaccard(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> f64 {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    (all - common) as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use super::super::degree::Degree;
    use super::*;

    fn range(lo: f64, hi: f64) -> Outcome {
        Outcome::Range(Range::new(lo, hi))
    }

    #[test]
    fn is_taken_over_the_declared_extent() {
        let scale = Space::Scale { levels: 5 };
        assert_eq!(distance(scale, &range(0.0, 0.0), &range(4.0, 4.0)), 1.0);
        assert_eq!(distance(scale, &range(0.0, 2.0), &range(1.0, 4.0)), 0.375);
        let quantity = Space::Quantity {
            min: 0.0,
            max: 1000.0,
            tolerance: 0.0,
        };
        assert_eq!(
            distance(quantity, &range(600.0, 600.0), &range(800.0, 800.0)),
            0.2
        );
    }

    #[test]
    fn of_statements_is_half_the_difference() {
        let of = |a, b| distance(Space::Statement, &Outcome::Degree(a), &Outcome::Degree(b));
        assert_eq!(of(Degree::Support, Degree::Oppose), 1.0);
        assert_eq!(of(Degree::Support, Degree::LeanSupport), 0.25);
    }

    #[test]
    fn of_choices_is_the_share_not_in_common() {
        let space = Space::Choice { options: 4 };
        let set = |of: &[usize]| Outcome::Options(of.iter().copied().collect());
        assert_eq!(distance(space, &set(&[0, 1]), &set(&[1, 2])), 2.0 / 3.0);
        assert_eq!(gap(space, &set(&[0, 1]), &set(&[1, 2])), 0.0);
        assert_eq!(gap(space, &set(&[0]), &set(&[1, 2])), 1.0);
    }

    #[test]
    fn ranges_that_touch_have_no_gap() {
        let scale = Space::Scale { levels: 5 };
        assert_eq!(gap(scale, &range(0.0, 1.0), &range(1.0, 4.0)), 0.0);
        assert_eq!(gap(scale, &range(0.0, 1.0), &range(3.0, 4.0)), 0.5);
    }
}
