//! What a rule is.

use super::case::Case;
use crate::finding::Finding;
use crate::finding::code::Code;

/// A rule: what it is called, how it is explained, how it looks.
#[derive(Debug)]
pub struct Rule {
    /// Its name, its level unless the user wants another, and its summary.
    pub code: &'static Code,
    /// The page that explains it, in Markdown.
    pub page: &'static str,
    pub made: Made,
}

/// Where the findings of a rule come from.
#[derive(Debug, Clone, Copy)]
pub enum Made {
    /// Reading the files and binding names: something could not be used. Such a
    /// finding keeps its level, since the answers of other commands hang on it.
    Reading,
    /// Settling levels and allowances.
    Settling,
    /// Looking at what was read.
    Looking(fn(&Case) -> Vec<Finding>),
}

impl Rule {
    /// A rule that speaks while files are read and names are bound.
    pub const fn reading(code: &'static Code, page: &'static str) -> Self {
        let made = Made::Reading;
        Self { code, page, made }
    }

    /// A rule about how the rules themselves are set.
    pub const fn settling(code: &'static Code, page: &'static str) -> Self {
        let made = Made::Settling;
        Self { code, page, made }
    }

    /// A rule that looks at what was read.
    pub const fn looking(
        code: &'static Code,
        page: &'static str,
        look: fn(&Case) -> Vec<Finding>,
    ) -> Self {
        let made = Made::Looking(look);
        Self { code, page, made }
    }

    /// Whether its findings can be given another level.
    pub fn is_settable(&self) -> bool {
        !matches!(self.made, Made::Reading)
    }
}
