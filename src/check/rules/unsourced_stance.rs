//! A stance without any evidence.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::deny("unsourced-stance", "a stance has no evidence");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unsourced_stance.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let stances = case.dossier.stances.iter();
    stances
        .filter(|stance| stance.evidence.is_empty())
        .map(|stance| {
            let issue = &case.dossier.issues[stance.issue].id;
            let message = format!("this stance on `{issue}` has no evidence");
            Finding::new(&CODE, case.field(stance, "issue"), message)
                .help("add `evidence`: which source says so, and where in it")
        })
        .collect()
}
