//! The texts of a dossier's files, and what they mean together.

use std::collections::BTreeMap;

use super::draft::{Draft, FileChange};
use super::refusal::Refusal;
use crate::dossier::Dossier;
use crate::dossier::bind::{Files, bind};
use crate::finding::{Finding, suggest};
use crate::record::decode::decode;
use crate::text::source::Source;

/// The file that all parties of a dossier share.
pub const HEAD: &str = "dossier.ron";

/// The files of one dossier as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// The name of the folder.
    pub name: String,
    /// The text of each file by its name in the folder.
    pub files: BTreeMap<String, String>,
}

/// What texts mean.
#[derive(Debug)]
pub struct Meaning {
    pub files: Files,
    pub dossier: Dossier,
    pub findings: Vec<Finding>,
}

impl Texts {
    /// The text of `dossier.ron`; empty where there is none.
    pub fn head(&self) -> &str {
        self.files.get(HEAD).map_or("", String::as_str)
    }

    /// The text of a party's file.
    ///
    /// # Errors
    ///
    /// When there is no such party.
    pub fn party(&self, id: &str) -> Result<&str, Refusal> {
        let file = (id != stem(HEAD)).then(|| self.files.get(&file_of(id)));
        file.flatten().map(String::as_str).ok_or_else(|| {
            Refusal::new(format!("there is no party `{id}`")).help(suggest::help(
                id,
                "party",
                self.parties(),
            ))
        })
    }

    /// The ids of the parties.
    pub fn parties(&self) -> impl Iterator<Item = &str> {
        let names = self.files.keys().map(String::as_str);
        names.filter(|name| *name != HEAD).map(stem)
    }

    /// What the files mean together.
    pub fn meaning(&self) -> Meaning {
        let source = |name: &str| Source::new(name, self.files[name].as_str());
        let files = Files {
            name: self.name.clone(),
            dossier: decode(&Source::new(HEAD, self.head())),
            parties: (self.parties())
                .map(|id| (id.to_owned(), decode(&source(&file_of(id)))))
                .collect(),
        };
        Meaning::of(files)
    }

    /// The draft that gives one file another text.
    pub fn draft(&self, name: &str, after: String) -> Draft {
        Draft::new([FileChange {
            name: name.to_owned(),
            before: self.files.get(name).cloned(),
            after: Some(after),
        }])
    }

    /// The texts as a draft leaves them.
    #[must_use]
    pub fn after(&self, draft: &Draft) -> Self {
        let mut texts = self.clone();
        for file in &draft.files {
            match &file.after {
                Some(after) => _ = texts.files.insert(file.name.clone(), after.clone()),
                None => _ = texts.files.remove(&file.name),
            }
        }
        texts
    }
}

impl Meaning {
    fn of(mut files: Files) -> Self {
        let mut findings: Vec<Finding> = files.dossier.findings().cloned().collect();
        let of_parties = files.parties.iter().flat_map(|(_, file)| file.findings());
        findings.extend(of_parties.cloned());
        files.parties.retain(|(_, file)| file.readable);
        let (dossier, unbound) = bind(&files);
        findings.extend(unbound);
        Self {
            files,
            dossier,
            findings,
        }
    }
}

/// The name of a party's file.
pub fn file_of(party: &str) -> String {
    format!("{party}.ron")
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".ron").unwrap_or(name)
}
