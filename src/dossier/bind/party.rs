//! Parties and their stances.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Files;
use super::common::{Fault, Names};
use super::position;
use crate::dossier::{Basis, Dossier, Issue, Member, Party, Position, Proof, Stance, Unusable};
use crate::finding::Finding;
use crate::finding::code::{INVALID_VALUE, OUT_OF_BOUNDS, UNKNOWN_ISSUE, UNKNOWN_SOURCE};
use crate::record::decode::Decoded;
use crate::record::party::PartyFile;
use crate::record::stance as record;
use crate::syntax::route::Route;

/// Adds the parties and their stances to the dossier.
pub(super) fn bind(files: &Files, names: &Names, dossier: &mut Dossier) -> Vec<Finding> {
    let parties = &files.parties;
    let ids: BTreeMap<&str, usize> = (parties.iter().enumerate())
        .map(|(index, (id, _))| (id.as_str(), index))
        .collect();
    dossier.parties = (parties.iter())
        .map(|(id, file)| party(id, &file.value, &ids))
        .collect();
    let context = Context {
        files,
        names,
        issues: &dossier.issues,
    };
    let bound: Vec<_> = (parties.par_iter().enumerate())
        .map(|(party, (_, file))| stances(&context, party, file))
        .collect();
    let mut findings = Vec::new();
    for of_party in bound {
        dossier.stances.extend(of_party.stances);
        dossier.unusable.extend(of_party.unusable);
        findings.extend(of_party.findings);
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

/// What stances are bound with.
struct Context<'a> {
    files: &'a Files,
    names: &'a Names<'a>,
    issues: &'a [Issue],
}

/// The stances of one party as they were bound.
#[derive(Default)]
struct Bound {
    stances: Vec<Stance>,
    unusable: Vec<Unusable>,
    /// What is wrong with those that cannot be used.
    findings: Vec<Finding>,
}

/// The bound stances of one party, and what is wrong with the others.
fn stances(context: &Context, party: usize, file: &Decoded<PartyFile>) -> Bound {
    let unusable = |issue: Option<&str>| Unusable {
        party,
        issue: issue.and_then(|issue| context.names.issues.get(issue).copied()),
    };
    // What stands on an issue that was left out itself goes with the issue.
    let of_known = |issue: &Option<&str>| {
        !issue.is_some_and(|issue| context.names.has_lost_issue(context.files, issue))
    };
    let unread = file.unread("stances").filter(of_known).map(unusable);
    let mut bound = Bound {
        unusable: unread.collect(),
        ..Bound::default()
    };
    for (at, written) in file.value.stances.iter().enumerate() {
        let findings = &mut bound.findings;
        let mut say = |fault: Fault| findings.push(fault.in_record(file, "stances", at));
        unknown_sources(&written.evidence, context).for_each(&mut say);
        match stance(written, (party, at), context) {
            Ok(stance) => bound.stances.extend(stance),
            Err(faults) => {
                faults.into_iter().for_each(say);
                bound.unusable.push(unusable(Some(&written.issue)));
            }
        }
    }
    for (at, note) in file.value.notes.iter().enumerate() {
        let unknown = unknown_sources(&note.evidence, context);
        let unknown = unknown.map(|fault| fault.in_record(file, "notes", at));
        bound.findings.extend(unknown);
    }
    bound
}

/// The bound stance; nothing where its issue was left out. `whose` is the party
/// and the index of the record in its file.
fn stance(
    written: &record::Stance,
    whose: (usize, usize),
    context: &Context,
) -> Result<Option<Stance>, Vec<Fault>> {
    let mut faults: Vec<Fault> = shares_out_of_bounds(written).collect();
    faults.extend(empty_condition(written));
    let issue = issue(&written.issue, context).map_err(|fault| faults.push(fault));
    let position = issue.ok().flatten().map(|issue| {
        let position = position::bind(&context.issues[issue], &written.position);
        position.map(|position| (issue, position))
    });
    match position {
        Some(Err(fault)) => {
            let below = Route::default().field("position").join(&fault.below);
            faults.push(Fault { below, ..fault });
            Err(faults)
        }
        _ if !faults.is_empty() => Err(faults),
        Some(Ok((issue, position))) => Ok(Some(bound(written, whose, issue, position, context))),
        None => Ok(None),
    }
}

/// The index of an issue; nothing where it was left out.
fn issue(id: &str, context: &Context) -> Result<Option<usize>, Fault> {
    match context.names.issues.get(id) {
        Some(issue) => Ok(Some(*issue)),
        None if context.names.has_lost_issue(context.files, id) => Ok(None),
        None => Err(Fault::unknown(
            &UNKNOWN_ISSUE,
            Route::default().field("issue"),
            format!("there is no issue `{id}`"),
            (id, "issue"),
            context.names.issues.keys().copied(),
        )),
    }
}

fn bound(
    written: &record::Stance,
    (party, record): (usize, usize),
    issue: usize,
    position: Position,
    context: &Context,
) -> Stance {
    Stance {
        party,
        record,
        issue,
        position,
        condition: written.condition.clone(),
        firmness: written.firmness,
        basis: basis(&written.basis),
        since: written.since,
        until: written.until,
        dated: written.date,
        evidence: proofs(written, context.names),
        gist: written.gist.clone(),
        quote: written.quote.clone(),
        note: written.note.clone(),
        confidence: written.confidence,
        salience: written.salience,
        stake: written.stake,
        coder: written.coder.clone(),
        confidential: written.confidential,
    }
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

fn unknown_sources<'a>(
    evidence: &'a [record::Evidence],
    context: &'a Context,
) -> impl Iterator<Item = Fault> + 'a {
    let sources = &context.names.sources;
    let known =
        |id: &str| sources.contains_key(id) || context.files.dossier.has_lost("sources", id);
    (evidence.iter().enumerate())
        .filter(move |(_, piece)| !known(&piece.source))
        .map(|(at, piece)| {
            Fault::unknown(
                &UNKNOWN_SOURCE,
                Route::default().field("evidence").index(at).field("source"),
                format!("there is no source `{}`", piece.source),
                (&piece.source, "source"),
                sources.keys().copied(),
            )
        })
}

/// A condition that names nothing would make pairs partial all the same.
fn empty_condition(written: &record::Stance) -> Option<Fault> {
    let condition = written.condition.as_ref()?;
    condition.trim().is_empty().then(|| {
        Fault::new(
            &INVALID_VALUE,
            Route::default().field("condition"),
            "this condition is empty, and a position on a condition counts otherwise".to_owned(),
            "say what the position depends on, or leave `condition` out".to_owned(),
        )
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
        Some(Fault::new(
            &OUT_OF_BOUNDS,
            Route::default().field(field),
            format!("a {field} of {number} lies outside 0 to {most}"),
            match number {
                // Nobody means one percent who writes 1.
                percent if most == 1.0 && (10.0..=100.0).contains(&percent) => {
                    let share = percent / 100.0;
                    format!("write it as a number from 0 to 1: `{share}`")
                }
                _ => String::new(),
            },
        ))
    })
}
