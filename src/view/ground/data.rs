//! Common ground as data: one record an issue.
//!
//! Members of a list are parted by `|`, lists of lists by `;`.

use itertools::Itertools;

use crate::compare::ground::Ground;
use crate::compare::ground::camp::Camp;
use crate::dossier::scene::Scene;
use crate::view::data::{Data, Value};
use crate::view::words;

/// What is told of an issue.
const HEADS: [&str; 12] = [
    "area",
    "issue",
    "prospect",
    "common",
    "speaking",
    "conditional",
    "missing",
    "moves",
    "moves_to",
    "groups",
    "groups_common",
    "alone",
];

/// The common ground of every issue, in the order given.
pub fn data(scene: &Scene, grounds: &[Ground]) -> Data {
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: (grounds.iter())
            .map(|ground| record(scene, ground).into())
            .collect(),
    }
}

fn record(scene: &Scene, ground: &Ground) -> [Value; HEADS.len()] {
    let issue = &scene.dossier.issues[ground.issue];
    let bare = |common| words::bare_common(issue, common);
    let conditional = ground
        .stands
        .iter()
        .filter(|stand| stand.condition.is_some());
    let conditional = conditional.flat_map(|stand| stand.parties.iter().copied());
    let movers = ground.moves.iter().map(|step| step.party);
    let camp = |camp: &Camp| ids(scene, camp.parties.iter().copied());
    [
        scene.dossier.areas[issue.area].id.as_str().into(),
        issue.id.as_str().into(),
        ground.prospect().name().into(),
        ground.common.as_ref().map(bare).into(),
        ids(scene, ground.speaking.iter().copied()).into(),
        ids(scene, conditional).into(),
        ids(scene, ground.missing.iter().copied()).into(),
        ids(scene, movers).into(),
        ground
            .moves
            .iter()
            .map(|step| bare(&step.to))
            .join("|")
            .into(),
        ground.camps.iter().map(camp).join(";").into(),
        ground
            .camps
            .iter()
            .map(|camp| bare(&camp.common))
            .join("|")
            .into(),
        ids(scene, ground.alone().into_iter()).into(),
    ]
}

fn ids(scene: &Scene, parties: impl Iterator<Item = usize>) -> String {
    let mut ids = parties.map(|party| &scene.dossier.parties[party].id);
    ids.join("|")
}
