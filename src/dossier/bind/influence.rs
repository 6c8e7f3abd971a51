//! Who can impose how much on whom.

use std::collections::BTreeMap;

use super::Files;
use super::common::Fault;
use crate::dossier::{Dossier, Influence};
use crate::finding::code::{DUPLICATE_ID, INVALID_VALUE, OUT_OF_BOUNDS, UNKNOWN_PARTY};
use crate::finding::{Finding, Place};
use crate::record::dossier as record;
use crate::syntax::route::Route;

/// The highest level of influence: over whether the other one exists at all.
const MOST: u8 = 4;

/// Adds the influence to the dossier, whose parties are bound. What speaks of an
/// unknown party, of a party and itself, or of two parties once more is said and
/// left out.
pub(super) fn bind(files: &Files, dossier: &mut Dossier) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, written) in files.dossier.value.influence.iter().enumerate() {
        match influence(written, files, dossier) {
            Ok(None) => (),
            Err(fault) => findings.push(fault.in_record(&files.dossier, "influence", at)),
            Ok(Some(influence)) => match seen.get(&(influence.of, influence.on)) {
                Some(first) => findings.push(twice(files, written, at, *first)),
                None => {
                    seen.insert((influence.of, influence.on), at);
                    dossier.influence.push(influence);
                }
            },
        }
    }
    findings
}

/// The bound influence; nothing where a party of it was left out.
fn influence(
    written: &record::Influence,
    files: &Files,
    dossier: &Dossier,
) -> Result<Option<Influence>, Fault> {
    if written.level > MOST {
        return Err(Fault::new(
            &OUT_OF_BOUNDS,
            Route::default().field("level"),
            format!("an influence of {} lies outside 0 to {MOST}", written.level),
            String::new(),
        ));
    }
    let of = party("of", &written.of, files, dossier)?;
    let on = party("on", &written.on, files, dossier)?;
    match (of, on) {
        (Some(of), Some(on)) if of == on => Err(Fault::new(
            &INVALID_VALUE,
            Route::default().field("on"),
            format!("`{}` cannot be under its own influence", written.on),
            "name the other party, or remove this entry".into(),
        )),
        (Some(of), Some(on)) => Ok(Some(Influence {
            of,
            on,
            level: written.level,
        })),
        _ => Ok(None),
    }
}

/// The index of a party; nothing where it was left out.
fn party(field: &str, id: &str, files: &Files, dossier: &Dossier) -> Result<Option<usize>, Fault> {
    let ids = || dossier.parties.iter().map(|party| party.id.as_str());
    match ids().position(|known| known == id) {
        Some(party) => Ok(Some(party)),
        None if files.has_unreadable(id) => Ok(None),
        None => Err(Fault::unknown(
            &UNKNOWN_PARTY,
            Route::default().field(field),
            format!("there is no party `{id}`"),
            (id, "party"),
            ids(),
        )),
    }
}

fn twice(files: &Files, written: &record::Influence, at: usize, first: usize) -> Finding {
    let file = &files.dossier;
    let place = |at| Place::route(&file.file, file.route("influence", at));
    let message = format!(
        "the influence of `{}` on `{}` is given twice",
        written.of, written.on
    );
    Finding::new(&DUPLICATE_ID, place(at), message)
        .label("this one is left out")
        .also(place(first), "this one is used")
        .help("keep the one that holds")
}
