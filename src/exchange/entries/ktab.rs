//! Actors as KTAB's spatial model of politics reads them: a row with the scenario, a
//! row of heads (`Actor,Description,Power,Pstn1,Sal1,…`), then one row an actor.
//! Positions and saliences run from 0 to 100. The row with the scenario may be missing.

use std::collections::BTreeMap;

use super::{ActorRow, Entries, Entry, More, NoEntries};
use crate::exchange::grid::{Grid, Row, plain};

/// What the column of influence may be called.
const INFLUENCE: [&str; 5] = [
    "power",
    "influence",
    "capability",
    "capabilities",
    "resources",
];
const DESCRIPTION: [&str; 1] = ["description"];
const ACTOR: [&str; 3] = ["actor", "name", "party"];

/// How a position of 0 to 100 is declared.
const KIND: &str = "Quantity(unit: \"points\", min: 0, max: 100)";

/// Whether the first or the second row has KTAB's heads.
pub(super) fn is_one(grid: &Grid) -> bool {
    heads(grid).is_some_and(|(heads, _)| Columns::of(&heads).is_some())
}

pub(super) fn read(grid: &Grid, entries: &mut Entries) -> Result<(), NoEntries> {
    let found = heads(grid).and_then(|(heads, rest)| Some((Columns::of(&heads)?, rest)));
    let Some((columns, rest)) = found else {
        return Err(NoEntries::NoColumn {
            what: "influence of an actor, with position and salience behind it",
            names: "`Actor,Description,Power,Position,Salience`",
        });
    };
    entries.rows = rest.len();
    entries.items = columns.items.iter().map(|item| item.name.clone()).collect();
    let mut lines: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rest {
        let name = row.cell(columns.actor);
        if name.is_empty() {
            entries.nameless(row.line, columns.actor, "actor");
            continue;
        }
        if let Some(first) = lines.insert(name, row.line) {
            entries.faults.push(row.line, Some(columns.actor + 1), || {
                format!("`{name}` stands in line {first} already")
            });
            continue;
        }
        entries.actors.push(ActorRow {
            name: name.to_owned(),
            full: None,
            note: columns.note(row),
        });
        for item in &columns.items {
            let cell = row.cell(item.position);
            if cell.is_empty() {
                continue;
            }
            let mut more = BTreeMap::from([(More::Kind, KIND.to_owned())]);
            match share(row.cell(item.salience), entries.point) {
                Ok(Some(share)) => _ = more.insert(More::Salience, share),
                Ok(None) => {}
                Err(message) => {
                    let column = Some(item.salience + 1);
                    entries.faults.push(row.line, column, || message);
                    continue;
                }
            }
            entries.entries.push(Entry {
                line: row.line,
                column: item.position + 1,
                actor: name.to_owned(),
                item: item.name.clone(),
                position: cell.to_owned(),
                more,
            });
        }
    }
    Ok(())
}

/// The heads and the rows below them.
fn heads(grid: &Grid) -> Option<(Vec<String>, &[Row])> {
    let names_actor = |cell: &str| ACTOR.contains(&plain(cell).as_str());
    if grid.heads.first().is_some_and(|head| names_actor(head)) {
        return Some((grid.heads.clone(), &grid.rows));
    }
    let (first, rest) = grid.rows.split_first()?;
    let heads = (0..first.cells().len()).map(|column| first.cell(column).to_owned());
    names_actor(first.cell(0)).then(|| (heads.collect(), rest))
}

/// Where things are.
struct Columns {
    actor: usize,
    description: Option<usize>,
    influence: usize,
    items: Vec<Item>,
}

struct Item {
    name: String,
    position: usize,
    salience: usize,
}

impl Columns {
    fn of(heads: &[String]) -> Option<Self> {
        let find = |names: &[&str]| {
            let is_one = |head: &String| names.contains(&plain(head).as_str());
            heads.iter().position(is_one)
        };
        let influence = find(&INFLUENCE)?;
        let behind = heads.iter().enumerate().skip(influence + 1);
        let behind: Vec<(usize, &String)> = behind.filter(|(_, head)| !head.is_empty()).collect();
        let pairs = behind.chunks_exact(2);
        let fits = pairs.remainder().is_empty() && !behind.is_empty();
        let items = pairs.map(|pair| {
            let ((position, name), (salience, weight)) = (pair[0], pair[1]);
            let is_salience = plain(weight).contains("sal");
            is_salience.then(|| Item {
                name: name_of(name),
                position,
                salience,
            })
        });
        let items: Option<Vec<Item>> = items.collect();
        Some(Self {
            actor: find(&ACTOR)?,
            description: find(&DESCRIPTION),
            influence,
            items: items.filter(|_| fits)?,
        })
    }

    /// What the table tells of an actor that no record has a place for.
    fn note(&self, row: &Row) -> Option<String> {
        let description = self.description.map_or("", |column| row.cell(column));
        let influence = row.cell(self.influence);
        match (description, influence) {
            ("", "") => None,
            (description, "") => Some(description.to_owned()),
            ("", influence) => Some(format!("Influence {influence} in the table.")),
            (description, influence) => Some(format!(
                "{}. Influence {influence} in the table.",
                description.trim_end_matches('.')
            )),
        }
    }
}

/// What a column of positions is about: `Policy Position` is about `Policy`.
fn name_of(head: &str) -> String {
    let lower = head.to_lowercase();
    let bare = lower.strip_suffix("position").map(str::len);
    let bare = bare.map(|end| head[..end].trim().trim_end_matches(['_', '-']));
    match bare {
        Some(name) if !name.is_empty() && head.is_ascii() => name.to_owned(),
        _ => head.to_owned(),
    }
}

/// A salience of 0 to 100 as a share.
fn share(cell: &str, point: crate::exchange::grid::Point) -> Result<Option<String>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let text = match point {
        crate::exchange::grid::Point::Comma => cell.replace(',', "."),
        crate::exchange::grid::Point::Dot => cell.to_owned(),
    };
    let salience: Option<f64> = text.parse().ok();
    match salience.filter(|salience| (0.0..=100.0).contains(salience)) {
        Some(salience) => Ok(Some((salience / 100.0).to_string())),
        None => Err(format!("the salience `{cell}` is no number from 0 to 100")),
    }
}
