//! Gaps as data: one record for each answer that would make a pair comparable on
//! one more issue, all of them, in their order.

use itertools::Itertools;

use crate::compare::gaps::Gaps;
use crate::compare::gaps::question::Question;
use crate::dossier::scene::Scene;
use crate::view::data::{Data, Value};

const HEADS: [&str; 10] = [
    "party",
    "issue",
    "area",
    "so_far",
    "new_pairs",
    "first_pairs",
    "comparable_with",
    "first_with",
    "red_lines_of",
    "and_for",
];

/// The records of every question; several ids in one field are parted by `|`.
pub fn data(gaps: &Gaps) -> Data {
    let records = gaps.questions.iter().map(|question| record(gaps, question));
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: records.collect(),
    }
}

fn record(gaps: &Gaps, question: &Question) -> Vec<Value> {
    let dossier = gaps.scene.dossier;
    let issue = &dossier.issues[question.issue];
    let floor = gaps.floor(question.issue);
    let with: Vec<usize> = floor.map_or(Vec::new(), |floor| question.with(floor).collect());
    let red_lines = floor.map_or(&[][..], |floor| &floor.red_lines);
    let is_first = |other: &&usize| gaps.joint.n(question.party, **other) == 0;
    vec![
        dossier.parties[question.party].id.as_str().into(),
        issue.id.as_str().into(),
        dossier.areas[issue.area].id.as_str().into(),
        question.voice.name().into(),
        question.pairs.into(),
        question.first.into(),
        ids(gaps.scene, with.iter()).into(),
        ids(gaps.scene, with.iter().filter(is_first)).into(),
        ids(gaps.scene, red_lines.iter()).into(),
        ids(gaps.scene, question.heirs.iter()).into(),
    ]
}

fn ids<'a>(scene: &Scene, parties: impl Iterator<Item = &'a usize>) -> String {
    let mut ids = parties.map(|party| &scene.dossier.parties[*party].id);
    ids.join("|")
}
