//! A stance that only repeats the one before it.

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::record::stance as record;
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
    let finding = Finding::new(&CODE, case.field(stance, "since"), message)
        .also(case.field(earlier, "since"), "the same since this day")
        .help("take it out, or cite what the party said anew");
    let differing = differing(case.written(stance), case.written(earlier));
    if !differing.is_empty() {
        let names = differing.iter().map(|name| format!("`{name}`")).join(", ");
        return finding.help(format!(
            "before you take it out, look at what it says otherwise than the first: {names}"
        ));
    }
    let file = &case.party(stance.party).1.file;
    let remove = Amendment::Remove {
        route: case.route(stance),
    };
    finding.fix(Fix::doubtful("take the repetition out").amend(file, remove))
}

/// The fields that would be lost with the later record, or count otherwise.
fn differing(later: &record::Stance, first: &record::Stance) -> Vec<&'static str> {
    let says_more =
        |later: &Option<String>, first: &Option<String>| later.is_some() && later != first;
    [
        ("until", later.until != first.until),
        ("date", later.date != first.date),
        ("gist", says_more(&later.gist, &first.gist)),
        ("quote", says_more(&later.quote, &first.quote)),
        ("note", says_more(&later.note, &first.note)),
        ("confidence", later.confidence != first.confidence),
        ("salience", later.salience != first.salience),
        ("stake", later.stake != first.stake),
        ("coder", says_more(&later.coder, &first.coder)),
        ("confidential", later.confidential != first.confidential),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}
