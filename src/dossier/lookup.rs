//! Names that somebody asks for: areas, issues, parties and sources by their ids.

use itertools::Itertools;

use super::Dossier;
use crate::finding::suggest;

/// What has an id in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Area,
    Issue,
    Party,
    Source,
}

/// A name that the dossier does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} `{name}` in `{dossier}`{}", after_colon(.help))]
pub struct UnknownName {
    what: &'static str,
    name: String,
    dossier: String,
    help: String,
}

fn after_colon(help: &str) -> String {
    match help {
        "" => String::new(),
        help => format!(": {help}"),
    }
}

impl Named {
    /// The index of what has this id.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn one(self, dossier: &Dossier, id: &str) -> Result<usize, UnknownName> {
        let ids = self.ids(dossier);
        let found = ids.iter().position(|known| *known == id);
        found.ok_or_else(|| UnknownName {
            what: self.word(),
            name: id.to_owned(),
            dossier: dossier.name.clone(),
            help: suggest::help(id, self.word(), ids),
        })
    }

    /// The indices of these ids, each once, in the order asked for; nothing
    /// where none is asked for.
    ///
    /// # Errors
    ///
    /// When there is none of one of these ids.
    pub fn all(self, dossier: &Dossier, ids: &[String]) -> Result<Option<Vec<usize>>, UnknownName> {
        if ids.is_empty() {
            return Ok(None);
        }
        let found: Vec<usize> = ids.iter().map(|id| self.one(dossier, id)).try_collect()?;
        Ok(Some(found.into_iter().unique().collect()))
    }

    fn ids(self, dossier: &Dossier) -> Vec<&str> {
        match self {
            Named::Area => dossier.areas.iter().map(|area| area.id.as_str()).collect(),
            Named::Issue => dossier
                .issues
                .iter()
                .map(|issue| issue.id.as_str())
                .collect(),
            Named::Party => dossier
                .parties
                .iter()
                .map(|party| party.id.as_str())
                .collect(),
            Named::Source => dossier
                .sources
                .iter()
                .map(|source| source.id.as_str())
                .collect(),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Named::Area => "area",
            Named::Issue => "issue",
            Named::Party => "party",
            Named::Source => "source",
        }
    }
}
