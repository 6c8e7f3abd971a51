//! A stance that holds and is older than the dossier allows.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::{age, aged};
use crate::dossier::{Position, Stance};
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "stale-stance",
    "a stance in force is older than `stale_after` allows",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("stale_stance.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let Some(text) = &case.files.dossier.value.checks.stale_after else {
        return Vec::new();
    };
    let Some(age) = age::parse(text) else {
        return Vec::new();
    };
    let is_known = |position: &Position| matches!(position, Position::Known(_));
    let older = aged::older_than(case, age, is_known).into_iter();
    older.map(|stance| finding(case, stance, text)).collect()
}

fn finding(case: &Case, stance: &Stance, age: &str) -> Finding {
    let issue = &case.dossier.issues[stance.issue].id;
    let party = case.party(stance.party).0;
    let message = format!("this stance of `{party}` on `{issue}` is older than `{age}`");
    let day = case.day.map(|day| day.to_string()).unwrap_or_default();
    Finding::new(&CODE, case.field(stance, "since"), message)
        .label(format!("nothing newer as of {day}"))
        .help("look for what the party says now, and add it with `stances revise`")
}
