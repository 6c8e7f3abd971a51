//! How far two parties have moved towards each other or apart, and by which records.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use rayon::prelude::*;

use super::change::{Change, Kind};
use crate::compare::joint::{Field, Joint};
use crate::compare::pair::Pair;
use crate::compare::standing::Standing;
use crate::compare::union::{Union, is_recast};

/// A pair of parties whose verdicts or distances are not what they were.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Places in the union, `a < b`.
    pub a: usize,
    pub b: usize,
    /// Its numbers; nothing where one of the two is not in view of that look.
    pub before: Option<Pair>,
    pub after: Option<Pair>,
    /// The issues on which they stand otherwise, in the order of the union.
    pub steps: Vec<Step>,
}

/// One issue on which a pair stands otherwise than before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// A place in the union.
    pub issue: usize,
    /// Nothing where the two could not be compared.
    pub before: Option<Standing>,
    pub after: Option<Standing>,
}

/// Which way two parties moved on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Nearer,
    Further,
    /// They could be compared on one side alone, or not be measured.
    Open,
}

impl Step {
    /// Whether they are nearer to each other than before, or further apart.
    pub fn way(&self) -> Way {
        let apart = |standing: Option<Standing>| Some(standing?.apart?.distance);
        match apart(self.before).zip(apart(self.after)) {
            None => Way::Open,
            Some((before, after)) => match after.total_cmp(&before) {
                Ordering::Less => Way::Nearer,
                Ordering::Greater => Way::Further,
                Ordering::Equal => Way::Open,
            },
        }
    }
}

impl Moved {
    /// The one who is not this party; nothing where the party is neither.
    pub fn other(&self, party: usize) -> Option<usize> {
        match (self.a == party, self.b == party) {
            (true, _) => Some(self.b),
            (_, true) => Some(self.a),
            _ => None,
        }
    }

    /// What has become of the pair on an issue, if anything has.
    pub fn step(&self, issue: usize) -> Option<&Step> {
        let found = self.steps.binary_search_by_key(&issue, |step| step.issue);
        found.ok().map(|place| &self.steps[place])
    }

    /// The changes behind a step, as places among all changes: one or both of the
    /// parties said something else. None where the issue itself is another.
    pub fn behind(&self, step: &Step, changes: &[Change]) -> Vec<usize> {
        // They stand by party, then by issue.
        let of = |party: usize| {
            let key = |change: &Change| (change.party, change.issue);
            changes.binary_search_by_key(&(party, step.issue), key).ok()
        };
        let says_the_same =
            |place: &usize| matches!(changes[*place].kind, Kind::Repeated | Kind::Edited);
        let both = [self.a, self.b].into_iter().filter_map(of);
        both.filter(|place| !says_the_same(place)).collect()
    }
}

/// The joint issues of a pair, by place in the union.
type Standings = BTreeMap<usize, Standing>;

/// Every pair that stands otherwise on any issue.
pub(super) fn moved(fields: [&Field; 2], union: &Union, changes: &[Change]) -> Vec<Moved> {
    let issues = fields.map(|field| field.scene().dossier.issues.len());
    let places = [0, 1].map(|look| places(union, look, issues[look]));
    let ways = Ways {
        fields,
        union,
        places,
    };
    let parties = 0..union.parties.len();
    let pairs: Vec<[usize; 2]> = parties.array_combinations().collect();
    // Where nobody said anything else and no issue is another, no pair can move.
    let changed: BTreeSet<usize> = changes.iter().map(|change| change.party).collect();
    let recast = union.issues.iter().any(|entry| ways.is_recast(&entry.at));
    pairs
        .into_par_iter()
        .filter(|[a, b]| recast || changed.contains(a) || changed.contains(b))
        .filter_map(|[a, b]| ways.moved(a, b))
        .collect()
}

/// By issue of the look's dossier: its place in the union.
fn places(union: &Union, look: usize, issues: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; issues];
    for (place, entry) in union.issues.iter().enumerate() {
        if let Some(at) = entry.at[look] {
            places[at] = Some(place);
        }
    }
    places
}

struct Ways<'a> {
    fields: [&'a Field<'a>; 2],
    union: &'a Union,
    /// By look, then by issue of its dossier.
    places: [Vec<Option<usize>>; 2],
}

impl Ways<'_> {
    fn is_recast(&self, at: &[Option<usize>]) -> bool {
        let issue = |look: usize| {
            let at = at[look]?;
            Some(&self.fields[look].scene().dossier.issues[at])
        };
        let both = issue(0).zip(issue(1));
        both.is_some_and(|(before, after)| is_recast(before, after))
    }

    fn moved(&self, a: usize, b: usize) -> Option<Moved> {
        let [before, after] = [0, 1].map(|look| self.joint(look, a, b));
        let steps = self.steps(before.as_deref(), after.as_deref());
        (!steps.is_empty()).then(|| Moved {
            a,
            b,
            before: before.map(|joint| self.pair(0, a, b, &joint)),
            after: after.map(|joint| self.pair(1, a, b, &joint)),
            steps,
        })
    }

    /// The joint issues of two parties in a look; nothing where it lacks one of them.
    fn joint(&self, look: usize, a: usize, b: usize) -> Option<Vec<Joint>> {
        let [a, b] = [a, b].map(|place| self.union.parties[place].at[look]);
        Some(self.fields[look].joint(a?, b?).collect())
    }

    fn pair(&self, look: usize, a: usize, b: usize, joint: &[Joint]) -> Pair {
        let party = |place: usize| self.union.parties[place].at[look].unwrap_or(place);
        let (a, b) = (party(a), party(b));
        Pair::of(a.min(b), a.max(b), joint.iter().copied())
    }

    fn steps(&self, before: Option<&[Joint]>, after: Option<&[Joint]>) -> Vec<Step> {
        let before = self.standings(0, before);
        let after = self.standings(1, after);
        let issues: BTreeSet<usize> = before.keys().chain(after.keys()).copied().collect();
        let step = |issue: usize| Step {
            issue,
            before: before.get(&issue).copied(),
            after: after.get(&issue).copied(),
        };
        let steps = issues.into_iter().map(step);
        steps.filter(|step| step.before != step.after).collect()
    }

    fn standings(&self, look: usize, joint: Option<&[Joint]>) -> Standings {
        let joint = joint.unwrap_or_default().iter();
        joint
            .filter_map(|joint| Some((self.places[look][joint.issue]?, joint.standing)))
            .collect()
    }
}
