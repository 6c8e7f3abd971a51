//! Groups, blocs and camps as data: one record each.
//!
//! Parties are parted by `|`.

use itertools::Itertools;

use crate::compare::groups::Groups;
use crate::compare::groups::cohesion::Cohesion;
use crate::view::data::{Data, Value};

/// What is told of a group.
const HEADS: [&str; 17] = [
    "kind",
    "id",
    "parties",
    "pairs",
    "compared",
    "n",
    "independent",
    "agree",
    "partial",
    "conflict",
    "measured",
    "closeness",
    "rice",
    "rice_issues",
    "own",
    "differ",
    "against",
];

/// Groups of the dossier, then blocs, then camps: `1a` and `1b` stand against each other.
pub fn data(groups: &Groups) -> Data {
    let dossier = groups.field.scene().dossier;
    let ids = |parties: &[usize]| {
        let mut ids = parties
            .iter()
            .map(|party| dossier.parties[*party].id.as_str());
        ids.join("|")
    };
    let record = |kind: &str, id: String, cohesion: &Cohesion, more: [Value; 3]| {
        let mut record: Vec<Value> = vec![kind.into(), id.into(), ids(&cohesion.parties).into()];
        record.extend(counts(cohesion));
        record.extend(more);
        record
    };
    let of_groups = groups.groups.iter().map(|group| {
        let own = [
            group.own.into(),
            group.departures.len().into(),
            Value::Empty,
        ];
        let id = dossier.parties[group.party].id.clone();
        record("group", id, &group.cohesion, own)
    });
    let of_blocs =
        groups.cohesion.iter().enumerate().map(|(at, cohesion)| {
            record("bloc", (at + 1).to_string(), cohesion, Default::default())
        });
    let of_camps = groups
        .camps
        .iter()
        .enumerate()
        .flat_map(|(at, [one, other])| {
            let camps = [("a", one, other), ("b", other, one)];
            camps.map(|(letter, camp, against)| (format!("{}{letter}", at + 1), camp, against))
        });
    let of_camps = of_camps
        .filter(|(_, camp, _)| !camp.parties.is_empty())
        .map(|(id, camp, against)| {
            let against = ids(&against.parties).into();
            record("camp", id, camp, [Value::Empty, Value::Empty, against])
        });
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: of_groups.chain(of_blocs).chain(of_camps).collect(),
    }
}

fn counts(cohesion: &Cohesion) -> [Value; 11] {
    [
        cohesion.pairs.into(),
        cohesion.compared.into(),
        cohesion.n.into(),
        cohesion.independent.into(),
        cohesion.agree.into(),
        cohesion.partial.into(),
        cohesion.conflict.into(),
        cohesion.measured.into(),
        cohesion.closeness.into(),
        cohesion.mean_rice().into(),
        cohesion.unity.len().into(),
    ]
}
