//! The comparison table as data: one row an issue or a party, or one row a record.
//!
//! Lists in one field are parted by `|`.

use itertools::Itertools;

use super::mark::{Mark, marks};
use super::{Direction, Show, Wording, words_of};
use crate::compare::holding::{Holding, holdings};
use crate::dossier::scene::Scene;
use crate::dossier::{Issue, Position, Proof};
use crate::outcome::Outcome;
use crate::view::table::{Cell, Column, Row, Table, Value};
use crate::view::words;

/// One row an issue and one column a party, or the other way round.
pub(super) fn wide(scene: &Scene, show: Show) -> Table {
    let (issues, parties) = (&scene.focus.issues, &scene.focus.parties);
    let dossier = scene.dossier;
    let party_id = |party: &usize| dossier.parties[*party].id.clone();
    let issue_id = |issue: &usize| dossier.issues[*issue].id.clone();
    let said = |party: &usize, issue: &usize| Cell::data(words_of(scene, *party, *issue));
    match show.direction {
        Direction::IssuesDown => {
            let mut table = table(issue_heads(show), parties.iter().map(party_id));
            table.rows.extend(issues.iter().map(|issue| {
                let cells = parties.iter().map(|party| said(party, issue));
                Row::Cells(issue_cells(scene, *issue, show).chain(cells).collect())
            }));
            table
        }
        Direction::PartiesDown => {
            let mut table = table(["party"], issues.iter().map(issue_id));
            table.rows.extend(parties.iter().map(|party| {
                let cells = issues.iter().map(|issue| said(party, issue));
                let head = Cell::data(party_id(party));
                Row::Cells(std::iter::once(head).chain(cells).collect())
            }));
            table
        }
    }
}

fn table(
    heads: impl IntoIterator<Item = &'static str>,
    ids: impl Iterator<Item = String>,
) -> Table {
    let heads = heads.into_iter().map(Column::named);
    let ids = ids.map(Column::named);
    Table::new("positions", 1, heads.chain(ids).collect())
}

/// What names the row of an issue.
fn issue_heads(show: Show) -> impl Iterator<Item = &'static str> {
    let wording = (show.wording == Wording::Beside).then_some("wording");
    ["area", "issue"].into_iter().chain(wording)
}

fn issue_cells(scene: &Scene, issue: usize, show: Show) -> impl Iterator<Item = Cell> {
    let issue = &scene.dossier.issues[issue];
    let area = scene.dossier.areas[issue.area].id.clone();
    let wording = (show.wording == Wording::Beside).then(|| issue.text.clone());
    [area, issue.id.clone()]
        .into_iter()
        .chain(wording)
        .map(Cell::data)
}

/// One row a record that holds.
pub(super) fn long(scene: &Scene, show: Show) -> Table {
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
    let heads = issue_heads(show).chain(HEADS);
    let mut table = table(heads, std::iter::empty());
    table.rows.extend(holdings(scene).iter().map(|holding| {
        let cells = issue_cells(scene, holding.issue, show);
        Row::Cells(cells.chain(record(scene, holding)).collect())
    }));
    table
}

/// The fields of one record, in the order of the heads.
fn record(scene: &Scene, holding: &Holding) -> [Cell; 20] {
    let dossier = scene.dossier;
    let stance = holding.stance;
    let issue = &dossier.issues[holding.issue];
    let [lo, hi, options] = parts(issue, &stance.position);
    let proofs = proofs(scene, holding);
    let listed = |of: fn(&Proof) -> Option<&str>| {
        let said = proofs.iter().map(|proof| of(proof).unwrap_or(""));
        Cell::data(said.collect::<Vec<_>>().join("|"))
    };
    let group = holding.held.and_then(|held| held.from_group);
    let later = holding.held.and_then(|held| held.later);
    let marks = marks(scene, stance, holding.held);
    [
        Cell::data(&dossier.parties[holding.party].id),
        Cell::data(holding.state.name()),
        Cell::data(words::bare_position(issue, &stance.position)),
        lo,
        hi,
        options,
        optional(stance.condition.as_deref()),
        Cell::data(stance.firmness.name()),
        Cell::data(stance.basis.kind().name()),
        optional(stance.basis.by()),
        Cell::data(stance.since.to_string()),
        Cell::data(stance.until.map_or(String::new(), |day| day.to_string())),
        Cell::data(stance.dated.name()),
        listed(|proof| Some(&proof.written.source)),
        listed(|proof| proof.written.at.as_deref()),
        optional(stance.gist.as_deref()),
        number(stance.confidence),
        optional(group.map(|group| dossier.parties[group].id.as_str())),
        optional(
            later
                .map(|later| dossier.stances[later].since.to_string())
                .as_deref(),
        ),
        Cell::data(marks.into_iter().map(Mark::name).join("|")),
    ]
}

/// The ends of a range and the options of a choice.
fn parts(issue: &Issue, position: &Position) -> [Cell; 3] {
    let none = Cell::default;
    match position {
        Position::Known(Outcome::Range(range)) => {
            [end(issue, range.lo), end(issue, range.hi), none()]
        }
        Position::Known(Outcome::Options(options)) => {
            let names = options.iter().map(|at| issue.names[*at].as_str());
            [
                none(),
                none(),
                Cell::data(names.collect::<Vec<_>>().join("|")),
            ]
        }
        _ => [none(), none(), none()],
    }
}

/// A level by its name, or a number.
fn end(issue: &Issue, at: f64) -> Cell {
    match issue.names.as_slice() {
        [] => amount(at),
        _ => Cell::data(words::point(issue, at)),
    }
}

/// All evidence for a position, also that of records which repeat it.
fn proofs<'a>(scene: &Scene<'a>, holding: &Holding<'a>) -> Vec<&'a Proof> {
    let repeated = holding.held.map_or(&[][..], |held| &held.repeated);
    let repeated = repeated
        .iter()
        .map(|record| &scene.dossier.stances[*record]);
    std::iter::once(holding.stance)
        .chain(repeated)
        .flat_map(|stance| &stance.evidence)
        .collect()
}

/// A number as it is written in a file: whole ones without decimals.
fn amount(number: f64) -> Cell {
    /// Up to here a float holds every whole number.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let is_whole = number.fract() == 0.0 && number.abs() <= WHOLE;
    Cell {
        value: if is_whole {
            Value::Integer(number as i64)
        } else {
            Value::Real(number)
        },
        ..Cell::default()
    }
}

fn optional(text: Option<&str>) -> Cell {
    Cell::data(text.unwrap_or_default())
}

fn number(value: Option<f64>) -> Cell {
    Cell {
        value: value.map_or(Value::Empty, Value::Real),
        ..Cell::default()
    }
}
