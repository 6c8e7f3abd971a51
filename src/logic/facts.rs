//! What one party holds and what it cannot accept, by its own records and by relations.
//!
//! Both are least fixed points: a relation is applied as long as it says something
//! new. Shorter chains come first, so the first reason found is a shortest one. Of
//! several that are as short, the one whose relations stand first in the file is
//! taken, in whatever order the issues stand.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::by_issue::ByIssue;
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
    /// Places in `holds`, by issue.
    held_on: BTreeMap<usize, Vec<usize>>,
    /// Places in `refuses`, by issue.
    refused_on: BTreeMap<usize, Vec<usize>>,
}

/// Outcomes on an issue, and the relations through which they were reached. A chain
/// is told from its end: each fact knows only its last step, so that long chains
/// cost no more than short ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub outcome: Outcome,
    /// The issue of the party's own record from which the chain starts.
    pub origin: usize,
    /// The last step of the chain; nothing for the party's own record.
    step: Option<Step>,
    /// The place of its chain among all that are as long, by their relations.
    rank: usize,
}

/// The last step of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    relation: usize,
    from: Place,
    /// The last fact of the chain that is held, as a place in `holds`.
    held: usize,
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Held(usize),
    Refused(usize),
}

/// A scene, ready to be asked what follows.
#[derive(Debug)]
pub struct Following<'a> {
    scene: &'a Scene<'a>,
    by_issue: ByIssue,
    in_view: BTreeSet<usize>,
}

impl<'a> Following<'a> {
    /// What follows through this lens.
    pub fn of(scene: &'a Scene<'a>) -> Self {
        Self {
            scene,
            by_issue: ByIssue::of(scene.dossier),
            in_view: scene.focus.issues.iter().copied().collect(),
        }
    }

    /// What follows from the positions of one party under the lens. Conditional,
    /// undisclosed and contradictory positions fire no relation.
    pub fn facts(&self, party: usize) -> Facts {
        let mut facts = Facts::default();
        for issue in &self.scene.focus.issues {
            let stance = self.scene.stance(party, *issue);
            if let Some(outcome) = stance.and_then(|stance| stance.unconditional()) {
                facts.hold(Fact {
                    issue: *issue,
                    outcome: outcome.clone(),
                    origin: *issue,
                    step: None,
                    rank: 0,
                });
            }
        }
        let (mut held, mut refused) = (0, 0);
        while held < facts.holds.len() || refused < facts.refuses.len() {
            let last = (held, refused);
            (held, refused) = (facts.holds.len(), facts.refuses.len());
            self.take_in(&mut facts, last);
        }
        facts
    }

    /// Takes in the facts that are one step further than the last ones, which begin
    /// at these places.
    fn take_in(&self, facts: &mut Facts, (held, refused): (usize, usize)) {
        let (mut to_hold, mut to_refuse) = (Vec::new(), Vec::new());
        for at in held..facts.holds.len() {
            self.consequences(facts, at, &mut to_hold);
            self.rejections(facts, at, &mut to_refuse);
        }
        for at in refused..facts.refuses.len() {
            self.further_rejections(facts, at, &mut to_refuse);
        }
        let order = |next: &Next| (next.rank, next.step.relation);
        let chains = to_hold.iter().chain(&to_refuse).map(order);
        let chains: Vec<(usize, usize)> = chains.sorted_unstable().dedup().collect();
        let rank = |next: &Next| chains.partition_point(|chain| *chain < order(next));
        to_hold.sort_by_key(order);
        for next in to_hold {
            let fact = facts.reach(&next, rank(&next));
            if !facts.knows(&facts.holds, &facts.held_on, &fact) {
                facts.hold(fact);
            }
        }
        to_refuse.sort_by_key(order);
        for next in to_refuse {
            let fact = facts.reach(&next, rank(&next));
            let is_new = !facts.knows(&facts.refuses, &facts.refused_on, &fact);
            if is_new && !facts.led_to(next.step.held, next.step.relation) {
                facts.refuse(fact);
            }
        }
    }

    /// What a held fact implies in one step.
    fn consequences(&self, facts: &Facts, at: usize, next: &mut Vec<Next<'a>>) {
        let held = &facts.holds[at];
        self.step(held, Place::Held(at), at, next, |rule| match rule {
            Rule::Implies {
                premise,
                conclusion,
            } if held.fulfils(premise) => [Some(conclusion), None],
            _ => [None, None],
        });
    }

