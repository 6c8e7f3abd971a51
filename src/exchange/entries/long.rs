//! One row a position.

use std::collections::BTreeMap;

use super::{
    ACTORS, ActorRow, Entries, Entry, FULL, ITEMS, Names, NoEntries, POSITIONS, columns_of_more,
    is_silent, more,
};
use crate::exchange::grid::Grid;

pub(super) fn read(grid: &Grid, entries: &mut Entries) -> Result<(), NoEntries> {
    let column = |what, names: &[&str], told| {
        let found = grid.column(names);
        found.ok_or(NoEntries::NoColumn { what, names: told })
    };
    let actor = column("actor", ACTORS, "`party` or `actor`")?;
    let item = column("item", ITEMS, "`issue` or `item`")?;
    let position = column("position", POSITIONS, "`position` or `value`")?;
    let full = grid.column(FULL);
    let columns = columns_of_more(grid, &[actor, item, position]);
    let (mut actors, mut items) = (Names::default(), Names::default());
    let mut rows: BTreeMap<&[String], u64> = BTreeMap::new();
    for row in &grid.rows {
        let names = [(actor, "actor"), (item, "item")];
        let nameless = names
            .iter()
            .find(|(column, _)| row.cell(*column).is_empty());
        if let Some((column, what)) = nameless {
            entries.nameless(row.line, *column, what);
            continue;
        }
        if let Some(first) = rows.get(row.cells()) {
            entries.repeated(row.line, *first);
            continue;
        }
        rows.insert(row.cells(), row.line);
        // Also who has said nothing is there.
        if actors.is_new(row.cell(actor)) {
            entries.actors.push(ActorRow {
                name: row.cell(actor).to_owned(),
                full: full.map(|full| row.cell(full).to_owned()),
                note: None,
            });
        }
        if items.is_new(row.cell(item)) {
            entries.items.push(row.cell(item).to_owned());
        }
        if !is_silent(row.cell(position)) {
            entries.entries.push(Entry {
                line: row.line,
                column: position + 1,
                actor: row.cell(actor).to_owned(),
                item: row.cell(item).to_owned(),
                position: row.cell(position).to_owned(),
                more: more(row, &columns),
            });
        }
    }
    Ok(())
}
