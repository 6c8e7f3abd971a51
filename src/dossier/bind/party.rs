//! Parties and their stances.

use std::collections::BTreeMap;

use super::Files;
use super::common::{Fault, Names};
use super::position;
use crate::dossier::{Basis, Dossier, Member, Party, Proof, Stance};
use crate::finding::code::{OUT_OF_BOUNDS, UNKNOWN_ISSUE, UNKNOWN_SOURCE};
use crate::finding::{Finding, suggest};
use crate::record::decode::Decoded;
use crate::record::party::PartyFile;
use crate::record::stance as record;
use crate::syntax::route::Route;

/// Adds the parties and their stances to the dossier.
pub(super) fn bind(files: &Files, names: &Names, dossier: &mut Dossier) -> Vec<Finding> {
    let ids: BTreeMap<&str, usize> = (files.parties.iter().enumerate())
        .map(|(index, (id, _))| (id.as_str(), index))
        .collect();
    let mut findings = Vec::new();
    for (index, (id, file)) in files.parties.iter().enumerate() {
        dossier.parties.push(party(id, &file.value, &ids));
        for at in 0..file.value.stances.len() {
            stance(file, at, index, names, dossier, &mut findings);
        }
    }
    findings
}

fn party(id: &str, file: &PartyFile, ids: &BTreeMap<&str, usize>) -> Party {
    let member = |name: &String| match ids.get(name.as_str()) {
        Some(index) => Member::Party(*index),
        None => Member::Outsider(name.clone()),
    };
    Party {
        id: id.to_owned(),
        name: file.name.clone().unwrap_or_else(|| id.to_owned()),
        code: file.code.clone().unwrap_or_else(|| id.to_owned()),
        kind: file.kind,
        members: file.members.iter().map(member).collect(),
    }
}

fn stance(
    file: &Decoded<PartyFile>,
    at: usize,
    party: usize,
    names: &Names,
    dossier: &mut Dossier,
    findings: &mut Vec<Finding>,
) {
    let written = &file.value.stances[at];
    let mut say = |fault: Fault| findings.push(fault.in_record(file, "stances", at));
    for fault in unknown_sources(written, names) {
        say(fault);
    }
    match read(written, party, names, dossier) {
        Ok(Some(stance)) => dossier.stances.push(stance),
        Ok(None) => (),
        Err(faults) => faults.into_iter().for_each(say),
    }
}

/// The bound stance; nothing where its issue was left out.
fn read(
    written: &record::Stance,
    party: usize,
    names: &Names,
    dossier: &Dossier,
) -> Result<Option<Stance>, Vec<Fault>> {
    let mut faults: Vec<Fault> = shares_out_of_bounds(written).collect();
    let Some(issue) = names.issues.get(written.issue.as_str()) else {
        if !names.lost_issues.contains(written.issue.as_str()) {
            faults.push(unknown_issue(&written.issue, names));
        }
        return if faults.is_empty() {
            Ok(None)
        } else {
            Err(faults)
        };
    };
    let position = match position::bind(&dossier.issues[*issue], &written.position) {
        Ok(position) if faults.is_empty() => position,
        Ok(_) => return Err(faults),
        Err(fault) => {
            let below = Route::default().field("position").join(&fault.below);
            faults.push(Fault { below, ..fault });
            return Err(faults);
        }
    };
    Ok(Some(Stance {
        party,
        issue: *issue,
        position,
        condition: written.condition.clone(),
        firmness: written.firmness,
        basis: basis(&written.basis),
        since: written.since,
        until: written.until,
        dated: written.date,
        evidence: proofs(written, names),
        gist: written.gist.clone(),
        quote: written.quote.clone(),
        note: written.note.clone(),
        confidence: written.confidence,
        confidential: written.confidential,
    }))
}

fn basis(written: &record::Basis) -> Basis {
    match written {
        record::Basis::Declared { by } => Basis::Declared(by.clone()),
        record::Basis::Attributed { by } => Basis::Attributed(by.clone()),
        record::Basis::Conduct => Basis::Conduct,
    }
}

fn proofs(written: &record::Stance, names: &Names) -> Vec<Proof> {
    let proof = |evidence: &record::Evidence| Proof {
        source: names.sources.get(evidence.source.as_str()).copied(),
        written: evidence.clone(),
    };
    written.evidence.iter().map(proof).collect()
}

fn unknown_issue(id: &str, names: &Names) -> Fault {
    Fault {
        code: &UNKNOWN_ISSUE,
        below: Route::default().field("issue"),
        message: format!("there is no issue `{id}`"),
        help: suggest::help(id, "issue", names.issues.keys().copied()),
    }
}

fn unknown_sources<'a>(
    written: &'a record::Stance,
    names: &'a Names,
) -> impl Iterator<Item = Fault> + 'a {
    let known = |id: &str| names.sources.contains_key(id) || names.lost_sources.contains(id);
    let unknown =
        (written.evidence.iter().enumerate()).filter(move |(_, evidence)| !known(&evidence.source));
    unknown.map(|(at, evidence)| Fault {
        code: &UNKNOWN_SOURCE,
        below: Route::default().field("evidence").index(at).field("source"),
        message: format!("there is no source `{}`", evidence.source),
        help: suggest::help(&evidence.source, "source", names.sources.keys().copied()),
    })
}

/// Confidence and salience are shares from 0 to 1, a stake goes from 0 to 4.
fn shares_out_of_bounds(written: &record::Stance) -> impl Iterator<Item = Fault> {
    [
        ("confidence", written.confidence, 1.0),
        ("salience", written.salience, 1.0),
        ("stake", written.stake.map(f64::from), 4.0),
    ]
    .into_iter()
    .filter_map(|(field, number, most)| {
        let number = number.filter(|number| !(0.0..=most).contains(number))?;
        Some(Fault {
            code: &OUT_OF_BOUNDS,
            below: Route::default().field(field),
            message: format!("a {field} of {number} lies outside 0 to {most}"),
            help: String::new(),
        })
    })
}
