//! One row an answer: actor, item, value.
//!
//! Actors and items stand in the order in which they first come up.

use std::collections::BTreeMap;
use std::io::Read;

use csv::{ByteRecord, Reader};
use itertools::Itertools;

use super::numbers::Numbers;
use super::{Bulk, Faults, NoTable, name};
use crate::table::collect::Collector;

/// What the columns may be called.
const ACTOR: &[&str] = &["party", "actor", "organization", "organisation", "person"];
const ITEM: &[&str] = &["item", "issue", "concept", "question", "vote"];
const VALUE: &[&str] = &["value", "position", "level", "answer", "agreement"];

/// An answer, with the line it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Answer {
    actor: u32,
    item: u32,
    line: u64,
    level: u8,
}

pub(super) fn read<R: Read>(reader: &mut Reader<R>, numbers: &Numbers) -> Result<Bulk, NoTable> {
    let columns = Columns::of(reader.byte_headers()?)?;
    let (mut actors, mut items) = (Names::default(), Names::default());
    let mut faults = Faults::default();
    let mut answers = Vec::new();
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        let field = |column: usize| record.get(column).unwrap_or_default();
        let (actor, item) = (field(columns.actor), field(columns.item));
        let unnamed = [(columns.actor, actor), (columns.item, item)];
        if let Some((column, _)) = unnamed
            .iter()
            .find(|(_, name)| name.trim_ascii().is_empty())
        {
            faults.push(line, Some(column + 1), || "there is no name".to_owned());
            continue;
        }
        // Also who has answered nothing is there.
        let (actor, item) = (actors.number(actor), items.number(item));
        match numbers.level(field(columns.value)) {
            Ok(Some(level)) => answers.push(Answer {
                actor,
                item,
                line,
                level,
            }),
            Ok(None) => {}
            Err(message) => faults.push(line, Some(columns.value + 1), || message),
        }
    }
    let table = collect(actors, items, numbers.levels(), answers, &mut faults);
    Ok(Bulk { table, faults })
}

fn collect(
    actors: Names,
    items: Names,
    levels: usize,
    mut answers: Vec<Answer>,
    faults: &mut Faults,
) -> crate::table::Table {
    answers.sort_unstable();
    let mut collector = Collector::new(items.in_order, levels);
    let mut rest = answers.as_slice();
    for (number, actor) in actors.in_order.into_iter().enumerate() {
        let own = rest.partition_point(|answer| answer.actor as usize <= number);
        let (own, others) = rest.split_at(own);
        rest = others;
        let mut row: Vec<(u32, u8)> = Vec::with_capacity(own.len());
        for (item, several) in &own.iter().chunk_by(|answer| answer.item) {
            let several: Vec<&Answer> = several.collect();
            row.push((item, several[0].level));
            for other in &several[1..] {
                let first = several[0].line;
                faults.push(other.line, None, || {
                    format!("`{actor}` has answered this item in line {first} already")
                });
            }
        }
        collector.push(actor, &row);
    }
    faults.first.sort_by_key(|fault| (fault.line, fault.column));
    collector.finish()
}

/// Where the three columns are.
#[derive(Debug)]
struct Columns {
    actor: usize,
    item: usize,
    value: usize,
}

impl Columns {
    fn of(header: &ByteRecord) -> Result<Self, NoTable> {
        if header.is_empty() {
            return Err(NoTable::Empty);
        }
        let find = |names: &[&'static str]| {
            let is_named = |field: &[u8]| {
                let field = name(field).to_lowercase();
                names.iter().any(|name| *name == field)
            };
            let found = header.iter().position(is_named);
            found.ok_or(NoTable::NoColumn(names[0]))
        };
        Ok(Self {
            actor: find(ACTOR)?,
            item: find(ITEM)?,
            value: find(VALUE)?,
        })
    }
}

/// Names with a number each, in the order in which they come up.
#[derive(Debug, Default)]
struct Names {
    numbers: BTreeMap<String, u32>,
    in_order: Vec<String>,
}

impl Names {
    fn number(&mut self, field: &[u8]) -> u32 {
        let text = String::from_utf8_lossy(field.trim_ascii());
        if let Some(number) = self.numbers.get(text.as_ref()) {
            return *number;
        }
        let number = self.in_order.len() as u32;
        self.numbers.insert(text.clone().into_owned(), number);
        self.in_order.push(text.into_owned());
        number
    }
}
