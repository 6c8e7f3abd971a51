//! The comparison table: issues against parties, area by area.

pub mod data;
mod footnotes;
pub mod mark;

use itertools::Itertools;

use self::footnotes::Footnotes;
use super::line::{Label, Line};
use super::table::{Cell, Column, Note, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::dossier::scene::{self, Scene};
use crate::dossier::{Dossier, Proof, Stance};
use crate::record::stance::Firmness;

/// How the table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Show {
    pub direction: Direction,
    pub wording: Wording,
    pub evidence: Evidence,
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

/// Where the wording of an issue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wording {
    /// Behind its id, as a note where the format has such a thing.
    #[default]
    Behind,
    /// Beside its id; in a list below the table where the ids are heads of columns.
    Beside,
}

/// Where the evidence of a position stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Evidence {
    /// Behind its cell, as a note where the format has such a thing.
    #[default]
    Behind,
    /// In numbered footnotes below the table.
    Below,
}

/// The table with all that belongs to it.
pub fn view(scene: &Scene, show: Show) -> View {
    let mut blocks = vec![Block::Text(lens::line(scene))];
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => blocks.extend(below_the_lens(scene, show)),
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: overview::title(scene.dossier),
        blocks,
    }
}

/// The table, who is silent, the wording and the evidence.
fn below_the_lens(scene: &Scene, show: Show) -> Vec<Block> {
    let mut blocks = vec![Block::Table(table(scene, show))];
    blocks.extend(silence::parties(scene).into_iter().map(Block::Text));
    if (show.wording, show.direction) == (Wording::Beside, Direction::PartiesDown) {
        blocks.push(Block::Heading("Issues".into()));
        blocks.push(Block::List(wordings(scene)));
    }
    let footnotes = footnotes(scene, &speaking(scene), show);
    if show.evidence == Evidence::Below {
        blocks.push(Block::Heading("Evidence".into()));
        blocks.push(Block::List(footnotes.lines(scene)));
        blocks.push(Block::Heading("Sources".into()));
        blocks.push(Block::List(footnotes.sources(scene)));
    }
    blocks
}

fn wordings(scene: &Scene) -> Vec<Line> {
    let issues = scene.focus.issues.iter();
    issues
        .map(|issue| {
            let issue = &scene.dossier.issues[*issue];
            Line::of(Label::Name, &issue.id).and(Label::Plain, format!(": {}", issue.text))
        })
        .collect()
}

/// The positions of all parties that have any in view.
pub fn table(scene: &Scene, show: Show) -> Table {
    let speaking = speaking(scene);
    let footnotes = footnotes(scene, &speaking, show);
    let mut table = match show.direction {
        Direction::IssuesDown => issues_down(scene, &speaking, show.wording, &footnotes),
        Direction::PartiesDown => parties_down(scene, &speaking, &footnotes),
    };
    table.legend = mark::legend(scene, &speaking);
    table
}

fn speaking(scene: &Scene) -> Vec<usize> {
    (scene.focus.parties.iter().copied())
        .filter(|party| scene.speaks(*party))
        .collect()
}

/// Numbers in the order in which the table is read; none unless they are asked for.
fn footnotes(scene: &Scene, parties: &[usize], show: Show) -> Footnotes {
    let (issues, parties) = (&scene.focus.issues, parties.iter().copied());
    match (show.evidence, show.direction) {
        (Evidence::Behind, _) => Footnotes::default(),
        (Evidence::Below, Direction::PartiesDown) => {
            Footnotes::of(scene, parties.cartesian_product(issues.iter().copied()))
        }
        (Evidence::Below, Direction::IssuesDown) => {
            let places = issues.iter().cartesian_product(parties);
            Footnotes::of(scene, places.map(|(issue, party)| (party, *issue)))
        }
    }
}

fn issues_down(scene: &Scene, parties: &[usize], wording: Wording, footnotes: &Footnotes) -> Table {
    let dossier = scene.dossier;
    let beside = (wording == Wording::Beside).then(|| Column::named("wording"));
    let heads = parties.iter().map(|party| party_column(dossier, *party));
    let columns = std::iter::once(Column::named("issue"))
        .chain(beside)
        .chain(heads)
        .collect();
    let mut table = Table::new("Positions", 1, columns);
    let by_area = (scene.focus.issues.iter()).chunk_by(|issue| dossier.issues[**issue].area);
    for (area, issues) in &by_area {
        table
            .rows
            .push(Row::Section(dossier.areas[area].name.clone()));
        for issue in issues {
            let cells = parties
                .iter()
                .map(|party| cell(scene, *party, *issue, footnotes));
            let head = issue_cells(dossier, *issue, wording);
            table
                .rows
                .push(Row::Cells(head.into_iter().chain(cells).collect()));
        }
    }
    table
}

