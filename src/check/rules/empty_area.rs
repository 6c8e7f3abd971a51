//! An area without issues.

use std::collections::BTreeSet;

use crate::check::case::Case;
use crate::check::names;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;

static CODE: Code = Code::warn("empty-area", "no issue belongs to an area");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("empty_area.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let file = &case.files.dossier;
    let areas: BTreeSet<&str> = (file.value.areas.iter())
        .map(|area| area.id.as_str())
        .collect();
    let used: BTreeSet<&str> = (file.value.issues.iter())
        .map(|issue| issue.area.as_str())
        .collect();
    if !file.is_complete("issues") {
        return Vec::new();
    }
    // An issue whose area is misspelt belongs to it: that has been said.
    let mut filled = names::meant(used.iter().copied(), &areas);
    filled.extend(used);
    let areas = file.value.areas.iter().enumerate();
    areas
        .filter(|(_, area)| filled.insert(&area.id))
        .map(|(at, area)| finding(case, at, &area.id))
        .collect()
}

fn finding(case: &Case, at: usize, id: &str) -> Finding {
    let file = &case.files.dossier;
    let remove = Amendment::Remove {
        route: file.route("areas", at),
    };
    let place = case.in_head_field("areas", at, "id");
    Finding::new(&CODE, place, format!("no issue belongs to the area `{id}`"))
        .help("give it its issues, or take it out with `stances remove`")
        .fix(Fix::doubtful("take the area out").amend(&file.file, remove))
}
