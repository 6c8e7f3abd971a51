//! What differs, in ids and bare words: one row a position, or one row a pair.

use crate::compare::diff::Diff;
use crate::compare::diff::change::{Change, Side};
use crate::compare::diff::moved::{Moved, Way};
use crate::compare::pair::Pair;
use crate::dossier::scene::Scene;
use crate::view::data::{Data, Value};
use crate::view::positions::data::filled;
use crate::view::words;

/// How the rows of the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row a position that differs or has gone stale.
    Positions,
    /// One row a pair that moved.
    Pairs,
}

/// What differs between the two looks.
pub fn data(diff: &Diff, layout: Layout) -> Data {
    match layout {
        Layout::Positions => positions(diff),
        Layout::Pairs => pairs(diff),
    }
}

const SIDE: [&str; 6] = [
    "state",
    "position",
    "condition",
    "firmness",
    "basis",
    "since",
];

fn positions(diff: &Diff) -> Data {
    let sides = |of: &'static str| SIDE.map(|name| format!("{of}_{name}"));
    let first = ["party", "issue", "area", "kind"].map(str::to_owned);
    let last = ["distance", "nearer_to", "further_from"].map(str::to_owned);
    let heads = (first.into_iter())
        .chain(sides("before"))
        .chain(sides("after"))
        .chain(last);
    let changes = diff.changes.iter().map(|change| record(diff, change));
    let stale = diff.stale.iter().map(|stale| {
        let side = Side::of(
            diff.after.scene(),
            diff.union.parties[stale.party].at[1],
            diff.union.issues[stale.issue].at[1],
        );
        let mut cells = place(diff, stale.party, stale.issue, "stale");
        for scene in diff.scenes() {
            cells.extend(values(scene, &side));
        }
        cells.extend([Value::Empty, Value::Empty, Value::Empty]);
        cells
    });
    Data {
        heads: heads.collect(),
        records: changes.chain(stale).collect(),
    }
}

fn place(diff: &Diff, party: usize, issue: usize, kind: &str) -> Vec<Value> {
    let scenes = diff.scenes();
    let issue = &diff.union.issues[issue];
    let (look, _) = issue.last();
    let area = issue.issue(&scenes).area;
    vec![
        diff.union.parties[party].party(&scenes).id.as_str().into(),
        issue.issue(&scenes).id.as_str().into(),
        scenes[look].dossier.areas[area].id.as_str().into(),
        kind.into(),
    ]
}

fn record(diff: &Diff, change: &Change) -> Vec<Value> {
    let scenes = diff.scenes();
    let mut cells = place(diff, change.party, change.issue, change.kind.name());
    cells.extend(values(scenes[0], &change.before));
    cells.extend(values(scenes[1], &change.after));
    let towards = diff.towards(change);
    let ids = |way: Way| {
        let others = towards.iter().filter(|(_, step)| step.way() == way);
        let ids = others.map(|(other, _)| diff.union.parties[*other].party(&scenes).id.as_str());
        filled(ids.collect::<Vec<_>>().join("|"))
    };
    cells.extend([change.distance.into(), ids(Way::Nearer), ids(Way::Further)]);
    cells
}

/// One side in the order of the heads; empty where there is silence.
fn values(scene: &Scene, side: &Side) -> Vec<Value> {
    let state = side.state.map_or("silent", |state| state.name());
    let Some(stance) = side.record(scene) else {
        let silent = std::iter::repeat_n(Value::Empty, SIDE.len() - 1);
        return std::iter::once(state.into()).chain(silent).collect();
    };
    let issue = &scene.dossier.issues[stance.issue];
    let records = side.records.iter().map(|at| &scene.dossier.stances[*at]);
    let mut said: Vec<String> = records
        .map(|stance| words::bare_position(issue, &stance.position))
        .collect();
    said.dedup();
    vec![
        state.into(),
        filled(said.join("|")),
        stance.condition.as_deref().into(),
        stance.firmness.name().into(),
        stance.basis.kind().name().into(),
        stance.since.to_string().into(),
    ]
}

fn pairs(diff: &Diff) -> Data {
    let counts = ["n", "agree", "partial", "conflict"];
    let side = |of: &'static str| counts.map(|name| format!("{of}_{name}"));
    let heads = (["a", "b"].map(str::to_owned).into_iter())
        .chain(side("before"))
        .chain(side("after"))
        .chain(["issues".to_owned()]);
    Data {
        heads: heads.collect(),
        records: diff.pairs.iter().map(|pair| of_pair(diff, pair)).collect(),
    }
}

fn of_pair(diff: &Diff, pair: &Moved) -> Vec<Value> {
    let scenes = diff.scenes();
    let ids = [pair.a, pair.b].map(|at| diff.union.parties[at].party(&scenes).id.as_str());
    let [a, b] = if ids[0] < ids[1] {
        ids
    } else {
        [ids[1], ids[0]]
    };
    let steps = pair.steps.iter();
    let issues = steps.map(|step| diff.union.issues[step.issue].issue(&scenes).id.as_str());
    let mut cells = vec![a.into(), b.into()];
    cells.extend(numbers(pair.before));
    cells.extend(numbers(pair.after));
    cells.push(filled(issues.collect::<Vec<_>>().join("|")));
    cells
}

fn numbers(pair: Option<Pair>) -> [Value; 4] {
    let number = |of: fn(&Pair) -> usize| pair.as_ref().map(of).into();
    [
        number(|pair| pair.n),
        number(|pair| pair.agree),
        number(|pair| pair.partial),
        number(|pair| pair.conflict),
    ]
}
