//! The comparison table as data: one row an issue or a party, or one row a record.
//!
//! Lists in one field are parted by `|`.

use itertools::Itertools;

use super::mark::{Mark, marks};
use super::{Direction, Show, Wording};
use crate::compare::holding::{Holding, holdings};
use crate::dossier::scene::{self, Held, Scene};
use crate::dossier::{Issue, Position, Proof, Stance};
use crate::outcome::Outcome;
use crate::view::data::{Data, Value};
use crate::view::words;

/// How the rows of the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// One row an issue and one column a party, or the other way round.
    #[default]
    Wide,
    /// One row a record that holds.
    Long,
}

/// The positions in this layout.
pub fn data(scene: &Scene, show: Show, layout: Layout) -> Data {
    match layout {
        Layout::Wide => wide(scene, show),
        Layout::Long => long(scene, show),
    }
}

/// One row an issue and one column a party, or the other way round.
fn wide(scene: &Scene, show: Show) -> Data {
    let (issues, parties) = (&scene.focus.issues, &scene.focus.parties);
    let dossier = scene.dossier;
    let party_id = |party: &usize| dossier.parties[*party].id.clone();
    let issue_id = |issue: &usize| dossier.issues[*issue].id.clone();
    let said = |party: usize, issue: usize| words_of(scene, party, issue).into();
    match show.direction {
        Direction::IssuesDown => Data {
            heads: issue_heads(show)
                .chain(parties.iter().map(party_id))
                .collect(),
            records: (issues.iter())
                .map(|issue| {
                    let said = parties.iter().map(|party| said(*party, *issue));
                    issue_values(scene, *issue, show).chain(said).collect()
                })
                .collect(),
        },
        Direction::PartiesDown => Data {
            heads: ["party".to_owned()]
                .into_iter()
                .chain(issues.iter().map(issue_id))
                .collect(),
            records: (parties.iter())
                .map(|party| {
                    let said = issues.iter().map(|issue| said(*party, *issue));
                    std::iter::once(party_id(party).into())
                        .chain(said)
                        .collect()
                })
                .collect(),
        },
    }
}

/// What a party says on an issue in bare words, for data; empty for silence.
fn words_of(scene: &Scene, party: usize, issue: usize) -> String {
    match scene.cell(party, issue) {
        scene::Cell::Silent => String::new(),
        scene::Cell::Unusable => "unusable".into(),
        scene::Cell::Contradictory(_) => "contradictory".into(),
        scene::Cell::Held(held) => {
            let stance = &scene.dossier.stances[held.stance];
            let position = words::bare_position(&scene.dossier.issues[issue], &stance.position);
            match stance.condition {
                Some(_) => format!("{position} (on a condition)"),
                None => position,
            }
        }
    }
}

/// What names the row of an issue.
fn issue_heads(show: Show) -> impl Iterator<Item = String> {
    let wording = (show.wording == Wording::Beside).then_some("wording");
    ["area", "issue"]
        .into_iter()
        .chain(wording)
        .map(str::to_owned)
}

fn issue_values(scene: &Scene, issue: usize, show: Show) -> impl Iterator<Item = Value> {
    let issue = &scene.dossier.issues[issue];
    let area = scene.dossier.areas[issue.area].id.clone();
    let wording = (show.wording == Wording::Beside).then(|| issue.text.clone());
    [area, issue.id.clone()]
        .into_iter()
        .chain(wording)
        .map(Value::from)
}

/// One row a record that holds.
fn long(scene: &Scene, show: Show) -> Data {
    const HEADS: [&str; 20] = [
        "party",
        "state",
        "position",
        "lo",
        "hi",
        "options",
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
        "confidence",
        "inherited_from",
        "later",
        "marks",
    ];
    let record = |holding: &Holding| {
        let issue = issue_values(scene, holding.issue, show);
        issue.chain(record(scene, holding)).collect()
    };
    Data {
        heads: issue_heads(show).chain(HEADS.map(str::to_owned)).collect(),
        records: holdings(scene).iter().map(record).collect(),
    }
}

/// The fields of one record, in the order of the heads.
fn record(scene: &Scene, holding: &Holding) -> [Value; 20] {
    let dossier = scene.dossier;
    let stance = holding.stance;
    let issue = &dossier.issues[holding.issue];
    let [lo, hi, options] = parts(issue, &stance.position);
    let proofs = proofs(scene, stance, holding.held);
    let listed = |of| listed(&proofs, of);
    let group = holding.held.and_then(|held| held.from_group);
    let later = holding.held.and_then(|held| held.later);
    let marks = marks(scene, stance, holding.held);
    [
        dossier.parties[holding.party].id.as_str().into(),
        holding.state.name().into(),
        words::bare_position(issue, &stance.position).into(),
        lo,
        hi,
        options,
        stance.condition.as_deref().into(),
        stance.firmness.name().into(),
        stance.basis.kind().name().into(),
        stance.basis.by().into(),
        stance.since.to_string().into(),
        stance.until.map(|day| day.to_string()).into(),
        stance.dated.name().into(),
        listed(|proof| Some(&proof.written.source)),
        listed(|proof| proof.written.at.as_deref()),
        stance.gist.as_deref().into(),
        stance.confidence.into(),
        group.map(|group| dossier.parties[group].id.as_str()).into(),
        later
            .map(|later| dossier.stances[later].since.to_string())
            .into(),
        filled(marks.into_iter().map(Mark::name).join("|")),
    ]
}

/// The ends of a range and the options of a choice.
fn parts(issue: &Issue, position: &Position) -> [Value; 3] {
    let none = || Value::Empty;
    match position {
        Position::Known(Outcome::Range(range)) => {
            [end(issue, range.lo), end(issue, range.hi), none()]
        }
        Position::Known(Outcome::Options(options)) => {
            let names = options.iter().map(|at| issue.names[*at].as_str());
            [none(), none(), filled(names.collect::<Vec<_>>().join("|"))]
        }
        _ => [none(), none(), none()],
    }
}

/// A level by its name, or a number.
fn end(issue: &Issue, at: f64) -> Value {
    match issue.names.as_slice() {
        [] => amount(at),
        _ => words::point(issue, at).into(),
    }
}

/// All evidence for a position, also that of records which repeat it.
pub fn proofs<'a>(scene: &Scene<'a>, stance: &'a Stance, held: Option<&Held>) -> Vec<&'a Proof> {
    let repeated = held.map_or(&[][..], |held| &held.repeated);
    let repeated = repeated
        .iter()
        .map(|record| &scene.dossier.stances[*record]);
    std::iter::once(stance)
        .chain(repeated)
        .flat_map(|stance| &stance.evidence)
        .collect()
}

/// One thing of every piece of evidence; a piece without it keeps its place.
pub fn listed(proofs: &[&Proof], of: fn(&Proof) -> Option<&str>) -> Value {
    let said = proofs.iter().map(|proof| of(proof).unwrap_or(""));
    filled(said.collect::<Vec<_>>().join("|"))
}

/// A number as it is written in a file: whole ones without decimals.
fn amount(number: f64) -> Value {
    /// Up to here a float holds every whole number.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= WHOLE {
        Value::Integer(number as i64)
    } else {
        Value::Real(number)
    }
}

/// A list in one field; an empty one leaves the field empty.
pub fn filled(list: String) -> Value {
    Some(list).filter(|list| !list.is_empty()).into()
}
