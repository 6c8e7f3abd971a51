//! The comparison table: issues against parties, area by area.

use itertools::Itertools;

use super::line::{Label, Line};
use super::table::{Cell, Column, Note, Row, Table, Tone};
use super::words;
use crate::compare::joint::stances;
use crate::dossier::scene::{self, Scene};
use crate::dossier::{Basis, Dossier, Proof, Stance};
use crate::record::stance::Firmness;
use crate::view::data::Value;

/// What is remarked on a position, behind its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    RedLine,
    Conditional,
    Attributed,
    Conduct,
    Inherited,
    UnderRevision,
    Weaker,
    Later,
}

/// Which way the table runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// One row an issue, one column a party.
    #[default]
    IssuesDown,
    /// One row a party, one column an issue.
    PartiesDown,
}

/// The positions of all parties that have any in view.
pub fn table(scene: &Scene, direction: Direction) -> Table {
    let speaking: Vec<usize> = (scene.focus.parties.iter().copied())
        .filter(|party| scene.speaks(*party))
        .collect();
    let mut table = match direction {
        Direction::IssuesDown => issues_down(scene, &speaking),
        Direction::PartiesDown => parties_down(scene, &speaking),
    };
    table.legend = legend(scene, &speaking);
    table
}

fn issues_down(scene: &Scene, parties: &[usize]) -> Table {
    let dossier = scene.dossier;
    let heads = parties.iter().map(|party| party_column(dossier, *party));
    let columns = std::iter::once(Column::named("issue"))
        .chain(heads)
        .collect();
    let mut table = Table::new("Positions", 1, columns);
    let by_area = scene
        .focus
        .issues
        .iter()
        .chunk_by(|issue| dossier.issues[**issue].area);
    for (area, issues) in &by_area {
        table
            .rows
            .push(Row::Section(dossier.areas[area].name.clone()));
        for issue in issues {
            let cells = parties.iter().map(|party| cell(scene, *party, *issue));
            let head = std::iter::once(issue_cell(dossier, *issue));
            table.rows.push(Row::Cells(head.chain(cells).collect()));
        }
    }
    table
}

fn parties_down(scene: &Scene, parties: &[usize]) -> Table {
    let dossier = scene.dossier;
    let heads = scene
        .focus
        .issues
        .iter()
        .map(|issue| Column::named(&dossier.issues[*issue].id));
    let columns = std::iter::once(Column::named("party"))
        .chain(heads)
        .collect();
    let mut table = Table::new("Positions", 1, columns);
    for party in parties {
        let cells = scene
            .focus
            .issues
            .iter()
            .map(|issue| cell(scene, *party, *issue));
        let head = std::iter::once(party_cell(dossier, *party));
        table.rows.push(Row::Cells(head.chain(cells).collect()));
    }
    table
}

/// A party as the head of a column.
pub fn party_column(dossier: &Dossier, party: usize) -> Column {
    let party = &dossier.parties[party];
    Column::coded(&party.name, &party.code)
}

/// A party as the head of a row.
pub fn party_cell(dossier: &Dossier, party: usize) -> Cell {
    let party = &dossier.parties[party];
    Cell::name(Line::of(Label::Name, &party.name), &party.code)
}

fn issue_cell(dossier: &Dossier, issue: usize) -> Cell {
    let issue = &dossier.issues[issue];
    Cell {
        note: Some(Note(vec![Line::plain(&issue.text)])),
        ..Cell::text(Line::of(Label::Name, &issue.id))
    }
}

/// What a party says on an issue, with the evidence behind it.
fn cell(scene: &Scene, party: usize, issue: usize) -> Cell {
    let found = scene.cell(party, issue);
    let note = |lines: Vec<Line>| (!lines.is_empty()).then_some(Note(lines));
    let behind = stances(found)
        .into_iter()
        .flat_map(|stance| evidence(scene.dossier, &scene.dossier.stances[stance]));
    match found {
        scene::Cell::Silent => Cell {
            value: Value::Empty,
            text: Line::of(Label::Undefined, words::NOTHING),
            tone: Tone::Undefined,
            ..Cell::default()
        },
        scene::Cell::Contradictory(_) => Cell {
            note: note(behind.collect()),
            ..Cell::text(Line::of(Label::Caution, "contradictory"))
        },
        scene::Cell::Held(held) => {
            let stance = &scene.dossier.stances[held.stance];
            Cell {
                tone: words::degree_of(&stance.position).map_or(Tone::None, Tone::Degree),
                note: note(behind.collect()),
                ..Cell::text(said(scene, held))
            }
        }
    }
}

/// A position in words, with its marks.
fn said(scene: &Scene, held: &scene::Held) -> Line {
    let stance = &scene.dossier.stances[held.stance];
    let issue = &scene.dossier.issues[stance.issue];
    let label = match stance.firmness {
        Firmness::RedLine => Label::RedLine,
        _ => Label::Plain,
    };
    let marks: String = marks(scene, held).into_iter().map(Mark::sign).collect();
    let line = Line::of(label, words::position(issue, &stance.position));
    if marks.is_empty() {
        line
    } else {
        line.and(Label::Aside, format!(" {marks}"))
    }
}

