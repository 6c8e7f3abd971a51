//! How far several coders found the same: reliability, where they differ as a sheet to
//! work on, and what hangs on it.

pub mod data;

use super::diff::{nothing, side};
use super::line::{Label, Line};
use super::matrix::figure::PercentFrom;
use super::table::{Cell, Column, Note, Row, Table, Tone};
use super::{Block, View, lens, overview, union, words};
use crate::compare::coders::{Coders, Difference, Place, Reliability};
use crate::compare::pair::Pair;
use crate::dossier::scene::Scene;
use crate::view::data::Value;

/// What the codings are called, and what had to be left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// By coder.
    pub names: Vec<String>,
    /// How many records name no coder, where records are told apart by theirs.
    pub nameless: usize,
}

/// The answer for people.
pub fn view(coders: &Coders, called: &Called, percent: PercentFrom) -> View {
    let scenes = coders.scenes();
    let mut blocks: Vec<Block> = (scenes.iter().zip(&called.names))
        .enumerate()
        .map(|(at, (scene, name))| Block::Text(coding(coders, at, scene, name)))
        .collect();
    blocks.extend(left_aside(coders, called).into_iter().map(Block::Text));
    if coders.places.is_empty() {
        blocks.push(Block::Text(Line::plain(
            "No coder has a record under this lens: there is nothing to compare.",
        )));
    } else {
        blocks.push(Block::Table(reliability(coders, percent)));
        if called.names.len() > 2 {
            blocks.push(Block::Table(between(coders, called, percent)));
        }
        blocks.push(match coders.disagreements().next() {
            None => Block::Text(Line::plain("The coders differ nowhere.")),
            Some(_) => Block::Table(worksheet(coders, called)),
        });
        blocks.push(hangs_on_it(coders, called));
    }
    View {
        title: format!(
            "Coders: {}",
            overview::title(scenes[scenes.len() - 1].dossier)
        ),
        blocks,
    }
}

/// Who coded, what is looked at, and how much is there.
fn coding(coders: &Coders, at: usize, scene: &Scene, name: &str) -> Line {
    let places = words::count(coders.coded_by(at), "place", "places");
    Line::of(Label::Name, name)
        .and(Label::Plain, ": ")
        .then(lens::line(scene))
        .and(Label::Aside, format!(" · {places} coded"))
}

/// Records without a coder, and what only some codings know at all.
fn left_aside(coders: &Coders, called: &Called) -> Vec<Line> {
    let scenes = coders.scenes();
    let nameless = (called.nameless > 0).then(|| {
        let records = words::count(called.nameless, "record", "records");
        Line::of(Label::Caution, "Left aside").and(
            Label::Plain,
            format!(": {records} without a coder, which belong to no coding."),
        )
    });
    let parties = coders.union.parties.iter();
    let parties = parties.map(|entry| (&entry.at, union::full(&scenes, entry)));
    let issues = coders.union.issues.iter();
    let issues = issues.map(|entry| (&entry.at, entry.issue(&scenes).id.clone()));
    let missing = parties.chain(issues).filter_map(|(at, name)| {
        let without = at.iter().zip(&called.names).filter(|(at, _)| at.is_none());
        let without: Vec<&str> = without.map(|(_, coder)| coder.as_str()).collect();
        (!without.is_empty()).then(|| {
            Line::of(Label::Caution, "Not in every coding").and(
                Label::Plain,
                format!(": {name} is missing from {}.", words::list(&without)),
            )
        })
    });
    nameless.into_iter().chain(missing).collect()
}

const RELIABILITY: [&str; 6] = [
    "area",
    "alpha",
    "same position",
    "all coded",
    "only some",
    "nobody",
];

fn reliability(coders: &Coders, percent: PercentFrom) -> Table {
    let mut table = Table::new("Reliability", 1, RELIABILITY.map(Column::named).into());
    table.caption = Line::of(Label::Name, &table.name);
    let scenes = coders.scenes();
    for (area, of) in &coders.areas {
        let issues = coders.union.issues.iter();
        let mut named = issues.filter(|entry| {
            let (look, at) = entry.last();
            let dossier = scenes[look].dossier;
            dossier.areas[dossier.issues[at].area].id == *area
        });
        let name = named
            .next()
            .map_or(area.as_str(), |entry| union::area(&scenes, entry));
        table.rows.push(measures(name, of, percent));
    }
    table.rows.push(measures("All", &coders.overall, percent));
    table.legend = vec![
        Line::of(
            Label::Aside,
            "alpha: Krippendorff's, question by question, with the squared distance of two \
             positions as their difference; in brackets how many answers it rests on. 1: always \
             the same; 0: as by chance",
        ),
        Line::of(
            Label::Aside,
            "same position: of each two coders who have one; silence is no answer, and is counted \
             in the columns behind",
        ),
    ];
    table
}

fn measures(name: &str, of: &Reliability, percent: PercentFrom) -> Row {
    Row::Cells(vec![
        Cell::text(Line::of(Label::Name, name)),
        alpha(of),
        share(of.same, of.of, percent),
        Cell::count(of.all),
        Cell::count(of.some),
        Cell::count(of.none),
    ])
}

