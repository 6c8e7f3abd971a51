//! What a check came to: what was looked at and what was found, with its places.

use std::collections::BTreeMap;

use crate::dossier::Dossier;
use crate::finding::code::{Code, Level};
use crate::finding::naming::Named;
use crate::finding::placed::Placed;

/// What a check came to.
#[derive(Debug, Default)]
pub struct Report<'a> {
    pub looked: &'a [Looked<'a>],
    /// By file, place and rule.
    pub findings: Vec<Placed<'a>>,
    pub beside: Beside,
}

/// What is to be told beside the findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// How many findings there are fewer, or would be, because of fixes.
    pub fixed: usize,
    /// How many of the findings have a fix that can be made without being looked at.
    pub fixable: usize,
    /// How many others have a fix.
    pub doubtful: usize,
    /// How many have a fix that was not made: something else would be found then.
    pub held_back: usize,
    /// How many findings are known from a baseline, and not listed.
    pub known: usize,
    /// The revision since which a record has changed, if only that counts.
    pub since: Option<String>,
}

/// A dossier that was looked at.
#[derive(Debug)]
pub struct Looked<'a> {
    /// What could be used of it.
    pub dossier: &'a Dossier,
    /// Its files, and those that look as if they were meant to be; sorted.
    pub files: Vec<Named>,
}

/// How much was looked at. Only what could be used counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    pub dossiers: usize,
    pub parties: usize,
    pub stances: usize,
}

/// How many findings there are of one rule at one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub code: &'static Code,
    pub level: Level,
    pub count: usize,
}

impl Report<'_> {
    /// How much was looked at.
    pub fn extent(&self) -> Extent {
        let parties = self.looked.iter().map(|one| one.dossier.parties.len());
        let stances = self.looked.iter().map(|one| one.dossier.stances.len());
        Extent {
            dossiers: self.looked.len(),
            parties: parties.sum(),
            stances: stances.sum(),
        }
    }

    /// The findings of a level.
    pub fn of(&self, level: Level) -> impl Iterator<Item = &Placed<'_>> {
        let findings = self.findings.iter();
        findings.filter(move |placed| placed.finding.level == level)
    }

    /// The findings in each file that has any.
    pub fn by_file(&self) -> BTreeMap<&Named, Vec<&Placed<'_>>> {
        let mut by_file: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for placed in &self.findings {
            by_file.entry(&placed.at.file).or_default().push(placed);
        }
        by_file
    }

    /// How many findings there are by rule: the most first, then the gravest.
    pub fn tallies(&self) -> Vec<Tally> {
        let mut counts = BTreeMap::new();
        for Placed { finding, .. } in &self.findings {
            let tally = counts.entry((finding.code.name, finding.level));
            let tally = tally.or_insert(Tally {
                code: finding.code,
                level: finding.level,
                count: 0,
            });
            tally.count += 1;
        }
        let mut tallies: Vec<Tally> = counts.into_values().collect();
        tallies.sort_by(|one, other| {
            let key = |tally: &Tally| (tally.count, tally.level);
            key(other).cmp(&key(one))
        });
        tallies
    }
}
