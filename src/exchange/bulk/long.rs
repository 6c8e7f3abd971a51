//! One row an answer: actor, item, value.
//!
//! Actors and items stand in the order in which they first come up.

use std::collections::BTreeMap;

use super::numbers::{Keep, Scale};
use super::rows::{Row, Rows};
use super::{Bulk, Faults, NoTable, name, one_column, rangeless};
use crate::table::Table;

/// What the columns may be called.
const ACTOR: &[&str] = &["party", "actor", "organization", "organisation", "person"];
const ITEM: &[&str] = &["item", "issue", "concept", "question", "vote"];
const VALUE: &[&str] = &["value", "position", "level", "answer", "agreement"];

/// What the columns are for, when one is missing.
const LONG: &str = "the first row of a long table names `party`, `item` and `value`";

/// An answer, with the line it stands in.
#[derive(Debug, Clone, Copy)]
struct Given<Answer> {
    actor: u32,
    item: u32,
    line: u64,
    answer: Answer,
}

pub(super) fn read<S: Scale>(mut rows: Rows, mut scale: S) -> Result<Bulk, NoTable> {
    let Some((_, header)) = rows.next()? else {
        return Err(NoTable::Empty);
    };
    let columns = Columns::of(header)?;
    let (mut actors, mut items) = (Names::default(), Names::default());
    let mut faults = Faults::default();
    let mut given = Vec::new();
    while let Some((line, row)) = rows.next()? {
        let [actor, item, value] = columns.fields(row);
        let unnamed = [(columns.actor, actor), (columns.item, item)];
        if let Some((column, _)) = (unnamed.iter()).find(|(_, name)| name.trim_ascii().is_empty()) {
            faults.push(line, Some(column + 1), || "there is no name".to_owned());
            continue;
        }
        // Also who has answered nothing is there.
        let actor = actors.number(actor, |_| true);
        let known = items.seen();
        let Some(item) = items.number(item, |item| scale.take(item)) else {
            if items.seen() > known {
                faults.push(line, Some(columns.item + 1), || rangeless(&name(item)));
            }
            continue;
        };
        match scale.answer(item, value) {
            Ok(Some(answer)) => given.push(Given {
                actor: actor.unwrap_or_default(),
                item,
                line,
                answer,
            }),
            Ok(None) => {}
            Err(message) => faults.push(line, Some(columns.value + 1), || message),
        }
    }
    let kept = scale.kept(items.in_order);
    let table = collect(actors.in_order, kept, given, &mut faults);
    Ok(Bulk::of(table, faults))
}

fn collect<Answer: Copy>(
    actors: Vec<String>,
    mut kept: impl Keep<Answer>,
    mut given: Vec<Given<Answer>>,
    faults: &mut Faults,
) -> Table {
    given.sort_unstable_by_key(|given| (given.actor, given.item, given.line));
    let mut rest = given.as_slice();
    for (number, actor) in actors.into_iter().enumerate() {
        let own = rest.partition_point(|given| given.actor as usize <= number);
        let (own, others) = rest.split_at(own);
        rest = others;
        let mut row = Vec::with_capacity(own.len());
        for several in own.chunk_by(|one, other| one.item == other.item) {
            row.push((several[0].item, several[0].answer));
            for other in &several[1..] {
                let first = several[0].line;
                faults.push(other.line, None, || {
                    format!("`{actor}` has answered this item in line {first} already")
                });
            }
        }
        kept.push(actor, &row);
    }
    faults.first.sort_by_key(|fault| (fault.line, fault.column));
    kept.table()
}

/// Where the three columns are.
#[derive(Debug)]
struct Columns {
    actor: usize,
    item: usize,
    value: usize,
}

impl Columns {
    fn of(header: Row) -> Result<Self, NoTable> {
        if header.fields().nth(1).is_none() {
            return Err(one_column(header));
        }
        let find = |names: &[&'static str]| {
            let is_named = |field: &[u8]| {
                let field = name(field).to_lowercase();
                names.iter().any(|name| *name == field)
            };
            let found = header.fields().position(is_named);
            found.ok_or(NoTable::NoColumn(names[0], LONG))
        };
        Ok(Self {
            actor: find(ACTOR)?,
            item: find(ITEM)?,
            value: find(VALUE)?,
        })
    }

    /// Actor, item and value of a row; empty where it is too short.
    fn fields<'r>(&self, row: Row<'r>) -> [&'r [u8]; 3] {
        let mut found: [&[u8]; 3] = [b"", b"", b""];
        for (at, field) in row.fields().enumerate() {
            for (column, found) in [self.actor, self.item, self.value].iter().zip(&mut found) {
                if *column == at {
                    *found = field;
                }
            }
        }
        found
    }
}

/// Names with a number each, in the order in which they come up.
#[derive(Debug, Default)]
struct Names {
    /// Nothing for a name that is passed over.
    numbers: BTreeMap<String, Option<u32>>,
    in_order: Vec<String>,
}

impl Names {
    /// How many different names have come up.
    fn seen(&self) -> usize {
        self.numbers.len()
    }

    /// The number of a name; the first time it comes up it is asked whether it is
    /// taken up.
    fn number(&mut self, field: &[u8], take: impl FnOnce(&str) -> bool) -> Option<u32> {
        let text = String::from_utf8_lossy(field.trim_ascii());
        if let Some(number) = self.numbers.get(text.as_ref()) {
            return *number;
        }
        let number = take(&text).then_some(self.in_order.len() as u32);
        self.numbers.insert(text.clone().into_owned(), number);
        if number.is_some() {
            self.in_order.push(text.into_owned());
        }
        number
    }
}
