//! How pairs moved from day to day, and what was said on each of these days.

pub mod data;
mod spark;

use super::diff::{self, kinds, label, side};
use super::line::{Label, Line};
use super::matrix::figure::{PercentFrom, figure, share};
use super::positions::party_column;
use super::table::{Cell, Column, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::diff::change::Change;
use crate::compare::timeline::{Course, Moment, Point, Timeline, Whose};
use crate::view::data::Value;
use spark::spark;

/// The answer for people.
pub fn view(timeline: &Timeline, percent: PercentFrom) -> View {
    let scene = &timeline.end;
    let mut blocks = vec![Block::Text(lens::line(scene))];
    if timeline.moments.is_empty() {
        let nothing = silence::nothing_in_view(scene);
        let nothing = nothing.unwrap_or_else(|| Line::plain("Nothing happened up to that day."));
        blocks.push(Block::Text(nothing));
    } else {
        blocks.extend(courses(timeline, percent));
        blocks.extend(positions(timeline).map(Block::Table));
        blocks.push(Block::Table(days(timeline)));
        blocks.extend(changes(timeline).map(Block::Table));
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: format!("{}: {}", whose(timeline), overview::title(scene.dossier)),
        blocks,
    }
}

fn whose(timeline: &Timeline) -> String {
    let name = |party: usize| names::full(timeline.end.dossier, party);
    match timeline.asked.whose {
        Whose::All => "Timeline".to_owned(),
        Whose::Pair(a, b) => format!("{} and {} over time", name(a), name(b)),
        Whose::Party(party) => format!("{} over time", name(party)),
    }
}

/// One row a pair: its course as a line, where it began and where it is. In its place a
/// sentence, where no two could ever be compared.
fn courses(timeline: &Timeline, percent: PercentFrom) -> Vec<Block> {
    if timeline.courses.is_empty() {
        return Vec::new();
    }
    if timeline.compared().next().is_none() {
        return vec![Block::Text(Line::of(
            Label::Caution,
            "No two of these parties had a comparable position on the same issue on any of \
             these days. Silence is not counted as agreement or conflict.",
        ))];
    }
    let measure = timeline.asked.measure.name;
    let heads = ["pair", "course", "first", "last"].map(Column::named);
    let mut table = Table::new(format!("Course of {measure}"), 1, heads.into());
    table.caption = Line::of(Label::Name, &table.name).and(Label::Aside, span(timeline));
    for course in timeline.compared() {
        let defined = course
            .points
            .iter()
            .filter(|point| point.score.value.is_ok());
        table.rows.push(Row::Cells(vec![
            name(timeline, course),
            Cell::text(spark(timeline.asked.measure, &course.points)),
            point(timeline, defined.clone().next(), percent),
            point(timeline, course.points.last(), percent),
        ]));
    }
    table.legend = vec![Line::of(
        Label::Aside,
        spark::legend(timeline.asked.measure),
    )];
    vec![Block::Table(table)]
}

/// From which day to which: `, 2025-06-01 to 2025-12-23, 4 days`.
fn span(timeline: &Timeline) -> String {
    let moments = &timeline.moments;
    match (moments.first(), moments.last()) {
        (Some(first), Some(last)) if first.day != last.day => {
            let days = words::count(moments.len(), "day", "days");
            format!(
                ", {} to {}, {days} on which something was said",
                first.day, last.day
            )
        }
        (Some(only), _) => format!(", on {}", only.day),
        _ => String::new(),
    }
}

fn name(timeline: &Timeline, course: &Course) -> Cell {
    let dossier = timeline.end.dossier;
    let party = |place: usize| timeline.end.focus.parties[place];
    let (a, b) = (party(course.a), party(course.b));
    let full = format!("{} – {}", names::full(dossier, a), names::full(dossier, b));
    Cell::name(Line::of(Label::Name, full), codes(timeline, course))
}

fn codes(timeline: &Timeline, course: &Course) -> String {
    let code = |place: usize| names::code(timeline.end.dossier, timeline.end.focus.parties[place]);
    format!("{}–{}", code(course.a), code(course.b))
}

/// The value with what it rests on, as in a matrix.
fn point(timeline: &Timeline, point: Option<&Point>, percent: PercentFrom) -> Cell {
    let measure = timeline.asked.measure;
    let defined = point.and_then(|point| Some((point.score, point.score.value.ok()?)));
    let Some((score, value)) = defined else {
        return diff::nothing();
    };
    let share = share(measure, score, value, percent);
    let share = share.map_or_else(String::new, |share| format!(" {share}"));
    let number = Line::of(Label::Number, figure(measure, score, value));
    Cell {
        value: Value::Real(value),
        tone: measure.degree(value).map_or(Tone::None, Tone::Degree),
        short: Some(number.to_string()),
        text: number.and(Label::Aside, share),
        ..Cell::default()
    }
}

/// One row a day: what was said, and where each pair stood.
fn days(timeline: &Timeline) -> Table {
    let dossier = timeline.end.dossier;
    let pairs: Vec<&Course> = timeline.compared().collect();
    let heads = pairs
        .iter()
        .map(|course| Column::named(codes(timeline, course)));
    let columns = ["date", "what was said"].map(Column::named).into_iter();
    let mut table = Table::new("Day by day", 1, columns.chain(heads).collect());
    table.caption = Line::of(Label::Name, &table.name)
        .and(Label::Aside, format!(", {}", timeline.asked.measure.name));
    for (at, moment) in timeline.moments.iter().enumerate() {
        let mut cells = vec![day(moment), Cell::text(said(timeline, moment))];
        let scores = pairs.iter();
        cells.extend(scores.map(|course| Cell {
            // There is one in the courses already; a table of many needs the room.
            text: Line::of(Label::Number, brief(timeline, &course.points[at])),
            ..point(timeline, Some(&course.points[at]), PercentFrom(usize::MAX))
        }));
        table.rows.push(Row::Cells(cells));
    }
    let involved = pairs.iter().flat_map(|course| [course.a, course.b]);
    let mut involved: Vec<usize> = involved.map(|at| timeline.end.focus.parties[at]).collect();
    involved.sort_unstable();
    involved.dedup();
    table.legend.extend(names::codes(dossier, involved.iter()));
    if pairs
        .iter()
        .any(|course| course.points.iter().any(|point| point.score.value.is_err()))
    {
        let undefined = format!("{} nothing to compare", words::NOTHING);
        table.legend.push(Line::of(Label::Aside, undefined));
    }
    table
}

fn brief(timeline: &Timeline, point: &Point) -> String {
    match point.score.value {
        Ok(value) => figure(timeline.asked.measure, point.score, value),
        Err(_) => words::NOTHING.to_owned(),
    }
}

fn day(moment: &Moment) -> Cell {
    Cell::text(Line::of(Label::Name, moment.day.to_string()))
}

/// How many positions of whom became what: `Ukraine: 9 new, 4 changed`.
fn said(timeline: &Timeline, moment: &Moment) -> String {
    let parties = moment
        .changes
        .chunk_by(|one, other| one.party == other.party);
    let told = parties.map(|changes| {
        let party = timeline.end.focus.parties[changes[0].party];
        let name = names::called(timeline.end.dossier, party);
        format!(
            "{name}: {}",
            kinds(changes.iter().map(|change| change.kind))
        )
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What each party said from day to day on the one issue in view.
fn positions(timeline: &Timeline) -> Option<Table> {
    let scene = &timeline.end;
    let [issue] = scene.focus.issues[..] else {
        return None;
    };
    let parties = scene.focus.parties.iter().enumerate();
    let speaking: Vec<usize> = parties
        .map(|(place, _)| place)
        .filter(|place| {
            timeline
                .positions
                .iter()
                .any(|sides| sides[*place].state.is_some())
        })
        .collect();
    let heads = speaking
        .iter()
        .map(|place| party_column(scene.dossier, scene.focus.parties[*place]));
    let columns = std::iter::once(Column::named("date")).chain(heads);
    let issue = &scene.dossier.issues[issue];
    let mut table = Table::new("Positions", 1, columns.collect());
    table.caption = Line::of(Label::Name, &issue.id).and(Label::Plain, format!(": {}", issue.text));
    for (moment, sides) in timeline.moments.iter().zip(&timeline.positions) {
        let said = speaking
            .iter()
            .map(|place| side(scene, &sides[*place], None));
        let cells = std::iter::once(day(moment)).chain(said);
        table.rows.push(Row::Cells(cells.collect()));
    }
    table.legend = vec![Line::of(
        Label::Aside,
        format!("{} no record", words::NOTHING),
    )];
    Some(table)
}

/// Every change, where few enough parties or issues are asked about to tell them all.
fn changes(timeline: &Timeline) -> Option<Table> {
    let scene = &timeline.end;
    let told = timeline.asked.whose != Whose::All && scene.focus.issues.len() != 1;
    let heads = ["issue", "party", "what", "before", "after", "distance"].map(Column::named);
    let mut table = Table::new("What was said", 1, heads.into());
    table.caption = Line::of(Label::Name, &table.name);
    for moment in &timeline.moments {
        let ours = moment.changes.iter();
        let ours: Vec<&Change> = ours.filter(|change| is_asked(timeline, change)).collect();
        if !ours.is_empty() {
            table.rows.push(Row::Section(moment.day.to_string()));
        }
        let rows = ours.into_iter();
        table
            .rows
            .extend(rows.map(|change| Row::Cells(row(timeline, change))));
    }
    told.then_some(table)
}

/// Whether it is a change of whom the timeline is about.
fn is_asked(timeline: &Timeline, change: &Change) -> bool {
    match timeline.asked.whose {
        Whose::Party(party) => timeline.end.focus.parties[change.party] == party,
        Whose::All | Whose::Pair(..) => true,
    }
}

fn row(timeline: &Timeline, change: &Change) -> Vec<Cell> {
    let scene = &timeline.end;
    let issue = &scene.dossier.issues[scene.focus.issues[change.issue]];
    let party = scene.focus.parties[change.party];
    vec![
        Cell::text(Line::of(Label::Name, &issue.id)),
        Cell::text(names::full(scene.dossier, party)),
        Cell::text(Line::of(label(change.kind), change.kind.name())),
        side(scene, &change.before, None),
        side(scene, &change.after, change.before.record(scene)),
        diff::distance(change.distance),
    ]
}
