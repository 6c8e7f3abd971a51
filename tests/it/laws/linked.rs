//! Linked results against a reading of the same relations that tries everything.
//!
//! Nothing here is shared with the program: positions are sets of points, and
//! all chains are walked, of any order and length.

use std::collections::BTreeMap;

use itertools::Itertools;
use proptest::prelude::*;

use crate::harness::sketch::{Kind, Position, Sketch, sketches};

/// The points that are accepted on an issue: sides, levels or options. A range
/// is all of its levels, since every end is one.
type Points = Vec<usize>;

#[derive(Debug, Clone, PartialEq)]
struct Fact {
    issue: usize,
    points: Points,
    chain: Vec<usize>,
}

fn points(kind: Kind, position: Position) -> Points {
    let (low, high) = position.levels;
    match kind {
        Kind::Statement => vec![usize::try_from(position.degree.signum() + 1).unwrap()],
        Kind::Scale | Kind::Quantity => (usize::from(low)..=usize::from(high)).collect(),
        Kind::Choice => (0..4)
            .filter(|at| position.options & (1 << at) != 0)
            .collect(),
    }
}

fn inside(one: &Points, other: &Points) -> bool {
    one.iter().all(|point| other.contains(point))
}

/// Opposite sides, or nothing in common; who is neutral opposes nobody.
fn opposed(kind: Kind, one: &Points, other: &Points) -> bool {
    match kind {
        Kind::Statement => [one[0], other[0]] == [0, 2] || [one[0], other[0]] == [2, 0],
        _ => !one.iter().any(|point| other.contains(point)),
    }
}

/// A sketch read by brute force.
struct Reading<'a>(&'a Sketch);

impl Reading<'_> {
    fn kind(&self, issue: usize) -> Kind {
        self.0.issues[issue].kind
    }

    fn literal(&self, (issue, position): (usize, Position)) -> (usize, Points) {
        (issue, points(self.kind(issue), position))
    }

    /// The position of a party on an issue, and whether it is without condition.
    fn own(&self, party: usize, issue: usize) -> Option<(Points, bool)> {
        let stances = self.0.parties[party].stances.iter();
        let stance = stances.clone().find(|stance| stance.issue == issue)?;
        let known = stance.position.known >= 2;
        known.then(|| {
            let points = points(self.kind(issue), stance.position);
            (points, stance.condition.is_none())
        })
    }

    fn records(&self, party: usize) -> Vec<Fact> {
        let fact = |issue| {
            let (points, firm) = self.own(party, issue)?;
            firm.then_some(Fact {
                issue,
                points,
                chain: Vec::new(),
            })
        };
        (0..self.0.issues.len()).filter_map(fact).collect()
    }

    /// What follows from a fact by each relation that the chain has not used.
    fn steps(&self, fact: &Fact, leads: &Leads) -> Vec<Fact> {
        let mut steps = Vec::new();
        for (at, relation) in self.0.relations.iter().enumerate() {
            if fact.chain.contains(&at) {
                continue;
            }
            let (one, other) = (self.literal(relation.one), self.literal(relation.other));
            for (issue, points) in leads(relation.implies, fact, &one, &other) {
                let chain = fact.chain.iter().copied().chain([at]).collect();
                steps.push(Fact {
                    issue,
                    points,
                    chain,
                });
            }
        }
        steps
    }

    /// Every fact by every chain.
    fn walked(&self, from: Vec<Fact>, leads: &Leads) -> Vec<Fact> {
        let mut all = Vec::new();
        let mut waiting = from;
        while let Some(fact) = waiting.pop() {
            waiting.extend(self.steps(&fact, leads));
            all.push(fact);
        }
        all
    }

    fn holds(&self, party: usize) -> Vec<Fact> {
        let forward = |implies: bool, fact: &Fact, one: &Literal, other: &Literal| {
            let fires = implies && fact.issue == one.0 && inside(&fact.points, &one.1);
            fires.then(|| other.clone()).into_iter().collect()
        };
        plainest(self.walked(self.records(party), &forward))
    }

    fn refuses(&self, party: usize) -> Vec<Fact> {
        let against = |implies: bool, fact: &Fact, one: &Literal, other: &Literal| {
            let holds =
                |literal: &Literal| fact.issue == literal.0 && inside(&fact.points, &literal.1);
            let rejects =
                fact.issue == other.0 && opposed(self.kind(other.0), &fact.points, &other.1);
            let mut refused = Vec::new();
            if implies && rejects {
                refused.push(one.clone());
            }
            if !implies && holds(one) {
                refused.push(other.clone());
            }
            if !implies && holds(other) && one != other {
                refused.push(one.clone());
            }
            refused
        };
        let back = |implies: bool, fact: &Fact, one: &Literal, other: &Literal| {
            let covers = implies && fact.issue == other.0 && inside(&other.1, &fact.points);
            covers.then(|| one.clone()).into_iter().collect()
        };
        let holds = self.holds(party);
        let first = holds.iter().flat_map(|fact| self.steps(fact, &against));
        plainest(self.walked(first.collect(), &back))
    }

    /// Everything that relations say of two parties, one against the other:
    /// whether it repeats a plain verdict, its length, whether it is a clash, its
    /// chain.
    fn meetings(&self, one: usize, other: usize) -> Vec<Meeting> {
        let repeats = |issue| self.own(one, issue).is_some() && self.own(other, issue).is_some();
        let mut meetings = Vec::new();
        let derived = self.holds(one);
        for fact in derived.iter().filter(|fact| !fact.chain.is_empty()) {
            let Some((theirs, true)) = self.own(other, fact.issue) else {
                continue;
            };
            let clash = opposed(self.kind(fact.issue), &fact.points, &theirs);
            if clash || theirs == fact.points {
                let chain = fact.chain.clone();
                meetings.push((repeats(fact.issue), chain.len(), clash, chain));
            }
        }
        let held = self.holds(other);
        for (refused, held) in self.refuses(one).iter().cartesian_product(&held) {
            if refused.issue == held.issue && inside(&held.points, &refused.points) {
                let chain = [refused.chain.clone(), held.chain.clone()].concat();
                meetings.push((repeats(refused.issue), chain.len(), true, chain));
            }
        }
        meetings
    }

    /// One result for each relation: the plainest of those it takes part in.
    fn between(&self, one: usize, other: usize) -> Vec<(bool, Vec<usize>)> {
        let mut meetings = self.meetings(one, other);
        meetings.extend(self.meetings(other, one));
        meetings.sort();
        let (mut used, mut results) = (Vec::new(), Vec::new());
        for (_, _, clash, chain) in meetings {
            if !chain.iter().all(|relation| used.contains(relation)) {
                used.extend(chain.clone());
                results.push((clash, chain));
            }
        }
        results.sort();
        results
    }
}

