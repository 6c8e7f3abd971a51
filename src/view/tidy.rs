//! Positions as tidy data, which `stances import` reads back and statistics programs
//! need no parser for: each position in the words in which it is typed, and beside it
//! as numbers where its kind of issue has any.
//!
//! Of a statement the number is −1, −½, 0, ½ or 1. Of a scale the ends of what is
//! accepted are levels counted from 1, of a quantity the numbers themselves.

use crate::change::position;
use crate::change::record::{self, kind};
use crate::compare::holding::{Holding, State, holdings};
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Issue, Position, Stance};
use crate::exchange::entries::is_silent;
use crate::outcome::{Outcome, Space};
use crate::record::position::Kind;
use crate::view::data::{Data, Value};
use crate::view::positions::data::{listed, proofs};

/// What a cell holds in which records contradict each other: no single position.
pub const CONTRADICTORY: &str = "contradictory";

/// What stands between a position and its condition in one cell, and behind it.
pub const CONDITION: (&str, &str) = (" [if: ", "]");

/// The endings of the columns of numbers.
const VALUE: &str = ".value";
const LO: &str = ".lo";
const HI: &str = ".hi";

/// The columns of [`long`].
const HEADS: [&str; 29] = [
    "party",
    "party_name",
    "issue",
    "area",
    "kind",
    "position",
    "state",
    "value",
    "lo",
    "hi",
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
    "salience",
    "stake",
    "coder",
    "confidential",
    "inherited_from",
    "issue_text",
];

/// One row a party: `party`, `party_name`, then each issue with its columns of numbers.
pub fn wide(scene: &Scene) -> Data {
    let issues =
        || (scene.focus.issues.iter()).map(|issue| (*issue, &scene.dossier.issues[*issue]));
    let own = ["party", "party_name"].map(str::to_owned);
    let heads = issues().flat_map(|(_, issue)| {
        let numbers = endings(issue).iter();
        let numbers = numbers.map(|ending| format!("{}{ending}", issue.id));
        std::iter::once(issue.id.clone()).chain(numbers)
    });
    let record = |party: &usize| {
        let own = &scene.dossier.parties[*party];
        let own = [own.id.as_str().into(), own.name.as_str().into()];
        let cells = issues().flat_map(|(at, issue)| cell(scene, *party, at, issue));
        own.into_iter().chain(cells).collect()
    };
    Data {
        heads: own.into_iter().chain(heads).collect(),
        records: scene.focus.parties.iter().map(record).collect(),
    }
}

fn endings(issue: &Issue) -> &'static [&'static str] {
    match issue.space {
        Space::Statement => &[VALUE],
        Space::Scale { .. } | Space::Quantity { .. } => &[LO, HI],
        Space::Choice { .. } => &[],
    }
}

fn cell(scene: &Scene, party: usize, at: usize, issue: &Issue) -> Vec<Value> {
    let mut values = vec![Value::Empty; 1 + endings(issue).len()];
    match (scene.cell(party, at), scene.stance(party, at)) {
        (Cell::Contradictory(_), _) => values[0] = CONTRADICTORY.into(),
        (_, Some(stance)) => {
            values[0] = worded(issue, stance).into();
            let numbers = numbers(issue, &stance.position);
            let numbers = numbers.into_iter().filter(|value| *value != Value::Empty);
            for (place, number) in values[1..].iter_mut().zip(numbers) {
                *place = number;
            }
        }
        _ => {}
    }
    values
}

/// A position and what it depends on, in one cell.
fn worded(issue: &Issue, stance: &Stance) -> String {
    let words = position_words(issue, &stance.position);
    match &stance.condition {
        Some(condition) => format!("{words}{}{condition}{}", CONDITION.0, CONDITION.1),
        None => words,
    }
}

/// One row a record that holds; where records contradict each other, each of them.
pub fn long(scene: &Scene) -> Data {
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: (holdings(scene).iter())
            .map(|holding| row(scene, holding).into())
            .collect(),
    }
}

fn row(scene: &Scene, holding: &Holding) -> [Value; HEADS.len()] {
    let dossier = scene.dossier;
    let (party, stance) = (&dossier.parties[holding.party], holding.stance);
    let issue = &dossier.issues[holding.issue];
    let [value, lo, hi] = numbers(issue, &stance.position);
    let proofs = proofs(scene, stance, holding.held);
    let group = holding.held.and_then(|held| held.from_group);
    let state = match stance.condition {
        Some(_) if holding.state == State::Held => "conditional",
        _ => holding.state.name(),
    };
    [
        party.id.as_str().into(),
        party.name.as_str().into(),
        issue.id.as_str().into(),
        dossier.areas[issue.area].id.as_str().into(),
        kind(&kind_of(issue)).into(),
        position_words(issue, &stance.position).into(),
        state.into(),
        value,
        lo,
        hi,
        stance.condition.as_deref().into(),
        stance.firmness.name().into(),
        stance.basis.kind().name().into(),
        stance.basis.by().into(),
        stance.since.to_string().into(),
        stance.until.map(|day| day.to_string()).into(),
        stance.dated.name().into(),
        listed(&proofs, |proof| Some(&proof.written.source)),
        listed(&proofs, |proof| proof.written.at.as_deref()),
        stance.gist.as_deref().into(),
        stance.quote.as_deref().into(),
        stance.note.as_deref().into(),
        stance.confidence.into(),
        stance.salience.into(),
        stance.stake.map(usize::from).into(),
        stance.coder.as_deref().into(),
        stance.confidential.then_some(true).into(),
        group.map(|group| dossier.parties[group].id.as_str()).into(),
        issue.text.as_str().into(),
    ]
}

/// A position as it is typed; one that a table has for silence stands as RON.
fn position_words(issue: &Issue, position: &Position) -> String {
    let written = position::written(position, issue);
    match position::words(&written, issue) {
        silent if is_silent(&silent) => record::position(&written),
        words => words,
    }
}

/// The number of a statement, and the ends of a range.
fn numbers(issue: &Issue, position: &Position) -> [Value; 3] {
    let none = || Value::Empty;
    match (position, issue.space) {
        (Position::Known(Outcome::Degree(degree)), _) => [degree.value().into(), none(), none()],
        (Position::Known(Outcome::Range(range)), Space::Scale { .. }) => {
            let level = |at: f64| Value::Integer(at as i64 + 1);
            [none(), level(range.lo), level(range.hi)]
        }
        (Position::Known(Outcome::Range(range)), _) => [none(), range.lo.into(), range.hi.into()],
        _ => [none(), none(), none()],
    }
}

/// The kind as a file would have it.
fn kind_of(issue: &Issue) -> Kind {
    match issue.space {
        Space::Statement => Kind::Statement,
        Space::Scale { .. } => Kind::Scale(issue.names.clone()),
        Space::Choice { .. } => Kind::Choice(issue.names.clone()),
        Space::Quantity { min, max, .. } => Kind::Quantity {
            unit: issue.unit.clone(),
            min,
            max,
        },
    }
}