fn parties_down(scene: &Scene, parties: &[usize], footnotes: &Footnotes) -> Table {
    let dossier = scene.dossier;
    let issues = &scene.focus.issues;
    let heads = issues
        .iter()
        .map(|issue| Column::named(&dossier.issues[*issue].id));
    let columns = std::iter::once(Column::named("party"))
        .chain(heads)
        .collect();
    let mut table = Table::new("Positions", 1, columns);
    for party in parties {
        let cells = issues
            .iter()
            .map(|issue| cell(scene, *party, *issue, footnotes));
        let head = std::iter::once(party_cell(dossier, *party));
        table.rows.push(Row::Cells(head.chain(cells).collect()));
    }
    table
}

/// A party as the head of a column.
pub fn party_column(dossier: &Dossier, party: usize) -> Column {
    Column::coded(names::full(dossier, party), names::code(dossier, party))
}

/// A party as the head of a row.
pub fn party_cell(dossier: &Dossier, party: usize) -> Cell {
    let name = Line::of(Label::Name, names::full(dossier, party));
    Cell::name(name, names::code(dossier, party))
}

/// An issue as the head of a row, with its wording.
fn issue_cells(dossier: &Dossier, issue: usize, wording: Wording) -> Vec<Cell> {
    let issue = &dossier.issues[issue];
    let id = Cell::text(Line::of(Label::Name, &issue.id));
    match wording {
        Wording::Beside => vec![id, Cell::text(issue.text.as_str())],
        Wording::Behind => vec![Cell {
            note: Some(Note(vec![Line::plain(&issue.text)])),
            ..id
        }],
    }
}

/// What a party says on an issue, with the evidence behind it.
fn cell(scene: &Scene, party: usize, issue: usize, footnotes: &Footnotes) -> Cell {
    let found = scene.cell(party, issue);
    let cell = match found {
        scene::Cell::Silent => {
            return Cell {
                text: Line::of(Label::Undefined, words::NOTHING),
                tone: Tone::Undefined,
                ..Cell::default()
            };
        }
        scene::Cell::Unusable => return Cell::text(Line::of(Label::Caution, words::UNUSABLE)),
        scene::Cell::Contradictory(_) => Cell::text(Line::of(Label::Caution, "contradictory")),
        scene::Cell::Held(held) => {
            let stance = &scene.dossier.stances[held.stance];
            Cell {
                tone: words::degree_of(&stance.position).map_or(Tone::None, Tone::Degree),
                short: words::sign(&stance.position).map(|sign| marked(scene, held, sign)),
                ..Cell::text(said(scene, held))
            }
        }
    };
    let numbers = match footnotes.signs(found) {
        none if none.is_empty() => none,
        numbers => format!(" {numbers}"),
    };
    Cell {
        note: note(scene, found),
        short: cell.short.map(|short| short + &numbers),
        text: cell.text.and(Label::Aside, numbers),
        ..cell
    }
}

/// The evidence behind a cell.
fn note(scene: &Scene, cell: &scene::Cell) -> Option<Note> {
    let dossier = scene.dossier;
    let behind = cell
        .stances()
        .into_iter()
        .flat_map(|stance| evidence(dossier, &dossier.stances[stance]));
    let lines: Vec<Line> = behind.collect();
    (!lines.is_empty()).then_some(Note(lines))
}

/// A position in words, with its marks.
fn said(scene: &Scene, held: &scene::Held) -> Line {
    let stance = &scene.dossier.stances[held.stance];
    let issue = &scene.dossier.issues[stance.issue];
    let label = match stance.firmness {
        Firmness::RedLine => Label::RedLine,
        _ => Label::Plain,
    };
    let line = Line::of(label, words::position(issue, &stance.position));
    match mark::signs(scene, held) {
        none if none.is_empty() => line,
        marks => line.and(Label::Aside, format!(" {marks}")),
    }
}

/// A sign with its marks.
fn marked(scene: &Scene, held: &scene::Held, sign: &str) -> String {
    match mark::signs(scene, held) {
        none if none.is_empty() => sign.to_owned(),
        marks => format!("{sign} {marks}"),
    }
}

/// Whether a source of the stance is being changed by its author on the day looked at.
pub fn under_revision(scene: &Scene, stance: &Stance) -> bool {
    let sources = stance.evidence.iter().filter_map(|proof| proof.source);
    let since = |source: usize| scene.dossier.sources[source].under_revision;
    sources
        .filter_map(since)
        .any(|since| scene.focus.as_of.is_some_and(|day| since.first() <= day))
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
    if !stance.evidence.is_empty() {
        lines.push(Line::plain(places(dossier, stance)));
    }
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
    lines.extend(
        stance
            .confidential
            .then(|| Line::of(Label::Caution, "confidential")),
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
