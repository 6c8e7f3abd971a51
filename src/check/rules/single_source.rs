//! A stance rests on one source alone.

use std::collections::BTreeSet;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::allow("single-source", "a stance rests on one source alone");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("single_source.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let stances = case.dossier.stances.iter();
    let single = stances.filter(|stance| sources(stance).len() == 1);
    single.map(|stance| finding(case, stance)).collect()
}

fn sources(stance: &Stance) -> BTreeSet<&str> {
    let proofs = stance.evidence.iter();
    proofs.map(|proof| proof.written.source.as_str()).collect()
}

fn finding(case: &Case, stance: &Stance) -> Finding {
    let message = "this stance rests on one source alone";
    Finding::new(&CODE, case.field(stance, "evidence"), message)
        .help("add a second source that does not repeat the first")
}
