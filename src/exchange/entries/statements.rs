//! Statements as discourse network analysis codes them: a person or an organization
//! agrees with a concept or not, on a day. Several statements of one actor on one
//! concept stay several.

use std::collections::BTreeMap;

use super::{
    AGREEMENT, Actor, ActorRow, CONCEPT, Entries, Entry, More, Names, NoEntries, ORGANIZATION,
    PERSON, columns_of_more, more,
};
use crate::exchange::grid::{Grid, Row};

/// What a column may be called that tells from which document a statement is.
const DOCUMENT: &[&str] = &[
    "document",
    "document_title",
    "doctitle",
    "title",
    "document_id",
    "docid",
];
const ID: &[&str] = &["id", "statement_id", "statement"];

pub(super) fn read(grid: &Grid, actor: Actor, entries: &mut Entries) -> Result<(), NoEntries> {
    let column = |what, names: &[&str], told| {
        let found = grid.column(names);
        found.ok_or(NoEntries::NoColumn { what, names: told })
    };
    let actor = match actor {
        Actor::Organization => column("actor", ORGANIZATION, "`organization`")?,
        Actor::Person => column("actor", PERSON, "`person`")?,
    };
    let concept = column("concept", CONCEPT, "`concept`")?;
    let agreement = column("agreement", AGREEMENT, "`agreement`")?;
    let origin = [grid.column(ID), grid.column(DOCUMENT)];
    let columns = columns_of_more(grid, &[actor, concept, agreement]);
    let (mut actors, mut items) = (Names::default(), Names::default());
    let mut rows: BTreeMap<&[String], u64> = BTreeMap::new();
    for row in &grid.rows {
        let names = [
            (actor, "actor"),
            (concept, "concept"),
            (agreement, "agreement"),
        ];
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
        if actors.is_new(row.cell(actor)) {
            entries.actors.push(ActorRow {
                name: row.cell(actor).to_owned(),
                full: None,
                note: None,
            });
        }
        if items.is_new(row.cell(concept)) {
            entries.items.push(row.cell(concept).to_owned());
        }
        let mut more = more(row, &columns);
        if let Some(note) = told(row, &origin) {
            more.entry(More::Note).or_insert(note);
        }
        entries.entries.push(Entry {
            line: row.line,
            column: agreement + 1,
            actor: row.cell(actor).to_owned(),
            item: row.cell(concept).to_owned(),
            position: agreed(row.cell(agreement)).to_owned(),
            more,
        });
    }
    Ok(())
}

/// Agreement as a position; anything else stays what it is.
fn agreed(cell: &str) -> &str {
    match cell.to_lowercase().as_str() {
        "1" | "true" | "yes" => "support",
        "0" | "false" | "no" => "oppose",
        _ => cell,
    }
}

/// Which statement it is, of which document.
fn told(row: &Row, [id, document]: &[Option<usize>; 2]) -> Option<String> {
    let said = |column: Option<usize>| {
        column
            .map(|column| row.cell(column))
            .filter(|cell| !cell.is_empty())
    };
    match (said(*id), said(*document)) {
        (Some(id), Some(document)) => Some(format!("Statement {id} in {document}.")),
        (Some(id), None) => Some(format!("Statement {id}.")),
        (None, Some(document)) => Some(format!("From {document}.")),
        (None, None) => None,
    }
}
