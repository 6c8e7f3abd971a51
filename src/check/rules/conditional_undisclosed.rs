//! A position that nobody knows hangs on a condition.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::{Position, Stance};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;

static CODE: Code = Code::warn(
    "conditional-undisclosed",
    "a condition stands on a position that nobody knows",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("conditional_undisclosed.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let stances = case.dossier.stances.iter();
    let conditional = stances.filter(|stance| stance.condition.is_some());
    conditional
        .filter_map(|stance| match stance.position {
            Position::Known(_) => None,
            Position::Undisclosed => Some(finding(case, stance, "an undisclosed")),
            Position::Withdrawn => Some(finding(case, stance, "a withdrawn")),
        })
        .collect()
}

fn finding(case: &Case, stance: &Stance, position: &str) -> Finding {
    let message = format!("a condition says nothing on {position} position");
    let route = case.route(stance).field("condition");
    let fix = Fix::doubtful("take the condition out").amend(
        &case.party(stance.party).1.file,
        Amendment::Remove { route },
    );
    Finding::new(&CODE, case.field(stance, "condition"), message)
        .also(case.field(stance, "position"), "this hangs on nothing")
        .help("take the condition out and say in `note` what is known of it, or give the position")
        .fix(fix)
}
