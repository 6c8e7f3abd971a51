//! Stances of one party that relations do not let stand together.

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::telling::{Telling, unfinished};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::logic::clash::{self, Broken, Clash, Clashes};
use crate::logic::sound::{self, Impossible};

static CODE: Code = Code::deny(
    "broken-relation",
    "stances of a party cannot stand together by the relations",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("broken_relation.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    if case.dossier.relations.is_empty() {
        return Vec::new();
    }
    let parties = clash::among(case.dossier);
    if parties.iter().all(|party| party.broken.is_empty()) {
        return Vec::new();
    }
    let telling = Telling::of(case);
    let impossible = sound::of(case.dossier).impossible;
    (parties.iter())
        .flat_map(|clashes| of_party(case, &telling, clashes, &impossible))
        .collect()
}

/// Whether a clash comes of a position that nobody can hold: it takes in the relations
/// that rule the position out, or the party holds it and runs into one of them. That is
/// a fault of the relations, which is said once and not of each party again.
fn is_of_relations(case: &Case, clash: &Clash, impossible: &Impossible) -> bool {
    let literal = &impossible.literal;
    let mut stances = clash.stances.iter().map(|at| &case.dossier.stances[*at]);
    let holds = stances.any(|stance| {
        let outcome = stance.unconditional();
        stance.issue == literal.issue
            && outcome.is_some_and(|outcome| outcome.within(&literal.outcome))
    });
    let mut relations = impossible.relations.iter();
    let counts = |relation: &usize| clash.relations.contains(relation);
    match holds {
        true => relations.any(counts),
        false => relations.all(counts),
    }
}

fn of_party(
    case: &Case,
    telling: &Telling,
    clashes: &Clashes,
    impossible: &[Impossible],
) -> Vec<Finding> {
    let is_due = |broken: &&Broken| {
        let mut impossible = impossible.iter();
        !impossible.any(|set| is_of_relations(case, &broken.clash, set))
    };
    // A record that could not be used may replace one of those that clash.
    let is_sure = |broken: &&Broken| {
        let issues = broken.clash.stances.iter();
        let mut issues = issues.map(|at| case.dossier.stances[*at].issue);
        !issues.any(|issue| case.may_lack(clashes.party, issue))
    };
    let broken = clashes.broken.iter().filter(is_due).filter(is_sure);
    let mut findings = broken
        .map(|broken| finding(case, telling, broken))
        .collect_vec();
    if clashes.more
        && let Some(last) = findings.pop()
    {
        let party = case.party(clashes.party).0;
        findings.push(last.help(unfinished(&format!("`{party}`"))));
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
    chain.fold(finding, Finding::help).help("mend a stance or a relation")
        .help("if the party does contradict itself: `// stances: allow(broken-relation) why` above it")
}
