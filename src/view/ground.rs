//! Common ground: issue by issue what all could accept, who could accept it, and who
//! stands in the way; then who could go together, and who stands alone.

pub mod data;

use std::cmp::Reverse;

use itertools::Itertools;

use super::line::{Label, Line};
use super::table::{Cell, Column, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::ground::{Ground, Prospect};
use crate::dossier::scene::{self, Scene};
use crate::outcome::common::Common;
use crate::record::stance::Firmness;

/// How many of the largest groups on one issue get a row.
const GROUPS: usize = 3;

/// How many parties are named in a cell before the rest is only counted.
const NAMED: usize = 12;

/// So few codes are not broken over lines.
const TOGETHER: usize = 4;

const HEADS: [&str; 5] = ["issue", "could accept", "who could", "in the way", "silent"];

/// The answer for people; the issues stand in the order given.
pub fn view(scene: &Scene, grounds: &[Ground]) -> View {
    let mut blocks = vec![Block::Text(lens::line(scene))];
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => blocks.extend(told(scene, grounds)),
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: format!("Common ground: {}", overview::title(scene.dossier)),
        blocks,
    }
}

fn told(scene: &Scene, grounds: &[Ground]) -> Vec<Block> {
    let compared = |ground: &&Ground| ground.prospect() != Prospect::TooFew;
    let compared: Vec<&Ground> = grounds.iter().filter(compared).collect();
    let mut blocks = vec![if compared.is_empty() {
        Block::Text(Line::of(
            Label::Caution,
            "There is no issue on which two parties have a comparable position under this lens.",
        ))
    } else {
        Block::Table(table(scene, &compared))
    }];
    let lists = [
        (
            "Who could go together where not all can",
            together(scene, &compared),
        ),
        ("Alone against all others", alone(scene, &compared)),
        ("Conditions", conditions(scene, &compared)),
    ];
    for (heading, lines) in lists {
        if !lines.is_empty() {
            blocks.push(Block::Heading(heading.into()));
            blocks.push(Block::List(lines));
        }
    }
    blocks.extend(too_few(scene, grounds).map(Block::Text));
    blocks.extend(silence::parties(scene).into_iter().map(Block::Text));
    blocks
}

fn table(scene: &Scene, grounds: &[&Ground]) -> Table {
    let mut table = Table::new("Common ground", 1, HEADS.map(Column::named).into());
    for (prospect, grounds) in &grounds.iter().chunk_by(|ground| ground.prospect()) {
        table.rows.push(Row::Section(heading(prospect).into()));
        table
            .rows
            .extend(grounds.flat_map(|ground| rows(scene, ground)));
    }
    table.legend = legend(scene, grounds);
    table
}

fn heading(prospect: Prospect) -> &'static str {
    match prospect {
        Prospect::Open => "All who speak could accept it",
        Prospect::OneMove => "One party's move would open it",
        Prospect::Closed => "More than one would have to move",
        Prospect::TooFew => "Fewer than two positions",
    }
}

/// One row for each group that could accept something together; one row where
/// there is no such group.
fn rows(scene: &Scene, ground: &Ground) -> Vec<Row> {
    if let Some(common) = &ground.common {
        let group = Group {
            common,
            parties: &ground.speaking,
        };
        return vec![row(scene, ground, id(scene, ground), Some(group))];
    }
    let groups = ground.camps.iter().take(GROUPS).map(|camp| Group {
        common: &camp.common,
        parties: &camp.parties,
    });
    let or = Cell::text(Line::of(Label::Aside, "or"));
    let heads = std::iter::once(id(scene, ground)).chain(std::iter::repeat(or));
    let mut rows: Vec<Row> = heads
        .zip(groups)
        .map(|(head, group)| row(scene, ground, head, Some(group)))
        .collect();
    if rows.is_empty() {
        rows.push(row(scene, ground, id(scene, ground), None));
    }
    let more = ground.camps.len().saturating_sub(GROUPS);
    rows.extend((more > 0).then(|| further(more)));
    rows
}

/// Parties, and what they could accept together.
struct Group<'a> {
    common: &'a Common,
    parties: &'a [usize],
}

fn id(scene: &Scene, ground: &Ground) -> Cell {
    Cell::text(Line::of(
        Label::Name,
        &scene.dossier.issues[ground.issue].id,
    ))
}

