//! What is wrong with the relations of a dossier, whoever holds what.
//!
//! Relations that hold for everybody, as those of a dossier do, should leave each
//! position that they speak of to somebody. The meaning of a relation is that of
//! `clash`: what holds for a party is what follows for it from all of them.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::chain::Chain;
use super::clash::MOST;
use super::proof::{Member, Program};
use super::sets::{self, Question, Set};
use super::web::{Bound, Followed, Limits, Web};
use crate::dossier::{Dossier, Literal};

/// What is wrong with relations by themselves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Soundness {
    /// Minimal sets of relations that no party at all can satisfy: only possible
    /// where literals accept whatever there is. Everything follows from such a set, so
    /// where there is one nothing else is told.
    pub contradictory: Vec<Together>,
    /// Positions that relations speak of and that nobody can hold.
    pub impossible: Vec<Impossible>,
    /// Relations that never apply, as indices into the dossier's: nobody can hold the
    /// premise, or one of the two sides of an exclusion.
    pub never: Vec<usize>,
    /// Relations that say nothing new. All of them can go at once; of two that say the
    /// same the later one is told. One that never applies is not told here too.
    pub redundant: Vec<Redundant>,
    /// Whether there may be more sets than are told, of [`MOST`] at most of each kind.
    pub more: bool,
}

/// A minimal set of relations that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Indices into the dossier's relations, sorted.
    pub relations: Vec<usize>,
    pub chain: Chain,
}

/// A position that nobody can hold, by a minimal set of relations. What is impossible
/// only because it leads to such a position is not told again.
#[derive(Debug, Clone, PartialEq)]
pub struct Impossible {
    /// As a relation speaks of it.
    pub literal: Literal,
    /// Indices into the dossier's relations, sorted.
    pub relations: Vec<usize>,
    /// It begins with the supposition that somebody holds the position.
    pub chain: Chain,
}

/// A relation that follows from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redundant {
    /// An index into the dossier's relations.
    pub relation: usize,
    /// Relations it follows from, none of which can be spared, sorted; none where it
    /// says what holds anyway.
    pub by: Vec<usize>,
}

/// What is wrong with the relations of this dossier.
pub fn of(dossier: &Dossier) -> Soundness {
    let web = Web::new(dossier);
    let unsound = sets::ask(&web, &question(&[], Vec::new()));
    if !unsound.sets.is_empty() {
        let together = unsound.sets.into_iter().map(|set| Together {
            relations: relations(&set),
            chain: set.chain,
        });
        return Soundness {
            contradictory: together
                .sorted_by(|one, other| one.relations.cmp(&other.relations))
                .collect(),
            more: unsound.more,
            ..Soundness::default()
        };
    }
    let dead = dead(&web);
    let never: Vec<usize> = (dead.iter())
        .flat_map(|literal| literal.relations.iter().copied())
        .sorted_unstable()
        .dedup()
        .collect();
    let (impossible, more) = impossible(&web, dead);
    Soundness {
        contradictory: Vec::new(),
        impossible,
        redundant: redundant(&web, &never),
        never,
        more,
    }
}

/// A literal on which a relation waits, and that can hold for nobody.
struct Dead {
    limits: Limits,
    literal: Literal,
    /// The relations that wait for it.
    relations: Vec<usize>,
    /// How many relations apply where it holds.
    reach: usize,
}

fn dead(web: &Web) -> Vec<Dead> {
    let mut dead: Vec<Dead> = Vec::new();
    let waits = (web.rules.iter().enumerate())
        .flat_map(|(at, rule)| {
            let literals = web.dossier.relations[at].rule.literals();
            let waits = rule.waits_for();
            waits.into_iter().zip(literals).map(move |wait| (at, wait))
        })
        .sorted_by(|(_, (one, _)), (_, (other, _))| one.cmp(other));
    let by_limits = waits.into_iter().chunk_by(|(_, (limits, _))| *limits);
    for (limits, waits) in &by_limits {
        let followed = web.follow([limits], |_| true);
        if followed.broken {
            let waits: Vec<_> = waits.collect();
            dead.push(Dead {
                limits: limits.clone(),
                literal: waits[0].1.1.clone(),
                relations: waits.iter().map(|(at, _)| *at).collect(),
                reach: followed.applied.len(),
            });
        }
    }
    dead
}

