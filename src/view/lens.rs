//! What a lens lets through, in one line: every output states it.

use itertools::Itertools;

use super::line::{Label, Line};
use super::{names, words};
use crate::dossier::lens::{Audience, Focus, Inheritance};
use crate::dossier::scene::{Hidden, Reason, Scene};
use crate::dossier::{BasisKind, Dossier};

/// The lens in one line, for the top of every output.
pub fn line(scene: &Scene) -> Line {
    let mut parts = vec![day(&scene.focus), bases(&scene.focus), extent(scene)];
    parts.extend(limits(&scene.focus));
    parts.extend(possible(&scene.hidden));
    Line::of(Label::Aside, parts.join(" · "))
}

/// What the lens leaves out and what is broken, in one line; nothing where all counts.
pub fn hidden(dossier: &Dossier, hidden: &Hidden) -> Option<Line> {
    let reasons = [
        (hidden.replaced, Reason::Replaced),
        (hidden.weaker, Reason::Weaker),
        (hidden.ended, Reason::Ended),
        (hidden.future, Reason::Future),
        (hidden.possible, Reason::Possible),
        (hidden.basis, Reason::Basis),
        (hidden.source, Reason::Source),
        (hidden.confidence, Reason::Confidence),
    ];
    let sound = reasons.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<(usize, String)> = sound
        .map(|(count, reason)| (count, words::reason(reason).to_owned()))
        .chain(unusable(dossier, &hidden.unusable))
        .collect();
    let records = words::count(hidden.total(), "record", "records");
    let why = match said.as_slice() {
        [] => return None,
        [(_, reason)] => format!("{records} {reason}"),
        several => {
            let several: Vec<String> = (several.iter())
                .map(|(count, reason)| format!("{count} {reason}"))
                .collect();
            let several: Vec<&str> = several.iter().map(String::as_str).collect();
            format!("{records}, {}", words::list(&several))
        }
    };
    Some(Line::of(Label::Undefined, "Not counted").and(Label::Plain, format!(": {why}.")))
}

/// How many records are broken, and whose they are.
fn unusable(dossier: &Dossier, parties: &[usize]) -> Option<(usize, String)> {
    let of: Vec<usize> = parties.iter().copied().sorted_unstable().dedup().collect();
    let whose = names::list(dossier, &of);
    (!of.is_empty()).then(|| (parties.len(), format!("that cannot be used (of {whose})")))
}

/// How many records may begin after the day, by the breadth of their dates.
fn possible(hidden: &Hidden) -> Option<String> {
    let records = words::count(hidden.possible, "record", "records");
    (hidden.possible > 0).then(|| format!("{records} only possible by that day"))
}

fn day(focus: &Focus) -> String {
    match focus.as_of {
        Some(day) => format!("As of {day}"),
        None => "Without a date".into(),
    }
}

fn bases(focus: &Focus) -> String {
    if focus.bases.len() == BasisKind::ALL.len() {
        return "declared, attributed and conduct".into();
    }
    let names: Vec<&str> = focus.bases.iter().map(|basis| basis.name()).collect();
    format!("only {}", words::list(&names))
}

fn extent(scene: &Scene) -> String {
    let parties = words::count(scene.focus.parties.len(), "party", "parties");
    let issues = words::count(scene.focus.issues.len(), "issue", "issues");
    format!("{parties}, {issues}")
}

/// What else was asked for, in the words in which it was asked.
fn limits(focus: &Focus) -> Vec<String> {
    let asked = &focus.asked;
    let listed = |what: &str, ids: &[String]| {
        (!ids.is_empty()).then(|| format!("{what} {}", ids.join(", ")))
    };
    [
        listed("party", &asked.parties),
        listed("area", &asked.areas),
        listed("issue", &asked.issues),
        listed("source", &asked.sources),
        asked
            .min_confidence
            .map(|least| format!("confidence {least} or more")),
        (asked.inheritance == Inheritance::FromGroups)
            .then(|| "members inherit from groups".into()),
        (asked.audience == Audience::Public).then(|| "nothing confidential".into()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
