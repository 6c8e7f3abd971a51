//! The largest groups that could accept something together.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::Stand;
use crate::outcome::common::{Common, common};
use crate::outcome::degree::Side;
use crate::outcome::range::Range;
use crate::outcome::{Outcome, Space};

/// Two or more parties, and what they could accept together.
#[derive(Debug, Clone, PartialEq)]
pub struct Camp {
    /// In the order of the scene.
    pub parties: Vec<usize>,
    pub common: Common,
}

/// The largest camps among those who hold these positions, ordered by their
/// parties as they stand in `speaking`.
pub(super) fn camps(space: Space, stands: &[Stand], speaking: &[usize]) -> Vec<Camp> {
    let content: BTreeSet<Vec<usize>> = touchstones(space, stands)
        .iter()
        .map(|stone| {
            let content = stands.iter().positions(|stand| stone.suits(stand.outcome));
            content.collect()
        })
        .collect();
    let size =
        |camp: &Vec<usize>| -> usize { camp.iter().map(|at| stands[*at].parties.len()).sum() };
    let largest = content.iter().map(size).max().unwrap_or(0);
    let largest = content
        .iter()
        .filter(|camp| size(camp) == largest && largest > 1);
    largest
        .filter_map(|camp| of(space, camp, stands, speaking))
        .sorted_by_key(|camp| places(camp, speaking))
        .collect()
}

fn of(space: Space, camp: &[usize], stands: &[Stand], speaking: &[usize]) -> Option<Camp> {
    let outcomes = camp.iter().map(|at| stands[*at].outcome);
    let members: BTreeSet<usize> = (camp.iter())
        .flat_map(|at| stands[*at].parties.iter().copied())
        .collect();
    Some(Camp {
        common: common(space, outcomes)?,
        parties: (speaking.iter().copied())
            .filter(|party| members.contains(party))
            .collect(),
    })
}

fn places(camp: &Camp, speaking: &[usize]) -> Vec<usize> {
    let within: BTreeSet<&usize> = camp.parties.iter().collect();
    speaking
        .iter()
        .positions(|party| within.contains(party))
        .collect()
}

/// Sets of outcomes, so many that each group with something in common is content
/// with one of them: both sides; the lower end of each range, and all that lies
/// between any two points that count as the same; each option.
fn touchstones(space: Space, stands: &[Stand]) -> Vec<Common> {
    let outcomes = stands.iter().map(|stand| stand.outcome);
    match space {
        Space::Statement => [Side::For, Side::Against].map(Common::Side).into(),
        Space::Scale { .. } | Space::Quantity { .. } => {
            let ranges: Vec<Range> = outcomes.filter_map(Outcome::range).collect();
            let spans = lower_ends(&ranges).chain(near(&ranges, space.tolerance()));
            spans.map(Common::Range).collect()
        }
        Space::Choice { options } => (0..options)
            .map(|option| Common::Options([option].into()))
            .collect(),
    }
}

fn lower_ends(ranges: &[Range]) -> impl Iterator<Item = Range> {
    ranges.iter().map(|range| Range::point(range.lo))
}

/// What lies between any two points at most this far apart.
fn near(ranges: &[Range], tolerance: f64) -> impl Iterator<Item = Range> {
    let points = ranges.iter().filter(|range| range.is_point());
    let points = points
        .map(|point| point.lo)
        .sorted_by(f64::total_cmp)
        .dedup();
    let points: Vec<f64> = points.collect();
    let pairs = points.into_iter().array_combinations();
    pairs
        .filter(move |[lo, hi]| hi - lo <= tolerance)
        .map(|[lo, hi]| Range::new(lo, hi))
}