    /// What nobody can accept who holds this: the other side of an exclusion, and the
    /// premise of an implication whose conclusion it rejects.
    fn rejections(&self, facts: &Facts, at: usize, next: &mut Vec<Next<'a>>) {
        let held = &facts.holds[at];
        self.step(held, Place::Held(at), at, next, |rule| match rule {
            Rule::Excludes { one, other } => [
                held.fulfils(one).then_some(other),
                held.fulfils(other).then_some(one),
            ],
            Rule::Implies {
                premise,
                conclusion,
            } => [
                held.rejects(conclusion, self.scene).then_some(premise),
                None,
            ],
        });
    }

    /// What nobody can accept who cannot accept any part of this.
    fn further_rejections(&self, facts: &Facts, at: usize, next: &mut Vec<Next<'a>>) {
        let refused = &facts.refuses[at];
        let held = refused.step.map_or(0, |step| step.held);
        self.step(refused, Place::Refused(at), held, next, |rule| match rule {
            Rule::Implies {
                premise,
                conclusion,
            } if refused.covers(conclusion) => [Some(premise), None],
            _ => [None, None],
        });
    }

    /// Where relations lead to from here, within the issues in view.
    fn step(
        &self,
        fact: &Fact,
        from: Place,
        held: usize,
        next: &mut Vec<Next<'a>>,
        leads_to: impl Fn(&'a Rule) -> [Option<&'a Literal>; 2],
    ) {
        for relation in self.by_issue.on(fact.issue) {
            let literals = leads_to(&self.scene.dossier.relations[*relation].rule);
            let literals = literals.into_iter().flatten();
            let in_view = literals.filter(|literal| self.in_view.contains(&literal.issue));
            next.extend(in_view.map(|literal| Next {
                literal,
                origin: fact.origin,
                step: Step {
                    relation: *relation,
                    from,
                    held,
                },
                rank: fact.rank,
            }));
        }
    }
}

/// Where a relation leads to from a fact of this rank.
struct Next<'a> {
    literal: &'a Literal,
    origin: usize,
    step: Step,
    rank: usize,
}

impl Facts {
    /// The relations through which a fact of these was reached, as indices into the
    /// dossier's, in the order they were applied; empty for the party's own record.
    pub fn through(&self, fact: &Fact) -> Vec<usize> {
        let mut through: Vec<usize> = self.back(fact).collect();
        through.reverse();
        through
    }

    /// What it holds on an issue; its own record first, then by the length of the chain.
    pub fn held_on(&self, issue: usize) -> impl Iterator<Item = &Fact> {
        let places = self.held_on.get(&issue).into_iter().flatten();
        places.map(|at| &self.holds[*at])
    }

    /// The relations of a chain from its end.
    fn back<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = usize> + 'a {
        let steps = std::iter::successors(fact.step, |step| match step.from {
            Place::Held(at) => self.holds[at].step,
            Place::Refused(at) => self.refuses[at].step,
        });
        steps.map(|step| step.relation)
    }

    /// Whether a held fact was reached through this relation. A chain uses a relation
    /// once: to come back through it adds no reason. What is held or refused a second
    /// time is known anyway, so that only a way back from what is held has to be
    /// looked at.
    fn led_to(&self, held: usize, relation: usize) -> bool {
        self.back(&self.holds[held]).contains(&relation)
    }

    fn knows(&self, known: &[Fact], on: &BTreeMap<usize, Vec<usize>>, fact: &Fact) -> bool {
        let places = on.get(&fact.issue).into_iter().flatten();
        places.into_iter().any(|at| known[*at].says_the_same(fact))
    }

    fn reach(&self, next: &Next, rank: usize) -> Fact {
        Fact {
            issue: next.literal.issue,
            outcome: next.literal.outcome.clone(),
            origin: next.origin,
            step: Some(next.step),
            rank,
        }
    }

    fn hold(&mut self, fact: Fact) {
        let places = self.held_on.entry(fact.issue).or_default();
        places.push(self.holds.len());
        self.holds.push(fact);
    }

    fn refuse(&mut self, fact: Fact) {
        let places = self.refused_on.entry(fact.issue).or_default();
        places.push(self.refuses.len());
        self.refuses.push(fact);
    }
}

impl Fact {
    /// Whether it is what the party's own record says.
    pub fn is_own(&self) -> bool {
        self.step.is_none()
    }

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
}
