//! What several outcomes have in common.

use std::collections::BTreeSet;

use super::degree::Degree;
use super::degree::Side;
use super::range::Range;
use super::{Outcome, Space};

/// A set of outcomes that several parties accept; never empty.
#[derive(Debug, Clone, PartialEq)]
pub enum Common {
    /// A side of a statement; `Neither` where all are neutral.
    Side(Side),
    Range(Range),
    Options(BTreeSet<usize>),
}

/// What all of these outcomes of one space accept; nothing where there is no such
/// thing, and of no outcomes. Whatever is neutral accepts either side.
///
/// Two outcomes have something in common exactly where they do not conflict. Three
/// sets of options may meet two by two and yet not all at once.
pub fn common<'a>(
    space: Space,
    outcomes: impl Iterator<Item = &'a Outcome> + Clone,
) -> Option<Common> {
    match outcomes.clone().next()? {
        Outcome::Degree(_) => {
            let degrees: Option<Vec<Degree>> = outcomes.map(Outcome::degree).collect();
            side(&degrees?).map(Common::Side)
        }
        Outcome::Range(_) => {
            let ranges: Option<Vec<Range>> = outcomes.map(Outcome::range).collect();
            range(&ranges?, space.tolerance()).map(Common::Range)
        }
        Outcome::Options(_) => {
            let sets: Option<Vec<_>> = outcomes.map(Outcome::options).collect();
            options(&sets?).map(Common::Options)
        }
    }
}

impl Common {
    /// Whether whoever accepts this outcome is content with all of what is in
    /// common. Of points that count as the same, each is content with what lies
    /// between them.
    pub fn suits(&self, outcome: &Outcome) -> bool {
        match (self, outcome) {
            (Self::Side(side), Outcome::Degree(degree)) => {
                degree.side() == Side::Neither || degree.side() == *side
            }
            (Self::Range(common), Outcome::Range(range)) if range.is_point() => {
                range.within(*common)
            }
            (Self::Range(common), Outcome::Range(range)) => common.within(*range),
            (Self::Options(common), Outcome::Options(options)) => common.is_subset(options),
            _ => false,
        }
    }
}

fn side(degrees: &[Degree]) -> Option<Side> {
    let sides = degrees.iter().map(|degree| degree.side());
    let taken: BTreeSet<Side> = sides.filter(|side| *side != Side::Neither).collect();
    match taken.len() {
        0 => Some(Side::Neither),
        1 => taken.first().copied(),
        _ => None,
    }
}

/// Where all ranges overlap. Points that count as the same leave everything between
/// them, if each proper range holds all of that.
fn range(ranges: &[Range], tolerance: f64) -> Option<Range> {
    let all = ranges.iter().copied();
    let overlap = all
        .clone()
        .map(Some)
        .reduce(|common, range| common?.intersection(range?))?;
    overlap.or_else(|| {
        let points = all.clone().filter(|range| range.is_point());
        let between =
            points.reduce(|one, other| Range::new(one.lo.min(other.lo), one.hi.max(other.hi)))?;
        let mut proper = all.filter(|range| !range.is_point());
        let near = between.hi - between.lo <= tolerance;
        (near && proper.all(|range| between.within(range))).then_some(between)
    })
}

fn options(sets: &[&BTreeSet<usize>]) -> Option<BTreeSet<usize>> {
    let sets = sets.iter().map(|set| (*set).clone());
    sets.reduce(|one, other| &one & &other)
        .filter(|common| !common.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::degree::Degree::{LeanSupport, Neutral, Oppose, Support};
    use super::*;

    fn of_degrees(degrees: &[Degree]) -> Option<Common> {
        let outcomes: Vec<Outcome> = degrees.iter().copied().map(Outcome::Degree).collect();
        common(Space::Statement, outcomes.iter())
    }

    fn of_ranges(tolerance: f64, ranges: &[(f64, f64)]) -> Option<Common> {
        let space = Space::Quantity {
            min: 0.0,
            max: 100.0,
            tolerance,
        };
        let outcomes: Vec<Outcome> = (ranges.iter())
            .map(|(lo, hi)| Outcome::Range(Range::new(*lo, *hi)))
            .collect();
        common(space, outcomes.iter())
    }

    fn of_options(sets: &[&[usize]]) -> Option<Common> {
        let outcomes: Vec<Outcome> = (sets.iter())
            .map(|set| Outcome::Options(set.iter().copied().collect()))
            .collect();
        common(Space::Choice { options: 4 }, outcomes.iter())
    }

    fn some_range(lo: f64, hi: f64) -> Option<Common> {
        Some(Common::Range(Range::new(lo, hi)))
    }

    #[test]
    fn whoever_is_neutral_accepts_either_side() {
        let found = of_degrees(&[Support, Neutral, LeanSupport]);
        assert_eq!(found, Some(Common::Side(Side::For)));
        assert_eq!(
            of_degrees(&[Neutral, Neutral]),
            Some(Common::Side(Side::Neither))
        );
        assert_eq!(of_degrees(&[Support, Neutral, Oppose]), None);
    }

    #[test]
    fn ranges_have_their_overlap_in_common() {
        assert_eq!(
            of_ranges(0.0, &[(0.0, 6.0), (4.0, 9.0), (5.0, 5.0)]),
            some_range(5.0, 5.0)
        );
        assert_eq!(
            of_ranges(0.0, &[(0.0, 6.0), (6.0, 9.0)]),
            some_range(6.0, 6.0)
        );
        assert_eq!(of_ranges(0.0, &[(0.0, 5.0), (6.0, 9.0)]), None);
    }

    #[test]
    fn points_that_count_as_the_same_leave_what_lies_between_them() {
        assert_eq!(
            of_ranges(5.0, &[(10.0, 10.0), (14.0, 14.0)]),
            some_range(10.0, 14.0)
        );
        assert_eq!(
            of_ranges(5.0, &[(10.0, 10.0), (14.0, 14.0), (18.0, 18.0)]),
            None
        );
    }

    #[test]
    fn a_range_beside_near_points_has_to_hold_them_all() {
        let near = [(10.0, 10.0), (14.0, 14.0)];
        let with = |range| of_ranges(5.0, &[near[0], near[1], range]);
        assert_eq!(with((5.0, 20.0)), some_range(10.0, 14.0));
        assert_eq!(with((5.0, 12.0)), None);
    }

    #[test]
    fn options_may_meet_two_by_two_and_not_all_at_once() {
        assert!(of_options(&[&[0, 1], &[1, 2]]).is_some());
        assert!(of_options(&[&[1, 2], &[2, 0]]).is_some());
        assert!(of_options(&[&[2, 0], &[0, 1]]).is_some());
        assert_eq!(of_options(&[&[0, 1], &[1, 2], &[2, 0]]), None);
    }

    #[test]
    fn nothing_is_common_to_nobody_or_to_different_spaces() {
        assert_eq!(common(Space::Statement, [].iter()), None);
        let mixed = [Outcome::Degree(Support), Outcome::Range(Range::point(1.0))];
        assert_eq!(common(Space::Statement, mixed.iter()), None);
    }
}
