//! A matrix of parties by parties.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::line::{Label, Line};
use super::positions::{party_cell, party_column};
use super::table::{Cell, Column, Glyph, Row, Table, Tone, Value};
use super::words;
use super::{Block, View, lens, overview};
use crate::compare::joint::{Field, Tie};
use crate::compare::matrix::Matrix;
use crate::dossier::Dossier;
use crate::dossier::scene::Scene;
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::measure::{Measure, Score};

/// From how many joint issues on a share is also given in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentFrom(pub usize);

/// What is said of a pair besides its score.
#[derive(Debug, Clone, Copy, Default)]
struct Aside {
    agreements: usize,
    clashes: usize,
    membership: bool,
    evidence: bool,
}

/// Everything that the cells of matrices say besides their scores.
#[derive(Debug)]
pub struct Asides {
    /// By pair of parties, both ways.
    pairs: BTreeMap<(usize, usize), Aside>,
}

impl Asides {
    /// What is said of the pairs in view. Linked results that repeat a plain
    /// verdict are not counted again.
    pub fn new(field: &Field, linked: &[Linked]) -> Self {
        let mut asides = Self {
            pairs: BTreeMap::new(),
        };
        for linked in linked.iter().filter(|linked| !linked.repeats) {
            asides.note(linked.from.0, linked.to.0, |aside| match linked.verdict {
                LinkedVerdict::Agreement => aside.agreements += 1,
                LinkedVerdict::Clash => aside.clashes += 1,
            });
        }
        asides.ties(field);
        asides
    }

    fn ties(&mut self, field: &Field) {
        let parties = &field.scene().focus.parties;
        for (at, one) in parties.iter().enumerate() {
            for other in &parties[..at] {
                for joint in field
                    .joint(*one, *other)
                    .filter(|joint| joint.tie != Tie::None)
                {
                    self.note(*one, *other, |aside| match joint.tie {
                        Tie::Membership => aside.membership = true,
                        _ => aside.evidence = true,
                    });
                }
            }
        }
    }

    fn note(&mut self, one: usize, other: usize, change: impl Fn(&mut Aside)) {
        change(self.pairs.entry((one, other)).or_default());
        change(self.pairs.entry((other, one)).or_default());
    }

    fn of(&self, one: usize, other: usize) -> Aside {
        self.pairs.get(&(one, other)).copied().unwrap_or_default()
    }
}

/// A matrix for readers, among these parties, given as places in the scene.
pub fn table(
    field: &Field,
    matrix: &Matrix,
    shown: &[usize],
    asides: &Asides,
    percent: PercentFrom,
) -> Table {
    let scene = field.scene();
    let dossier = scene.dossier;
    let party = |place: &usize| scene.focus.parties[*place];
    let heads = shown
        .iter()
        .map(|place| party_column(dossier, party(place)));
    let columns = std::iter::once(Column::named("party"))
        .chain(heads)
        .collect();
    let mut table = Table::new(name(dossier, matrix), 1, columns);
    table.caption = Line::of(Label::Name, &table.name);
    let mut legend = Legend::default();
    for row in shown {
        let head = std::iter::once(party_cell(dossier, party(row)));
        let cells = shown.iter().map(|column| {
            let Some(score) = matrix.scores[*row][*column] else {
                return Cell::text(Line::of(Label::Undefined, "—"));
            };
            let aside = asides.of(party(row), party(column));
            legend.see(matrix, &score, &aside, percent);
            cell(matrix, score, aside, percent)
        });
        let cells: Vec<Cell> = head.chain(cells).collect();
        table.rows.push(Row::Cells(cells));
    }
    table.legend = legend.lines(matrix);
    table
}

fn name(dossier: &Dossier, matrix: &Matrix) -> String {
    let measure = matrix.measure.name;
    let measure = format!("{}{}", measure[..1].to_uppercase(), &measure[1..]);
    match matrix.area {
        Some(area) => format!("{measure}: {}", dossier.areas[area].name),
        None => measure,
    }
}

