//! An issue on which all say the same.

use std::collections::BTreeMap;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::Position;
use crate::dossier::scene::{Cell, Scene};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::outcome::verdict::{Verdict, verdict};
use crate::outcome::{Outcome, Space};

static CODE: Code = Code::allow(
    "unanimous-issue",
    "all who take a position on an issue agree",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unanimous_issue.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let scene = case.scene();
    let issues = case.dossier.issues.iter().enumerate();
    let positions = issues.filter_map(|(issue, _)| Some((issue, positions(scene, issue)?)));
    let places = places(case);
    positions
        .filter(|(issue, positions)| agree(case.dossier.issues[*issue].space, positions))
        .map(|(issue, positions)| {
            let id = &case.dossier.issues[issue].id;
            let place = case.in_head_field("issues", places[id.as_str()], "text");
            let all = match positions.len() {
                2 => "both".to_owned(),
                count => format!("all {count}"),
            };
            let message = format!("{all} who take a position on `{id}` agree");
            Finding::new(&CODE, place, message).help(
                "ask whether the wording leaves room to differ: how much, by when, who decides",
            )
        })
        .collect()
}

/// What two parties or more accept; nothing where one of those that speak cannot be
/// compared, or only on a condition: nobody knows then whether they agree.
fn positions<'a>(scene: &Scene<'a>, issue: usize) -> Option<Vec<&'a Outcome>> {
    let mut positions = Vec::new();
    for party in 0..scene.dossier.parties.len() {
        match scene.cell(party, issue) {
            Cell::Silent => (),
            Cell::Contradictory(_) | Cell::Unusable => return None,
            Cell::Held(held) => {
                let stance = &scene.dossier.stances[held.stance];
                // One that is given up is no position any more.
                if stance.position != Position::Withdrawn {
                    positions.push(stance.unconditional()?);
                }
            }
        }
    }
    (positions.len() > 1).then_some(positions)
}

/// Whether every two agree. Where points within a tolerance count as the same, all do
/// that agree with the lowest and with the highest; everywhere else, with any one.
fn agree(space: Space, positions: &[&Outcome]) -> bool {
    let low = |outcome: &Outcome| outcome.range().map_or(0.0, |range| range.lo);
    let by_low = |one: &&&Outcome, other: &&&Outcome| low(one).total_cmp(&low(other));
    let ends = [
        positions.iter().min_by(by_low),
        positions.iter().max_by(by_low),
    ];
    ends.into_iter().flatten().all(|end| {
        let mut verdicts = positions.iter().map(|other| verdict(space, end, other));
        verdicts.all(|verdict| verdict == Verdict::Agree)
    })
}

/// Where the issues stand in `dossier.ron`; of those that share an id the first.
fn places<'a>(case: &'a Case) -> BTreeMap<&'a str, usize> {
    let mut places = BTreeMap::new();
    for (at, issue) in case.files.dossier.value.issues.iter().enumerate() {
        places.entry(issue.id.as_str()).or_insert(at);
    }
    places
}
