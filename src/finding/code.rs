//! The codes of what is found while files are read and names are bound.
//!
//! A code states the fault, in kebab-case, and never changes once published.

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub name: &'static str,
    pub level: Level,
    /// One sentence for a list of codes.
    pub summary: &'static str,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not said unless somebody asks for it.
    Allow,
    /// Said, and nothing else.
    Warn,
    /// The run ends with exit code 1.
    Deny,
}

impl Level {
    /// Its name on the command line and in data.
    pub fn name(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }

    /// What people call a finding of this level.
    pub fn word(self) -> &'static str {
        match self {
            Level::Allow => "remark",
            Level::Warn => "warning",
            Level::Deny => "error",
        }
    }
}

impl Code {
    /// A code that is not said by itself.
    pub const fn allow(name: &'static str, summary: &'static str) -> Self {
        let level = Level::Allow;
        Self {
            name,
            level,
            summary,
        }
    }

    /// A code that is said and stops nothing.
    pub const fn warn(name: &'static str, summary: &'static str) -> Self {
        let level = Level::Warn;
        Self {
            name,
            level,
            summary,
        }
    }

    /// A code that a run does not end well with.
    pub const fn deny(name: &'static str, summary: &'static str) -> Self {
        let level = Level::Deny;
        Self {
            name,
            level,
            summary,
        }
    }
}

pub static DUPLICATE_FIELD: Code = Code::deny("duplicate-field", "a record gives one field twice");
pub static DUPLICATE_ID: Code = Code::deny("duplicate-id", "two records have the same id");
pub static INVALID_KIND: Code =
    Code::deny("invalid-kind", "an issue's kind leaves nothing to choose");
pub static INVALID_VALUE: Code = Code::deny("invalid-value", "a value is not what its field takes");
pub static INVERTED_RANGE: Code = Code::deny("inverted-range", "a range ends before it begins");
pub static MISNAMED_FILE: Code = Code::deny(
    "misnamed-file",
    "a file looks like a party's and does not end in `.ron`",
);
pub static MISPLACED_MARKER: Code = Code::deny(
    "misplaced-marker",
    "a marker in a Markdown file stands inside something else",
);
pub static MISSING_FIELD: Code = Code::deny("missing-field", "a record lacks a field it must have");
pub static MISSING_MARKER: Code = Code::deny("missing-marker", "a Markdown file has no marker");
pub static NOT_UTF8: Code = Code::deny("not-utf8", "a file is not UTF-8 text");
pub static OUT_OF_BOUNDS: Code = Code::deny("out-of-bounds", "a number lies outside its bounds");
pub static POSITION_MISMATCH: Code = Code::deny(
    "position-mismatch",
    "a position does not fit its issue's kind",
);
pub static REPEATED_OPTION: Code =
    Code::deny("repeated-option", "an option stands twice in one list");
pub static SYNTAX_ERROR: Code = Code::deny("syntax-error", "a file is not well-formed RON");
pub static UNCLOSED_MARKER: Code = Code::deny(
    "unclosed-marker",
    "a block in a Markdown file is not closed",
);
pub static UNKNOWN_AREA: Code =
    Code::deny("unknown-area", "an issue names an area that is not there");
pub static UNKNOWN_FIELD: Code =
    Code::deny("unknown-field", "a record has a field that does not exist");
pub static UNKNOWN_ISSUE: Code =
    Code::deny("unknown-issue", "a record names an issue that is not there");
pub static UNKNOWN_LEVEL: Code = Code::deny(
    "unknown-level",
    "a position names a level that is not there",
);
pub static UNKNOWN_OPTION: Code = Code::deny(
    "unknown-option",
    "a position names an option that is not there",
);
pub static UNKNOWN_PARTY: Code =
    Code::deny("unknown-party", "a record names a party that is not there");
pub static UNKNOWN_SOURCE: Code = Code::deny(
    "unknown-source",
    "evidence names a source that is not there",
);
pub static UNOPENED_MARKER: Code = Code::deny(
    "unopened-marker",
    "a marker in a Markdown file closes a block that nothing opens",
);
pub static UNREADABLE_FILE: Code = Code::deny("unreadable-file", "a file cannot be read");
pub static UNUSABLE_MARKER: Code =
    Code::deny("unusable-marker", "the command in a marker cannot be run");

/// Every code of reading and binding a dossier, sorted by name: each of them is a rule.
pub static ALL: [&Code; 20] = [
    &DUPLICATE_FIELD,
    &DUPLICATE_ID,
    &INVALID_KIND,
    &INVALID_VALUE,
    &INVERTED_RANGE,
    &MISNAMED_FILE,
    &MISSING_FIELD,
    &NOT_UTF8,
    &OUT_OF_BOUNDS,
    &POSITION_MISMATCH,
    &REPEATED_OPTION,
    &SYNTAX_ERROR,
    &UNKNOWN_AREA,
    &UNKNOWN_FIELD,
    &UNKNOWN_ISSUE,
    &UNKNOWN_LEVEL,
    &UNKNOWN_OPTION,
    &UNKNOWN_PARTY,
    &UNKNOWN_SOURCE,
    &UNREADABLE_FILE,
];

/// Every code of markers in Markdown files, sorted by name. They are no rules of a check.
pub static OF_MARKERS: [&Code; 5] = [
    &MISPLACED_MARKER,
    &MISSING_MARKER,
    &UNCLOSED_MARKER,
    &UNOPENED_MARKER,
    &UNUSABLE_MARKER,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_listed_once_each_and_sorted() {
        for codes in [&ALL[..], &OF_MARKERS] {
            assert!(codes.is_sorted_by(|one, other| one.name < other.name));
        }
    }

    #[test]
    fn are_kebab_case() {
        let kebab = |name: &str| {
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        assert!(ALL.iter().chain(&OF_MARKERS).all(|code| kebab(code.name)));
    }
}
