//! Common ground: what several parties could accept together, who stands in the
//! way, and whose move would open it.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::dossier::scene::Scene;
use crate::outcome::degree::Side;
use crate::outcome::range::Range;
use crate::outcome::verdict::{Verdict, verdict};
use crate::outcome::{Outcome, Space};

/// What the parties in view could accept together on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// An index into the dossier's issues.
    pub issue: usize,
    /// Who has a comparable position, in the order of the scene.
    pub speaking: Vec<usize>,
    /// Who of them accepts it only on a condition.
    pub conditional: Vec<usize>,
    /// Who is silent, undisclosed, withdrawn or contradictory.
    pub open: Vec<usize>,
    /// What all that speak could accept; nothing where there is no such thing,
    /// and where fewer than two speak.
    pub common: Option<Common>,
    /// The pairs that exclude each other.
    pub opposed: Vec<(usize, usize)>,
    /// Whoever's move alone would leave the others something in common.
    pub movers: Vec<usize>,
    /// The largest groups of two or more that could accept something together,
    /// where not all can.
    pub camps: Vec<Vec<usize>>,
    /// Where one party alone stands against all others, who agree among each
    /// other on something.
    pub alone: Option<usize>,
}

/// A set of outcomes acceptable to several parties.
#[derive(Debug, Clone, PartialEq)]
pub enum Common {
    /// A side of a statement; `Neither` where all are neutral.
    Side(Side),
    Range(Range),
    Options(BTreeSet<usize>),
}

/// A party with what it accepts.
type Speaker<'a> = (usize, &'a Outcome);

/// The common ground on every issue in view.
pub fn grounds(scene: &Scene) -> Vec<Ground> {
    scene
        .focus
        .issues
        .iter()
        .map(|issue| ground(scene, *issue))
        .collect()
}

fn ground(scene: &Scene, issue: usize) -> Ground {
    let space = scene.dossier.issues[issue].space;
    let mut speakers: Vec<Speaker> = Vec::new();
    let (mut conditional, mut open) = (Vec::new(), Vec::new());
    for party in &scene.focus.parties {
        match scene.comparable(*party, issue) {
            Some((outcome, condition)) => {
                speakers.push((*party, outcome));
                conditional.extend(condition.map(|_| *party));
            }
            None => open.push(*party),
        }
    }
    let common = if speakers.len() < 2 {
        None
    } else {
        common(space, &speakers)
    };
    let mut ground = Ground {
        issue,
        speaking: parties(&speakers),
        conditional,
        open,
        common,
        opposed: Vec::new(),
        movers: Vec::new(),
        camps: Vec::new(),
        alone: None,
    };
    if ground.common.is_none() && speakers.len() >= 2 {
        ground.opposed = opposed(space, &speakers);
        ground.movers = movers(space, &speakers);
        ground.camps = camps(&speakers);
        ground.alone = alone(&ground);
    }
    ground
}

fn parties(speakers: &[Speaker]) -> Vec<usize> {
    speakers.iter().map(|(party, _)| *party).collect()
}

/// What all of them accept. A neutral party accepts either side.
fn common(space: Space, speakers: &[Speaker]) -> Option<Common> {
    match speakers.first()?.1 {
        Outcome::Degree(_) => side(speakers).map(Common::Side),
        Outcome::Range(_) => range(space, speakers).map(Common::Range),
        Outcome::Options(_) => options(speakers).map(Common::Options),
    }
}

fn side(speakers: &[Speaker]) -> Option<Side> {
    let sides = speakers.iter().filter_map(|(_, outcome)| match outcome {
        Outcome::Degree(degree) => Some(degree.side()),
        _ => None,
    });
    let taken: BTreeSet<Side> = sides.filter(|side| *side != Side::Neither).collect();
    match taken.len() {
        0 => Some(Side::Neither),
        1 => taken.first().copied(),
        _ => None,
    }
}

