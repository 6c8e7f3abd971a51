//! All measures, under headings that say what they take.

use super::data::{Data, Value};
use super::line::{Label, Line};
use super::table::{Cell, Column, Row, Table};
use super::{Block, View};
use crate::measure::catalogue::Entry;

/// The list, for people.
pub fn view(entries: &[Entry]) -> View {
    View {
        title: "Measures".to_owned(),
        blocks: vec![Block::Table(table(entries))],
    }
}

fn table(entries: &[Entry]) -> Table {
    let columns = ["measure", "range", "what it says"].map(Column::named);
    let mut table = Table::new("Measures", 1, columns.into());
    for measures in entries.chunk_by(|one, other| one.takes == other.takes) {
        table.rows.push(Row::Section(measures[0].takes.to_owned()));
        table.rows.extend(measures.iter().map(row));
    }
    let how = "`stances explain NAME` gives a measure's page: definition, range, example, source.";
    table.legend = vec![Line::of(Label::Aside, how)];
    table
}

fn row(entry: &Entry) -> Row {
    Row::Cells(vec![
        Cell::text(Line::of(Label::Name, entry.name)),
        Cell::text(Line::of(Label::Number, range(entry))),
        Cell::text(entry.summary),
    ])
}

fn range(entry: &Entry) -> String {
    let (lowest, highest) = (entry.range.start(), entry.range.end());
    match (lowest.is_finite(), highest.is_finite()) {
        (true, true) => format!("{lowest}…{highest}").replace('-', "−"),
        (true, false) => format!("≥ {lowest}").replace('-', "−"),
        (false, _) => "any".to_owned(),
    }
}

/// One record a measure. An end that the range has not is empty.
pub fn data(entries: &[Entry]) -> Data {
    let heads = ["measure", "takes", "lowest", "highest", "summary"];
    let end = |end: f64| Value::from(end.is_finite().then_some(end));
    Data {
        heads: heads.map(str::to_owned).into(),
        records: (entries.iter())
            .map(|entry| {
                vec![
                    entry.name.into(),
                    entry.takes.into(),
                    end(*entry.range.start()),
                    end(*entry.range.end()),
                    entry.summary.into(),
                ]
            })
            .collect(),
    }
}
