//! Positions of actors on items, as tables of several layouts have them: every cell
//! that holds one becomes an entry, still in the words of the table.

mod ktab;
mod long;
mod statements;
mod wide;

use std::collections::BTreeMap;

use super::bulk::Faults;
use super::grid::{Grid, Point, Row};

/// How positions are laid out in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row an actor, one column an item.
    Wide,
    /// One row a position.
    Long,
    /// One row a statement: who, on which concept, in agreement or not, when.
    Statements(Actor),
    /// One row an actor: influence, then position and salience on each issue.
    Ktab,
}

/// Who is taken for the actor of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Actor {
    #[default]
    Organization,
    Person,
}

/// A table as far as it could be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entries {
    /// In the order of the table.
    pub entries: Vec<Entry>,
    /// Everybody who has a row, with what is told of them; also who is silent.
    pub actors: Vec<ActorRow>,
    /// Every item, with what is told of it, in the order of the table.
    pub items: Vec<String>,
    /// How many rows the table has below its heads.
    pub rows: usize,
    pub faults: Faults,
    /// What parts whole numbers from fractions.
    pub point: Point,
}

/// Who stands in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorRow {
    /// What entries call them.
    pub name: String,
    /// A longer name.
    pub full: Option<String>,
    pub note: Option<String>,
}

/// The position of an actor on an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// The column of the table, counted from 1.
    pub column: usize,
    pub actor: String,
    pub item: String,
    pub position: String,
    /// What else its row tells, without empty cells.
    pub more: BTreeMap<More, String>,
}

/// What a row can tell beside actor, item and position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum More {
    Kind,
    Area,
    Wording,
    Condition,
    Firmness,
    Basis,
    By,
    Since,
    Until,
    Dated,
    Sources,
    Places,
    Gist,
    Quote,
    Note,
    Confidence,
    Salience,
    Stake,
    Coder,
    Confidential,
}

/// Why a table cannot be read in a layout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoEntries {
    #[error("there is no column for the {what}: name it {names}")]
    NoColumn {
        what: &'static str,
        names: &'static str,
    },
    #[error("columns {first} and {second} are both called `{name}`: rename one of them")]
    Twice {
        name: String,
        first: usize,
        second: usize,
    },
    #[error("there is no column beside the actor: each item has a column, or choose `--from long`")]
    NoItem,
}

/// What the columns may be called, in small letters.
const ACTORS: &[&str] = &[
    "party",
    "actor",
    "organization",
    "organisation",
    "person",
    "country",
    "respondent",
];
const ITEMS: &[&str] = &["issue", "item", "concept", "question", "vote"];
const POSITIONS: &[&str] = &["position", "value", "answer", "level", "agreement"];
const FULL: &[&str] = &["party_name", "actor_name", "name"];
const CONCEPT: &[&str] = &["concept"];
const AGREEMENT: &[&str] = &["agreement", "agree"];
const ORGANIZATION: &[&str] = &["organization", "organisation"];
const PERSON: &[&str] = &["person"];

/// The columns of what else a row can tell.
const MORE: &[(More, &[&str])] = &[
    (More::Kind, &["kind"]),
    (More::Area, &["area"]),
    (More::Wording, &["issue_text", "wording"]),
    (More::Condition, &["condition"]),
    (More::Firmness, &["firmness"]),
    (More::Basis, &["basis"]),
    (More::By, &["by"]),
    (More::Since, &["since", "date", "time", "datetime"]),
    (More::Until, &["until"]),
    (More::Dated, &["dated"]),
    (More::Sources, &["sources", "source"]),
    (More::Places, &["places", "place", "at"]),
    (More::Gist, &["gist"]),
    (More::Quote, &["quote"]),
    (More::Note, &["note", "notes"]),
    (More::Confidence, &["confidence"]),
    (More::Salience, &["salience"]),
    (More::Stake, &["stake"]),
    (More::Coder, &["coder"]),
    (More::Confidential, &["confidential"]),
];

/// The layout that a table seems to have, by the names of its columns.
pub fn layout(grid: &Grid) -> Layout {
    let has = |names| grid.column(names).is_some();
    if has(CONCEPT) && has(AGREEMENT) {
        return Layout::Statements(match has(ORGANIZATION) {
            true => Actor::Organization,
            false => Actor::Person,
        });
    }
    if ktab::is_one(grid) {
        return Layout::Ktab;
    }
    match has(ACTORS) && has(ITEMS) && has(POSITIONS) {
        true => Layout::Long,
        false => Layout::Wide,
    }
}

/// Reads the entries of a table.
///
/// # Errors
///
/// When a column is missing without which there is nothing to read.
pub fn read(grid: &Grid, layout: Layout) -> Result<Entries, NoEntries> {
    let mut entries = Entries {
        rows: grid.rows.len(),
        point: grid.point,
        ..Entries::default()
    };
    match layout {
        Layout::Wide => wide::read(grid, &mut entries)?,
        Layout::Long => long::read(grid, &mut entries)?,
        Layout::Statements(actor) => statements::read(grid, actor, &mut entries)?,
        Layout::Ktab => ktab::read(grid, &mut entries)?,
    }
    Ok(entries)
}

/// Whether a cell says nothing: it is empty, or holds what statistics programs write
/// for that.
pub fn is_silent(cell: &str) -> bool {
    matches!(cell, "" | "NA" | "N/A" | "." | "#N/A")
}

/// What a row tells in the columns that are there.
fn more(row: &Row, columns: &[(More, usize)]) -> BTreeMap<More, String> {
    let told = columns
        .iter()
        .map(|(more, column)| (*more, row.cell(*column)));
    let told = told.filter(|(_, cell)| !is_silent(cell));
    told.map(|(more, cell)| (more, cell.to_owned())).collect()
}

/// Where the columns of what else a row can tell are, without those that are taken.
fn columns_of_more(grid: &Grid, taken: &[usize]) -> Vec<(More, usize)> {
    let column = |(more, names): &(More, &[&str])| Some((*more, grid.column(names)?));
    let columns = MORE.iter().filter_map(column);
    columns
        .filter(|(_, column)| !taken.contains(column))
        .collect()
}

impl Entries {
    /// Counts a row that says the same as an earlier one.
    fn repeated(&mut self, line: u64, first: u64) {
        self.faults
            .push(line, None, || format!("it says the same as line {first}"));
    }

    fn nameless(&mut self, line: u64, column: usize, what: &str) {
        self.faults
            .push(line, Some(column + 1), || format!("there is no {what}"));
    }
}

/// Names in the order in which they come up, each once.
#[derive(Debug, Default)]
struct Names {
    known: std::collections::BTreeSet<String>,
}

impl Names {
    /// Whether it has not come up before.
    fn is_new(&mut self, name: &str) -> bool {
        !self.known.contains(name) && self.known.insert(name.to_owned())
    }
}
