//! One row an actor, one column an item.

use std::collections::BTreeMap;

use super::numbers::{Keep, Scale};
use super::rows::{Row, Rows};
use super::{Bulk, Faults, NoTable, name, one_column};

pub(super) fn read<S: Scale>(mut rows: Rows, mut scale: S) -> Result<Bulk, NoTable> {
    let mut faults = Faults::default();
    let Some((line, header)) = rows.next()? else {
        return Err(NoTable::Empty);
    };
    let columns = Columns::of(header, line, &mut scale, &mut faults)?;
    let width = columns.items.len() + 1;
    let mut kept = scale.kept(columns.names);
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let mut answers = Vec::new();
    while let Some((line, row)) = rows.next()? {
        let mut fields = row.fields();
        let actor = name(fields.next().unwrap_or_default());
        if actor.is_empty() {
            faults.push(line, Some(1), || "there is no name".to_owned());
            continue;
        }
        if let Some(first) = lines.get(&actor) {
            faults.push(line, Some(1), || {
                format!("`{actor}` stands in line {first} already")
            });
            continue;
        }
        answers.clear();
        let mut seen = 1;
        for (at, field) in fields.enumerate() {
            seen += 1;
            let Some(Some(item)) = columns.items.get(at) else {
                continue;
            };
            match scale.answer(*item, field) {
                Ok(Some(answer)) => answers.push((*item, answer)),
                Ok(None) => {}
                Err(message) => faults.push(line, Some(at + 2), || message),
            }
        }
        if seen != width {
            faults.push(line, None, || {
                format!("there are {seen} fields, and the first row has {width}")
            });
        }
        lines.insert(actor.clone(), line);
        kept.push(actor, &answers);
    }
    Ok(Bulk::of(kept.table(), faults))
}

/// What the columns but the first are.
struct Columns {
    /// The number of each one's item; nothing where its answers cannot be read.
    items: Vec<Option<u32>>,
    names: Vec<String>,
}

impl Columns {
    fn of(
        header: Row,
        line: u64,
        scale: &mut impl Scale,
        faults: &mut Faults,
    ) -> Result<Self, NoTable> {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut columns = Self {
            items: Vec::new(),
            names: Vec::new(),
        };
        for (at, field) in header.fields().enumerate().skip(1) {
            let (name, column) = (name(field), at + 1);
            if name.is_empty() {
                return Err(NoTable::Nameless(column));
            }
            if let Some(first) = known.insert(name.clone(), column) {
                return Err(NoTable::Twice {
                    name,
                    first,
                    column,
                });
            }
            let number = u32::try_from(columns.names.len());
            let number = number.map_err(|_| NoTable::TooManyItems(u32::MAX as usize))?;
            if scale.take(&name) {
                columns.items.push(Some(number));
                columns.names.push(name);
            } else {
                columns.items.push(None);
                faults.push(line, Some(column), || super::rangeless(&name));
            }
        }
        match columns.items.is_empty() {
            true => Err(one_column(header)),
            false => Ok(columns),
        }
    }
}
