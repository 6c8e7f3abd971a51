//! What differs between two looks: positions, then the pairs that moved by them.

pub mod data;
mod pairs;

use super::line::{Label, Line};
use super::positions::evidence;
use super::table::{Cell, Column, Note, Row, Table, Tone};
use super::{Block, View, lens, names, overview, union, words};
use crate::compare::diff::change::{Change, Kind, Side};
use crate::compare::diff::moved::{Step, Way};
use crate::compare::diff::{Diff, Only, Stale};
use crate::compare::holding::State;
use crate::dossier::scene::Scene;
use crate::dossier::{BasisKind, Stance};
use crate::outcome::verdict::Verdict;
use crate::record::stance::Firmness;

/// What each look is called besides its day: a revision, a folder; nothing where
/// both are of one dossier as it is.
pub type Titles = [Option<String>; 2];

/// The answer for people.
pub fn view(diff: &Diff, titles: &Titles) -> View {
    let scenes = diff.scenes();
    let mut blocks = vec![
        Block::Text(look("Before", titles[0].as_deref(), scenes[0])),
        Block::Text(look("After", titles[1].as_deref(), scenes[1])),
        Block::Text(summary(diff)),
    ];
    blocks.extend(coming_and_going(diff).into_iter().map(Block::Text));
    if !diff.changes.is_empty() {
        blocks.push(Block::Table(changes(diff)));
    }
    blocks.extend(pairs::blocks(diff));
    if !diff.stale.is_empty() {
        blocks.push(Block::Heading("Gone stale".into()));
        let stale = diff.stale.iter().map(|stale| self::stale(diff, stale));
        blocks.push(Block::List(stale.collect()));
    }
    View {
        title: format!("What differs: {}", overview::title(scenes[1].dossier)),
        blocks,
    }
}

/// Which look this is, and its lens.
fn look(which: &str, title: Option<&str>, scene: &Scene) -> Line {
    let title = title.map_or_else(String::new, |title| format!(" ({title})"));
    Line::of(Label::Name, format!("{which}{title}"))
        .and(Label::Plain, ": ")
        .then(lens::line(scene))
}

/// How much differs, in a sentence or two.
fn summary(diff: &Diff) -> Line {
    if diff.is_empty() {
        return Line::plain("Nothing differs.");
    }
    let kinds = kinds(diff.changes.iter().map(|change| change.kind));
    let positions = match diff.changes.len() {
        0 => Line::plain("No position differs."),
        many => Line::plain(words::count(many, "position differs", "positions differ"))
            .and(Label::Plain, format!(": {kinds}.")),
    };
    let moved = match diff.pairs.len() {
        0 => " No pair has moved.".to_owned(),
        moved => {
            let have = if moved == 1 { "has" } else { "have" };
            let pairs = words::count(diff.of_pairs, "pair", "pairs");
            format!(" Of {pairs} {moved} {have} moved.")
        }
    };
    positions.and(Label::Plain, moved)
}

/// How many changes there are of each kind: `9 new, 4 changed`.
pub(super) fn kinds(of: impl Iterator<Item = Kind> + Clone) -> String {
    let counts = Kind::ALL.map(|kind| (of.clone().filter(|other| *other == kind).count(), kind));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, kind)| format!("{count} {}", kind.name()))
        .collect();
    counts.join(", ")
}

/// Parties and issues that only one look has, and issues that ask another thing.
fn coming_and_going(diff: &Diff) -> Vec<Line> {
    let scenes = diff.scenes();
    let parties = |places: Vec<usize>| -> Vec<String> {
        let names = places.iter().map(|at| &diff.union.parties[*at]);
        names.map(|entry| union::full(&scenes, entry)).collect()
    };
    let issues = |places: &[usize]| -> Vec<String> {
        let ids = places.iter().map(|at| &diff.union.issues[*at]);
        ids.map(|entry| entry.issue(&scenes).id.clone()).collect()
    };
    let told = [
        (
            "Parties only before",
            parties(diff.parties_only(Only::Before)),
        ),
        (
            "Parties only after",
            parties(diff.parties_only(Only::After)),
        ),
        (
            "Issues only before",
            issues(&diff.issues_only(Only::Before)),
        ),
        ("Issues only after", issues(&diff.issues_only(Only::After))),
        (
            "Issues with another choice of answers",
            issues(&diff.recast),
        ),
    ];
    told.into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(what, names)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Line::of(Label::Caution, what).and(Label::Plain, format!(": {}.", words::list(&names)))
        })
        .collect()
}

const HEADS: [&str; 6] = [
    "issue",
    "what",
    "before",
    "after",
    "distance",
    "towards others",
];

/// Every position that differs, party by party.
fn changes(diff: &Diff) -> Table {
    let mut table = Table::new("Positions", 1, HEADS.map(Column::named).into());
    table.caption = Line::of(Label::Name, "Positions");
    for party in diff.changes.chunk_by(|one, other| one.party == other.party) {
        let name = union::full(&diff.scenes(), &diff.union.parties[party[0].party]);
        table.rows.push(Row::Section(name));
        let rows = party.iter().map(|change| Row::Cells(row(diff, change)));
        table.rows.extend(rows);
    }
    table.legend.extend(key(diff));
    table
}

fn row(diff: &Diff, change: &Change) -> Vec<Cell> {
    let scenes = diff.scenes();
    let issue = diff.union.issues[change.issue].issue(&scenes);
    vec![
        Cell {
            note: Some(Note(vec![Line::plain(&issue.text)])),
            ..Cell::text(Line::of(Label::Name, &issue.id))
        },
        Cell::text(Line::of(label(change.kind), change.kind.name())),
        side(scenes[0], &change.before, None),
        side(scenes[1], &change.after, change.before.record(scenes[0])),
        distance(change.distance),
        Cell::text(towards(diff, change)),
    ]
}

