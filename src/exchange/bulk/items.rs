//! The file about the items of a table: in what range answers lie, and what an item
//! weighs. Its first row names `item` and any of `min`, `max` and `weight`.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::{is_none, number, shown};
use super::rows::{Row, Rows};
use super::{Faults, Levels, NoTable, name, one_column};
use crate::table::Table;
use crate::table::real::Bounds;

/// What is told of items.
#[derive(Debug)]
pub struct Items {
    by_name: BTreeMap<String, Item>,
    /// What could not be read of it.
    pub faults: Faults,
}

/// What is told of one item.
#[derive(Debug, Clone, Copy)]
struct Item {
    line: u64,
    bounds: Option<Bounds>,
    weight: Option<f64>,
}

const COLUMNS: &str = "the first row of a file about items names `item`, and `min`, `max` or \
                       `weight`";

/// The largest weight: sums of weights stay finite.
const MOST: f64 = 1e9;

impl Items {
    /// Reads a file about items.
    ///
    /// # Errors
    ///
    /// When it is no such table.
    pub fn read(text: &[u8], separator: u8) -> Result<Self, NoTable> {
        let mut rows = Rows::new(text, separator)?;
        let Some((_, header)) = rows.next()? else {
            return Err(NoTable::Empty);
        };
        let columns = Columns::of(header)?;
        let mut items = Self {
            by_name: BTreeMap::new(),
            faults: Faults::default(),
        };
        while let Some((line, row)) = rows.next()? {
            items.add(line, row, &columns);
        }
        Ok(items)
    }

    fn add(&mut self, line: u64, row: Row, columns: &Columns) {
        let field = |column: usize| row.fields().nth(column).unwrap_or_default();
        let name = name(field(columns.item));
        let (column, message) = if name.is_empty() {
            (columns.item, "there is no name".to_owned())
        } else if let Some(first) = self.by_name.get(&name) {
            let first = first.line;
            (
                columns.item,
                format!("`{name}` stands in line {first} already"),
            )
        } else {
            match columns.range(row) {
                Err(fault) => fault,
                Ok(bounds) => {
                    let weight = columns.weight(row).unwrap_or_else(|(column, message)| {
                        self.faults.push(line, Some(column + 1), || message);
                        None
                    });
                    let item = Item {
                        line,
                        bounds,
                        weight,
                    };
                    self.by_name.insert(name, item);
                    return;
                }
            }
        };
        self.faults.push(line, Some(column + 1), || message);
    }

    /// The items that have a range, with it.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (&str, Bounds)> {
        let items = self.by_name.iter();
        items.filter_map(|(name, item)| Some((name.as_str(), item.bounds?)))
    }

    /// Whether any item has a range.
    pub fn have_ranges(&self) -> bool {
        self.ranges().next().is_some()
    }

    /// An item whose range is not that of these levels.
    pub fn outside(&self, levels: Levels) -> Option<&str> {
        let is_other =
            |bounds: &Bounds| bounds.min() != levels.lo as f64 || bounds.max() != levels.hi as f64;
        let mut ranges = self.ranges();
        ranges
            .find(|(_, bounds)| is_other(bounds))
            .map(|(name, _)| name)
    }

    /// Gives the items of a table their weights; 1 where none is told.
    pub(super) fn weigh(&self, table: &mut Table) {
        let weight = |name: &String| self.by_name.get(name)?.weight;
        let weights = table.items.iter().map(|name| weight(name).unwrap_or(1.0));
        table.weights = weights.collect();
    }

    /// The items told of that a table does not have.
    pub(super) fn unknown(&self, table: &Table) -> Faults {
        let known: BTreeSet<&String> = table.items.iter().collect();
        let unknown = |(name, _): &(&String, &Item)| !known.contains(name);
        let mut unknown: Vec<_> = self.by_name.iter().filter(unknown).collect();
        unknown.sort_by_key(|(_, item)| item.line);
        let mut faults = Faults::default();
        for (name, item) in unknown {
            faults.push(item.line, None, || {
                format!("the table has no item `{name}`")
            });
        }
        faults
    }
}

/// Where the columns are.
struct Columns {
    item: usize,
    min: Option<usize>,
    max: Option<usize>,
    weight: Option<usize>,
}

/// A column, counted from 0, and what is wrong there.
type Wrong = (usize, String);

impl Columns {
    fn of(header: Row) -> Result<Self, NoTable> {
        let find = |wanted: &str| {
            let mut names = header.fields().map(|field| name(field).to_lowercase());
            names.position(|name| name == wanted)
        };
        let columns = Self {
            item: match find("item").or_else(|| find("issue")) {
                Some(item) => item,
                None if header.fields().nth(1).is_none() => return Err(one_column(header)),
                None => return Err(NoTable::NoColumn("item", COLUMNS)),
            },
            min: find("min"),
            max: find("max"),
            weight: find("weight"),
        };
        match (columns.min, columns.max) {
            (Some(_), None) => Err(NoTable::NoColumn("max", "there is one for `min`")),
            (None, Some(_)) => Err(NoTable::NoColumn("min", "there is one for `max`")),
            _ => Ok(columns),
        }
    }

    fn range(&self, row: Row) -> Result<Option<Bounds>, Wrong> {
        let (Some(lower), Some(upper)) = (self.min, self.max) else {
            return Ok(None);
        };
        match (at(row, lower)?, at(row, upper)?) {
            (None, None) => Ok(None),
            (Some(_), None) => Err((upper, "`min` is given and `max` is not".to_owned())),
            (None, Some(_)) => Err((lower, "`max` is given and `min` is not".to_owned())),
            (Some(min), Some(max)) => match Bounds::new(min, max) {
                Some(bounds) => Ok(Some(bounds)),
                None if min < max => Err((upper, "the range is too wide".to_owned())),
                None => Err((upper, format!("`{max}` does not lie above `{min}`"))),
            },
        }
    }

    fn weight(&self, row: Row) -> Result<Option<f64>, Wrong> {
        let Some(column) = self.weight else {
            return Ok(None);
        };
        match at(row, column)? {
            Some(weight) if !(0.0..=MOST).contains(&weight) => {
                let message = format!("`{weight}` is no weight: give a number from 0 to {MOST}");
                Err((column, message))
            }
            // Adding 0 makes one zero of the two that floats have.
            weight => Ok(weight.map(|weight| weight + 0.0)),
        }
    }
}

/// The number in a column; nothing where it is empty.
fn at(row: Row, column: usize) -> Result<Option<f64>, Wrong> {
    let field = row.fields().nth(column).unwrap_or_default().trim_ascii();
    match number(field) {
        None if !is_none(field) => Err((column, format!("`{}` is no number", shown(field)))),
        number => Ok(number),
    }
}