/// The minimal sets behind dead literals. Those that reach least are asked first:
/// what others only lead to is known by then.
fn impossible(web: &Web, mut dead: Vec<Dead>) -> (Vec<Impossible>, bool) {
    dead.sort_by_key(|literal| (literal.reach, literal.relations.first().copied()));
    let mut found: Vec<(Set, Literal)> = Vec::new();
    let mut more = false;
    for literal in dead {
        let known = found.iter().map(|(set, _)| &set.members).collect();
        let given = [literal.limits];
        let sets = sets::ask(
            web,
            &Question {
                most: MOST - found.len(),
                ..question(&given, known)
            },
        );
        more |= sets.more;
        let sets = sets.sets.into_iter();
        found.extend(sets.map(|set| (set, literal.literal.clone())));
    }
    let is_least = |set: &Set| {
        let mut others = found.iter().map(|(other, _)| &other.members);
        !others.any(|other| *other != set.members && other.is_subset(&set.members))
    };
    let least = found.iter().filter(|(set, _)| is_least(set));
    let impossible = least.map(|(set, literal)| Impossible {
        literal: literal.clone(),
        relations: relations(set),
        chain: set.chain.clone(),
    });
    let sorted = impossible.sorted_by(|one, other| one.relations.cmp(&other.relations));
    (sorted.collect(), more)
}

/// From the last relation to the first: what follows from those that are left goes.
/// What it follows from is told once it is known what is left in the end.
fn redundant(web: &Web, never: &[usize]) -> Vec<Redundant> {
    let mut kept = vec![true; web.rules.len()];
    for relation in (0..web.rules.len()).rev() {
        if never.binary_search(&relation).is_err() {
            kept[relation] = false;
            kept[relation] = reached(web, relation, &kept).is_none();
        }
    }
    let gone = kept.iter().positions(|kept| !kept);
    gone.filter_map(|relation| {
        let by = behind(web, relation, &kept)?;
        Some(Redundant { relation, by })
    })
    .collect()
}

/// What a relation says, as a question: what it starts from, and what is to come of
/// that; a contradiction where there is nothing.
fn goal(rule: &Bound) -> (Vec<Limits>, Option<&Limits>) {
    match rule {
        Bound::Implies {
            premise,
            conclusion,
        } => (vec![premise.clone()], Some(conclusion)),
        Bound::Excludes { one, other } => (vec![one.clone(), other.clone()], None),
    }
}

/// What comes of the beginning of a relation by those that are kept, if that is what
/// it says.
fn reached(web: &Web, relation: usize, kept: &[bool]) -> Option<Followed> {
    let (given, goal) = goal(&web.rules[relation]);
    let followed = web.follow(&given, |at| kept[at]);
    let is_reached = followed.broken || goal.is_some_and(|goal| followed.holds(goal));
    is_reached.then_some(followed)
}

/// A minimal set of kept relations that say what this one says, if they do.
fn behind(web: &Web, relation: usize, kept: &[bool]) -> Option<Vec<usize>> {
    let (given, goal) = goal(&web.rules[relation]);
    let applied = reached(web, relation, kept)?.applied.into_iter();
    let members = applied.map(Member::Relation).collect();
    let program = Program::new(web, &members, &given, goal);
    let set = program.minimal(vec![true; members.len()])?;
    let by = set.iter().filter_map(|at| program.members[*at].relation());
    Some(by.collect())
}

fn question<'a>(given: &'a [Limits], known: Vec<&'a BTreeSet<Member>>) -> Question<'a> {
    Question {
        stances: &[],
        given,
        known,
        most: MOST,
    }
}

fn relations(set: &Set) -> Vec<usize> {
    let relations = set.members.iter().copied();
    relations.filter_map(Member::relation).collect()
}
