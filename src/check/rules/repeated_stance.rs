//! A stance that only repeats the one before it.

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;

static CODE: Code = Code::warn(
    "repeated-stance",
    "a stance repeats the one before it from the same evidence",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("repeated_stance.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let found = case.misdated().iter();
    found
        .filter_map(|(at, wrong)| match wrong {
            Misdated::Repeats(earlier) => {
                let stances = &case.dossier.stances;
                Some(finding(case, &stances[*at], &stances[*earlier]))
            }
            _ => None,
        })
        .collect()
}

fn finding(case: &Case, stance: &Stance, earlier: &Stance) -> Finding {
    let message = "this stance repeats the one before it, from the same evidence";
    let file = &case.party(stance.party).1.file;
    let remove = Amendment::Remove {
        route: case.route(stance),
    };
    Finding::new(&CODE, case.field(stance, "since"), message)
        .also(case.field(earlier, "since"), "the same since this day")
        .help("take it out, or cite what the party said anew")
        .fix(Fix::doubtful("take the repetition out").amend(file, remove))
}
