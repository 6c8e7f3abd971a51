//! The files of parties with the stances that a table brings.

use crate::change::add::{cannot, readable};
use crate::change::bundle::{Bundle, Meaning, file_of};
use crate::change::draft::FileChange;
use crate::change::insert::append;
use crate::change::record;
use crate::change::refusal::Refusal;
use crate::record::decode::decode;
use crate::record::order;
use crate::record::party::PartyFile;
use crate::record::stance::Stance;
use crate::syntax::layout::layout;
use crate::syntax::tree::Tree;

/// The file of a party that is new.
///
/// # Errors
///
/// Never for records that are written here.
pub fn new(id: &str, party: &PartyFile) -> Result<FileChange, Refusal> {
    let mut fields = record::party(party);
    let stances = party
        .stances
        .iter()
        .map(|stance| record::stance(stance).ron());
    let stances: Vec<String> = stances.collect();
    fields.fields.retain(|(name, _)| *name != "stances");
    let list = match stances.is_empty() {
        true => "[]".to_owned(),
        false => format!("[\n{}\n]", stances.join(",\n")),
    };
    fields.fields.push(("stances", record::Field::Ron(list)));
    let text = layout(&Tree::parse(&fields.lines()), &order::of_party)
        .map_err(|error| Refusal::new(error.to_string()))?;
    Ok(FileChange {
        name: file_of(id),
        before: None,
        after: Some(text),
    })
}

/// The stances that a party's file does not have yet.
///
/// # Errors
///
/// When the file cannot be read.
pub fn unknown(meaning: &Meaning, id: &str, stances: Vec<Stance>) -> Result<Vec<Stance>, Refusal> {
    let file = readable(meaning, id)?;
    let key = |stance: &Stance| {
        let Stance {
            issue,
            position,
            condition,
            basis,
            since,
            evidence,
            ..
        } = stance;
        format!("{issue:?} {position:?} {condition:?} {basis:?} {since} {evidence:?}")
    };
    let known: std::collections::BTreeSet<String> = file.stances.iter().map(key).collect();
    let mut stances = stances;
    stances.retain(|stance| !known.contains(&key(stance)));
    Ok(stances)
}

/// The file of a party that is there, with more stances behind its own.
///
/// # Errors
///
/// When it has mistakes that must be mended first.
pub fn with(bundle: &Bundle, id: &str, stances: &[Stance]) -> Result<FileChange, Refusal> {
    let file = bundle.party(id)?;
    let tree = Tree::parse(file.source.text());
    let records: Vec<_> = stances.iter().map(record::stance).collect();
    let text = append(&tree, crate::change::add::STANCES, &records)
        .map_err(|refused| cannot(&file.name, &refused))?;
    let [before, after] =
        [&file.source, &file.with_text(text.as_str()).source].map(decode::<PartyFile>);
    let (old, new) = (before.value.stances, after.value.stances);
    let is_told =
        new.len() == old.len() + stances.len() && new.starts_with(&old) && new.ends_with(stances);
    match is_told && before.value.notes == after.value.notes {
        true => Ok(file.becomes(text)),
        false => Err(Refusal::new(format!("`{}` cannot be changed", file.name))
            .help("its list of stances is not laid out so that more can be put behind it: run `stances fmt` first")),
    }
}
