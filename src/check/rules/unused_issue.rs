//! An issue that no party takes a position on.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn("unused-issue", "nobody takes a position on an issue");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unused_issue.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let speakers = case.speakers().into_iter().flatten();
    let unused = speakers.filter(|(_, parties)| parties.is_empty());
    unused
        .map(|(at, _)| {
            let place = case.in_head_field("issues", *at, "id");
            let id = &case.files.dossier.value.issues[*at].id;
            let message = format!("no party takes a position on `{id}`");
            Finding::new(&CODE, place, message)
                .help("record a stance on it, or take it out with `stances remove`")
        })
        .collect()
}
