//! The relations of a dossier, laid out for drawing consequences from them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::by_issue::ByIssue;
use super::limits::{self, Limit, Number};
use crate::dossier::{Dossier, Literal, Rule};
use crate::outcome::Space;

/// The relations of a dossier with the limits that their literals set.
#[derive(Debug)]
pub(super) struct Web<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) by_issue: ByIssue,
    /// Of each relation.
    pub(super) rules: Vec<Bound>,
    /// Issues on which a literal accepts all that there is, and so holds for all.
    always: BTreeSet<usize>,
}

/// A relation in limits.
#[derive(Debug, Clone)]
pub(super) enum Bound {
    Implies { premise: Limits, conclusion: Limits },
    Excludes { one: Limits, other: Limits },
}

/// What somebody rules out on an issue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Limits {
    pub(super) issue: usize,
    pub(super) limits: Vec<Limit>,
}

/// What comes of some positions.
#[derive(Debug, Default)]
pub(super) struct Followed {
    /// The relations that apply: implications whose premise holds, exclusions of
    /// which both sides hold. Limits only add up, so whatever applies for some of
    /// the positions is among these: no other relation takes part in a contradiction.
    pub(super) applied: BTreeSet<usize>,
    /// Whether something cannot hold together.
    pub(super) broken: bool,
    known: BTreeMap<usize, Known>,
}

/// What is ruled out on one issue.
#[derive(Debug, Clone, Default, PartialEq)]
struct Known {
    not: BTreeSet<usize>,
    not_below: Option<Number>,
    not_above: Option<Number>,
}

impl Bound {
    /// The literals it waits for, in their order in the relation.
    pub(super) fn waits_for(&self) -> Vec<&Limits> {
        match self {
            Bound::Implies { premise, .. } => vec![premise],
            Bound::Excludes { one, other } => vec![one, other],
        }
    }
}

impl<'a> Web<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        let mut web = Self {
            dossier,
            by_issue: ByIssue::of(dossier),
            rules: Vec::new(),
            always: BTreeSet::new(),
        };
        for relation in &dossier.relations {
            let [one, other] = relation.rule.literals().map(|literal| web.limits(literal));
            let both = [&one, &other].into_iter();
            let open = both.filter(|literal| literal.limits.is_empty());
            web.always.extend(open.map(|literal| literal.issue));
            web.rules.push(match relation.rule {
                Rule::Implies { .. } => Bound::Implies {
                    premise: one,
                    conclusion: other,
                },
                Rule::Excludes { .. } => Bound::Excludes { one, other },
            });
        }
        web
    }

    pub(super) fn space(&self, issue: usize) -> Space {
        self.dossier.issues[issue].space
    }

    fn limits(&self, literal: &Literal) -> Limits {
        Limits {
            issue: literal.issue,
            limits: limits::of(self.space(literal.issue), &literal.outcome),
        }
    }

    /// What a record accepts, where it is known and without condition.
    pub(super) fn record(&self, stance: usize) -> Option<Limits> {
        let stance = &self.dossier.stances[stance];
        let outcome = stance.unconditional()?;
        Some(Limits {
            issue: stance.issue,
            limits: limits::of(self.space(stance.issue), outcome),
        })
    }

    /// For each issue that relations speak of, the first issue of those that they
    /// link with it, directly or through others: what stands in different parts has
    /// nothing to do with each other.
    pub(super) fn parts(&self) -> BTreeMap<usize, usize> {
        let mut parts = BTreeMap::new();
        for first in 0..self.dossier.issues.len() {
            let mut open = vec![first];
            while let Some(issue) = open.pop() {
                let relations = self.by_issue.on(issue);
                if !relations.is_empty() && !parts.contains_key(&issue) {
                    parts.insert(issue, first);
                    let rules = relations.iter().map(|at| &self.dossier.relations[*at].rule);
                    open.extend(rules.flat_map(|rule| rule.literals().map(|side| side.issue)));
                }
            }
        }
        parts
    }

    /// What comes of these positions by the relations that `counts` lets through.
    pub(super) fn follow<'b>(
        &self,
        given: impl IntoIterator<Item = &'b Limits>,
        counts: impl Fn(usize) -> bool,
    ) -> Followed {
        let mut followed = Followed::default();
        let mut turned: VecDeque<usize> = self.always.iter().copied().collect();
        for limits in given {
            followed.take(self, limits, &mut turned);
        }
        while let Some(issue) = turned.pop_front() {
            for relation in self.by_issue.on(issue) {
                if counts(*relation) && !followed.applied.contains(relation) {
                    followed.apply(self, *relation, &mut turned);
                }
            }
        }
        followed
    }
}

impl Followed {
    /// Whether the party cannot accept anything beyond this.
    pub(super) fn holds(&self, literal: &Limits) -> bool {
        let none = Known::default();
        let known = self.known.get(&literal.issue).unwrap_or(&none);
        literal.limits.iter().all(|limit| known.has(*limit))
    }

    fn apply(&mut self, web: &Web, relation: usize, turned: &mut VecDeque<usize>) {
        match &web.rules[relation] {
            Bound::Implies {
                premise,
                conclusion,
            } if self.holds(premise) => {
                self.applied.insert(relation);
                self.take(web, conclusion, turned);
            }
            Bound::Excludes { one, other } if self.holds(one) && self.holds(other) => {
                self.applied.insert(relation);
                self.broken = true;
            }
            _ => (),
        }
    }

    fn take(&mut self, web: &Web, limits: &Limits, turned: &mut VecDeque<usize>) {
        let known = self.known.entry(limits.issue).or_default();
        let mut changed = false;
        for limit in &limits.limits {
            if !known.has(*limit) {
                known.add(*limit);
                changed = true;
            }
        }
        if changed {
            self.broken |= known.leaves_nothing(web.space(limits.issue));
            turned.push_back(limits.issue);
        }
    }
}

impl Known {
    fn has(&self, limit: Limit) -> bool {
        match limit {
            Limit::Not(option) => self.not.contains(&option),
            Limit::NotBelow(number) => self.not_below.is_some_and(|known| known >= number),
            Limit::NotAbove(number) => self.not_above.is_some_and(|known| known <= number),
        }
    }

    fn add(&mut self, limit: Limit) {
        match limit {
            Limit::Not(option) => {
                self.not.insert(option);
            }
            Limit::NotBelow(number) => self.not_below = Some(number),
            Limit::NotAbove(number) => self.not_above = Some(number),
        }
    }

    fn leaves_nothing(&self, space: Space) -> bool {
        let crossed = self.not_below.zip(self.not_above);
        let crossed = crossed.is_some_and(|(lo, hi)| lo.above(hi) > space.tolerance());
        crossed || !self.not.is_empty() && self.not.len() == limits::count(space)
    }
}
