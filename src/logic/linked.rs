//! Linked results: what relations say about two parties.

use std::collections::BTreeSet;

use itertools::Itertools;
use rayon::prelude::*;

use super::facts::{Fact, Facts, Following};
use crate::dossier::scene::Scene;
use crate::outcome::verdict::{Verdict, verdict};

/// What relations say about two parties. It is in no count.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    /// The party from whose record the chain starts, and the issue of that record.
    pub from: (usize, usize),
    /// The party it is held against, and the issue of its record.
    pub to: (usize, usize),
    /// The issue on which the two meet.
    pub on: usize,
    pub verdict: LinkedVerdict,
    /// Indices into the dossier's relations: those from `from` to the meeting
    /// point in the order they apply, then those from `to`.
    pub chain: Vec<usize>,
    /// The relation under which it is told: the one that leads to the meeting
    /// point, unless a plainer result is told under that.
    pub relation: usize,
    /// The two also have comparable positions of their own on that issue: the
    /// result repeats what a plain verdict shows already.
    pub repeats: bool,
}

/// How two parties stand to each other by relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkedVerdict {
    /// The one agrees with what the other is taken to hold.
    Agreement,
    /// The one cannot accept what the other holds or is taken to hold.
    Clash,
}

/// All linked results among the parties in view, by pair, the plainest first.
pub fn among(scene: &Scene) -> Vec<Linked> {
    if scene.dossier.relations.is_empty() {
        return Vec::new();
    }
    let parties = scene.focus.parties.iter().copied().sorted_unstable();
    let following = Following::of(scene);
    let known: Vec<(usize, Facts)> = parties
        .map(|party| (party, following.facts(party)))
        .collect();
    let of_first = |at: usize| {
        let (one, others) = (&known[at], known[at + 1..].iter());
        others.flat_map(move |other| between(scene, one, other))
    };
    // What comes out stands in the order of the parties, whoever is done first.
    (0..known.len())
        .into_par_iter()
        .flat_map_iter(of_first)
        .collect()
}

/// The linked results of two parties, the plainest first.
pub fn of_pair(scene: &Scene, one: usize, other: usize) -> Vec<Linked> {
    let following = Following::of(scene);
    let known = |party| (party, following.facts(party));
    between(scene, &known(one.min(other)), &known(one.max(other)))
}

/// At most one result told under each relation: the plainest of those that need it.
/// What only repeats relations that have been told of says nothing new.
fn between(scene: &Scene, one: &(usize, Facts), other: &(usize, Facts)) -> Vec<Linked> {
    let mut found = meetings(scene, one, other);
    found.extend(meetings(scene, other, one));
    let plainness = |linked: &Linked| (linked.repeats, linked.chain.len(), linked.verdict);
    found.sort_by(|one, other| {
        let by_chain = || (&one.chain, one.from).cmp(&(&other.chain, other.from));
        plainness(one).cmp(&plainness(other)).then_with(by_chain)
    });
    let mut told = BTreeSet::new();
    found.retain_mut(|linked| {
        let meeting = std::iter::once(linked.relation);
        let mut new = meeting
            .chain(linked.chain.iter().copied())
            .filter(|at| !told.contains(at));
        let Some(relation) = new.next() else {
            return false;
        };
        linked.relation = relation;
        told.extend(linked.chain.iter().copied());
        true
    });
    found
}

/// Where what follows for `one` meets what `other` holds.
fn meetings(scene: &Scene, one: &(usize, Facts), other: &(usize, Facts)) -> Vec<Linked> {
    let derived = one.1.holds.iter().filter(|fact| !fact.is_own());
    let taken = derived.filter_map(|fact| {
        let own = other.1.held_on(fact.issue).find(|own| own.is_own())?;
        Some((fact, own, stand(scene, fact, own)?))
    });
    let refused = one.1.refuses.iter().flat_map(|refused| {
        let held = other.1.held_on(refused.issue);
        let inside = held.filter(|held| held.outcome.within(&refused.outcome));
        inside.map(move |held| (refused, held, LinkedVerdict::Clash))
    });
    taken
        .chain(refused)
        .map(|(mine, theirs, verdict)| linked(scene, (one, mine), (other, theirs), verdict))
        .collect()
}

/// How a record stands to what somebody else is taken to hold, if clearly.
fn stand(scene: &Scene, taken: &Fact, own: &Fact) -> Option<LinkedVerdict> {
    let space = scene.dossier.issues[taken.issue].space;
    match verdict(space, &taken.outcome, &own.outcome) {
        Verdict::Agree => Some(LinkedVerdict::Agreement),
        Verdict::Partial => None,
        Verdict::Conflict => Some(LinkedVerdict::Clash),
    }
}

fn linked(
    scene: &Scene,
    ((one, facts), mine): (&(usize, Facts), &Fact),
    ((other, known), theirs): (&(usize, Facts), &Fact),
    verdict: LinkedVerdict,
) -> Linked {
    let compared = |party| scene.comparable(party, mine.issue).is_some();
    let through = facts.through(mine);
    Linked {
        from: (*one, mine.origin),
        to: (*other, theirs.origin),
        on: mine.issue,
        verdict,
        relation: through[through.len() - 1],
        chain: [through, known.through(theirs)].concat(),
        repeats: compared(*one) && compared(*other),
    }
}
