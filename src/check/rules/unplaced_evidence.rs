//! Evidence that names a source and no place in it.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::record::stance::Evidence;

static CODE: Code = Code::warn(
    "unplaced-evidence",
    "evidence does not say where in its source it stands",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unplaced_evidence.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let parties = 0..case.files.parties.len();
    parties.flat_map(|party| of_party(case, party)).collect()
}

/// Notes cite sources as stances do.
fn of_party(case: &Case, party: usize) -> Vec<Finding> {
    let stances = case.stances_of(party).iter();
    let stances = stances.map(|stance| ("stances", stance.record, &case.written(stance).evidence));
    let notes = case.party(party).1.value.notes.iter().enumerate();
    let notes = notes.map(|(at, note)| ("notes", at, &note.evidence));
    let records = stances.chain(notes);
    records
        .flat_map(|(list, at, evidence)| of_record(case, party, (list, at), evidence))
        .collect()
}

/// `record` is a list of the file and an index in it.
fn of_record<'a>(
    case: &'a Case,
    party: usize,
    (list, record): (&'static str, usize),
    evidence: &'a [Evidence],
) -> impl Iterator<Item = Finding> {
    let unplaced = evidence.iter().enumerate().filter(|(_, piece)| {
        let place = piece.at.as_deref().unwrap_or_default();
        place.trim().is_empty()
    });
    unplaced.map(move |(at, piece)| {
        let route = case.party(party).1.route(list, record);
        let place = case.in_party(party, route.field("evidence").index(at));
        let message = format!("nobody can tell where in `{}` this stands", piece.source);
        Finding::new(&CODE, place, message)
            .help("add `at`: the page, the paragraph, the article or the minute")
    })
}
