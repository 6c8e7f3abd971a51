//! One row an issue, both parties side by side, in ids and bare words; columns, marks
//! and lists as in the positions.

use itertools::Itertools;

use crate::compare::holding::State;
use crate::compare::joint::Tie;
use crate::compare::why::{Missing, Opened, Why, missing};
use crate::dossier::scene::{self, Scene};
use crate::view::data::{Data, Value};
use crate::view::positions::data::{filled, listed, proofs};
use crate::view::positions::mark::{self, Mark};
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
const SIDE: [&str; 17] = [
    "state",
    "position",
    "condition",
    "firmness",
    "basis",
    "by",
    "since",
    "until",
    "dated",
    "sources",
    "places",
    "gist",
    "quote",
    "note",
    "confidence",
    "inherited_from",
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
    let state = state(missing(scene, party, issue)).into();
    let scene::Cell::Held(held) = scene.cell(party, issue) else {
        let silent = std::iter::repeat_n(Value::Empty, SIDE.len() - 1);
        return std::iter::once(state).chain(silent).collect();
    };
    let stance = &scene.dossier.stances[held.stance];
    let dossier = scene.dossier;
    let on = &dossier.issues[issue];
    let proofs = proofs(scene, stance, Some(held));
    let listed = |of| listed(&proofs, of);
    let group = held.from_group;
    vec![
        state,
        words::bare_position(on, &stance.position).into(),
        stance.condition.clone().into(),
        stance.firmness.name().into(),
        stance.basis.kind().name().into(),
        stance.basis.by().into(),
        stance.since.to_string().into(),
        stance.until.map(|day| day.to_string()).into(),
        stance.dated.name().into(),
        listed(|proof| Some(&proof.written.source)),
        listed(|proof| proof.written.at.as_deref()),
        stance.gist.clone().into(),
        stance.quote.clone().into(),
        stance.note.clone().into(),
        stance.confidence.into(),
        group.map(|group| dossier.parties[group].id.as_str()).into(),
        filled(marks(scene, held)),
    ]
}

fn state(missing: Option<Missing>) -> &'static str {
    match missing {
        None => State::Held.name(),
        Some(Missing::Silent) => "silent",
        Some(Missing::OutsideLens) => "outside-lens",
        Some(Missing::Unusable) => "unusable",
        Some(Missing::Undisclosed) => State::Undisclosed.name(),
        Some(Missing::Withdrawn) => State::Withdrawn.name(),
        Some(Missing::Contradictory) => State::Contradictory.name(),
    }
}

/// The marks that the positions have, and whether the record is confidential.
fn marks(scene: &Scene, held: &scene::Held) -> String {
    let stance = &scene.dossier.stances[held.stance];
    let marks = mark::marks(scene, stance, Some(held)).into_iter();
    let confidential = stance.confidential.then_some("confidential");
    marks.map(Mark::name).chain(confidential).join("|")
}