fn cell(matrix: &Matrix, score: Score, aside: Aside, percent: PercentFrom) -> Cell {
    let Ok(value) = score.value else {
        return Cell {
            text: Line::of(Label::Undefined, words::NOTHING).then(tail(matrix, aside)),
            glyph: Some(glyph("·", UNDEFINED)),
            tone: Tone::Undefined,
            ..Cell::default()
        };
    };
    let number = Line::of(Label::Number, figure(matrix.measure, score, value));
    let tail = tail(matrix, aside);
    let full = match share(matrix.measure, score, value, percent) {
        Some(share) => number.clone().and(Label::Aside, format!(" {share}")),
        None => number.clone(),
    };
    Cell {
        value: Value::Real(value),
        short: Some(number.then(tail.clone()).to_string()),
        text: full.then(tail),
        glyph: Some(glyph(&tenths(value), TENTHS)),
        tone: matrix
            .measure
            .degree(value)
            .map_or(Tone::None, Tone::Degree),
        note: None,
    }
}

const UNDEFINED: &str = "nothing to compare";
const TENTHS: &str = "tenths, rounded; X is 1";

fn glyph(sign: &str, meaning: &str) -> Glyph {
    Glyph {
        sign: sign.to_owned(),
        meaning: meaning.to_owned(),
    }
}

/// The fraction as counted, else the value with what it rests on.
pub fn figure(measure: &Measure, score: Score, value: f64) -> String {
    match score.count {
        Some(count) => format!("{}/{}", signed(measure, count), score.n),
        None => format!("{value:.2} ({})", score.n),
    }
}

/// A count with its sign where a measure has negative values.
fn signed(measure: &Measure, count: i64) -> String {
    match count {
        1.. if *measure.range.start() < 0.0 => format!("+{count}"),
        0.. => count.to_string(),
        _ => format!("−{}", count.unsigned_abs()),
    }
}

/// A counted share in percent, where it rests on enough.
pub fn share(measure: &Measure, score: Score, value: f64, from: PercentFrom) -> Option<String> {
    let told = score.count.is_some() && score.n >= from.0;
    told.then(|| match (100.0 * value).round() {
        percent if percent < 0.0 => format!("−{}%", percent.abs()),
        percent if percent > 0.0 && *measure.range.start() < 0.0 => format!("+{percent}%"),
        percent => format!("{}%", percent.abs()),
    })
}

/// The value in tenths, as one digit with a sign where it is negative.
fn tenths(value: f64) -> String {
    let tenths = (10.0 * value.abs()).round();
    let digit = if tenths >= 10.0 {
        "X".to_owned()
    } else {
        tenths.to_string()
    };
    if value < 0.0 && tenths > 0.0 {
        format!("-{digit}")
    } else {
        digit
    }
}

/// What follows a score: linked results and ties.
fn tail(matrix: &Matrix, aside: Aside) -> Line {
    let mut line = Line::new();
    if let linked @ 1.. = linked(matrix, aside) {
        line = line.and(Label::Linked, format!(" +{linked}"));
    }
    if aside.membership {
        line = line.and(Label::Aside, " g");
    }
    if aside.evidence {
        line = line.and(Label::Aside, " e");
    }
    line
}

/// How many linked results belong to the measure.
fn linked(matrix: &Matrix, aside: Aside) -> usize {
    match (matrix.area, matrix.measure.name) {
        (None, "agreement") => aside.agreements,
        (None, "conflict") => aside.clashes,
        _ => 0,
    }
}

/// What of the signs in cells has been used.
#[derive(Debug, Default)]
struct Legend {
    undefined: bool,
    linked: bool,
    membership: bool,
    evidence: bool,
    bare: bool,
    rated: bool,
}

impl Legend {
    fn see(&mut self, matrix: &Matrix, score: &Score, aside: &Aside, percent: PercentFrom) {
        let defined = score.value.is_ok();
        self.undefined |= !defined;
        self.linked |= linked(matrix, *aside) > 0;
        self.membership |= aside.membership;
        self.evidence |= aside.evidence;
        self.bare |= defined && score.count.is_some() && score.n < percent.0;
        self.rated |= defined && score.count.is_none();
    }

    fn lines(&self, matrix: &Matrix) -> Vec<Line> {
        let what = match matrix.measure.name {
            "agreement" => "agreements",
            _ => "clashes",
        };
        let parts = [
            (self.undefined, format!("{} {UNDEFINED}", words::NOTHING)),
            (
                self.rated,
                "in brackets: on how many issues it rests".into(),
            ),
            (
                self.linked,
                format!("+k: k linked {what} by relations, in no count"),
            ),
            (self.membership, "g: a group and its member".into()),
            (self.evidence, "e: in part the same evidence".into()),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .filter_map(|(used, text)| used.then_some(text))
            .collect();
        if said.is_empty() {
            return Vec::new();
        }
        vec![Line::of(Label::Aside, said.join(" · "))]
    }
}

/// How the rows of the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row and one column a party.
    Square,
    /// One row a pair.
    Long,
}

