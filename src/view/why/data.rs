//! One row an issue, both parties side by side, in ids and bare words.

use itertools::Itertools;

use crate::compare::joint::Tie;
use crate::compare::why::{Missing, Opened, Why, missing};
use crate::dossier::Stance;
use crate::dossier::scene::{self, Scene};
use crate::view::data::{Data, Value};
use crate::view::positions::under_revision;
use crate::view::words;

/// What is told of the issue and of both together.
const JOINT: [&str; 9] = [
    "a",
    "b",
    "issue",
    "area",
    "verdict",
    "distance",
    "gap",
    "same",
    "independent",
];

/// What is told of each side, after `a_` or `b_`.
const SIDE: [&str; 14] = [
    "says",
    "position",
    "condition",
    "firmness",
    "basis",
    "by",
    "since",
    "date",
    "sources",
    "gist",
    "quote",
    "note",
    "confidence",
    "marks",
];

/// The issues that are shown, one row each.
pub fn data(why: &Why) -> Data {
    let side = |of: &'static str| SIDE.map(|name| format!("{of}_{name}"));
    let names = (JOINT.into_iter().map(str::to_owned))
        .chain(side("a"))
        .chain(side("b"));
    Data {
        heads: names.collect(),
        records: why
            .opened
            .iter()
            .map(|opened| record(why, opened))
            .collect(),
    }
}

fn record(why: &Why, opened: &Opened) -> Vec<Value> {
    let scene = why.field.scene();
    let mut cells = joint(why, opened);
    for party in [why.a, why.b] {
        cells.extend(side(scene, party, opened.issue));
    }
    cells
}

fn joint(why: &Why, opened: &Opened) -> Vec<Value> {
    let dossier = why.field.scene().dossier;
    let issue = &dossier.issues[opened.issue];
    let joint = opened.joint.as_ref();
    let apart = joint.and_then(|joint| joint.standing.apart);
    vec![
        dossier.parties[why.a].id.as_str().into(),
        dossier.parties[why.b].id.as_str().into(),
        issue.id.as_str().into(),
        dossier.areas[issue.area].id.as_str().into(),
        joint
            .map(|joint| words::verdict(joint.standing.verdict).to_owned())
            .into(),
        apart.map(|apart| apart.distance).into(),
        apart.map(|apart| apart.gap).into(),
        joint.map(|joint| joint.standing.same).into(),
        joint.map(|joint| joint.tie == Tie::None).into(),
    ]
}

/// What one party says; empty fields where there is no one record that holds.
fn side(scene: &Scene, party: usize, issue: usize) -> Vec<Value> {
    let says = says(missing(scene, party, issue)).into();
    let scene::Cell::Held(held) = scene.cell(party, issue) else {
        let silent = std::iter::repeat_n(Value::Empty, SIDE.len() - 1);
        return std::iter::once(says).chain(silent).collect();
    };
    let stance = &scene.dossier.stances[held.stance];
    let on = &scene.dossier.issues[issue];
    vec![
        says,
        words::bare_position(on, &stance.position).into(),
        stance.condition.clone().into(),
        stance.firmness.name().into(),
        stance.basis.kind().name().into(),
        stance.basis.by().into(),
        stance.since.to_string().into(),
        stance.dated.name().into(),
        sources(stance).into(),
        stance.gist.clone().into(),
        stance.quote.clone().into(),
        stance.note.clone().into(),
        stance.confidence.into(),
        marks(scene, held).into(),
    ]
}

fn says(missing: Option<Missing>) -> &'static str {
    match missing {
        None => "position",
        Some(Missing::Silent) => "silent",
        Some(Missing::OutsideLens) => "outside-lens",
        Some(Missing::Undisclosed) => "undisclosed",
        Some(Missing::Withdrawn) => "withdrawn",
        Some(Missing::Contradictory) => "contradictory",
    }
}

/// All pieces of evidence: `article P7.s2; article P5.s2`.
fn sources(stance: &Stance) -> String {
    let pieces = stance.evidence.iter().map(|proof| {
        let source = proof.written.source.as_str();
        let place = proof.written.at.as_deref();
        std::iter::once(source).chain(place).join(" ")
    });
    pieces.collect::<Vec<_>>().join("; ")
}

/// What is to be known before one relies on it, in words without a blank.
fn marks(scene: &Scene, held: &scene::Held) -> String {
    let stance = &scene.dossier.stances[held.stance];
    let inherited = held.from_group.map(|group| {
        let group = &scene.dossier.parties[group].id;
        format!("from:{group}")
    });
    let others = [
        (under_revision(scene, stance), "under-revision"),
        (!held.weaker.is_empty(), "weaker-later"),
        (held.later.is_some(), "later-outside-lens"),
        (stance.confidential, "confidential"),
    ];
    let others = others
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, mark)| mark.to_owned());
    inherited.into_iter().chain(others).join(" ")
}
