//! Canonical layout and field order for all files of a dossier.

use itertools::Itertools;

use super::bundle::Bundle;
use super::draft::Draft;
use super::text_file::{HEAD, TextFile};
use crate::record::decode::{File, decode};
use crate::record::dossier::DossierFile;
use crate::record::order;
use crate::record::party::PartyFile;
use crate::syntax::layout::{FieldOrder, layout};
use crate::syntax::tree::Tree;

/// What formatting comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formatted {
    pub draft: Draft,
    /// The files that are left alone, with the reason.
    pub left_alone: Vec<(String, String)>,
}

/// The draft that gives every file its canonical form. A file that would say
/// anything else afterwards is left alone.
pub fn fmt(bundle: &Bundle) -> Formatted {
    let (mut changes, mut left_alone) = (Vec::new(), Vec::new());
    for file in &bundle.files {
        match formatted(file) {
            Ok(after) => changes.push(file.becomes(after)),
            Err(reason) => left_alone.push((file.name.clone(), reason)),
        }
    }
    Formatted {
        draft: Draft::new(changes),
        left_alone,
    }
}

/// The text of a file in canonical form.
///
/// # Errors
///
/// When it has none, or would say anything else in it.
pub fn formatted(file: &TextFile) -> Result<String, String> {
    let tree = Tree::parse(file.source.text());
    let order: &FieldOrder = match file.name.as_str() {
        HEAD => &order::of_dossier,
        _ => &order::of_party,
    };
    let after = layout(&tree, order).map_err(|error| error.to_string())?;
    let laid_out = file.with_text(after.as_str());
    let same = match file.name.as_str() {
        HEAD => read::<DossierFile>(file) == read(&laid_out),
        _ => read::<PartyFile>(file) == read(&laid_out),
    };
    match same {
        true => Ok(after),
        false => Err("laid out, it would be read as something else".to_owned()),
    }
}

/// The records of a file, and the mistakes in it.
fn read<T: File>(file: &TextFile) -> (T, Vec<(&'static str, String)>) {
    let decoded = decode::<T>(&file.source);
    let findings = decoded.findings();
    let findings = findings.map(|finding| (finding.code.name, finding.message.clone()));
    let findings = findings.sorted().collect();
    (decoded.value, findings)
}