/// One matrix after the other.
pub fn view(
    field: &Field,
    matrices: &[Matrix],
    linked: &[Linked],
    percent: PercentFrom,
    layout: Layout,
) -> View {
    let scene = field.scene();
    let asides = Asides::new(field, linked);
    let all: Vec<usize> = (0..scene.focus.parties.len()).collect();
    let tables = matrices
        .iter()
        .map(|matrix| Block::Table(table(field, matrix, &all, &asides, percent)));
    let lens = Block::Text(lens::line(scene));
    View {
        title: overview::title(scene.dossier),
        blocks: std::iter::once(lens).chain(tables).collect(),
        data: match layout {
            Layout::Square => square(field, matrices),
            Layout::Long => long(field, matrices),
        },
    }
}

/// Ids and plain values, one row and one column a party. Columns that are the
/// same throughout are left out.
fn square(field: &Field, matrices: &[Matrix]) -> Table {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let ids = scene.focus.parties.iter().map(|party| id(scene, *party));
    let columns = heads
        .columns()
        .chain(["party".to_owned()])
        .chain(ids)
        .map(Column::named);
    let mut table = Table::new("matrix", 1, columns.collect());
    for matrix in matrices {
        for (row, scores) in matrix.scores.iter().enumerate() {
            let head = heads
                .cells(scene, matrix)
                .chain([Cell::text(id(scene, scene.focus.parties[row]))]);
            let cells = scores
                .iter()
                .map(|score| number(score.and_then(|score| score.value.ok())));
            table.rows.push(Row::Cells(head.chain(cells).collect()));
        }
    }
    table
}

/// One row a pair, each pair once: `a,b,n` and the value.
fn long(field: &Field, matrices: &[Matrix]) -> Table {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let value = match matrices {
        [first, ..] if !heads.measure => first.measure.name,
        _ => "value",
    };
    let columns = heads
        .columns()
        .chain(["a", "b", "n", value].map(str::to_owned))
        .map(Column::named);
    let mut table = Table::new("matrix", 2, columns.collect());
    for matrix in matrices {
        for (row, scores) in matrix.scores.iter().enumerate() {
            for (column, score) in scores.iter().enumerate().skip(row + 1) {
                let ends =
                    [row, column].map(|place| Cell::text(id(scene, scene.focus.parties[place])));
                let n = Cell::count(score.map_or(0, |score| score.n));
                let value = number(score.and_then(|score| score.value.ok()));
                let cells = heads.cells(scene, matrix).chain(ends).chain([n, value]);
                table.rows.push(Row::Cells(cells.collect()));
            }
        }
    }
    table
}

/// Which leading columns tell several matrices apart.
struct Heads {
    measure: bool,
    area: bool,
}

impl Heads {
    fn of(matrices: &[Matrix]) -> Self {
        Self {
            measure: !matrices
                .iter()
                .map(|matrix| matrix.measure.name)
                .all_equal(),
            area: matrices.iter().any(|matrix| matrix.area.is_some()),
        }
    }

    fn columns(&self) -> impl Iterator<Item = String> {
        let heads = [(self.measure, "measure"), (self.area, "area")];
        heads
            .into_iter()
            .filter(|(used, _)| *used)
            .map(|(_, name)| name.to_owned())
    }

    fn cells(&self, scene: &Scene, matrix: &Matrix) -> impl Iterator<Item = Cell> {
        let measure = self.measure.then(|| Cell::text(matrix.measure.name));
        let area = matrix
            .area
            .map(|area| Cell::text(scene.dossier.areas[area].id.clone()));
        measure.into_iter().chain(area)
    }
}

fn id(scene: &Scene, party: usize) -> String {
    scene.dossier.parties[party].id.clone()
}

/// A number for machines, or nothing.
fn number(value: Option<f64>) -> Cell {
    Cell {
        value: value.map_or(Value::Empty, Value::Real),
        ..Cell::default()
    }
}
