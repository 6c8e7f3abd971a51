//! A stance declared by somebody who speaks for another party.

use std::collections::BTreeMap;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::{Basis, Stance};
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "foreign-speaker",
    "a stance is declared by somebody who speaks for another party",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("foreign_speaker.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let voices = case.voices();
    let mut foreign: BTreeMap<(usize, &str), Vec<&Stance>> = BTreeMap::new();
    // Whoever gives a member what its group says takes the group's speaker along.
    let of_groups = case.copies();
    for (at, stance) in case.dossier.stances.iter().enumerate() {
        match &stance.basis {
            Basis::Declared(by)
                if voices.elsewhere(by, stance.party).is_some()
                    && !of_groups.contains_key(&at)
                    && !voices.speaks_for(by, stance.party) =>
            {
                foreign.entry((stance.party, by)).or_default().push(stance);
            }
            _ => {}
        }
    }
    let foreign = foreign.into_iter();
    foreign
        .filter(|((party, _), _)| case.has_all_voices(*party))
        .filter_map(|((_, by), stances)| finding(case, by, &stances))
        .collect()
}

/// One finding for each speaker in a file, however often it is named there; nothing
/// where nobody lists it.
fn finding(case: &Case, by: &str, stances: &[&Stance]) -> Option<Finding> {
    let (party, first) = (stances[0].party, stances[0]);
    let (other, at) = case.voices().elsewhere(by, party)?;
    let listed = case.party(other).1.route("speakers", at).field("name");
    let listed = case.in_party(other, listed);
    let (here, other) = (case.party(party).0, case.party(other).0);
    let place = case.in_party(party, case.route(first).field("basis").field("by"));
    let message = format!("`{by}` does not speak for `{here}`");
    Some(
        Finding::new(&CODE, place, message)
            .label(match stances.len() {
                1 => String::new(),
                2 => "and in one record more".to_owned(),
                several => format!("and in {} records more", several - 1),
            })
            .also(listed, format!("speaks for `{other}`"))
            .help(format!(
                "put it into the file of `{other}`, where that is who spoke"
            ))
            .help(format!(
                "make it `Attributed`, where it tells what `{here}` wants"
            ))
            .help(format!(
                "list the speaker in `{here}` too, where that is so"
            )),
    )
}
