//! Why two parties stand where they stand: everything that their numbers rest on.

use super::joint::{Field, Joint};
use super::pair::Pair;
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Dossier, Position, Rule};
use crate::logic::linked::{self, Linked};
use crate::measure::pair::Observed;
use crate::measure::pair::sum::sum;
use crate::measure::{self, Formula, Measure, Score};

/// The numbers of two parties, opened.
#[derive(Debug)]
pub struct Why<'a> {
    pub field: &'a Field<'a>,
    /// Indices into the dossier's parties.
    pub a: usize,
    pub b: usize,
    /// The one issue that was asked for, else all in view are looked at.
    pub issue: Option<usize>,
    /// The joint issues in the order of the scene; the one asked for is here in any case.
    pub opened: Vec<Opened>,
    pub sums: Sums,
    /// The measures made of verdicts and distances, on the issues looked at.
    pub scores: Vec<(&'static Measure, Score)>,
    /// The linked results that have to do with the issues looked at.
    pub linked: Vec<Linked>,
    /// The issues looked at that are not joint.
    pub unmet: Vec<Unmet>,
}

/// One issue, to be shown in full.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opened {
    /// An index into the dossier's issues.
    pub issue: usize,
    /// Nothing where the two cannot be compared on it.
    pub joint: Option<Joint>,
}

/// An issue on which two parties cannot be compared: at least one of them is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmet {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub a: Option<Missing>,
    pub b: Option<Missing>,
}

/// Why a party has no comparable position on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// There is no record at all.
    Silent,
    /// There are records, and the lens lets none of them count.
    OutsideLens,
    Undisclosed,
    Withdrawn,
    Contradictory,
    /// There is a record, and it is broken.
    Unusable,
}

/// What every measure is made of, added up over the joint issues.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sums {
    /// How many issues were looked at, joint or not.
    pub issues: usize,
    pub pair: Pair,
    /// On how many joint issues the two positions are one and the same.
    pub same: usize,
    /// How many joint issues have a distance.
    pub measured: usize,
    pub distance: f64,
    /// The sum of the squared distances.
    pub squares: f64,
    pub gap: f64,
}

/// Opens the numbers of two different parties, over all issues in view or on one of them.
pub fn why<'a>(field: &'a Field<'a>, a: usize, b: usize, issue: Option<usize>) -> Why<'a> {
    let scene = field.scene();
    let joint: Vec<Joint> = (field.joint(a, b))
        .filter(|joint| issue.is_none_or(|issue| joint.issue == issue))
        .collect();
    let places = issue.map_or_else(|| scene.focus.issues.clone(), |issue| vec![issue]);
    let unmet: Vec<Unmet> = (places.iter())
        .filter(|issue| joint.iter().all(|joint| joint.issue != **issue))
        .map(|issue| Unmet::of(scene, a, b, *issue))
        .collect();
    Why {
        opened: opened(&joint, &unmet, issue),
        sums: Sums::of(
            Pair::of(a.min(b), a.max(b), joint.iter().copied()),
            &joint,
            places.len(),
        ),
        scores: scores(&joint, places.len()),
        linked: linked(scene, a, b, issue),
        field,
        a,
        b,
        issue,
        unmet,
    }
}

fn opened(joint: &[Joint], unmet: &[Unmet], issue: Option<usize>) -> Vec<Opened> {
    let met = joint.iter().map(|joint| Opened {
        issue: joint.issue,
        joint: Some(*joint),
    });
    let asked = unmet
        .iter()
        .filter(|unmet| Some(unmet.issue) == issue)
        .map(|unmet| Opened {
            issue: unmet.issue,
            joint: None,
        });
    met.chain(asked).collect()
}

fn scores(joint: &[Joint], issues: usize) -> Vec<(&'static Measure, Score)> {
    let joint: Vec<_> = joint.iter().map(Joint::measured).collect();
    let observed = Observed {
        joint: &joint,
        issues,
    };
    let score = |measure: &'static Measure| match measure.formula {
        Formula::Verdicts(formula) | Formula::Distances(formula) => {
            Some((measure, formula(&observed)))
        }
        _ => None,
    };
    measure::ALL.iter().filter_map(score).collect()
}

fn linked(scene: &Scene, a: usize, b: usize, issue: Option<usize>) -> Vec<Linked> {
    let mut linked = linked::of_pair(scene, a, b);
    linked.retain(|linked| issue.is_none_or(|issue| concerns(scene.dossier, linked, issue)));
    linked
}

/// Whether an issue is at either end of a linked result, or on its way.
fn concerns(dossier: &Dossier, linked: &Linked, issue: usize) -> bool {
    let on_the_way = |relation: &usize| match &dossier.relations[*relation].rule {
        Rule::Implies {
            premise: one,
            conclusion: other,
        }
        | Rule::Excludes { one, other } => one.issue == issue || other.issue == issue,
    };
    linked.from.1 == issue || linked.to.1 == issue || linked.chain.iter().any(on_the_way)
}

impl Unmet {
    fn of(scene: &Scene, a: usize, b: usize, issue: usize) -> Self {
        Self {
            issue,
            a: missing(scene, a, issue),
            b: missing(scene, b, issue),
        }
    }
}

/// Why a party has no comparable position on an issue, unless it has one.
pub fn missing(scene: &Scene, party: usize, issue: usize) -> Option<Missing> {
    match scene.cell(party, issue) {
        Cell::Contradictory(_) => Some(Missing::Contradictory),
        Cell::Unusable => Some(Missing::Unusable),
        Cell::Silent if scene.left_out(party, issue).is_empty() => Some(Missing::Silent),
        Cell::Silent => Some(Missing::OutsideLens),
        Cell::Held(held) => match scene.dossier.stances[held.stance].position {
            Position::Known(_) => None,
            Position::Undisclosed => Some(Missing::Undisclosed),
            Position::Withdrawn => Some(Missing::Withdrawn),
        },
    }
}

impl Sums {
    fn of(pair: Pair, joint: &[Joint], issues: usize) -> Self {
        let apart = || joint.iter().filter_map(|joint| joint.standing.apart);
        Self {
            issues,
            pair,
            same: joint.iter().filter(|joint| joint.standing.same).count(),
            measured: apart().count(),
            // As measures add, so that not even the last digit differs.
            distance: sum(apart().map(|apart| apart.distance)),
            squares: sum(apart().map(|apart| apart.distance.powi(2))),
            gap: sum(apart().map(|apart| apart.gap)),
        }
    }
}
