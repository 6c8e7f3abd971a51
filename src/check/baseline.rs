//! What was found before and is not to be said again: `stances/baseline/1`.
//!
//! A baseline is a list of entries, one a line, in JSON. An entry is known by the
//! rule, the file and the record, none of which depends on lines or on the order of
//! records, and says how many findings of that kind there were.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::finding::Finding;
use crate::finding::spans::Spans;
use crate::finding::whereabouts::whereabouts;

/// The version that is read and written.
pub const SCHEMA: &str = "stances/baseline/1";

/// Findings that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    /// How many there were of each.
    known: BTreeMap<Entry, usize>,
}

/// What a known finding is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// Its folder, as a path from the root: two dossiers can have folders of one name.
    pub dossier: String,
    /// Its name in the folder of the dossier.
    pub file: String,
    pub rule: String,
    /// The record or field, by what it is called: `stances[issue=dam, since=2025]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What was said, where it was about the file as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// An entry that fewer findings match than it lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    pub entry: Entry,
    /// How many fewer.
    pub count: usize,
}

/// Findings told apart.
#[derive(Debug)]
pub struct Judged {
    pub new: Vec<Finding>,
    /// How many others there are.
    pub known: usize,
    pub gone: Vec<Gone>,
}

/// Why a text is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {message}")]
pub struct NoBaseline {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

#[derive(Deserialize)]
#[serde(expecting = "a baseline")]
struct Version {
    schema: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a baseline")]
struct Text {
    #[serde(rename = "schema")]
    _schema: String,
    known: Vec<Line>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    entry: Entry,
    count: usize,
}

impl Judged {
    /// Findings without a baseline.
    pub fn all_new(new: Vec<Finding>) -> Self {
        Self {
            new,
            known: 0,
            gone: Vec::new(),
        }
    }
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// When the text is none, or one of another version.
    pub fn parse(text: &str) -> Result<Self, NoBaseline> {
        let Version { schema } = serde_json::from_str(text)?;
        if schema != SCHEMA {
            let message = format!("this is `{schema}`, and `{SCHEMA}` is read here: write it anew");
            return Err(NoBaseline::at(text, "\"schema\"", message));
        }
        let Text { known, .. } = serde_json::from_str(text)?;
        let mut baseline = Self::default();
        for Line { entry, count } in known {
            let known = baseline.known.entry(entry).or_default();
            *known = known.saturating_add(count);
        }
        Ok(baseline)
    }

    /// The text of the baseline: entries sorted, one a line.
    pub fn text(&self) -> String {
        let line = |(entry, count): (&Entry, &usize)| {
            let (entry, count) = (entry.clone(), *count);
            let line = serde_json::to_string(&Line { entry, count });
            format!("    {}", line.expect("strings and a number are JSON"))
        };
        let lines: Vec<String> = self.known.iter().map(line).collect();
        let known = match lines.is_empty() {
            true => String::new(),
            false => format!("\n{}\n  ", lines.join(",\n")),
        };
        format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"known\": [{known}]\n}}\n")
    }

    /// The same with these findings, and no others, for a dossier.
    #[must_use]
    pub fn with(mut self, dossier: &str, findings: &[Finding], spans: &Spans) -> Self {
        self.known.retain(|entry, _| entry.dossier != dossier);
        for finding in findings {
            *self
                .known
                .entry(entry(dossier, finding, spans))
                .or_default() += 1;
        }
        self
    }

    /// Tells the findings of a dossier apart. Of more than an entry lists, those
    /// that stand last are new.
    pub fn judge(&self, dossier: &str, findings: Vec<Finding>, spans: &Spans) -> Judged {
        let known = self.known.iter();
        let mut left: BTreeMap<Entry, usize> = known
            .filter(|(entry, _)| entry.dossier == dossier)
            .map(|(entry, count)| (entry.clone(), *count))
            .collect();
        let all = findings.len();
        let mut new = findings;
        new.retain(
            |finding| match left.get_mut(&entry(dossier, finding, spans)) {
                Some(count @ 1..) => {
                    *count -= 1;
                    false
                }
                _ => true,
            },
        );
        let gone = left.into_iter().filter(|(_, count)| *count > 0);
        Judged {
            known: all - new.len(),
            new,
            gone: gone.map(|(entry, count)| Gone { entry, count }).collect(),
        }
    }

    /// How many findings it lists of dossiers that are none of these, or as many as
    /// can be counted.
    pub fn beside(&self, dossiers: &BTreeSet<&str>) -> usize {
        let others = self.known.iter();
        let others = others.filter(|(entry, _)| !dossiers.contains(entry.dossier.as_str()));
        others.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

/// What a finding is known by.
pub(super) fn entry(dossier: &str, finding: &Finding, spans: &Spans) -> Entry {
    let path = Path::new(&finding.at.place.file);
    let at = whereabouts(&finding.at, spans);
    Entry {
        dossier: dossier.to_owned(),
        file: path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        rule: finding.code.name.to_owned(),
        message: at.is_none().then(|| finding.message.clone()),
        at,
    }
}

impl NoBaseline {
    /// At the first place where this stands in the text.
    fn at(text: &str, what: &str, message: String) -> Self {
        let before = &text[..text.find(what).unwrap_or(0)];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            message,
        }
    }
}

impl From<serde_json::Error> for NoBaseline {
    fn from(error: serde_json::Error) -> Self {
        let place = format!(" at line {} column {}", error.line(), error.column());
        Self {
            line: error.line(),
            column: error.column(),
            message: error.to_string().replace(&place, ""),
        }
    }
}
