//! Groups and blocs: how united each is, who differs from its group, and how all fall
//! into two camps.

mod camps;
pub mod data;
mod found;

use itertools::Itertools;

use super::line::{Label, Line};
use super::matrix::figure::PercentFrom;
use super::table::{Cell, Column, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::groups::cohesion::Cohesion;
use crate::compare::groups::{Departure, Group, Groups};
use crate::dossier::scene::Scene;
use crate::view::ground::nothing;
use crate::view::issues::share;

/// How many parties are named in a cell before the rest is only counted.
const NAMED: usize = 12;

/// How many positions of members that differ are told before the rest is only counted.
const DEPARTURES: usize = 40;

/// The answer for people.
pub fn view(groups: &Groups, percent: PercentFrom) -> View {
    let scene = groups.field.scene();
    let mut blocks = vec![Block::Text(lens::line(scene))];
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => {
            blocks.extend(of_dossier(groups, percent));
            blocks.extend(found::blocs(groups, percent));
            blocks.extend(unity(groups).map(Block::Table));
            blocks.extend(camps::camps(groups));
            blocks.extend(key(scene));
            blocks.extend(silence::parties(scene).into_iter().map(Block::Text));
        }
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: format!("Groups: {}", overview::title(scene.dossier)),
        blocks,
    }
}

/// What the names mean that lists are written with.
fn key(scene: &Scene) -> Option<Block> {
    let speaking = scene.focus.parties.iter().copied();
    let speaking: Vec<usize> = speaking.filter(|party| scene.speaks(*party)).collect();
    names::key(scene.dossier, &speaking).map(Block::Text)
}

/// The groups and organisations that list members, and who differs from them.
fn of_dossier(groups: &Groups, percent: PercentFrom) -> Vec<Block> {
    let scene = groups.field.scene();
    let mut blocks = vec![Block::Heading("Groups of the dossier".into())];
    if groups.groups.is_empty() {
        blocks.push(Block::Text(Line::plain("No party in view lists members.")));
        return blocks;
    }
    let mut table = Table::new("Groups", 1, heads("group", Some("differ")));
    for group in &groups.groups {
        let head = super::positions::party_cell(scene.dossier, group.party);
        let mut cells = vec![head, members(scene, group)];
        cells.extend(figures(&group.cohesion, percent));
        cells.push(share(
            group.departures.len(),
            group.own,
            -1.0,
            PercentFrom(usize::MAX),
        ));
        table.rows.push(Row::Cells(cells));
    }
    let listed = groups.groups.iter().flat_map(|group| &group.members);
    table.legend = legend(scene, &listed.copied().collect_vec());
    table.legend.insert(
        2,
        Line::of(
            Label::Aside,
            "differ: positions of members that do not agree with the group's own record, of those that \
             can be compared with it",
        ),
    );
    blocks.push(Block::Table(table));
    let dependent = groups.groups.iter().filter_map(|group| {
        let name = names::called(scene.dossier, group.party);
        dependent(name, &group.cohesion)
    });
    blocks.extend(dependent.map(Block::Text));
    let departures = (groups.groups.iter())
        .flat_map(|group| group.departures.iter().map(move |one| (group, one)))
        .map(|(group, departure)| departing(scene, group, departure));
    let mut departures: Vec<Line> = departures.collect();
    if !departures.is_empty() {
        blocks.push(Block::Heading(
            "Members that differ from their group".into(),
        ));
        let others = departures.len().saturating_sub(DEPARTURES);
        departures.truncate(DEPARTURES);
        departures.extend((others > 0).then(|| {
            let positions = words::count(others, "other position", "other positions");
            Line::of(
                Label::Aside,
                format!("{positions} of members differ; JSON has them all."),
            )
        }));
        blocks.push(Block::List(departures));
    }
    blocks
}

fn heads(first: &str, last: Option<&str>) -> Vec<Column> {
    let heads = [
        first,
        "parties",
        "agreement",
        "conflict",
        "closeness",
        "rice",
        "pairs",
    ];
    heads.into_iter().chain(last).map(Column::named).collect()
}

/// The members in view, and how many others there are.
fn members(scene: &Scene, group: &Group) -> Cell {
    let others = [
        (group.out_of_view.len(), "out of view"),
        (group.outsiders.len(), "without a file"),
    ];
    let others = others
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, why)| format!("{count} {why}"));
    let listed = codes(scene, &group.members);
    match (listed.is_empty(), others.collect_vec()) {
        (true, none) if none.is_empty() => nothing(),
        (true, others) => Cell::text(Line::of(Label::Undefined, others.join(", "))),
        (false, others) => {
            let others = others
                .iter()
                .map(|other| format!("; {other}"))
                .collect::<String>();
            Cell::text(Line::plain(listed).and(Label::Aside, others))
        }
    }
}

