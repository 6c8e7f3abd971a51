//! Stances that begin after the day that the dossier speaks of.

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;
use crate::syntax::route::Route;

static CODE: Code = Code::warn(
    "stance-after-as-of",
    "stances begin after the day that the dossier speaks of",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("stance_after_as_of.md"), look);

/// One day stands for the whole dossier, so all that lies behind it is one finding.
fn look(case: &Case) -> Vec<Finding> {
    let found = case.misdated().iter();
    let after = found.filter(|(_, wrong)| **wrong == Misdated::AfterAsOf);
    let after: Vec<&Stance> = after
        .map(|(at, _)| &case.dossier.stances[*at])
        .sorted_by_key(|stance| stance.since.last())
        .collect();
    finding(case, &after).into_iter().collect()
}

fn finding(case: &Case, after: &[&Stance]) -> Option<Finding> {
    let (first, last) = (after.first()?, after.last()?);
    let route = Route::default().field("as_of");
    let message = match after.len() {
        1 => "a stance begins after the day that the dossier speaks of".to_owned(),
        many => format!("{many} stances begin after the day that the dossier speaks of"),
    };
    let label = match after.len() {
        1 => "it is not shown as of that day",
        _ => "the first of them; none is shown as of that day",
    };
    let later = Amendment::Set {
        route: route.clone(),
        value: format!("\"{}\"", last.since),
    };
    let fix = Fix::doubtful(format!("move the day to {}", last.since));
    Some(
        Finding::new(&CODE, case.head(route), message)
            .also(case.field(first, "since"), label)
            .help(format!(
                "move `as_of` on, to `{}` or later, or look at the stances again",
                last.since
            ))
            .fix(fix.amend(&case.files.dossier.file, later)),
    )
}
