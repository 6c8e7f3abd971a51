//! Stances of one party that relations do not let stand together.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::telling::Telling;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::logic::clash::{self, Broken, Clashes, MOST};
use crate::logic::sound;

static CODE: Code = Code::deny(
    "broken-relation",
    "stances of a party cannot stand together by the relations",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("broken_relation.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let parties = clash::among(case.dossier);
    if parties.iter().all(|party| party.broken.is_empty()) {
        return Vec::new();
    }
    let telling = Telling::of(case);
    let impossible = sound::of(case.dossier).impossible.into_iter();
    let doubtful = impossible.flat_map(|set| set.relations).collect();
    // A record that could not be used may replace one of those that clash.
    let parties = parties
        .iter()
        .filter(|clashes| case.has_all_stances(clashes.party));
    parties
        .flat_map(|clashes| of_party(case, &telling, clashes, &doubtful))
        .collect()
}

/// While relations contradict each other they have to be mended first: what parties
/// break of them may be right.
fn of_party(
    case: &Case,
    telling: &Telling,
    clashes: &Clashes,
    doubtful: &BTreeSet<usize>,
) -> Vec<Finding> {
    let is_due = |broken: &&Broken| {
        let mut relations = broken.clash.relations.iter();
        !relations.any(|relation| doubtful.contains(relation))
    };
    let broken = clashes.broken.iter().filter(is_due);
    let mut findings = broken
        .map(|broken| finding(case, telling, broken))
        .collect_vec();
    if clashes.more
        && let Some(last) = findings.pop()
    {
        let party = case.party(clashes.party).0;
        let more = format!("there is more of this in `{party}`: {MOST} are told at most");
        findings.push(last.help(more));
    }
    findings
}

/// The stance from which the chain starts is the place, all others are shown with it.
fn finding(case: &Case, telling: &Telling, broken: &Broken) -> Finding {
    let clash = &broken.clash;
    let stances = clash.stances.iter().map(|at| &case.dossier.stances[*at]);
    let mut stances = stances.collect_vec().into_iter();
    let first = stances.next().expect("a clash has a stance");
    let party = case.party(first.party).0;
    let (by, day) = (telling.numbers(&clash.relations), broken.first);
    let message = match clash.stances.len() {
        1 => format!("by {by} `{party}` cannot hold this on {day}"),
        _ => format!("by {by} `{party}` cannot hold these together on {day}"),
    };
    let place = case.field(first, "position");
    let finding = Finding::new(&CODE, place, message).label("holds this");
    let finding = stances.fold(finding, |finding, stance| {
        finding.also(case.field(stance, "position"), "and this")
    });
    let finding = clash.relations.iter().fold(finding, |finding, relation| {
        let number = telling.number(*relation);
        finding.also(telling.place(*relation), format!("relation {number}"))
    });
    let chain = telling.chain(&clash.chain, None).into_iter();
    chain
        .fold(finding, Finding::help)
        .help("mend a stance or a relation; if the party does contradict itself, allow it here")
}
