//! A stance that ends before it begins.

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::record::date::When;
use crate::syntax::amend::Amendment;

static CODE: Code = Code::deny("inverted-period", "a stance ends before it begins");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("inverted_period.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let found = case.misdated().iter();
    let inverted = found.filter(|(_, wrong)| **wrong == Misdated::Inverted);
    inverted
        .filter_map(|(at, _)| {
            let stance = &case.dossier.stances[*at];
            Some(finding(case, stance, stance.until?))
        })
        .collect()
}

fn finding(case: &Case, stance: &Stance, until: When) -> Finding {
    let file = &case.party(stance.party).1.file;
    let set = |field: &str, date: When| Amendment::Set {
        route: case.route(stance).field(field),
        value: format!("\"{date}\""),
    };
    let swap = Fix::doubtful("swap the two days")
        .amend(file, set("since", until))
        .amend(file, set("until", stance.since));
    Finding::new(
        &CODE,
        case.field(stance, "until"),
        "this stance ends before it begins",
    )
    .label("its last day")
    .also(case.field(stance, "since"), "its first day")
    .help("put the earlier day into `since`")
    .fix(swap)
}