/// Where all ranges overlap; points that lie within the tolerance of the issue
/// leave everything between them.
fn range(space: Space, speakers: &[Speaker]) -> Option<Range> {
    let ranges = || {
        speakers.iter().filter_map(|(_, outcome)| match outcome {
            Outcome::Range(range) => Some(*range),
            _ => None,
        })
    };
    let first = ranges().next()?;
    let overlap = ranges().try_fold(first, |common, range| common.intersection(range));
    overlap.or_else(|| {
        let all = ranges().fold(first, |all, range| Range {
            lo: all.lo.min(range.lo),
            hi: all.hi.max(range.hi),
        });
        let near = ranges().all(Range::is_point) && all.hi - all.lo <= space.tolerance();
        near.then_some(all)
    })
}

fn options(speakers: &[Speaker]) -> Option<BTreeSet<usize>> {
    let sets = speakers.iter().filter_map(|(_, outcome)| match outcome {
        Outcome::Options(options) => Some(options.clone()),
        _ => None,
    });
    sets.reduce(|one, other| &one & &other)
        .filter(|common| !common.is_empty())
}

fn opposed(space: Space, speakers: &[Speaker]) -> Vec<(usize, usize)> {
    (speakers.iter().array_combinations())
        .filter(|[(_, a), (_, b)]| verdict(space, a, b) == Verdict::Conflict)
        .map(|[(a, _), (b, _)]| (*a, *b))
        .collect()
}

/// Whoever, left out, leaves the others something in common.
fn movers(space: Space, speakers: &[Speaker]) -> Vec<usize> {
    let opens = |party: usize| {
        let others: Vec<Speaker> = speakers
            .iter()
            .copied()
            .filter(|(other, _)| *other != party)
            .collect();
        common(space, &others).is_some()
    };
    parties(speakers)
        .into_iter()
        .filter(|party| opens(*party))
        .collect()
}

/// The largest groups, two or more, that accept one and the same outcome.
fn camps(speakers: &[Speaker]) -> Vec<Vec<usize>> {
    let camps: BTreeSet<Vec<usize>> = (speakers.iter())
        .flat_map(|(_, outcome)| touchstones(outcome))
        .map(|stone| {
            speakers
                .iter()
                .filter(|(_, outcome)| stone.suits(outcome))
                .map(|(party, _)| *party)
                .collect()
        })
        .collect();
    let largest = camps.iter().map(Vec::len).max().unwrap_or(0);
    let mut largest: Vec<Vec<usize>> = camps
        .into_iter()
        .filter(|camp| camp.len() == largest && largest > 1)
        .collect();
    largest.sort_by_key(|camp| {
        speakers
            .iter()
            .position(|(party, _)| Some(party) == camp.first())
    });
    largest
}

/// One outcome, to see who accepts it.
enum Touchstone {
    Side(Side),
    Number(f64),
    Option(usize),
}

/// Outcomes enough to find every group that has one in common: the sides, the
/// lower end of each range, each option.
fn touchstones(outcome: &Outcome) -> Vec<Touchstone> {
    match outcome {
        Outcome::Degree(degree) => vec![Touchstone::Side(degree.side())],
        Outcome::Range(range) => vec![Touchstone::Number(range.lo)],
        Outcome::Options(options) => options
            .iter()
            .map(|option| Touchstone::Option(*option))
            .collect(),
    }
}

impl Touchstone {
    fn suits(&self, outcome: &Outcome) -> bool {
        match (self, outcome) {
            (Self::Side(Side::Neither), Outcome::Degree(degree)) => degree.side() == Side::Neither,
            (Self::Side(side), Outcome::Degree(degree)) => {
                [*side, Side::Neither].contains(&degree.side())
            }
            (Self::Number(number), Outcome::Range(range)) => {
                range.lo <= *number && *number <= range.hi
            }
            (Self::Option(option), Outcome::Options(options)) => options.contains(option),
            _ => false,
        }
    }
}

/// The only party whose move would open the issue, if it stands against each of
/// two or more others.
fn alone(ground: &Ground) -> Option<usize> {
    let [party] = ground.movers[..] else {
        return None;
    };
    let against = ground
        .opposed
        .iter()
        .filter(|(a, b)| *a == party || *b == party)
        .count();
    (against + 1 == ground.speaking.len() && against > 1).then_some(party)
}
