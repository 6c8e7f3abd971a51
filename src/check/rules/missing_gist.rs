//! A stance without a gist.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "missing-gist",
    "a stance is not put into the analyst's words",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("missing_gist.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let stances = case.dossier.stances.iter();
    stances
        .filter(|stance| stance.gist.as_deref().unwrap_or_default().trim().is_empty())
        .map(|stance| {
            let issue = &case.dossier.issues[stance.issue].id;
            let message = format!("this stance on `{issue}` has no gist");
            Finding::new(&CODE, case.field(stance, "issue"), message)
                .help("add `gist`: in a sentence of your own what the party wants")
        })
        .collect()
}
