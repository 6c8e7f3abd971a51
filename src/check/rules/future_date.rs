//! A date that has not come yet.

use crate::check::case::Case;
use crate::check::dating::Misdated;
use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::{Finding, Place};
use crate::record::date::When;
use crate::syntax::route::Route;

static CODE: Code = Code::deny("future-date", "a date has not come yet");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("future_date.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let mut dates = head(case);
    dates.extend(sources(case));
    let future = |date: &When| date.first() > case.today;
    let head = dates.into_iter().filter(|(date, _)| future(date));
    let stances = case.misdated().iter();
    let stances = stances.filter(|(_, wrong)| **wrong == Misdated::Future);
    let stances = stances.map(|(at, _)| {
        let stance = &case.dossier.stances[*at];
        (stance.since, case.field(stance, "since"))
    });
    head.chain(stances)
        .map(|(date, place)| finding(case, date, place))
        .collect()
}

fn head(case: &Case) -> Vec<(When, Place)> {
    let place = case.head(Route::default().field("as_of"));
    let as_of = case.files.dossier.value.as_of;
    as_of.map(|date| (date, place)).into_iter().collect()
}

fn sources(case: &Case) -> Vec<(When, Place)> {
    let sources = case.files.dossier.value.sources.iter().enumerate();
    sources
        .flat_map(|(at, source)| {
            let dates = [
                ("published", source.published),
                ("under_revision", source.under_revision),
            ];
            let place = move |field| case.in_head_field("sources", at, field);
            dates.map(|(field, date)| Some((date?, place(field))))
        })
        .flatten()
        .collect()
}

fn finding(case: &Case, date: When, place: Place) -> Finding {
    let message = format!("`{date}` has not come yet");
    Finding::new(&CODE, place, message)
        .label(format!("today is {}", case.today))
        .help("give the day on which it was said or printed; only `until` may lie ahead")
}
