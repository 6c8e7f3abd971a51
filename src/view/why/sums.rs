//! What every joint issue adds to the sums, and how each measure is made of them.

use crate::compare::joint::Joint;
use crate::compare::why::{Sums, Why};
use crate::measure::{Measure, Score};
use crate::outcome::verdict::Verdict;
use crate::view::Block;
use crate::view::data::Value;
use crate::view::line::{Label, Line};
use crate::view::matrix::figure::{PercentFrom, figure, share};
use crate::view::table::{Cell, Column, Row, Table, Tone};
use crate::view::words;

/// Both tables under one heading; nothing where there is nothing to add up.
pub(super) fn blocks(why: &Why, percent: PercentFrom) -> Vec<Block> {
    if why.sums.pair.n == 0 {
        return Vec::new();
    }
    vec![
        Block::Heading("What the numbers are made of".into()),
        Block::Table(terms(why)),
        Block::Table(measures(why, percent)),
    ]
}

/// One row a joint issue, and their sums.
fn terms(why: &Why) -> Table {
    let columns = [
        Column::named("issue"),
        Column::named("agree"),
        Column::named("partial"),
        Column::named("conflict"),
        Column::named("same"),
        Column::coded("distance", "d"),
        Column::coded("distance²", "d²"),
        Column::named("gap"),
    ];
    let mut table = Table::new("Sums", 1, columns.into());
    let dossier = why.field.scene().dossier;
    for joint in why.opened.iter().filter_map(|opened| opened.joint) {
        let name = Line::of(Label::Name, &dossier.issues[joint.issue].id);
        let head = std::iter::once(Cell::text(name));
        let cells = head.chain(classes(&joint)).chain(distances(&joint));
        table.rows.push(Row::Cells(cells.collect()));
    }
    table.rows.push(sum(&why.sums));
    if why.sums.measured < why.sums.pair.n {
        table.legend = vec![Line::of(
            Label::Aside,
            format!("{} no distance: a condition is not shared", words::NOTHING),
        )];
    }
    table
}

fn classes(joint: &Joint) -> [Cell; 4] {
    let is = |verdict| usize::from(joint.standing.verdict == verdict);
    [
        toned(is(Verdict::Agree), 1.0),
        toned(is(Verdict::Partial), 0.0),
        toned(is(Verdict::Conflict), -1.0),
        Cell::count(usize::from(joint.standing.same)),
    ]
}

/// A one in the tone of its verdict, a nought in none.
fn toned(count: usize, degree: f64) -> Cell {
    let tone = match count {
        0 => Tone::None,
        _ => Tone::Degree(degree),
    };
    Cell {
        tone,
        ..Cell::count(count)
    }
}

fn distances(joint: &Joint) -> [Cell; 3] {
    let distance = joint.standing.apart.map(|apart| apart.distance);
    let gap = joint.standing.apart.map(|apart| apart.gap);
    [distance, distance.map(|distance| distance.powi(2)), gap]
        .map(|number| number.map_or_else(no_distance, decimal))
}

fn no_distance() -> Cell {
    Cell {
        value: Value::Empty,
        tone: Tone::Undefined,
        ..Cell::text(Line::of(Label::Undefined, words::NOTHING))
    }
}

fn decimal(number: f64) -> Cell {
    Cell {
        value: Value::Real(number),
        ..Cell::text(Line::of(Label::Number, words::decimal(number)))
    }
}

fn sum(sums: &Sums) -> Row {
    let head = Cell::text(Line::of(Label::Name, "Sum"));
    let pair = &sums.pair;
    let counts = [pair.agree, pair.partial, pair.conflict, sums.same].map(Cell::count);
    let rest = [sums.distance, sums.squares, sums.gap].map(decimal);
    let cells = std::iter::once(head).chain(counts).chain(rest);
    Row::Cells(cells.collect())
}

/// Every measure: how it is made of the sums, its value, and its cell in the matrix.
fn measures(why: &Why, percent: PercentFrom) -> Table {
    let columns = ["measure", "from the sums", "value", "in the matrix"];
    let mut table = Table::new("Measures", 1, columns.map(Column::named).into());
    for (measure, score) in &why.scores {
        let name = Cell::text(Line::of(Label::Name, measure.name));
        let working = Cell::text(working(measure, &why.sums));
        let (value, cell) = result(measure, *score, percent);
        table
            .rows
            .push(Row::Cells(vec![name, working, value, cell]));
    }
    table
}

fn result(measure: &Measure, score: Score, percent: PercentFrom) -> (Cell, Cell) {
    match score.value {
        Ok(value) => {
            let shown = Line::of(Label::Number, figure(measure, score, value));
            let share = share(measure, score, value, percent);
            let share = share.map_or_else(String::new, |share| format!(" {share}"));
            (decimal(value), Cell::text(shown.and(Label::Aside, share)))
        }
        Err(why) => (
            no_distance(),
            Cell::text(Line::of(Label::Undefined, why.to_string())),
        ),
    }
}

/// The formula of a measure with the sums put in; empty for one that is made of
/// something else.
fn working(measure: &Measure, sums: &Sums) -> String {
    let (pair, measured) = (&sums.pair, sums.measured);
    let n = pair.n;
    let distance = words::decimal(sums.distance);
    match measure.name {
        "agreement" => format!("{} / {n}", pair.agree),
        "partial" => format!("{} / {n}", pair.partial),
        "conflict" => format!("{} / {n}", pair.conflict),
        "net" => format!("({} − {}) / {n}", pair.agree, pair.conflict),
        "identical" => format!("{} / {n}", sums.same),
        "coverage" => format!("{n} / {}", sums.issues),
        _ if measured == 0 => String::new(),
        "closeness" => format!("1 − {distance} / {measured}"),
        "euclidean" => format!("1 − √({} / {measured})", words::decimal(sums.squares)),
        "s" => format!("1 − 2 × {distance} / {measured}"),
        "common-ground" => format!("1 − {} / {measured}", words::decimal(sums.gap)),
        _ => String::new(),
    }
}