/// How many groups have no row of their own.
fn further(groups: usize) -> Row {
    let groups = words::count(groups, "other group", "other groups");
    let said = Line::of(Label::Aside, format!("or {groups} as large"));
    let cells = std::iter::once(Cell::text(said));
    Row::Cells(cells.pad_using(HEADS.len(), |_| Cell::default()).collect())
}

fn row(scene: &Scene, ground: &Ground, head: Cell, group: Option<Group>) -> Row {
    let could = |party: &usize| (group.as_ref()).is_some_and(|group| group.parties.contains(party));
    let (who, others): (Vec<usize>, Vec<usize>) = ground.speaking.iter().partition(|p| could(p));
    let issue = &scene.dossier.issues[ground.issue];
    let silent = ground.missing.iter().filter(|party| scene.speaks(**party));
    Row::Cells(vec![
        head,
        match &group {
            Some(group) => accepted(&words::common(issue, group.common), ground),
            None => nothing(),
        },
        together_cell(scene, ground, &who),
        listed(others.iter().map(|party| says(scene, ground, *party)), "; "),
        absent(scene, silent.copied(), ground.issue),
    ])
}

/// Those who could accept the same.
fn together_cell(scene: &Scene, ground: &Ground, who: &[usize]) -> Cell {
    let codes = who.iter().map(|party| called(scene, ground, *party));
    match who.len() {
        all if all == scene.focus.parties.len() && !ground.is_conditional() => Cell::text("all"),
        0..=TOGETHER => listed(codes, ",\u{a0}"),
        _ => listed(codes, ", "),
    }
}

fn accepted(common: &str, ground: &Ground) -> Cell {
    let label = match ground.common {
        Some(_) => Label::Agree,
        None => Label::Partial,
    };
    Cell::text(Line::of(label, common))
}

/// Words in one cell; the rest is counted where there are many.
pub(super) fn listed(items: impl Iterator<Item = String>, between: &str) -> Cell {
    let items: Vec<String> = items.collect();
    match items.len().saturating_sub(NAMED) {
        _ if items.is_empty() => nothing(),
        0 | 1 => Cell::text(items.join(between)),
        others => Cell::text(format!(
            "{}{between}{others} others",
            items[..NAMED].join(between)
        )),
    }
}

/// A cell that says that there is nothing to show.
pub(super) fn nothing() -> Cell {
    Cell {
        tone: Tone::Undefined,
        ..Cell::text(Line::of(Label::Undefined, words::NOTHING))
    }
}

/// The code of a party, marked where its position depends on something.
fn called(scene: &Scene, ground: &Ground, party: usize) -> String {
    let code = names::code(scene.dossier, party);
    match condition(ground, party) {
        Some(_) => format!("{code}\u{a0}?"),
        None => code.to_owned(),
    }
}

fn condition<'a>(ground: &Ground<'a>, party: usize) -> Option<&'a str> {
    let stand = ground
        .stands
        .iter()
        .find(|stand| stand.parties.contains(&party));
    stand.and_then(|stand| stand.condition)
}

/// A party with its position, and how firm that is.
fn says(scene: &Scene, ground: &Ground, party: usize) -> String {
    let who = called(scene, ground, party);
    let Some((outcome, _)) = scene.comparable(party, ground.issue) else {
        return who;
    };
    let position = words::told(&scene.dossier.issues[ground.issue], outcome);
    match scene
        .stance(party, ground.issue)
        .map(|stance| stance.firmness)
    {
        Some(firmness @ (Firmness::RedLine | Firmness::Demand)) => {
            format!("{who} {position} ({})", words::firmness(firmness))
        }
        _ => format!("{who} {position}"),
    }
}

/// Parties without a comparable position: the silent ones first, then each of the
/// others with the reason, which is its own alone.
pub(super) fn absent(scene: &Scene, parties: impl Iterator<Item = usize>, issue: usize) -> Cell {
    let is_silent = |party: &usize| *scene.cell(*party, issue) == scene::Cell::Silent;
    let (silent, others): (Vec<usize>, Vec<usize>) = parties.partition(is_silent);
    let told = |parties: Vec<usize>, between| {
        let named = parties.iter().map(|party| missing(scene, *party, issue));
        (!parties.is_empty()).then(|| listed(named, between).text.to_string())
    };
    let parts = [told(silent, ", "), told(others, "; ")];
    listed(parts.into_iter().flatten(), "; ")
}

