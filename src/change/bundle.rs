//! All files of a dossier as they were read, and what they mean together.

use super::draft::Draft;
use super::refusal::Refusal;
use super::text_file::{HEAD, TextFile};
use crate::dossier::Dossier;
use crate::dossier::bind::{Files, bind};
use crate::finding::suggest;
use crate::record::decode::decode;
use crate::text::source::Source;

/// The files of one dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bundle {
    /// Sorted by name.
    pub files: Vec<TextFile>,
}

/// What the files of a dossier mean, as far as they could be read.
#[derive(Debug)]
pub struct Meaning {
    pub files: Files,
    pub dossier: Dossier,
}

impl Bundle {
    /// The file of this name.
    pub fn file(&self, name: &str) -> Option<&TextFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The text of `dossier.ron`; empty where there is none.
    pub fn head(&self) -> &str {
        self.file(HEAD).map_or("", |file| file.source.text())
    }

    /// The file of a party.
    ///
    /// # Errors
    ///
    /// When there is no such party.
    pub fn party(&self, id: &str) -> Result<&TextFile, Refusal> {
        let mut parties = self.parties();
        parties.find(|file| file.stem() == id).ok_or_else(|| {
            let ids = self.parties().map(TextFile::stem);
            Refusal::new(format!("there is no party `{id}`")).help(suggest::help(id, "party", ids))
        })
    }

    /// The files of all parties.
    pub fn parties(&self) -> impl Iterator<Item = &TextFile> {
        self.files.iter().filter(|file| file.name != HEAD)
    }

    /// What the files mean together.
    pub fn meaning(&self) -> Meaning {
        let head = self.file(HEAD).map(|file| file.source.clone());
        let party = |file: &TextFile| (file.stem().to_owned(), decode(&file.source));
        let files = Files {
            name: String::new(),
            dossier: decode(&head.unwrap_or_else(|| Source::new(HEAD, "()"))),
            parties: self.parties().map(party).collect(),
        };
        let (dossier, _) = bind(&files);
        Meaning { files, dossier }
    }

    /// The files as they are after a change to some of them.
    #[must_use]
    pub fn with(&self, draft: &Draft) -> Self {
        let after = |file: &TextFile| {
            let change = draft.files.iter().find(|change| change.name == file.name);
            match change {
                Some(change) => Some(file.with_text(change.after.as_deref()?)),
                None => Some(file.clone()),
            }
        };
        Self {
            files: self.files.iter().filter_map(after).collect(),
        }
    }

    /// The draft that gives one file another text.
    pub fn draft(&self, name: &str, after: String) -> Draft {
        Draft::new(self.file(name).map(|file| file.becomes(after)))
    }
}

/// The name of a party's file.
pub fn file_of(party: &str) -> String {
    format!("{party}.ron")
}
