//! What two parties say on one issue, side by side, one row an aspect; below it, in
//! a line each, whatever else they have on record there.

use std::collections::BTreeMap;

use itertools::{EitherOrBoth, Itertools};

use crate::dossier::scene::{self, Held, Scene};
use crate::dossier::{Dossier, Stance};
use crate::record::stance::Firmness;
use crate::view::line::{Label, Line};
use crate::view::positions::mark::WEAKER;
use crate::view::positions::{party_column, places, under_revision};
use crate::view::table::{Cell, Column, Row, Table, Tone};
use crate::view::{names, words};

/// What there is to say of a record, in the order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    Position,
    Condition,
    Firmness,
    Known,
    Since,
    Source,
    Gist,
    Quote,
    Note,
    Confidence,
    Mark,
}

/// What is said of one party, by aspect.
type Side = BTreeMap<Aspect, Vec<Cell>>;

/// The table of two parties on one issue.
pub(super) fn table(scene: &Scene, issue: usize, parties: [usize; 2]) -> Table {
    let dossier = scene.dossier;
    let heads = parties.map(|party| party_column(dossier, party));
    let columns = std::iter::once(Column::named("")).chain(heads).collect();
    let mut table = Table::new(&dossier.issues[issue].id, 1, columns);
    let [a, b] = parties.map(|party| side(scene, party, issue));
    let aspects = a.keys().chain(b.keys()).sorted().dedup();
    table.rows = aspects.flat_map(|aspect| rows(*aspect, &a, &b)).collect();
    table.legend = parties
        .iter()
        .flat_map(|party| others(scene, *party, issue))
        .collect();
    table
}

/// As many rows as the longer of the two sides needs.
fn rows(aspect: Aspect, a: &Side, b: &Side) -> Vec<Row> {
    let of = |side: &Side| side.get(&aspect).cloned().unwrap_or_default();
    let pairs = of(a).into_iter().zip_longest(of(b));
    let rows = pairs.map(EitherOrBoth::or_default);
    rows.map(|(a, b)| Row::Cells(vec![Cell::text(aspect.name()), a, b]))
        .collect()
}

fn side(scene: &Scene, party: usize, issue: usize) -> Side {
    let position = |cell| Side::from([(Aspect::Position, vec![cell])]);
    match scene.cell(party, issue) {
        scene::Cell::Silent if scene.left_out(party, issue).is_empty() => {
            position(nothing("no record"))
        }
        scene::Cell::Silent => position(nothing("no record under this lens")),
        scene::Cell::Unusable => position(nothing("a record that cannot be used")),
        scene::Cell::Contradictory(_) => position(Cell::text(Line::of(
            Label::Caution,
            "contradictory, so not compared",
        ))),
        scene::Cell::Held(held) => record(scene, held),
    }
}

fn nothing(words: &str) -> Cell {
    Cell {
        tone: Tone::Undefined,
        ..Cell::text(Line::of(Label::Undefined, words))
    }
}

fn add(side: &mut Side, aspect: Aspect, text: impl Into<Line>) {
    side.entry(aspect).or_default().push(Cell::text(text));
}

/// The record that holds, in full.
fn record(scene: &Scene, held: &Held) -> Side {
    let dossier = scene.dossier;
    let stance = &dossier.stances[held.stance];
    let mut side = Side::from([(Aspect::Position, vec![position(dossier, stance)])]);
    let firmness = Line::of(firmness(stance), words::firmness(stance.firmness));
    add(&mut side, Aspect::Firmness, firmness);
    add(&mut side, Aspect::Known, words::basis(&stance.basis));
    add(&mut side, Aspect::Since, since(stance));
    if !stance.evidence.is_empty() {
        add(&mut side, Aspect::Source, places(dossier, stance));
    }
    let said = [
        (Aspect::Condition, stance.condition.clone()),
        (Aspect::Gist, stance.gist.clone()),
        (
            Aspect::Quote,
            stance.quote.as_ref().map(|quote| format!("“{quote}”")),
        ),
        (Aspect::Note, stance.note.clone()),
        (Aspect::Confidence, stance.confidence.map(words::decimal)),
    ];
    for (aspect, text) in said {
        side.extend(text.map(|text| (aspect, vec![Cell::text(text)])));
    }
    for mark in marks(scene, held) {
        add(&mut side, Aspect::Mark, Line::of(Label::Caution, mark));
    }
    side
}

