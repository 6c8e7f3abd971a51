//! One row an actor, one column an item. A column `since` or `date` tells the day of
//! all positions of its row.
//!
//! The columns of numbers that `stances export` puts beside an item (`x.value`, `x.lo`,
//! `x.hi` beside `x`) say nothing new and are passed over.

use std::collections::BTreeMap;

use super::{ACTORS, ActorRow, Entries, Entry, FULL, More, NoEntries, is_silent};
use crate::exchange::grid::Grid;

/// What the column of the day may be called.
const SINCE: &[&str] = &["since", "date"];

/// The endings of columns of numbers.
const NUMBERS: [&str; 3] = [".value", ".lo", ".hi"];

pub(super) fn read(grid: &Grid, entries: &mut Entries) -> Result<(), NoEntries> {
    let actor = grid.column(ACTORS).unwrap_or(0);
    let full = grid.column(FULL).filter(|column| *column != actor);
    let since = grid.column(SINCE);
    let items = items(grid, &[Some(actor), full, since])?;
    entries.items = items.iter().map(|(_, name)| (*name).to_owned()).collect();
    let mut lines: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &grid.rows {
        let name = row.cell(actor);
        if name.is_empty() {
            entries.nameless(row.line, actor, "actor");
            continue;
        }
        if let Some(first) = lines.get(name) {
            entries.faults.push(row.line, Some(actor + 1), || {
                format!("`{name}` stands in line {first} already")
            });
            continue;
        }
        lines.insert(name, row.line);
        entries.actors.push(ActorRow {
            name: name.to_owned(),
            full: full.map(|full| row.cell(full).to_owned()),
            note: None,
        });
        let since = since.map(|since| row.cell(since).to_owned());
        let since = since.filter(|since| !is_silent(since));
        let more: BTreeMap<More, String> =
            since.map(|day| (More::Since, day)).into_iter().collect();
        for (column, item) in &items {
            let cell = row.cell(*column);
            if !is_silent(cell) {
                entries.entries.push(Entry {
                    line: row.line,
                    column: column + 1,
                    actor: name.to_owned(),
                    item: (*item).to_owned(),
                    position: cell.to_owned(),
                    more: more.clone(),
                });
            }
        }
        if let Some(cell) = beyond(row.cells(), grid.heads.len()) {
            entries.faults.push(row.line, Some(cell + 1), || {
                "it stands in a column without a name".to_owned()
            });
        }
    }
    Ok(())
}

/// The columns of items with their names.
fn items<'g>(grid: &'g Grid, taken: &[Option<usize>]) -> Result<Vec<(usize, &'g str)>, NoEntries> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut items = Vec::new();
    for (column, head) in grid.heads.iter().enumerate() {
        if taken.contains(&Some(column)) || head.is_empty() {
            continue;
        }
        if let Some(first) = known.insert(head, column) {
            return Err(NoEntries::Twice {
                name: head.clone(),
                first: first + 1,
                second: column + 1,
            });
        }
        items.push((column, head.as_str()));
    }
    let is_number = |head: &str| {
        let bases = NUMBERS
            .iter()
            .filter_map(|ending| head.strip_suffix(ending));
        bases.into_iter().any(|base| known.contains_key(base))
    };
    items.retain(|(_, head)| !is_number(head));
    match items.is_empty() {
        true => Err(NoEntries::NoItem),
        false => Ok(items),
    }
}

/// The first cell behind the last column that says something.
fn beyond(cells: &[String], width: usize) -> Option<usize> {
    let cells = cells.iter().enumerate().skip(width);
    let mut said = cells.filter(|(_, cell)| !cell.trim().is_empty());
    said.next().map(|(at, _)| at)
}
