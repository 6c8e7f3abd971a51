//! A matrix of parties by parties.

pub mod asides;
pub mod bulk;
pub mod data;
pub mod figure;
mod terms;

use super::line::{Label, Line};
use super::positions::{party_cell, party_column};
use super::table::{Cell, Column, Glyph, Row, Table, Tone};
use super::{Block, View, lens, overview, words};
use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::dossier::Dossier;
use crate::logic::linked::Linked;
use crate::measure::{Measure, Score, Undefined};
use crate::view::data::Value;
use asides::{Aside, Asides, Legend};
use figure::{PercentFrom, figure, ones, share, tenths};

/// One matrix after the other, each over all parties in view.
pub fn view(field: &Field, matrices: &[Matrix], linked: &[Linked], percent: PercentFrom) -> View {
    let scene = field.scene();
    let all: Vec<usize> = (0..scene.focus.parties.len()).collect();
    let tables = matrices.iter().map(|matrix| match all_too_few(matrix) {
        Some(least) => Block::Text(too_few(scene.dossier, matrix, least)),
        None => Block::Table(table(field, matrix, &all, linked, percent)),
    });
    let hidden = lens::hidden(scene.dossier, &scene.hidden).map(Block::Text);
    let lens = Block::Text(lens::line(scene));
    View {
        title: overview::title(scene.dossier),
        blocks: std::iter::once(lens).chain(tables).chain(hidden).collect(),
    }
}

/// How many joint issues were asked for, where that leaves nothing of a matrix.
fn all_too_few(matrix: &Matrix) -> Option<usize> {
    let scores = || matrix.scores.iter().flatten().flatten();
    let mut least = scores().filter_map(|score| match score.value {
        Err(Undefined::TooFew(least)) => Some(least),
        _ => None,
    });
    let least = least.next()?;
    scores().all(|score| score.value.is_err()).then_some(least)
}

fn too_few(dossier: &Dossier, matrix: &Matrix, least: usize) -> Line {
    let issues = words::count(least, "joint issue", "joint issues");
    Line::of(Label::Undefined, name(matrix, area(dossier, matrix))).and(
        Label::Plain,
        format!(": no pair comes to a value on {issues}."),
    )
}

/// A matrix among these parties, given as places in the scene.
pub fn table(
    field: &Field,
    matrix: &Matrix,
    shown: &[usize],
    linked: &[Linked],
    percent: PercentFrom,
) -> Table {
    let scene = field.scene();
    let party = |place: usize| scene.focus.parties[place];
    let heads = shown
        .iter()
        .map(|place| party_column(scene.dossier, party(*place)));
    let columns = std::iter::once(Column::named("party")).chain(heads);
    let area = area(scene.dossier, matrix);
    let mut table = Table::new(name(matrix, area), 1, columns.collect());
    table.caption = Line::of(Label::Name, &table.name);
    let asides = Asides::new(field, matrix, linked);
    let largest = largest(matrix);
    let mut legend = Legend::default();
    for row in shown {
        let mut cells = vec![party_cell(scene.dossier, party(*row))];
        cells.extend(shown.iter().map(|column| {
            let Some(score) = matrix.scores[*row][*column] else {
                return Cell::text(Line::of(Label::Undefined, "—"));
            };
            let score = shown_as(matrix, score);
            let aside = asides.of(party(*row), party(*column));
            legend.see(&score, aside);
            cell(matrix.measure, largest, score, aside, percent)
        }));
        table.rows.push(Row::Cells(cells));
    }
    table.legend = legend.lines(matrix);
    table.legend.extend(terms::notes(field, matrix));
    table
}

/// With weights no count of issues is what is shown, not even where all weigh the
/// same: every cell of the matrix is then a value with what it rests on.
fn shown_as(matrix: &Matrix, score: Score) -> Score {
    match matrix.terms.weight {
        Some(_) => Score {
            count: None,
            ..score
        },
        None => score,
    }
}

/// The name of the area that the matrix is confined to.
fn area<'a>(dossier: &'a Dossier, matrix: &Matrix) -> Option<&'a str> {
    let area = matrix.area.map(|area| &dossier.areas[area]);
    area.map(|area| area.name.as_str())
}

fn name(matrix: &Matrix, area: Option<&str>) -> String {
    let measure = matrix.measure.name;
    let measure = format!("{}{}", measure[..1].to_uppercase(), &measure[1..]);
    let on = matrix
        .scale
        .iter()
        .map(|scale| format!(" on {}", terms::scale(scale)));
    let area = area.into_iter().map(|area| format!(": {area}"));
    let terms = terms::names(matrix).map(|term| format!(", {term}"));
    std::iter::once(measure)
        .chain(on)
        .chain(area)
        .chain(terms)
        .collect()
}

/// The largest value, whatever its sign; 0 where there is none.
fn largest(matrix: &Matrix) -> f64 {
    let scores = matrix.scores.iter().flatten().flatten();
    let values = scores.filter_map(|score| score.value.ok());
    values.fold(0.0, |largest, value| largest.max(value.abs()))
}

fn cell(measure: &Measure, largest: f64, score: Score, aside: Aside, percent: PercentFrom) -> Cell {
    let Ok(value) = score.value else {
        return Cell {
            text: Line::of(Label::Undefined, nothing(score)).then(aside.tail()),
            glyph: Some(glyph(words::NOTHING, UNDEFINED)),
            tone: Tone::Undefined,
            ..Cell::default()
        };
    };
    let number = Line::of(Label::Number, figure(measure, score, value));
    let share = share(measure, score, value, percent).map(|share| format!(" {share}"));
    let full = number.clone().and(Label::Aside, share.unwrap_or_default());
    Cell {
        value: Value::Real(value),
        short: Some(number.then(aside.tail()).to_string()),
        text: full.then(aside.tail()),
        glyph: Some(match measure.is_bounded() {
            true => glyph(&tenths(value), TENTHS),
            false => glyph(&ones(value), ONES),
        }),
        tone: (measure.degree_beside(largest, value)).map_or(Tone::None, Tone::Degree),
        note: None,
    }
}

/// What stands for no value; with the joint issues that there are where they are
/// fewer than was asked for.
fn nothing(score: Score) -> String {
    match score.value {
        Err(Undefined::TooFew(_)) => format!("{} ({})", words::NOTHING, score.n),
        _ => words::NOTHING.to_owned(),
    }
}

const UNDEFINED: &str = "nothing to compare";
const TENTHS: &str = "tenths, rounded; X is 1";
const ONES: &str = "rounded; X is 10 or more";

fn glyph(sign: &str, meaning: &str) -> Glyph {
    Glyph {
        sign: sign.to_owned(),
        meaning: meaning.to_owned(),
    }
}
