//! All files of a dossier as they were read, and what they mean together.

use rayon::prelude::*;

use super::draft::Draft;
use super::refusal::Refusal;
use super::text_file::{HEAD, TextFile, stem};
use crate::dossier::Dossier;
use crate::dossier::bind::{Files, bind};
use crate::finding::{Finding, suggest};
use crate::record::decode::{Decoded, File, decode};
use crate::text::source::Source;

/// The files of one dossier.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bundle {
    /// Sorted by name.
    pub files: Vec<TextFile>,
    /// The names of the files that are no text, and why.
    pub spoilt: Vec<(String, Finding)>,
}

/// What the files of a dossier mean, as far as they could be read.
#[derive(Debug)]
pub struct Meaning {
    /// The files that are of the kind they should be.
    pub files: Files,
    pub dossier: Dossier,
    /// What could not be used: of reading each file, then of binding them.
    pub findings: Vec<Finding>,
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
        meaning(self.decoded(""))
    }

    /// Each file as far as it can be read, those of the parties in the order of
    /// their ids. `name` is what the dossier is called.
    pub fn decoded(&self, name: &str) -> Files {
        let texts = self.files.iter().map(|file| (file.name.as_str(), Ok(file)));
        let spoilt = self.spoilt.iter();
        let spoilt = spoilt.map(|(name, finding)| (name.as_str(), Err(finding)));
        let (head, mut parties): (Vec<_>, Vec<_>) =
            texts.chain(spoilt).partition(|(name, _)| *name == HEAD);
        // By id and not by file name: `a` comes before `a-b`, `a-b.ron` before `a.ron`.
        parties.sort_by_key(|(name, _)| stem(name));
        let party = |(name, text): (&str, _)| (stem(name).to_owned(), decoded(text));
        Files {
            name: name.to_owned(),
            dossier: match head.into_iter().next() {
                Some((_, text)) => decoded(text),
                None => decode(&Source::new(HEAD, "()")),
            },
            parties: parties.into_par_iter().map(party).collect(),
            unread: Vec::new(),
        }
    }

    /// The texts under the paths that messages show.
    pub fn sources(&self) -> Vec<Source> {
        let sources = self.files.iter().map(|file| file.source.clone());
        sources.collect()
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
            spoilt: self.spoilt.clone(),
        }
    }

    /// The draft that gives one file another text.
    pub fn draft(&self, name: &str, after: String) -> Draft {
        Draft::new(self.file(name).map(|file| file.becomes(after)))
    }
}

fn decoded<T: File>(text: Result<&TextFile, &Finding>) -> Decoded<T> {
    match text {
        Ok(file) => decode(&file.source),
        Err(finding) => Decoded::refused(finding.clone()),
    }
}

/// What files mean together: all that is wrong in them, and what is left.
pub fn meaning(mut files: Files) -> Meaning {
    let of_parties = files.parties.iter().map(|(_, file)| file);
    let of_parties = of_parties.flat_map(Decoded::findings);
    let mut findings: Vec<Finding> = files
        .dossier
        .findings()
        .chain(of_parties)
        .cloned()
        .collect();
    files.set_unread_apart();
    let (dossier, unbound) = bind(&files);
    findings.extend(unbound);
    Meaning {
        files,
        dossier,
        findings,
    }
}

/// The name of a party's file.
pub fn file_of(party: &str) -> String {
    format!("{party}.ron")
}
