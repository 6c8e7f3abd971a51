//! What would mend a finding, as changes to files.

use crate::syntax::amend::Amendment;

/// Changes that take a finding away. Each is meant for the file as it was read,
/// whatever the others do.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, as the one who makes it would say: ``write `robust` ``. Where
    /// a help says just that, in the same words, it is shown once.
    pub title: String,
    pub safety: Safety,
    pub patches: Vec<Patch>,
}

/// Whether a fix may be made without being looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// It says what the author certainly meant, and loses nothing.
    Safe,
    /// Somebody has to look at it: it takes a record away, or decides something.
    Unsafe,
}

/// A change to one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    /// The file's path, as it is shown.
    pub file: String,
    pub change: Change,
}

/// What becomes of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// One place of it changes.
    Amend(Amendment),
    /// It is written in its canonical form.
    Layout,
}

impl Fix {
    /// A fix of no patches yet that may be made without being looked at.
    pub fn safe(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            safety: Safety::Safe,
            patches: Vec::new(),
        }
    }

    /// A fix of no patches yet that somebody has to look at.
    pub fn doubtful(title: impl Into<String>) -> Self {
        Self {
            safety: Safety::Unsafe,
            ..Self::safe(title)
        }
    }

    /// The same with one more place amended.
    #[must_use]
    pub fn amend(mut self, file: impl Into<String>, amendment: Amendment) -> Self {
        self.patches.push(Patch {
            file: file.into(),
            change: Change::Amend(amendment),
        });
        self
    }

    /// The same with one more file in its canonical form.
    #[must_use]
    pub fn layout(mut self, file: impl Into<String>) -> Self {
        self.patches.push(Patch {
            file: file.into(),
            change: Change::Layout,
        });
        self
    }
}
