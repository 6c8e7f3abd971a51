//! A stance that begins after everything it cites had been published.

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "stance-after-sources",
    "a stance begins after all of its sources were published",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("stance_after_sources.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let found = case.misdated().iter();
    found
        .filter_map(|(at, wrong)| match wrong {
            Misdated::AfterSources(last) => Some(finding(case, &case.dossier.stances[*at], *last)),
            _ => None,
        })
        .collect()
}

fn finding(case: &Case, stance: &Stance, last: usize) -> Finding {
    let message = "this stance begins after all that it rests on was published";
    Finding::new(&CODE, case.field(stance, "since"), message)
        .label(match case.dossier.sources[last].published {
            Some(day) => format!("its latest source is of {day}"),
            None => String::new(),
        })
        .also(case.in_source(last, "published"), "")
        .help("give the day of which the source speaks")
        .help("if the day is known from elsewhere, add `date: External`")
}
