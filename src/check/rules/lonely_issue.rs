//! An issue on which one party alone takes a position.

use std::collections::BTreeSet;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::record::dossier::Relation;

static CODE: Code = Code::warn(
    "lonely-issue",
    "only one party takes a position on an issue",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("lonely_issue.md"), look);

/// Where one party alone speaks at all, that is no fault of the issues.
fn look(case: &Case) -> Vec<Finding> {
    let Some(speakers) = case.speakers() else {
        return Vec::new();
    };
    if !case.files.dossier.is_complete("relations") {
        return Vec::new();
    }
    let mut all = speakers.values().flatten();
    let first = all.next();
    if all.all(|party| Some(party) == first) {
        return Vec::new();
    }
    let linked = linked(case);
    let issues = &case.files.dossier.value.issues;
    let lonely = speakers.iter().filter(|(_, parties)| parties.len() == 1);
    lonely
        .filter(|(at, _)| !linked.contains(issues[**at].id.as_str()))
        .flat_map(|(at, parties)| parties.iter().map(|party| (*at, *party)))
        .map(|(at, party)| finding(case, at, case.party(party).0))
        .collect()
}

/// The issues that relations speak of: who takes a position there can be held against
/// those who take one on another issue.
fn linked<'a>(case: &Case<'a>) -> BTreeSet<&'a str> {
    let relations = case.files.dossier.value.relations.iter();
    relations
        .flat_map(|relation| match relation {
            Relation::Implies {
                premise: (one, _),
                conclusion: (other, _),
                ..
            }
            | Relation::Excludes {
                one: (one, _),
                other: (other, _),
                ..
            } => [one.as_str(), other.as_str()],
        })
        .collect()
}

fn finding(case: &Case, at: usize, party: &str) -> Finding {
    let issue = &case.files.dossier.value.issues[at].id;
    let place = case.in_head_field("issues", at, "id");
    let message = format!("only `{party}` takes a position on `{issue}`");
    Finding::new(&CODE, place, message)
        .help("record what another party says, or merge it with an issue that asks the same")
}