type Literal = (usize, Points);
type Leads<'a> = dyn Fn(bool, &Fact, &Literal, &Literal) -> Vec<Literal> + 'a;
type Meeting = (bool, usize, bool, Vec<usize>);

/// Of several chains to one fact the shortest, and of those the first.
fn plainest(facts: Vec<Fact>) -> Vec<Fact> {
    let mut best: BTreeMap<(usize, Points), Vec<usize>> = BTreeMap::new();
    let rank = |chain: &Vec<usize>| (chain.len(), chain.clone());
    for fact in facts {
        let known = best
            .entry((fact.issue, fact.points))
            .or_insert(fact.chain.clone());
        if rank(&fact.chain) < rank(known) {
            *known = fact.chain;
        }
    }
    let facts = best.into_iter();
    facts
        .map(|((issue, points), chain)| Fact {
            issue,
            points,
            chain,
        })
        .collect()
}

/// A sketch in which each party says one thing on an issue, and it holds.
fn timeless(mut sketch: Sketch) -> Sketch {
    for party in &mut sketch.parties {
        party.members.clear();
        party.stances = std::mem::take(&mut party.stances)
            .into_iter()
            .unique_by(|stance| stance.issue)
            .collect();
        for stance in &mut party.stances {
            (stance.basis, stance.since, stance.until) = (0, 0, None);
        }
    }
    sketch
}

/// What the program says of two parties: whether it is a clash, and its chain.
fn told(pair: &serde_json::Value) -> Vec<(bool, Vec<usize>)> {
    let number = |relation: &serde_json::Value| relation.as_u64().unwrap() as usize - 1;
    let mut told: Vec<_> = (pair["linked"].as_array().unwrap().iter())
        .map(|linked| {
            let chain = linked["chain"].as_array().unwrap();
            (
                linked["verdict"] == "clash",
                chain.iter().map(number).collect(),
            )
        })
        .collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn linked_results_are_those_that_brute_force_finds(sketch in sketches()) {
        let sketch = timeless(sketch);
        let look = sketch.talks().look();
        for [one, other] in (0..sketch.parties.len()).array_combinations() {
            let pair = look.pair(&format!("p{one}"), &format!("p{other}"));
            prop_assert_eq!(told(pair), Reading(&sketch).between(one, other));
        }
    }
}
