//! Stances of one party on one issue that differ and are in force on one day.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::dating::{Misdated, misdated};
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::logic::clash::{self, Contradiction};

static CODE: Code = Code::deny(
    "contradictory-stance",
    "different positions of a party on an issue are in force on one day",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("contradictory_stance.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let parties = clash::among(case.dossier);
    let sets = parties.iter().flat_map(|party| &party.contradictions);
    let sets = sets.collect_vec();
    if sets.is_empty() {
        return Vec::new();
    }
    let misdated = misdated(case);
    let told = sets.into_iter().filter(|set| is_due(set, &misdated));
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
