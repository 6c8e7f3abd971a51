//! One row an actor, one column an item.

use std::collections::BTreeMap;
use std::io::Read;

use csv::{ByteRecord, Reader};

use super::numbers::Numbers;
use super::{Bulk, Faults, NoTable, name};
use crate::table::collect::Collector;

pub(super) fn read<R: Read>(reader: &mut Reader<R>, numbers: &Numbers) -> Result<Bulk, NoTable> {
    let items = items(reader.byte_headers()?)?;
    let width = items.len() + 1;
    let mut collector = Collector::new(items, numbers.levels());
    let mut faults = Faults::default();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let mut record = ByteRecord::new();
    let mut answers = Vec::new();
    while reader.read_byte_record(&mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        let actor = name(&record[0]);
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
        if record.len() != width {
            let fields = record.len();
            faults.push(line, None, || {
                format!("there are {fields} fields, and the first row has {width}")
            });
        }
        answers.clear();
        for (at, field) in record.iter().enumerate().take(width).skip(1) {
            match numbers.level(field) {
                Ok(Some(level)) => answers.push((at as u32 - 1, level)),
                Ok(None) => {}
                Err(message) => faults.push(line, Some(at + 1), || message),
            }
        }
        lines.insert(actor.clone(), line);
        collector.push(actor, &answers);
    }
    Ok(Bulk {
        table: collector.finish(),
        faults,
    })
}

/// The names of the items: all columns but the first.
fn items(header: &ByteRecord) -> Result<Vec<String>, NoTable> {
    if header.is_empty() {
        return Err(NoTable::Empty);
    }
    let mut columns: BTreeMap<String, usize> = BTreeMap::new();
    let mut items = Vec::new();
    for (at, field) in header.iter().enumerate().skip(1) {
        let (name, column) = (name(field), at + 1);
        if name.is_empty() {
            return Err(NoTable::Nameless(column));
        }
        if let Some(first) = columns.insert(name.clone(), column) {
            return Err(NoTable::Twice {
                name,
                first,
                column,
            });
        }
        items.push(name);
    }
    match u32::try_from(items.len()) {
        Ok(_) => Ok(items),
        Err(_) => Err(NoTable::TooManyItems(u32::MAX as usize)),
    }
}