fn alpha(of: &Reliability) -> Cell {
    match of.alpha.value {
        Ok(value) => Cell {
            value: Value::Real(value),
            tone: Tone::Degree(value.clamp(-1.0, 1.0)),
            ..Cell::text(
                Line::of(Label::Number, words::decimal(value))
                    .and(Label::Aside, format!(" ({})", of.alpha.n)),
            )
        },
        Err(why) => Cell {
            note: Some(Note(vec![Line::plain(why.to_string())])),
            ..nothing()
        },
    }
}

fn share(same: usize, of: usize, percent: PercentFrom) -> Cell {
    if of == 0 {
        return nothing();
    }
    let share = same as f64 / of as f64;
    let told = match of >= percent.0 {
        true => format!(" {}%", (100.0 * share).round()),
        false => String::new(),
    };
    Cell {
        value: Value::Real(share),
        ..Cell::text(Line::of(Label::Number, format!("{same}/{of}")).and(Label::Aside, told))
    }
}

fn between(coders: &Coders, called: &Called, percent: PercentFrom) -> Table {
    let heads = ["coder", "and", "same position"].map(Column::named);
    let mut table = Table::new("Between two coders", 2, heads.into());
    table.caption = Line::of(Label::Name, &table.name);
    for two in &coders.between {
        let [one, other] = [two.one, two.other].map(|at| Cell::text(called.names[at].as_str()));
        let row = vec![one, other, share(two.same, two.of, percent)];
        table.rows.push(Row::Cells(row));
    }
    table
}

/// Where the coders differ, with an empty column to write down what they settle on.
fn worksheet(coders: &Coders, called: &Called) -> Table {
    let scenes = coders.scenes();
    let first = ["issue", "party", "differs in", "distance"].map(Column::named);
    let columns = (first.into_iter())
        .chain(called.names.iter().map(Column::named))
        .chain([Column::named("settled")]);
    let mut table = Table::new("Where they differ", 2, columns.collect());
    table.caption = Line::of(Label::Name, &table.name);
    let places: Vec<&Place> = coders.disagreements().collect();
    let area = |place: &Place| union::area(&scenes, &coders.union.issues[place.issue]);
    for places in places.chunk_by(|one, other| area(one) == area(other)) {
        table.rows.push(Row::Section(area(places[0]).to_owned()));
        let rows = places.iter().map(|place| Row::Cells(row(coders, place)));
        table.rows.extend(rows);
    }
    table.legend = vec![Line::of(
        Label::Aside,
        format!("{} no record", words::NOTHING),
    )];
    table
}

fn row(coders: &Coders, place: &Place) -> Vec<Cell> {
    let scenes = coders.scenes();
    let issue = coders.union.issues[place.issue].issue(&scenes);
    let mut cells = vec![
        Cell {
            note: Some(Note(vec![Line::plain(&issue.text)])),
            ..Cell::text(Line::of(Label::Name, &issue.id))
        },
        Cell::text(union::full(&scenes, &coders.union.parties[place.party])),
        Cell::text(Line::of(label(place.difference), place.difference.name())),
        super::diff::distance(place.distance.filter(|distance| *distance > 0.0)),
    ];
    let said = place.sides.iter().zip(&scenes);
    cells.extend(said.map(|(one, scene)| side(scene, one, None)));
    cells.push(Cell::default());
    cells
}

fn label(difference: Difference) -> Label {
    match difference {
        Difference::Position => Label::Conflict,
        Difference::State | Difference::Condition => Label::Partial,
        Difference::Presence => Label::Undefined,
        Difference::None => Label::Agree,
    }
}

/// The pairs of parties that come out otherwise from coder to coder.
fn hangs_on_it(coders: &Coders, called: &Called) -> Block {
    let scenes = coders.scenes();
    if coders.pairs.is_empty() {
        return Block::Text(Line::plain(
            "No pair of parties comes out otherwise: all codings give the same counts.",
        ));
    }
    let heads = std::iter::once("pair").chain(called.names.iter().map(String::as_str));
    let mut table = Table::new(
        "Pairs that hang on it",
        1,
        heads.map(Column::named).collect(),
    );
    table.caption = Line::of(Label::Name, &table.name);
    for pair in &coders.pairs {
        let party = |place: usize| &coders.union.parties[place];
        let full = |place: usize| union::full(&scenes, party(place));
        let code = |place: usize| union::code(&scenes, party(place));
        let name = Line::of(Label::Name, format!("{} – {}", full(pair.a), full(pair.b)));
        let codes = format!("{}–{}", code(pair.a), code(pair.b));
        let mut cells = vec![Cell::name(name, codes)];
        cells.extend(pair.counts.iter().map(|counts| numbers(counts.as_ref())));
        table.rows.push(Row::Cells(cells));
    }
    table.legend = vec![Line::of(Label::Aside, "agree/partial/conflict of n")];
    Block::Table(table)
}

fn numbers(pair: Option<&Pair>) -> Cell {
    pair.filter(|pair| pair.n > 0).map_or_else(nothing, |pair| {
        let Pair {
            agree,
            partial,
            conflict,
            n,
            ..
        } = pair;
        Cell::text(Line::of(
            Label::Number,
            format!("{agree}/{partial}/{conflict} of {n}"),
        ))
    })
}
