//! What was found in a dossier as it was before.
//!
//! A change can break what it does not touch: a stance names an issue that is gone, an
//! issue has lost its only stance. So what is found now is compared with what was found
//! in the files of then.

use std::collections::BTreeMap;

use super::baseline::{Entry, entry};
use crate::finding::Finding;
use crate::finding::code::Level;
use crate::finding::spans::Spans;

/// Findings of the past, by what they are known by and how grave they were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// How many there were of each.
    found: BTreeMap<(Entry, Level), usize>,
}

impl Past {
    /// What was found in files with these texts.
    pub fn of(findings: &[Finding], spans: &Spans) -> Self {
        let mut past = Self::default();
        for finding in findings {
            let key = (entry("", finding, spans), finding.level);
            *past.found.entry(key).or_default() += 1;
        }
        past
    }

    /// For each finding whether it was not there before, or not as grave. Of more than
    /// there were of a kind, those that stand last are new.
    pub fn newly(&self, findings: &[Finding], spans: &Spans) -> Vec<bool> {
        let mut left = self.found.clone();
        let mut is_new = |finding: &Finding| {
            let entry = entry("", finding, spans);
            let mut graver = [finding.level, Level::Deny].into_iter();
            !graver.any(|level| take(&mut left, (entry.clone(), level)))
        };
        findings.iter().map(&mut is_new).collect()
    }
}

/// Takes one away, if there is one.
fn take(left: &mut BTreeMap<(Entry, Level), usize>, key: (Entry, Level)) -> bool {
    match left.get_mut(&key) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    }
}
