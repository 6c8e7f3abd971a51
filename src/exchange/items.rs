//! What a file of items tells of each: `item` and, as far as known, `kind`, `min` and
//! `max`, `levels`, `unit`, `area`, `text`, `weight`, `tolerance`.

use std::collections::BTreeMap;

use super::bulk::Faults;
use super::grid::Grid;

/// An item as its file tells of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// A kind in RON, or just `statement`, `scale`, `quantity`, `choice`.
    pub kind: Option<String>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    /// Levels or options, parted by `|`.
    pub levels: Vec<String>,
    pub unit: Option<String>,
    pub area: Option<String>,
    pub text: Option<String>,
    pub weight: Option<f64>,
    pub tolerance: Option<f64>,
}

/// The columns, in small letters; the first of them has to be there.
const ITEM: &[&str] = &["item", "issue", "concept", "question"];

/// Reads the items of a table by their names; nothing if it has no column `item`.
/// What could not be read is told.
pub fn read(grid: &Grid) -> Option<(BTreeMap<String, Item>, Faults)> {
    let item = grid.column(ITEM)?;
    let [kind, levels, unit, area] = [&["kind"][..], &["levels", "options"], &["unit"], &["area"]]
        .map(|names| grid.column(names));
    let text = grid.column(&["text", "wording", "issue_text"]);
    let [min, max, weight, tolerance] =
        ["min", "max", "weight", "tolerance"].map(|name| grid.column(&[name]));
    let (mut items, mut faults) = (BTreeMap::<String, Item>::new(), Faults::default());
    for row in &grid.rows {
        let name = row.cell(item);
        if name.is_empty() || items.contains_key(name) {
            let message = match name {
                "" => "there is no item".to_owned(),
                name => format!("`{name}` stands above already"),
            };
            faults.push(row.line, Some(item + 1), || message);
            continue;
        }
        let said = |column: Option<usize>| {
            let cell = column.map(|column| row.cell(column));
            cell.filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let mut number = |column: Option<usize>| {
            let cell = said(column)?;
            let number = cell.parse().ok().filter(|number: &f64| number.is_finite());
            if number.is_none() {
                let column = column.map(|column| column + 1);
                faults.push(row.line, column, || format!("`{cell}` is no number"));
            }
            number
        };
        let [min, max, weight, tolerance] = [min, max, weight, tolerance].map(&mut number);
        let levels = said(levels).unwrap_or_default();
        let levels = levels.split('|').map(str::trim);
        let told = Item {
            line: row.line,
            kind: said(kind),
            min,
            max,
            levels: levels
                .filter(|level| !level.is_empty())
                .map(str::to_owned)
                .collect(),
            unit: said(unit),
            area: said(area),
            text: said(text),
            weight,
            tolerance,
        };
        items.insert(name.to_owned(), told);
    }
    Some((items, faults))
}