/// The codes of parties; many are only counted.
fn codes(scene: &Scene, parties: &[usize]) -> String {
    let codes = parties
        .iter()
        .map(|party| names::code(scene.dossier, *party));
    match parties.len() {
        0 | 1 => codes.collect(),
        _ => words::some(codes.map(str::to_owned), NAMED),
    }
}

/// How united some parties are: agreement, conflict, closeness, Rice's index, and on how
/// many pairs that rests.
fn figures(cohesion: &Cohesion, percent: PercentFrom) -> [Cell; 5] {
    [
        share(cohesion.agree, cohesion.n, 1.0, percent),
        share(cohesion.conflict, cohesion.n, -1.0, percent),
        mean(cohesion.closeness, cohesion.measured),
        mean(cohesion.mean_rice(), cohesion.unity.len()),
        share(
            cohesion.compared,
            cohesion.pairs,
            0.0,
            PercentFrom(usize::MAX),
        ),
    ]
}

/// A mean from 0 to 1, with how many it is of.
fn mean(value: Option<f64>, n: usize) -> Cell {
    let Some(value) = value else {
        return nothing();
    };
    Cell {
        value: value.into(),
        text: Line::of(Label::Number, format!("{value:.2} ({n})")),
        tone: Tone::Degree(2.0 * value - 1.0),
        ..Cell::default()
    }
}

fn legend(scene: &Scene, parties: &[usize]) -> Vec<Line> {
    let shares = "agreement, conflict: of the joint issues of all pairs together · closeness: in \
                  brackets of how many with a distance";
    let means = "rice: mean over the issues, in brackets, on which two or more take a side · pairs: \
                 with a joint issue";
    let codes = names::codes(scene.dossier, parties.iter().unique());
    [shares, means]
        .map(|said| Line::of(Label::Aside, said))
        .into_iter()
        .chain(codes)
        .collect()
}

/// How much of what is counted rests on one fact told twice, if anything does.
fn dependent(name: &str, cohesion: &Cohesion) -> Option<Line> {
    let Cohesion { independent, n, .. } = cohesion;
    (independent < n).then(|| {
        Line::of(Label::Caution, name).and(
            Label::Plain,
            format!(
                ": {independent} of {n} joint issues are independent; elsewhere a group meets its \
                 member, or both rest on the same evidence."
            ),
        )
    })
}

/// `France on the fleet: oppose; the group: support (conflict).`
fn departing(scene: &Scene, group: &Group, departure: &Departure) -> Line {
    let issue = &scene.dossier.issues[departure.issue];
    let said = |party: usize| {
        let Some((outcome, condition)) = scene.comparable(party, departure.issue) else {
            return String::new();
        };
        let mark = condition.map_or("", |_| ", on a condition");
        format!("{}{mark}", words::told(issue, outcome))
    };
    let (member, whole) = (departure.member, group.party);
    Line::of(Label::Name, names::called(scene.dossier, member))
        .and(
            Label::Plain,
            format!(" on {}: {}; ", issue.id, said(member)),
        )
        .and(Label::Name, names::called(scene.dossier, whole))
        .and(Label::Plain, format!(": {} (", said(whole)))
        .and(
            super::why::verdict_label(departure.verdict),
            words::verdict(departure.verdict),
        )
        .and(Label::Plain, ").")
}

/// Rice's index of each group and bloc, issue by issue; nothing where none has one.
fn unity(groups: &Groups) -> Option<Table> {
    let scene = groups.field.scene();
    let of_groups = groups.groups.iter().map(|group| {
        let head = super::positions::party_column(scene.dossier, group.party);
        (head, &group.cohesion)
    });
    let of_blocs = groups
        .cohesion
        .iter()
        .enumerate()
        .map(|(at, cohesion)| (Column::named(found::called(at)), cohesion));
    let all = of_groups
        .chain(of_blocs)
        .filter(|(_, cohesion)| !cohesion.unity.is_empty());
    let (heads, all): (Vec<Column>, Vec<&Cohesion>) = all.unzip();
    if all.is_empty() {
        return None;
    }
    let columns = std::iter::once(Column::named("issue"))
        .chain(heads)
        .collect();
    let mut table = Table::new("Unity", 1, columns);
    table.caption = Line::of(Label::Name, "Rice's index, issue by issue");
    for issue in &scene.focus.issues {
        let found = all
            .iter()
            .map(|cohesion| cohesion.unity.iter().find(|one| one.issue == *issue));
        let found = found.collect_vec();
        if found.iter().any(Option::is_some) {
            let head = Cell::text(Line::of(Label::Name, &scene.dossier.issues[*issue].id));
            let cells = found
                .iter()
                .map(|one| mean(one.map(|one| one.rice), one.map_or(0, |one| one.n)));
            table
                .rows
                .push(Row::Cells(std::iter::once(head).chain(cells).collect()));
        }
    }
    table.legend = vec![Line::of(
        Label::Aside,
        "1 all on one side, 0 as many on either · sides: support and oppose, the upper and the lower \
         half of a scale, so two who differ within one half stand on one side · in brackets: how \
         many take a side",
    )];
    Some(table)
}
