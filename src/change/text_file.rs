//! One file of a dossier as it was read.

use super::draft::FileChange;
use crate::finding::Finding;
use crate::record::decode::decode;
use crate::record::dossier::DossierFile;
use crate::record::fields;
use crate::record::party::PartyFile;
use crate::syntax::route::Route;
use crate::text::source::Source;

/// The name of the file that makes a folder a dossier; every other one is a
/// party's.
pub const HEAD: &str = "dossier.ron";

/// A file's name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    /// The file's name in the folder of the dossier.
    pub name: String,
    /// The text, under the path that messages show.
    pub source: Source,
}

impl TextFile {
    /// The same file with another text.
    #[must_use]
    pub fn with_text(&self, text: impl Into<String>) -> Self {
        Self {
            name: self.name.clone(),
            source: Source::new(self.source.name(), text),
        }
    }

    /// The change that makes this file's text another one.
    pub fn becomes(&self, text: impl Into<String>) -> FileChange {
        FileChange {
            name: self.name.clone(),
            before: Some(self.source.text().to_owned()),
            after: Some(text.into()),
        }
    }

    /// The stem of the file's name: the id of a party, `dossier` for the head.
    pub fn stem(&self) -> &str {
        stem(&self.name)
    }

    /// What the file's records get wrong by themselves.
    pub fn mistakes(&self) -> Vec<Finding> {
        match self.name.as_str() {
            HEAD => decode::<DossierFile>(&self.source)
                .findings()
                .cloned()
                .collect(),
            _ => decode::<PartyFile>(&self.source)
                .findings()
                .cloned()
                .collect(),
        }
    }

    /// The fields that can stand in the record at a route, in their order.
    pub fn fields(&self, route: &Route) -> &'static [&'static str] {
        match self.name.as_str() {
            HEAD => fields::of_dossier(route),
            _ => fields::of_party(route),
        }
    }
}

/// A file's name without its ending.
pub fn stem(name: &str) -> &str {
    name.strip_suffix(".ron").unwrap_or(name)
}
