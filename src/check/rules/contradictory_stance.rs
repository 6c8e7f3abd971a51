//! Stances of one party on one issue that differ and are in force on one day.

use std::collections::BTreeMap;

use itertools::Itertools;
use rayon::prelude::*;

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::logic::clash::{Contradiction, contradictions_of};

static CODE: Code = Code::deny(
    "contradictory-stance",
    "different positions of a party on an issue are in force on one day",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("contradictory_stance.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    // Only who has several stances on an issue can contradict itself.
    let several = case.several().iter();
    let parties = several.map(|records| case.dossier.stances[records[0]].party);
    let parties: Vec<usize> = parties.dedup().collect();
    let sets = parties.into_par_iter();
    let sets = sets.flat_map_iter(|party| contradictions_of(case.dossier, party));
    let sets: Vec<Contradiction> = sets.collect();
    if sets.is_empty() {
        return Vec::new();
    }
    let told = sets.iter().filter(|set| is_due(set, case.misdated()));
    told.map(|set| finding(case, set)).collect()
}

/// A stance of a day that has not come contradicts others by its day, and that has
/// been said.
fn is_due(set: &Contradiction, misdated: &BTreeMap<usize, Misdated>) -> bool {
    let mut wrong = set.stances.iter().map(|at| misdated.get(at));
    !wrong.any(|wrong| wrong == Some(&Misdated::Future))
}

fn finding(case: &Case, set: &Contradiction) -> Finding {
    let stances = set.stances.iter().map(|at| &case.dossier.stances[*at]);
    let mut stances = stances.collect_vec().into_iter();
    let first = stances.next().expect("a contradiction has two sides");
    let party = case.party(first.party).0;
    let issue = &case.dossier.issues[set.issue].id;
    let message = format!(
        "`{party}` holds different positions on `{issue}` on {}",
        set.first
    );
    let place = case.field(first, "position");
    let finding = Finding::new(&CODE, place, message).label("this one");
    let finding = stances.fold(finding, |finding, stance| {
        finding.also(case.field(stance, "position"), "and this one")
    });
    finding.help("give the later one its own day, end the earlier one with `until`, or keep one")
}