/// The code of a party without a comparable position, and why it has none.
fn missing(scene: &Scene, party: usize, issue: usize) -> String {
    let code = names::code(scene.dossier, party);
    match scene.cell(party, issue) {
        scene::Cell::Silent => code.to_owned(),
        scene::Cell::Unusable => format!("{code}\u{a0}unusable"),
        scene::Cell::Contradictory(_) => format!("{code}\u{a0}contradictory"),
        scene::Cell::Held(held) => {
            let stance = &scene.dossier.stances[held.stance];
            let why = words::position(&scene.dossier.issues[issue], &stance.position);
            format!("{code}\u{a0}{why}")
        }
    }
}

fn legend(scene: &Scene, grounds: &[&Ground]) -> Vec<Line> {
    let conditional = grounds.iter().any(|ground| ground.is_conditional());
    let signs = [format!("{} nobody, nothing", words::NOTHING)];
    let signs = signs
        .into_iter()
        .chain(conditional.then(|| "? on a condition".to_owned()));
    let signs = Line::of(Label::Aside, signs.collect::<Vec<_>>().join(" · "));
    let speaking = scene
        .focus
        .parties
        .iter()
        .filter(|party| scene.speaks(**party));
    std::iter::once(signs)
        .chain(names::codes(scene.dossier, speaking))
        .collect()
}

/// The largest groups of all issues, the largest first, each with its issues.
fn together(scene: &Scene, grounds: &[&Ground]) -> Vec<Line> {
    let camps = grounds.iter().flat_map(|ground| {
        let camps = ground.camps.iter();
        camps.map(|camp| (&camp.parties, ground.issue))
    });
    let groups = camps.into_group_map().into_iter();
    groups
        .sorted_by_key(|(parties, issues)| (Reverse((parties.len(), issues.len())), *parties))
        .map(|(parties, issues)| {
            let who = names::list(scene.dossier, parties);
            Line::of(Label::Name, who).and(Label::Plain, on(scene, &issues))
        })
        .collect()
}

/// Who stands against everybody else, the most often first.
fn alone(scene: &Scene, grounds: &[&Ground]) -> Vec<Line> {
    let alone = grounds
        .iter()
        .filter_map(|ground| Some((ground.alone()?, ground.issue)));
    let by_party = alone.into_group_map().into_iter();
    by_party
        .sorted_by_key(|(party, issues)| (Reverse(issues.len()), *party))
        .map(|(party, issues)| {
            let who = names::called(scene.dossier, party);
            Line::of(Label::Name, who).and(Label::Plain, on(scene, &issues))
        })
        .collect()
}

/// ` on 2 issues: border, fleet`
fn on(scene: &Scene, issues: &[usize]) -> String {
    let count = words::count(issues.len(), "issue", "issues");
    format!(" on {count}: {}.", ids(scene, issues))
}

fn ids(scene: &Scene, issues: &[usize]) -> String {
    let ids: Vec<&str> = (issues.iter())
        .map(|issue| scene.dossier.issues[*issue].id.as_str())
        .collect();
    words::list(&ids)
}

fn conditions(scene: &Scene, grounds: &[&Ground]) -> Vec<Line> {
    let stands = grounds
        .iter()
        .flat_map(|ground| ground.stands.iter().map(|stand| (ground.issue, stand)));
    stands
        .filter_map(|(issue, stand)| {
            let issue = &scene.dossier.issues[issue];
            let said = words::told(issue, stand.outcome);
            let condition = words::sentence(stand.condition?);
            Some(
                Line::of(Label::Name, names::list(scene.dossier, &stand.parties)).and(
                    Label::Plain,
                    format!(" on {} ({said}): {condition}", issue.id),
                ),
            )
        })
        .collect()
}

fn too_few(scene: &Scene, grounds: &[Ground]) -> Option<Line> {
    let few = grounds
        .iter()
        .filter(|ground| ground.prospect() == Prospect::TooFew);
    let few: Vec<usize> = few.map(|ground| ground.issue).collect();
    (!few.is_empty()).then(|| {
        Line::of(Label::Undefined, "Fewer than two positions").and(Label::Plain, on(scene, &few))
    })
}