pub(super) fn label(kind: Kind) -> Label {
    match kind {
        Kind::New | Kind::Changed | Kind::Disclosed | Kind::Resumed | Kind::Settled => Label::Plain,
        Kind::Repeated | Kind::Edited => Label::Aside,
        Kind::Undisclosed | Kind::Withdrawn | Kind::Contradictory => Label::Caution,
        Kind::Ended | Kind::Gone => Label::Undefined,
    }
}

/// What is said at one of the looks, with what has become of its firmness.
pub(super) fn side(scene: &Scene, side: &Side, earlier: Option<&Stance>) -> Cell {
    let Some(stance) = side.record(scene) else {
        return nothing();
    };
    let contradictory = side.state == Some(State::Contradictory);
    let records = side.records.iter();
    let behind = records.flat_map(|at| evidence(scene.dossier, &scene.dossier.stances[*at]));
    let note = Some(Note(behind.collect()));
    if contradictory {
        return Cell {
            note,
            ..Cell::text(Line::of(Label::Caution, "contradictory"))
        };
    }
    let tone = words::degree_of(&stance.position);
    Cell {
        note,
        tone: tone.map_or(Tone::None, Tone::Degree),
        ..Cell::text(said(scene, stance).and(Label::Aside, firmness(stance, earlier)))
    }
}

/// A position in words, with what is to be known of it at once.
fn said(scene: &Scene, stance: &Stance) -> Line {
    let issue = &scene.dossier.issues[stance.issue];
    let label = match stance.firmness {
        Firmness::RedLine => Label::RedLine,
        _ => Label::Plain,
    };
    let basis = match stance.basis.kind() {
        BasisKind::Declared => None,
        BasisKind::Attributed => Some("attributed"),
        BasisKind::Conduct => Some("conduct"),
    };
    let condition = stance.condition.as_ref().map(|_| "on a condition");
    let asides: Vec<&str> = condition.into_iter().chain(basis).collect();
    let asides = match asides.as_slice() {
        [] => String::new(),
        some => format!(" ({})", some.join(", ")),
    };
    Line::of(label, words::position(issue, &stance.position)).and(Label::Aside, asides)
}

/// What the firmness has become, where it is another than before.
fn firmness(stance: &Stance, earlier: Option<&Stance>) -> String {
    match earlier {
        Some(earlier) if earlier.firmness != stance.firmness => format!(
            ", {} → {}",
            words::firmness(earlier.firmness),
            words::firmness(stance.firmness)
        ),
        _ => String::new(),
    }
}

pub(super) fn nothing() -> Cell {
    Cell {
        tone: Tone::Undefined,
        ..Cell {
            value: super::data::Value::Empty,
            ..Cell::text(Line::of(Label::Undefined, words::NOTHING))
        }
    }
}

pub(super) fn distance(distance: Option<f64>) -> Cell {
    distance.map_or_else(nothing, |distance| Cell {
        value: super::data::Value::Real(distance),
        ..Cell::text(Line::of(Label::Number, words::decimal(distance)))
    })
}

/// Whom the party has moved nearer to and further from; with whom it agrees or is in
/// conflict since it can be compared.
fn towards(diff: &Diff, change: &Change) -> Line {
    let towards = diff.towards(change);
    let scenes = diff.scenes();
    let named = |of: &dyn Fn(&Step) -> bool| -> String {
        let others = towards.iter().filter(|(_, step)| of(step));
        let codes = others.map(|(other, _)| union::code(&scenes, &diff.union.parties[*other]));
        codes.collect::<Vec<_>>().join(", ")
    };
    let is_now = |verdict: Verdict| {
        move |step: &Step| {
            let now = step
                .after
                .is_some_and(|standing| standing.verdict == verdict);
            now && step.way() == Way::Open
        }
    };
    let told = [
        (
            Label::Agree,
            "nearer to",
            named(&|step| step.way() == Way::Nearer),
        ),
        (
            Label::Conflict,
            "further from",
            named(&|step| step.way() == Way::Further),
        ),
        (Label::Agree, "agrees with", named(&is_now(Verdict::Agree))),
        (
            Label::Partial,
            "partial with",
            named(&is_now(Verdict::Partial)),
        ),
        (
            Label::Conflict,
            "conflict with",
            named(&is_now(Verdict::Conflict)),
        ),
        (
            Label::Undefined,
            "no longer compared with",
            named(&|step| step.after.is_none()),
        ),
    ];
    let told = told.into_iter().filter(|(_, _, names)| !names.is_empty());
    told.fold(Line::new(), |line, (label, what, names)| {
        let comma = if line.is_empty() { "" } else { "; " };
        line.and(Label::Plain, comma)
            .and(label, what)
            .and(Label::Plain, format!(" {names}"))
    })
}

fn stale(diff: &Diff, stale: &Stale) -> Line {
    let scenes = diff.scenes();
    let stance = &scenes[1].dossier.stances[stale.record];
    let issue = &scenes[1].dossier.issues[stance.issue];
    let party = union::full(&scenes, &diff.union.parties[stale.party]);
    Line::of(Label::Name, format!("{party} on {}", issue.id))
        .and(
            Label::Plain,
            format!(": {}", words::position(issue, &stance.position)),
        )
        .and(Label::Aside, format!(", since {}", stance.since))
}

/// What the codes mean that stand for parties.
fn key(diff: &Diff) -> Option<Line> {
    let scene = diff.after.scene();
    let told = !diff.pairs.is_empty();
    told.then(|| names::codes(scene.dossier, scene.focus.parties.iter()))
        .flatten()
}
