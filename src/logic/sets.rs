//! Minimal sets of stances and relations that cannot hold together.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::chain::{self, Chain};
use super::minimal::{self, Bounds};
use super::proof::{Member, Program};
use super::web::{Limits, Web};

/// What is to hold together.
#[derive(Debug, Default)]
pub(super) struct Question<'a> {
    /// Indices into the dossier's stances; of those on one issue that differ a set
    /// has one at most, of those that say the same the first speaks for all.
    pub(super) stances: &'a [usize],
    /// What is supposed beside them, and is no member.
    pub(super) given: &'a [Limits],
    /// Sets that need not be told again.
    pub(super) known: Vec<&'a BTreeSet<Member>>,
    /// How many sets to tell at most.
    pub(super) most: usize,
}

/// A minimal set, and why it cannot hold together.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub(super) members: BTreeSet<Member>,
    pub(super) chain: Chain,
}

/// Some sets, and whether there may be more.
#[derive(Debug, Default)]
pub(super) struct Sets {
    pub(super) sets: Vec<Set>,
    pub(super) more: bool,
}

/// The minimal sets of these stances and the relations of the dossier.
pub(super) fn ask(web: &Web, question: &Question) -> Sets {
    let stances = positions(web, question.stances);
    let records = stances.values().flatten().map(|(_, limits)| limits);
    let followed = web.follow(question.given.iter().chain(records), |_| true);
    if !followed.broken {
        return Sets::default();
    }
    let issues: BTreeSet<usize> = (followed.applied.iter())
        .flat_map(|relation| web.dossier.relations[*relation].rule.literals())
        .map(|literal| literal.issue)
        .collect();
    let touched = stances.iter().filter(|(issue, _)| issues.contains(issue));
    let touched: Vec<Vec<Member>> = touched
        .map(|(_, records)| (records.iter().map(|(at, _)| Member::Stance(*at))).collect())
        .collect();
    let relations = followed.applied.into_iter().map(Member::Relation);
    let members = touched.iter().flatten().copied().chain(relations).collect();
    let program = Program::new(web, &members, question.given, None);
    let found = minimal::all(
        &program,
        &Bounds {
            one_of: &(touched.iter().filter(|list| list.len() > 1))
                .filter_map(|list| program.places(list))
                .collect_vec(),
            known: &(question.known.iter())
                .filter_map(|set| program.places(*set))
                .collect_vec(),
            most: question.most,
        },
    );
    let set = |set: &Vec<usize>| {
        let members = set.iter().map(|at| program.members[*at]);
        Some(Set {
            members: members.collect(),
            chain: chain::of(web, &program, set)?,
        })
    };
    Sets {
        sets: found.sets.iter().filter_map(set).collect(),
        more: found.more,
    }
}

/// By issue the records that say something different, each with its limits.
fn positions(web: &Web, stances: &[usize]) -> BTreeMap<usize, Vec<(usize, Limits)>> {
    let mut positions: BTreeMap<usize, Vec<(usize, Limits)>> = BTreeMap::new();
    for stance in stances.iter().unique() {
        let Some(limits) = web.record(*stance) else {
            continue;
        };
        let said = positions.entry(limits.issue).or_default();
        let outcome = |stance: usize| &web.dossier.stances[stance].position;
        if !(said.iter()).any(|(other, _)| outcome(*other) == outcome(*stance)) {
            said.push((*stance, limits));
        }
    }
    positions
}
