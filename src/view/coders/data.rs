//! Where coders differ, one row a place, with an empty field to be filled in.

use super::Called;
use crate::compare::coders::{Coders, Place};
use crate::compare::diff::change::Side;
use crate::dossier::scene::Scene;
use crate::dossier::{Proof, Stance};
use crate::view::data::{Data, Value};
use crate::view::positions::data::{filled, listed};
use crate::view::{union, words};

/// What is told of each coder's record, after the coder's name and a colon.
const SIDE: [&str; 6] = [
    "state",
    "position",
    "condition",
    "sources",
    "places",
    "gist",
];

/// The worksheet.
pub fn data(coders: &Coders, called: &Called) -> Data {
    let first = ["party", "issue", "area", "text", "differs_in", "distance"];
    let sides = called.names.iter();
    let sides = sides.flat_map(|name| SIDE.map(|what| format!("{name}: {what}")));
    let heads = (first.into_iter().map(str::to_owned))
        .chain(sides)
        .chain(["settled".to_owned()]);
    Data {
        heads: heads.collect(),
        records: (coders.disagreements())
            .map(|place| record(coders, place))
            .collect(),
    }
}

fn record(coders: &Coders, place: &Place) -> Vec<Value> {
    let scenes = coders.scenes();
    let (party, entry) = (
        &coders.union.parties[place.party],
        &coders.union.issues[place.issue],
    );
    let issue = entry.issue(&scenes);
    let mut cells = vec![
        party.party(&scenes).id.as_str().into(),
        issue.id.as_str().into(),
        union::area(&scenes, entry).into(),
        issue.text.as_str().into(),
        place.difference.name().into(),
        place.distance.into(),
    ];
    for (side, scene) in place.sides.iter().zip(&scenes) {
        cells.extend(values(scene, side));
    }
    cells.push(Value::Empty);
    cells
}

/// What one coder has; empty fields behind the state where there is no record.
fn values(scene: &Scene, side: &Side) -> [Value; SIDE.len()] {
    let state = side.state.map_or("silent", |state| state.name()).into();
    let records = side.records.iter().map(|at| &scene.dossier.stances[*at]);
    let records: Vec<&Stance> = records.collect();
    let Some(first) = records.first() else {
        let [a, b, c, d, e] = [(); 5].map(|()| Value::Empty);
        return [state, a, b, c, d, e];
    };
    let issue = &scene.dossier.issues[first.issue];
    let mut said: Vec<String> = (records.iter())
        .map(|stance| words::bare_position(issue, &stance.position))
        .collect();
    said.dedup();
    let proofs: Vec<&Proof> = records.iter().flat_map(|stance| &stance.evidence).collect();
    [
        state,
        filled(said.join("|")),
        first.condition.as_deref().into(),
        listed(&proofs, |proof| Some(&proof.written.source)),
        listed(&proofs, |proof| proof.written.at.as_deref()),
        first.gist.as_deref().into(),
    ]
}
