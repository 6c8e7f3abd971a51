//! Canonical layout and field order for all files of a dossier.

use super::draft::{Draft, FileChange};
use super::texts::{HEAD, Texts};
use crate::record::decode::{File, decode};
use crate::record::dossier::DossierFile;
use crate::record::order;
use crate::record::party::PartyFile;
use crate::syntax::layout::layout;
use crate::syntax::tree::Tree;
use crate::text::source::Source;

/// What formatting comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formatted {
    pub draft: Draft,
    /// The files that are left alone, with the reason.
    pub left_alone: Vec<(String, String)>,
}

/// The draft that gives every file its canonical form. A file that would say
/// anything else afterwards is left alone.
pub fn fmt(texts: &Texts) -> Formatted {
    let (mut changes, mut left_alone) = (Vec::new(), Vec::new());
    for (name, text) in &texts.files {
        match formatted(name, text) {
            Ok(after) => changes.push(FileChange {
                name: name.clone(),
                before: Some(text.clone()),
                after: Some(after),
            }),
            Err(reason) => left_alone.push((name.clone(), reason)),
        }
    }
    Formatted {
        draft: Draft::new(changes),
        left_alone,
    }
}

/// The text of a file in canonical form.
fn formatted(name: &str, text: &str) -> Result<String, String> {
    let tree = Tree::parse(text);
    let is_head = name == HEAD;
    let after = match is_head {
        true => layout(&tree, &order::of_dossier),
        false => layout(&tree, &order::of_party),
    };
    let after = after.map_err(|error| error.to_string())?;
    let same = match is_head {
        true => says_the_same::<DossierFile>(text, &after),
        false => says_the_same::<PartyFile>(text, &after),
    };
    match same {
        true => Ok(after),
        false => Err("laid out, it would be read as something else".to_owned()),
    }
}

/// Whether two texts are read as the same records, with the same mistakes.
fn says_the_same<T: File + PartialEq>(before: &str, after: &str) -> bool {
    let (before, after) = (read::<T>(before), read::<T>(after));
    before == after
}

fn read<T: File>(text: &str) -> (T, Vec<(&'static str, String)>) {
    let decoded = decode::<T>(&Source::new("", text));
    let findings = decoded.findings();
    let mut findings: Vec<_> = findings
        .map(|finding| (finding.code.name, finding.message.clone()))
        .collect();
    findings.sort();
    (decoded.value, findings)
}
