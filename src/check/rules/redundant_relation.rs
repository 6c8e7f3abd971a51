//! A relation that follows from others.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::telling::Telling;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::logic::sound::{self, Redundant};
use crate::syntax::amend::Amendment;
use crate::syntax::route::Route;

static CODE: Code = Code::allow("redundant-relation", "a relation follows from others");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("redundant_relation.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let telling = Telling::of(case);
    let redundant = sound::of(case.dossier).redundant.into_iter();
    redundant
        .map(|redundant| finding(case, &telling, &redundant))
        .collect()
}

fn finding(case: &Case, telling: &Telling, redundant: &Redundant) -> Finding {
    let number = telling.number(redundant.relation);
    let message = match redundant.by.as_slice() {
        [] => format!("relation {number} says what holds anyway"),
        by => format!("relation {number} follows from {}", telling.numbers(by)),
    };
    let route = Route::default().field("relations").index(number - 1);
    let remove = Amendment::Remove { route };
    let place = telling.place(redundant.relation);
    let finding = Finding::new(&CODE, place, message).label(match redundant.by.len() {
        0 => "",
        _ => "says nothing new",
    });
    let finding = redundant.by.iter().fold(finding, |finding, relation| {
        let number = telling.number(*relation);
        finding.also(telling.place(*relation), format!("relation {number}"))
    });
    finding
        .help("take it out, unless its reason is one that the others do not give")
        .fix(Fix::doubtful("take the relation out").amend(&case.files.dossier.file, remove))
}
