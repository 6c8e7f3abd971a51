//! Parties and issues of several looks, put side by side by their ids.
//!
//! The looks may be at one dossier or at different ones. Nothing but an id tells
//! that a party of one is a party of another: who is renamed is gone there and
//! new here.

use itertools::Itertools;

use crate::dossier::scene::Scene;
use crate::dossier::{Issue, Party};
use crate::outcome::range::Range;
use crate::outcome::{Outcome, Space};

/// Everybody and everything that is in view of any of several looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Union {
    /// In the order of the last look, then those that only earlier ones have.
    pub parties: Vec<Entry>,
    /// The same.
    pub issues: Vec<Entry>,
}

/// A party or an issue, wherever it is in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// By look: an index into its dossier's parties or issues, nothing where it is
    /// not in view.
    pub at: Vec<Option<usize>>,
}

impl Union {
    /// The union of what these looks have in view.
    pub fn of(looks: &[&Scene]) -> Self {
        let parties = looks.iter().map(|scene| {
            let ids = scene.focus.parties.iter();
            ids.map(|at| (scene.dossier.parties[*at].id.as_str(), *at))
                .collect()
        });
        let issues = looks.iter().map(|scene| {
            let ids = scene.focus.issues.iter();
            ids.map(|at| (scene.dossier.issues[*at].id.as_str(), *at))
                .collect()
        });
        Self {
            parties: entries(&parties.collect_vec()),
            issues: entries(&issues.collect_vec()),
        }
    }
}

fn entries(looks: &[Vec<(&str, usize)>]) -> Vec<Entry> {
    let ids = looks.iter().rev().flatten().map(|(id, _)| *id).unique();
    let at = |id: &str, look: &Vec<(&str, usize)>| {
        let found = look.iter().find(|(other, _)| *other == id);
        found.map(|(_, at)| *at)
    };
    ids.map(|id| Entry {
        at: looks.iter().map(|look| at(id, look)).collect(),
    })
    .collect()
}

impl Entry {
    /// The last look that has it in view, and its index there. Every entry is in
    /// view of one.
    pub fn last(&self) -> (usize, usize) {
        let looks = self.at.iter().enumerate();
        let found = looks.rev().find_map(|(look, at)| Some((look, (*at)?)));
        found.expect("an entry is made of a look that has it")
    }

    /// The party that this is, as the last look that has it tells of it.
    pub fn party<'a>(&self, looks: &[&Scene<'a>]) -> &'a Party {
        let (look, at) = self.last();
        &looks[look].dossier.parties[at]
    }

    /// The issue that this is, as the last look that has it tells of it.
    pub fn issue<'a>(&self, looks: &[&Scene<'a>]) -> &'a Issue {
        let (look, at) = self.last();
        &looks[look].dossier.issues[at]
    }
}

/// Whether what there is to choose from on an issue is another thing than before.
/// Its wording may have changed: no program can tell whether it asks the same.
pub fn is_recast(before: &Issue, after: &Issue) -> bool {
    (before.space, &before.names, &before.unit) != (after.space, &after.names, &after.unit)
}

/// A position on an issue as it would stand on another version of that issue:
/// levels and options are known by their names. Nothing where there is no such
/// level, option or number any more.
pub fn aligned(from: &Issue, to: &Issue, outcome: &Outcome) -> Option<Outcome> {
    if !is_recast(from, to) {
        return Some(outcome.clone());
    }
    let named = |at: usize| to.names.iter().position(|name| *name == from.names[at]);
    match (outcome, to.space) {
        (Outcome::Degree(_), Space::Statement) => Some(outcome.clone()),
        (Outcome::Options(options), Space::Choice { .. }) => {
            let options: Option<_> = options.iter().map(|at| named(*at)).collect();
            Some(Outcome::Options(options?))
        }
        (Outcome::Range(range), Space::Scale { .. }) if !from.names.is_empty() => {
            // A level is a whole number by construction.
            let [lo, hi] = [range.lo, range.hi].map(|end| named(end as usize));
            let range = Range::new(lo? as f64, hi? as f64);
            Some(Outcome::Range(range))
        }
        (Outcome::Range(range), Space::Quantity { min, max, .. }) => {
            let fits = from.unit == to.unit && min <= range.lo && range.hi <= max;
            (fits && from.names.is_empty()).then(|| outcome.clone())
        }
        _ => None,
    }
}
