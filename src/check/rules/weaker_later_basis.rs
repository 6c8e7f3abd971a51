//! A newer record of weaker basis that says something else and does not count.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::dossier::scene::{Cell, Held};
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "weaker-later-basis",
    "a newer stance that is not declared differs from the declared one",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("weaker_later_basis.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    // Only where a party has several stances on an issue one stands beside another.
    if case.several().is_empty() {
        return Vec::new();
    }
    let scene = case.scene();
    let mut findings = Vec::new();
    for party in 0..case.dossier.parties.len() {
        for issue in 0..case.dossier.issues.len() {
            if let Cell::Held(held) = scene.cell(party, issue) {
                findings.extend(differing(case, held));
            }
        }
    }
    findings
}

/// Of several that stand beside the declared one each is one to be looked at.
fn differing<'a>(case: &'a Case, held: &'a Held) -> impl Iterator<Item = Finding> + 'a {
    let stances = &case.dossier.stances;
    let declared = &stances[held.stance];
    let weaker = held.weaker.iter().map(|at| &stances[*at]);
    weaker
        .filter(|weaker| !weaker.says_the_same(declared))
        .map(|weaker| finding(case, weaker, declared))
}

fn finding(case: &Case, weaker: &Stance, declared: &Stance) -> Finding {
    let word = weaker.basis.kind().name();
    let word = match word {
        "conduct" => "read from conduct",
        word => word,
    };
    let message = format!("this stance is {word} and does not replace the declared one");
    Finding::new(&CODE, case.field(weaker, "basis"), message)
        .also(case.field(declared, "basis"), "this one counts")
        .help("find where the party says so itself")
        .help("if what it declared no longer holds, end that with `until`")
}
