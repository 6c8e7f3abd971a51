//! An issue that no party takes a position on.

use std::collections::BTreeSet;

use crate::check::case::Case;
use crate::check::names;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn("unused-issue", "nobody takes a position on an issue");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unused_issue.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    if !case.all_whole() {
        return Vec::new();
    }
    let issues = &case.files.dossier.value.issues;
    let known: BTreeSet<&str> = issues.iter().map(|issue| issue.id.as_str()).collect();
    let used: BTreeSet<&str> = (case.files.parties.iter())
        .flat_map(|(_, file)| &file.value.stances)
        .map(|stance| stance.issue.as_str())
        .collect();
    let mut spoken_for = names::meant(used.iter().copied(), &known);
    spoken_for.extend(&used);
    // A second issue of one id is left out already: that has been said.
    let issues = issues.iter().enumerate();
    let unused = issues.filter(|(_, issue)| spoken_for.insert(&issue.id));
    unused
        .map(|(at, issue)| {
            let place = case.in_head_field("issues", at, "id");
            let message = format!("no party takes a position on `{}`", issue.id);
            Finding::new(&CODE, place, message)
                .help("record a stance on it, or take it out with `stances remove`")
        })
        .collect()
}
