//! Why a change is not made.

use crate::finding::Finding;

/// What stands in the way of a change, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(String);

impl Refusal {
    /// The fact, in lower case.
    pub fn new(fact: impl Into<String>) -> Self {
        Self(fact.into())
    }

    /// The same with what to do next. Nothing is added for an empty text.
    #[must_use]
    pub fn help(self, help: impl AsRef<str>) -> Self {
        match help.as_ref() {
            "" => self,
            help => Self(format!("{}: {help}", self.0)),
        }
    }

    /// A finding in one line.
    pub fn of(finding: &Finding) -> Self {
        Self::new(&finding.message).help(finding.help.join("; "))
    }

    /// Several at once, one a line.
    pub fn all(refusals: impl IntoIterator<Item = Self>) -> Self {
        let lines: Vec<String> = refusals.into_iter().map(|refusal| refusal.0).collect();
        Self(lines.join("\n       "))
    }
}
