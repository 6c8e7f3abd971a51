//! A place in a dossier as people write it: `ukraine:stances[0].firmness`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::syntax::route::Route;

/// A file by the stem of its name, and the way to a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub stem: String,
    pub route: Route,
}

/// What is wrong with the text of an address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadAddress {
    #[error(
        "expected a file and a place in it, such as `ukraine:stances[0].firmness` or `dossier:title`"
    )]
    NoFile,
    #[error(transparent)]
    Route(#[from] <Route as FromStr>::Err),
}

impl Address {
    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}.ron", self.stem)
    }

    /// The place that this route leads to in the same file.
    #[must_use]
    pub fn at(&self, route: Route) -> Self {
        Self {
            stem: self.stem.clone(),
            route,
        }
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let (stem, route) = text.split_once(':').ok_or(BadAddress::NoFile)?;
        let is_stem =
            !stem.is_empty() && !stem.starts_with('.') && !stem.contains(['/', '\\', '[']);
        if !is_stem {
            return Err(BadAddress::NoFile);
        }
        Ok(Self {
            stem: stem.to_owned(),
            route: route.parse()?,
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.stem, self.route)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_they_are_shown() {
        for text in [
            "ukraine:stances[issue=a].firmness",
            "dossier:",
            "e3:stances[at=a:b]",
        ] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_address_names_a_file_of_the_dossier() {
        for text in [
            "firmness",
            ":name",
            "../x:name",
            "stances[at=\"a:b\"]",
            ".hidden:name",
        ] {
            assert_eq!(text.parse::<Address>(), Err(BadAddress::NoFile), "{text}");
        }
    }
}
