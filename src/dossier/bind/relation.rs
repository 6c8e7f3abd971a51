//! Relations between positions on different issues.

use super::Files;
use super::common::{Fault, Names};
use super::position;
use crate::dossier::{Dossier, Literal, Relation, Rule};
use crate::finding::Finding;
use crate::finding::code::UNKNOWN_ISSUE;
use crate::record::dossier as record;
use crate::syntax::route::Route;

/// Adds the relations to the dossier; one that speaks of an unknown issue or
/// position is said and left out.
pub(super) fn bind(files: &Files, names: &Names, dossier: &mut Dossier) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, written) in files.dossier.value.relations.iter().enumerate() {
        match relation(written, at, files, names, dossier) {
            Ok(Some(relation)) => dossier.relations.push(relation),
            Ok(None) => (),
            Err(fault) => findings.push(fault.in_record(&files.dossier, "relations", at)),
        }
    }
    findings
}

/// The bound relation; nothing where it speaks of an issue that was left out.
fn relation(
    written: &record::Relation,
    at: usize,
    files: &Files,
    names: &Names,
    dossier: &Dossier,
) -> Result<Option<Relation>, Fault> {
    let bound = |field: &str, written| literal(field, written, files, names, dossier);
    let (rule, because) = match written {
        record::Relation::Implies {
            premise,
            conclusion,
            because,
            ..
        } => {
            let (Some(premise), Some(conclusion)) =
                (bound("if", premise)?, bound("then", conclusion)?)
            else {
                return Ok(None);
            };
            (
                Rule::Implies {
                    premise,
                    conclusion,
                },
                because,
            )
        }
        record::Relation::Excludes {
            one,
            other,
            because,
            ..
        } => {
            let (Some(one), Some(other)) = (bound("one", one)?, bound("other", other)?) else {
                return Ok(None);
            };
            (Rule::Excludes { one, other }, because)
        }
    };
    Ok(Some(Relation {
        rule,
        because: because.clone(),
        number: files.dossier.place("relations", at) + 1,
    }))
}

fn literal(
    field: &str,
    (id, written): &record::Literal,
    files: &Files,
    names: &Names,
    dossier: &Dossier,
) -> Result<Option<Literal>, Fault> {
    let route = Route::default().field(field);
    let Some(issue) = names.issues.get(id.as_str()) else {
        if names.has_lost_issue(files, id) {
            return Ok(None);
        }
        return Err(Fault::unknown(
            &UNKNOWN_ISSUE,
            route.index(0),
            format!("there is no issue `{id}`"),
            (id, "issue"),
            names.issues.keys().copied(),
        ));
    };
    let outcome = position::outcome(&dossier.issues[*issue], written).map_err(|fault| Fault {
        below: route.index(1).join(&fault.below),
        ..fault
    })?;
    Ok(Some(Literal {
        issue: *issue,
        outcome,
    }))
}