fn marks(scene: &Scene, held: &scene::Held) -> Vec<Mark> {
    let stance = &scene.dossier.stances[held.stance];
    [
        (stance.firmness == Firmness::RedLine, Mark::RedLine),
        (stance.condition.is_some(), Mark::Conditional),
        (
            matches!(stance.basis, Basis::Attributed(_)),
            Mark::Attributed,
        ),
        (stance.basis == Basis::Conduct, Mark::Conduct),
        (held.from_group.is_some(), Mark::Inherited),
        (under_revision(scene, stance), Mark::UnderRevision),
        (!held.weaker.is_empty(), Mark::Weaker),
        (held.later.is_some(), Mark::Later),
    ]
    .into_iter()
    .filter_map(|(applies, mark)| applies.then_some(mark))
    .collect()
}

/// Whether a source of the stance is being changed by its author on the day looked at.
pub fn under_revision(scene: &Scene, stance: &Stance) -> bool {
    let sources = stance.evidence.iter().filter_map(|proof| proof.source);
    let since = |source: usize| scene.dossier.sources[source].under_revision;
    sources
        .filter_map(since)
        .any(|since| scene.focus.as_of.is_some_and(|day| since.first() <= day))
}

fn legend(scene: &Scene, parties: &[usize]) -> Vec<Line> {
    let places = parties.iter().cartesian_product(&scene.focus.issues);
    let (mut used, mut silence) = (Vec::new(), false);
    for (party, issue) in places {
        match scene.cell(*party, *issue) {
            scene::Cell::Held(held) => used.extend(marks(scene, held)),
            scene::Cell::Silent => silence = true,
            scene::Cell::Contradictory(_) => (),
        }
    }
    let silence = silence.then(|| format!("{} no record", words::NOTHING));
    let marks = used.into_iter().sorted().dedup();
    let marks = marks.map(|mark| format!("{} {}", mark.sign(), mark.meaning()));
    let parts: Vec<String> = silence.into_iter().chain(marks).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    vec![Line::of(Label::Aside, parts.join(" · "))]
}

/// What is known of one stance, for the note on its cell.
pub fn evidence(dossier: &Dossier, stance: &Stance) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(stance.gist.as_ref().map(Line::plain));
    lines.extend(
        stance
            .condition
            .as_ref()
            .map(|condition| Line::plain(format!("on condition: {condition}"))),
    );
    lines.push(Line::plain(format!(
        "{}, {}, since {}{}",
        words::firmness(stance.firmness),
        words::basis(&stance.basis),
        stance.since,
        words::dated(stance.dated),
    )));
    lines.extend(
        stance
            .evidence
            .iter()
            .map(|proof| Line::plain(place(dossier, proof))),
    );
    lines.extend(
        stance
            .confidence
            .map(|sure| Line::plain(format!("confidence {sure}"))),
    );
    lines.extend(
        stance
            .note
            .as_ref()
            .map(|note| Line::plain(format!("note: {note}"))),
    );
    lines
}

/// A piece of evidence: its source and the place in it.
pub fn place(dossier: &Dossier, proof: &Proof) -> String {
    let source = match proof.source {
        Some(source) => &dossier.sources[source].title,
        None => &proof.written.source,
    };
    match &proof.written.at {
        Some(at) => format!("{source}, {at}"),
        None => source.clone(),
    }
}

/// All pieces of evidence of a stance in one text, each source named once.
pub fn places(dossier: &Dossier, stance: &Stance) -> String {
    let same = |one: &&Proof, other: &&Proof| one.written.source == other.written.source;
    let proofs: Vec<&Proof> = stance.evidence.iter().collect();
    let by_source = proofs.chunk_by(same).map(|proofs| {
        let further = proofs[1..].iter().filter_map(|p| p.written.at.as_deref());
        std::iter::once(place(dossier, proofs[0]))
            .chain(further.map(str::to_owned))
            .join(", ")
    });
    by_source.collect::<Vec<_>>().join("; ")
}

impl Mark {
    fn sign(self) -> char {
        match self {
            Mark::RedLine => '!',
            Mark::Conditional => '?',
            Mark::Attributed => 'a',
            Mark::Conduct => 'c',
            Mark::Inherited => 'g',
            Mark::UnderRevision => 'r',
            Mark::Weaker => '~',
            Mark::Later => '>',
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Mark::RedLine => "red line",
            Mark::Conditional => "on a condition",
            Mark::Attributed => "attributed by others",
            Mark::Conduct => "read from conduct",
            Mark::Inherited => "taken over from its group",
            Mark::UnderRevision => "from a text under revision",
            Mark::Weaker => "later conduct or attribution differs in weight and does not count",
            Mark::Later => "has a later record outside this lens",
        }
    }
}
