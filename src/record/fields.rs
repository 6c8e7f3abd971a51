//! The fields of every record in their canonical order, which is that of the
//! types: there is no second list of them.

use ron::Error;
use serde::de::DeserializeOwned;

use super::decode;
use super::dossier::{Area, Checks, DossierFile, Influence, Issue, Source};
use super::party::{Note, PartyFile, Speaker};
use super::position::Kind;
use super::stance::{Basis, Evidence, Stance};
use crate::syntax::route::{Route, Step};

/// The fields that can stand in the record at a route of a party's file; none
/// where no record stands.
pub fn of_party(route: &Route) -> &'static [&'static str] {
    match names(route).as_slice() {
        [] => of::<PartyFile>(""),
        ["speakers", "#"] => of::<Speaker>(""),
        ["stances", "#"] => of::<Stance>(""),
        ["stances", "#", "basis"] => of::<Basis>("Declared"),
        ["notes", "#"] => of::<Note>(""),
        ["stances" | "notes", "#", "evidence", "#"] => of::<Evidence>(""),
        _ => &[],
    }
}

/// The fields that can stand in the record at a route of `dossier.ron`; none
/// where no record stands. Of relations, which are of two kinds, those of both.
pub fn of_dossier(route: &Route) -> &'static [&'static str] {
    match names(route).as_slice() {
        [] => of::<DossierFile>(""),
        ["areas", "#"] => of::<Area>(""),
        ["issues", "#"] => of::<Issue>(""),
        ["issues", "#", "kind"] => of::<Kind>("Quantity"),
        ["relations", "#"] => of_relations(),
        ["influence", "#"] => of::<Influence>(""),
        ["sources", "#"] => of::<Source>(""),
        ["checks"] => of::<Checks>(""),
        _ => &[],
    }
}

/// The steps of a route without their numbers and keys.
fn names(route: &Route) -> Vec<&str> {
    route.steps.iter().map(name).collect()
}

fn name(step: &Step) -> &str {
    match step {
        Step::Field(name) => name,
        Step::Index(_) | Step::Select(_) | Step::Key(_) => "#",
    }
}

/// What the `ron` crate says could stand in a record when it finds something
/// that could not.
fn of<T: DeserializeOwned>(name: &str) -> &'static [&'static str] {
    match decode::read::<T>(&format!("{name}(no_such_field: 0)")) {
        Err(Error::NoSuchStructField { expected, .. }) => expected,
        _ => &[],
    }
}

fn of_relations() -> &'static [&'static str] {
    &["if", "then", "one", "other", "because", "confidential"]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::dossier::Relation;

    fn party(route: &str) -> &'static [&'static str] {
        of_party(&route.parse().unwrap())
    }

    fn dossier(route: &str) -> &'static [&'static str] {
        of_dossier(&route.parse().unwrap())
    }

    #[test]
    fn every_record_has_its_fields() {
        assert_eq!(party("")[..2], ["name", "code"]);
        assert_eq!(party("stances[3]")[..2], ["issue", "position"]);
        assert_eq!(party("stances[issue=a].basis"), ["by"]);
        assert_eq!(party("notes[0].evidence[1]"), ["source", "at"]);
        assert_eq!(party("speakers[0]"), ["name", "role"]);
        assert_eq!(party("stances[0].position"), [""; 0]);
        assert_eq!(dossier("areas[0]"), ["id", "name"]);
        assert_eq!(dossier("issues[0].kind"), ["unit", "min", "max"]);
        assert_eq!(dossier("influence[1]")[..3], ["of", "on", "level"]);
        assert_eq!(dossier("checks"), ["stale_after", "levels"]);
        assert_eq!(dossier("sources[id=a]")[..2], ["id", "title"]);
        assert_eq!(dossier("")[..2], ["title", "as_of"]);
    }

    #[test]
    fn both_kinds_of_relation_are_covered_in_their_order() {
        for kind in ["Implies", "Excludes"] {
            let all = of_relations().iter();
            let own = of::<Relation>(kind);
            let covered: Vec<_> = all.filter(|field| own.contains(field)).collect();
            assert!(covered.into_iter().eq(own), "{kind}: {own:?}");
        }
    }
}
