//! What one party holds and what it cannot accept, by its own records and by relations.
//!
//! Both are least fixed points: a relation is applied as long as it says something
//! new. Shorter chains come first, so the first reason found is a shortest one.

use itertools::Itertools;

use crate::dossier::scene::Scene;
use crate::dossier::{Literal, Rule};
use crate::outcome::Outcome;
use crate::outcome::verdict::{Verdict, verdict};

/// What follows for one party.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// What it holds; its own records first, then by the length of the chain.
    pub holds: Vec<Fact>,
    /// What it cannot accept any part of; by the length of the chain.
    pub refuses: Vec<Fact>,
}

/// Outcomes on an issue, and the relations through which they were reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub outcome: Outcome,
    /// The issue of the party's own record from which the chain starts.
    pub origin: usize,
    /// Indices into the dossier's relations, in the order they were applied;
    /// empty for the party's own record.
    pub through: Vec<usize>,
}

/// What follows from the positions of one party under the lens. Conditional,
/// undisclosed and contradictory positions fire no relation.
pub fn of(scene: &Scene, party: usize) -> Facts {
    let holds = holds(scene, own(scene, party));
    let refuses = refuses(scene, &holds);
    Facts { holds, refuses }
}

fn own(scene: &Scene, party: usize) -> Vec<Fact> {
    let record = |issue: &usize| {
        let outcome = scene.stance(party, *issue)?.unconditional()?;
        Some(Fact {
            issue: *issue,
            outcome: outcome.clone(),
            origin: *issue,
            through: Vec::new(),
        })
    };
    scene.focus.issues.iter().filter_map(record).collect()
}

fn holds(scene: &Scene, own: Vec<Fact>) -> Vec<Fact> {
    let first = own.iter().flat_map(|fact| consequences(scene, fact));
    let waiting = first.collect();
    closed(own, waiting, |fact| consequences(scene, fact))
}

/// The least fixed point: what waits is taken in by the length of its chain, so
/// that the first to say something says it by a shortest one. Of several that
/// are as short, the one whose relations stand first in the file is taken, in
/// whatever order the issues stand.
fn closed(
    mut known: Vec<Fact>,
    mut waiting: Vec<Fact>,
    next: impl Fn(&Fact) -> Vec<Fact>,
) -> Vec<Fact> {
    let rank = |fact: &Fact| (fact.through.len(), fact.through.clone());
    while let Some(at) = (waiting.iter()).position_min_by_key(|fact| rank(fact)) {
        let fact = waiting.swap_remove(at);
        if !known.iter().any(|known| known.says_the_same(&fact)) {
            waiting.extend(next(&fact));
            known.push(fact);
        }
    }
    known
}

/// What a fact implies in one step.
fn consequences(scene: &Scene, held: &Fact) -> Vec<Fact> {
    reached(scene, held, |rule| match rule {
        Rule::Implies {
            premise,
            conclusion,
        } if held.fulfils(premise) => Some(conclusion),
        _ => None,
    })
}

/// What the party cannot accept: the other side of an exclusion, and the premise
/// of an implication whose conclusion it rejects.
fn refuses(scene: &Scene, holds: &[Fact]) -> Vec<Fact> {
    let first = holds.iter().flat_map(|fact| rejections(scene, fact));
    let waiting = first.collect();
    closed(Vec::new(), waiting, |fact| further_rejections(scene, fact))
}

/// What nobody can accept who holds this.
fn rejections(scene: &Scene, held: &Fact) -> Vec<Fact> {
    reached(scene, held, |rule| {
        let refused = match rule {
            Rule::Excludes { one, other } => [
                held.fulfils(one).then_some(other),
                held.fulfils(other).then_some(one),
            ],
            Rule::Implies {
                premise,
                conclusion,
            } => [held.rejects(conclusion, scene).then_some(premise), None],
        };
        refused.into_iter().flatten()
    })
}

/// What nobody can accept who cannot accept any part of this.
fn further_rejections(scene: &Scene, refused: &Fact) -> Vec<Fact> {
    reached(scene, refused, |rule| match rule {
        Rule::Implies {
            premise,
            conclusion,
        } if refused.covers(conclusion) => Some(premise),
        _ => None,
    })
}

/// The facts that relations lead to from here, within the issues in view. A chain
/// uses a relation once: to come back through it adds no reason.
fn reached<'a, Literals: IntoIterator<Item = &'a Literal>>(
    scene: &Scene<'a>,
    from: &Fact,
    leads_to: impl Fn(&'a Rule) -> Literals,
) -> Vec<Fact> {
    let relations = scene.dossier.relations.iter().enumerate();
    relations
        .filter(|(at, _)| !from.through.contains(at))
        .flat_map(|(at, relation)| {
            let literals = leads_to(&relation.rule).into_iter();
            literals.map(move |literal| (at, literal))
        })
        .filter(|(_, literal)| scene.focus.issues.contains(&literal.issue))
        .map(|(at, literal)| from.reach(literal, at))
        .collect()
}

impl Fact {
    /// Whether the literal holds for whoever holds this: all that is accepted
    /// here lies inside the literal.
    fn fulfils(&self, literal: &Literal) -> bool {
        self.issue == literal.issue && self.outcome.within(&literal.outcome)
    }

    /// Whether nothing that is accepted here fits the literal.
    fn rejects(&self, literal: &Literal, scene: &Scene) -> bool {
        let space = scene.dossier.issues[self.issue].space;
        self.issue == literal.issue
            && verdict(space, &self.outcome, &literal.outcome) == Verdict::Conflict
    }

    /// Whether all of the literal lies inside this.
    fn covers(&self, literal: &Literal) -> bool {
        self.issue == literal.issue && literal.outcome.within(&self.outcome)
    }

    /// On a statement the side is all that a fact says.
    fn says_the_same(&self, other: &Fact) -> bool {
        self.issue == other.issue
            && self.outcome.within(&other.outcome)
            && other.outcome.within(&self.outcome)
    }

    /// What a relation leads to from here.
    fn reach(&self, literal: &Literal, relation: usize) -> Fact {
        let mut through = self.through.clone();
        through.push(relation);
        Fact {
            issue: literal.issue,
            outcome: literal.outcome.clone(),
            origin: self.origin,
            through,
        }
    }
}
