//! How far each number hangs on one issue, source or basis, one row a pair.

use super::data::{Data, Value};
use super::diff::nothing;
use super::line::{Label, Line};
use super::matrix::figure::{PercentFrom, figure, share};
use super::positions::data::filled;
use super::table::{Cell, Column, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::sensitivity::{Extreme, Moving, Part, Sensitivity};
use crate::dossier::scene::Scene;
use crate::measure::{Measure, Score};

/// How many of those who share a value are named in a table.
const NAMED: usize = 3;

/// One table after the other, each for one measure.
pub fn view(scene: &Scene, all: &[Sensitivity], percent: PercentFrom) -> View {
    let mut blocks = vec![Block::Text(lens::line(scene))];
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => blocks.extend(
            all.iter()
                .map(|one| Block::Table(table(scene, one, percent))),
        ),
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: format!(
            "What hangs on one {}: {}",
            what(all),
            overview::title(scene.dossier)
        ),
        blocks,
    }
}

fn what(all: &[Sensitivity]) -> &'static str {
    all.first().map_or("part", |one| one.part.name())
}

const HEADS: [&str; 7] = [
    "pair",
    "with all",
    "lowest",
    "without",
    "highest",
    "without",
    "nothing left without",
];

fn table(scene: &Scene, one: &Sensitivity, percent: PercentFrom) -> Table {
    let name = format!(
        "{}, any one {} left out",
        capital(one.measure.name),
        one.part.name()
    );
    let mut table = Table::new(
        capital(one.measure.name),
        1,
        HEADS.map(Column::named).into(),
    );
    table.caption = Line::of(Label::Name, name);
    let compared = one.cells.iter().filter(|cell| is_compared(cell));
    for cell in compared {
        table.rows.push(Row::Cells(row(scene, one, cell, percent)));
    }
    let silent = one.cells.iter().filter(|cell| !is_compared(cell)).count();
    table.legend = legend(one, silent);
    table
}

/// Whether there is a value with everything or without something.
fn is_compared(cell: &Moving) -> bool {
    cell.score.value.is_ok() || cell.lowest.is_some()
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

fn legend(one: &Sensitivity, silent: usize) -> Vec<Line> {
    let parts = one.parts.len();
    let moves = format!(
        "lowest, highest: the value with one of {parts} left out; {} it moves no further that way",
        words::NOTHING
    );
    let source = (one.part == Part::Source).then(|| {
        "a record that cites other sources too remains; where one vanishes, an older one may hold"
            .to_owned()
    });
    let silent = (silent > 0).then(|| {
        let pairs = words::count(silent, "pair is", "pairs are");
        format!("{pairs} not shown: nothing to compare")
    });
    let lines = std::iter::once(moves).chain(source).chain(silent);
    lines.map(|line| Line::of(Label::Aside, line)).collect()
}

fn row(scene: &Scene, one: &Sensitivity, cell: &Moving, percent: PercentFrom) -> Vec<Cell> {
    let dossier = scene.dossier;
    let [a, b] = [cell.row, cell.column].map(|place| scene.focus.parties[place]);
    let full = format!("{} – {}", names::full(dossier, a), names::full(dossier, b));
    let codes = format!("{}–{}", names::code(dossier, a), names::code(dossier, b));
    let mut cells = vec![
        Cell::name(Line::of(Label::Name, full), codes),
        score(one.measure, cell.score, percent),
    ];
    for end in [&cell.lowest, &cell.highest] {
        cells.push(
            end.as_ref()
                .map_or_else(nothing, |end| score(one.measure, end.score, percent)),
        );
        cells.push(
            end.as_ref()
                .map_or_else(nothing, |end| ids(one, &end.without)),
        );
    }
    cells.push(match cell.undone.as_slice() {
        [] => nothing(),
        undone => Cell {
            tone: Tone::None,
            ..ids(one, undone)
        },
    });
    cells
}

fn ids(one: &Sensitivity, parts: &[usize]) -> Cell {
    let ids = parts.iter().map(|at| one.parts[*at].clone());
    Cell::text(words::some(ids, NAMED))
}

fn score(measure: &Measure, score: Score, percent: PercentFrom) -> Cell {
    let Ok(value) = score.value else {
        return nothing();
    };
    let told = share(measure, score, value, percent);
    let told = told.map_or_else(String::new, |share| format!(" {share}"));
    Cell {
        tone: measure.degree(value).map_or(Tone::None, Tone::Degree),
        value: Value::Real(value),
        ..Cell::text(Line::of(Label::Number, figure(measure, score, value)).and(Label::Aside, told))
    }
}

/// One row a measure and a pair, in ids and numbers.
pub fn data(scene: &Scene, all: &[Sensitivity]) -> Data {
    let heads = [
        "a",
        "b",
        "measure",
        "left_out",
        "n",
        "value",
        "lowest",
        "lowest_n",
        "lowest_without",
        "highest",
        "highest_n",
        "highest_without",
        "undefined_without",
    ];
    let records = all.iter().flat_map(|one| {
        let cells = one.cells.iter();
        cells.map(move |cell| record(scene, one, cell))
    });
    Data {
        heads: heads.map(str::to_owned).into(),
        records: records.collect(),
    }
}

fn record(scene: &Scene, one: &Sensitivity, cell: &Moving) -> Vec<Value> {
    let id = |place: usize| {
        let party = scene.focus.parties[place];
        scene.dossier.parties[party].id.as_str().into()
    };
    let list = |parts: &[usize]| {
        let ids = parts.iter().map(|at| one.parts[*at].as_str());
        filled(ids.collect::<Vec<_>>().join("|"))
    };
    let end = |end: &Option<Extreme>| match end {
        None => [Value::Empty, Value::Empty, Value::Empty],
        Some(end) => [end.value.into(), end.score.n.into(), list(&end.without)],
    };
    let mut cells = vec![
        id(cell.row),
        id(cell.column),
        one.measure.name.into(),
        one.part.name().into(),
        cell.score.n.into(),
        cell.score.value.ok().into(),
    ];
    cells.extend(end(&cell.lowest));
    cells.extend(end(&cell.highest));
    cells.push(list(&cell.undone));
    cells
}
