//! Do two positions agree, agree in part, or conflict?

use super::range::Range;
use super::{Outcome, Space};

/// How two comparable positions on one issue stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The same: the same side of a statement, the same range, the same options.
    Agree,
    /// Something in common, or one of the two is neutral.
    Partial,
    /// Nothing in common: opposite sides, disjoint ranges, disjoint options.
    Conflict,
}

/// The verdict on two outcomes of one space; symmetric. Outcomes of different
/// spaces have nothing in common.
pub fn verdict(space: Space, one: &Outcome, other: &Outcome) -> Verdict {
    match (one, other) {
        (Outcome::Degree(a), Outcome::Degree(b)) if a.side() == b.side() => Verdict::Agree,
        (Outcome::Degree(a), Outcome::Degree(b)) if a.opposes(*b) => Verdict::Conflict,
        (Outcome::Degree(_), Outcome::Degree(_)) => Verdict::Partial,
        (Outcome::Range(a), Outcome::Range(b)) => ranges(space, *a, *b),
        (Outcome::Options(a), Outcome::Options(b)) if a == b => Verdict::Agree,
        (Outcome::Options(a), Outcome::Options(b)) if !a.is_disjoint(b) => Verdict::Partial,
        _ => Verdict::Conflict,
    }
}

fn ranges(space: Space, one: Range, other: Range) -> Verdict {
    if same(space, one, other) {
        Verdict::Agree
    } else if one.intersection(other).is_some() {
        Verdict::Partial
    } else {
        Verdict::Conflict
    }
}

/// Whether two ranges count as the same: equal, or two points within the tolerance.
pub(super) fn same(space: Space, one: Range, other: Range) -> bool {
    one == other
        || one.is_point() && other.is_point() && (one.lo - other.lo).abs() <= space.tolerance()
}

#[cfg(test)]
mod tests {
    use super::super::degree::Degree::{self, *};
    use super::*;

    fn of_degrees(one: Degree, other: Degree) -> Verdict {
        let (one, other) = (Outcome::Degree(one), Outcome::Degree(other));
        verdict(Space::Statement, &one, &other)
    }

    fn of_ranges(space: Space, one: (f64, f64), other: (f64, f64)) -> Verdict {
        let range = |(lo, hi)| Outcome::Range(Range::new(lo, hi));
        verdict(space, &range(one), &range(other))
    }

    fn of_options(one: &[usize], other: &[usize]) -> Verdict {
        let set = |of: &[usize]| Outcome::Options(of.iter().copied().collect());
        verdict(Space::Choice { options: 4 }, &set(one), &set(other))
    }

    #[test]
    fn statements_go_by_side() {
        assert_eq!(of_degrees(Support, LeanSupport), Verdict::Agree);
        assert_eq!(of_degrees(Neutral, Neutral), Verdict::Agree);
        assert_eq!(of_degrees(Neutral, Oppose), Verdict::Partial);
        assert_eq!(of_degrees(LeanOppose, LeanSupport), Verdict::Conflict);
    }

    #[test]
    fn scales_go_by_overlap() {
        let scale = Space::Scale { levels: 5 };
        assert_eq!(of_ranges(scale, (1.0, 2.0), (1.0, 2.0)), Verdict::Agree);
        assert_eq!(of_ranges(scale, (1.0, 2.0), (2.0, 4.0)), Verdict::Partial);
        assert_eq!(of_ranges(scale, (1.0, 2.0), (3.0, 4.0)), Verdict::Conflict);
    }

    #[test]
    fn a_tolerance_makes_near_points_the_same_but_not_near_ranges() {
        let quantity = Space::Quantity {
            min: 0.0,
            max: 100.0,
            tolerance: 5.0,
        };
        assert_eq!(
            of_ranges(quantity, (10.0, 10.0), (15.0, 15.0)),
            Verdict::Agree
        );
        assert_eq!(
            of_ranges(quantity, (10.0, 10.0), (15.1, 15.1)),
            Verdict::Conflict
        );
        assert_eq!(
            of_ranges(quantity, (10.0, 12.0), (15.0, 15.0)),
            Verdict::Conflict
        );
    }

    #[test]
    fn a_tolerance_is_the_same_all_along_a_quantity() {
        let share = Space::Quantity {
            min: 0.0,
            max: 1.0,
            tolerance: 0.2,
        };
        for (one, other) in [(0.1, 0.3), (0.7, 0.9), (0.6, 0.4)] {
            assert_eq!(of_ranges(share, (one, one), (other, other)), Verdict::Agree);
        }
    }

    #[test]
    fn choices_go_by_common_options() {
        assert_eq!(of_options(&[0, 1], &[1, 0]), Verdict::Agree);
        assert_eq!(of_options(&[0, 1], &[1, 2]), Verdict::Partial);
        assert_eq!(of_options(&[0], &[1, 2]), Verdict::Conflict);
    }
}
