//! The order in which the fields of each record are written, row by row: fields of
//! one row share a line where they fit.

use crate::syntax::layout::Rows;
use crate::syntax::route::{Route, Step};

const DOSSIER: Rows = &[
    &["title"],
    &["as_of"],
    &["note"],
    &["areas"],
    &["issues"],
    &["relations"],
    &["influence"],
    &["sources"],
    &["checks"],
];

const AREA: Rows = &[&["id", "name"]];

const ISSUE: Rows = &[
    &["id", "area"],
    &["kind", "tolerance"],
    &["text"],
    &["weight"],
    &["note"],
    &["confidential"],
];

/// Of both kinds of relations.
const RELATION: Rows = &[
    &["if"],
    &["then"],
    &["one"],
    &["other"],
    &["because"],
    &["confidential"],
];

const INFLUENCE: Rows = &[&["of", "on", "level"], &["note"], &["confidential"]];

const SOURCE: Rows = &[
    &["id"],
    &["title"],
    &["author"],
    &["publisher"],
    &["published"],
    &["language"],
    &["urls"],
    &["note"],
    &["under_revision"],
    &["confidential"],
];

const CHECKS: Rows = &[&["stale_after"], &["levels"]];

const QUANTITY: Rows = &[&["unit", "min", "max"]];

const PARTY: Rows = &[
    &["name"],
    &["code"],
    &["kind"],
    &["aliases"],
    &["speakers"],
    &["members"],
    &["complete"],
    &["note"],
    &["confidential"],
    &["stances"],
    &["notes"],
];

const SPEAKER: Rows = &[&["name", "role"]];

const STANCE: Rows = &[
    &["issue"],
    &["position"],
    &["condition"],
    &["firmness"],
    &["basis"],
    &["since", "until", "date"],
    &["evidence"],
    &["gist"],
    &["quote"],
    &["note"],
    &["confidence"],
    &["salience"],
    &["stake"],
    &["coder"],
    &["confidential"],
];

const EVIDENCE: Rows = &[&["source", "at"]];

const NOTE: Rows = &[&["kind"], &["text"], &["evidence"], &["confidential"]];

/// The fields of the record at a route of `dossier.ron`.
pub fn of_dossier(route: &Route) -> Rows {
    match names(route, &mut [""; DEEPEST]) {
        [] => DOSSIER,
        ["areas", "#"] => AREA,
        ["issues", "#"] => ISSUE,
        ["issues", "#", "kind"] => QUANTITY,
        ["relations", "#"] => RELATION,
        ["influence", "#"] => INFLUENCE,
        ["sources", "#"] => SOURCE,
        ["checks"] => CHECKS,
        _ => &[],
    }
}

/// The fields of the record at a route of a party's file.
pub fn of_party(route: &Route) -> Rows {
    match names(route, &mut [""; DEEPEST]) {
        [] => PARTY,
        ["speakers", "#"] => SPEAKER,
        ["stances", "#"] => STANCE,
        ["notes", "#"] => NOTE,
        [_, "#", "evidence", "#"] => EVIDENCE,
        _ => &[],
    }
}

/// No record lies further down than so many steps, by one.
const DEEPEST: usize = 5;

/// The first steps by name, in this room for them; `#` is a place in a list.
fn names<'r, 'n>(route: &'r Route, room: &'n mut [&'r str; DEEPEST]) -> &'n [&'r str] {
    let steps = route.steps.len().min(DEEPEST);
    for (room, step) in room.iter_mut().zip(&route.steps) {
        *room = name(step);
    }
    &room[..steps]
}

fn name(step: &Step) -> &str {
    match step {
        Step::Field(name) => name,
        _ => "#",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::fields;

    /// Checks that a record has these fields and no others.
    fn check(rows: Rows, fields: &[&str]) {
        let mut ordered: Vec<&str> = rows.iter().copied().flatten().copied().collect();
        let mut fields = fields.to_vec();
        ordered.sort_unstable();
        fields.sort_unstable();
        assert_eq!(ordered, fields);
    }

    #[test]
    fn every_field_has_its_place() {
        for route in [
            "",
            "areas[0]",
            "issues[0]",
            "issues[0].kind",
            "relations[0]",
            "influence[0]",
            "sources[0]",
            "checks",
        ] {
            let route: Route = route.parse().unwrap();
            check(of_dossier(&route), fields::of_dossier(&route));
        }
        for route in [
            "",
            "speakers[0]",
            "stances[0]",
            "stances[0].evidence[1]",
            "notes[0]",
            "notes[0].evidence[0]",
        ] {
            let route: Route = route.parse().unwrap();
            check(of_party(&route), fields::of_party(&route));
        }
    }
}