fn position(dossier: &Dossier, stance: &Stance) -> Cell {
    let words = words::position(&dossier.issues[stance.issue], &stance.position);
    Cell {
        tone: words::degree_of(&stance.position).map_or(Tone::None, Tone::Degree),
        ..Cell::text(Line::of(firmness(stance), words))
    }
}

fn firmness(stance: &Stance) -> Label {
    match stance.firmness {
        Firmness::RedLine => Label::RedLine,
        _ => Label::Plain,
    }
}

fn since(stance: &Stance) -> String {
    let until = stance.until.map(|until| format!(", until {until}"));
    let dated = words::dated(stance.dated);
    format!("{}{dated}{}", stance.since, until.unwrap_or_default())
}

/// What is to be known of a record before one relies on it.
fn marks(scene: &Scene, held: &Held) -> Vec<String> {
    let dossier = scene.dossier;
    let stance = &dossier.stances[held.stance];
    let inherited = held.from_group.map(|group| {
        let group = names::full(dossier, group);
        format!("taken over from {group}")
    });
    let others = [
        (
            under_revision(scene, stance),
            "rests on a text under revision",
        ),
        (!held.weaker.is_empty(), WEAKER),
        (
            held.later.is_some(),
            "there is a later record outside this lens",
        ),
        (stance.confidential, "confidential"),
    ];
    let others = others
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, mark)| mark.to_owned());
    inherited.into_iter().chain(others).collect()
}

/// The other records of a party on an issue, and why they are not in the table.
fn others(scene: &Scene, party: usize, issue: usize) -> Vec<Line> {
    let name = names::full(scene.dossier, party);
    let line = |why: &str, record: usize| {
        Line::of(Label::Caution, format!("{name}, {why}: "))
            .and(Label::Aside, brief(scene, party, record))
    };
    let holding: Vec<Line> = match scene.cell(party, issue) {
        scene::Cell::Silent | scene::Cell::Unusable => Vec::new(),
        scene::Cell::Held(held) => (held.repeated.iter())
            .map(|record| line("saying the same", *record))
            .collect(),
        scene::Cell::Contradictory(records) => (records.iter())
            .map(|record| line("contradicting itself", *record))
            .collect(),
    };
    let left_out = scene.left_out(party, issue).into_iter();
    let left_out = left_out.map(|(record, reason)| line(words::reason(reason), record));
    holding.into_iter().chain(left_out).collect()
}

/// A record in one line; with its party where that is another one.
fn brief(scene: &Scene, party: usize, record: usize) -> String {
    let dossier = scene.dossier;
    let stance = &dossier.stances[record];
    let whose = (stance.party != party).then(|| names::full(dossier, stance.party));
    let said = words::position(&dossier.issues[stance.issue], &stance.position);
    let condition = stance.condition.as_ref();
    let known = format!(
        "{}, {}, since {}",
        words::firmness(stance.firmness),
        words::basis(&stance.basis),
        since(stance)
    );
    let parts = [
        whose,
        Some(said),
        condition.map(|condition| format!("on condition: {condition}")),
        Some(known),
        Some(places(dossier, stance)).filter(|places| !places.is_empty()),
        stance.gist.clone(),
    ];
    parts.into_iter().flatten().join("; ")
}

impl Aspect {
    fn name(self) -> Line {
        Line::of(
            Label::Aside,
            match self {
                Aspect::Position => "position",
                Aspect::Condition => "condition",
                Aspect::Firmness => "firmness",
                Aspect::Known => "known as",
                Aspect::Since => "since",
                Aspect::Source => "source",
                Aspect::Gist => "gist",
                Aspect::Quote => "quote",
                Aspect::Note => "note",
                Aspect::Confidence => "confidence",
                Aspect::Mark => "mark",
            },
        )
    }
}
