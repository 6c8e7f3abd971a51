//! A dossier seen through a lens: for each party and issue, what holds.

pub mod history;
mod inherit;
mod rule;
mod settle;

use std::collections::BTreeMap;

use super::lens::{Audience, Focus, Inheritance};
use super::{Dossier, Position, Stance, Unusable};
use crate::outcome::Outcome;

/// What a dossier shows through a lens.
#[derive(Debug)]
pub struct Scene<'a> {
    pub dossier: &'a Dossier,
    pub focus: Focus,
    pub hidden: Hidden,
    /// By party of the dossier, then by issue of the dossier; silent where the
    /// lens leaves the party or the issue out.
    cells: Vec<Cell>,
}

/// What a party says on an issue.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// There is no record. Never a position.
    #[default]
    Silent,
    Held(Held),
    /// Records that differ and are in force on the same day, as indices into
    /// [`Dossier::stances`].
    Contradictory(Vec<usize>),
    /// There is a record, and it is broken: nobody can tell what it says. Where
    /// another record of the party holds, that one is shown.
    Unusable,
}

/// A stance that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// An index into [`Dossier::stances`].
    pub stance: usize,
    /// Other records of the same day that say the same.
    pub repeated: Vec<usize>,
    /// The latest of the records of weaker basis that are not older: they never
    /// replace a declared one.
    pub weaker: Vec<usize>,
    /// The party has a later record that the lens leaves out.
    pub later: Option<usize>,
    /// The group from which the party is taken to have it.
    pub from_group: Option<usize>,
}

/// How many records of the parties and issues in view the lens leaves out,
/// each counted under the first reason that applies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    /// Its basis does not count.
    pub basis: usize,
    /// It cites none of the sources that count.
    pub source: usize,
    /// Its confidence is too low, or not given.
    pub confidence: usize,
    /// It begins after the day looked at.
    pub future: usize,
    /// The day looked at lies between the first and the last day of its date.
    pub possible: usize,
    /// It ended before the day looked at.
    pub ended: usize,
    /// A later record of its party replaces it.
    pub replaced: usize,
    /// A declared record of its party counts instead.
    pub weaker: usize,
    /// It is broken, and so counts under no lens: the party of each such record.
    pub unusable: Vec<usize>,
}

/// Why a sound record does not count; each is a field of [`Hidden`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Basis,
    Source,
    Confidence,
    Future,
    Possible,
    Ended,
    Replaced,
    Weaker,
}

impl Cell {
    /// All records behind it, as indices into [`Dossier::stances`]: the one that
    /// holds first, then those that repeat it, then weaker ones.
    pub fn stances(&self) -> Vec<usize> {
        match self {
            Cell::Silent | Cell::Unusable => Vec::new(),
            Cell::Held(held) => std::iter::once(held.stance)
                .chain(held.repeated.iter().copied())
                .chain(held.weaker.iter().copied())
                .collect(),
            Cell::Contradictory(stances) => stances.clone(),
        }
    }
}

impl Hidden {
    /// All of them.
    pub fn total(&self) -> usize {
        self.basis
            + self.source
            + self.confidence
            + self.future
            + self.possible
            + self.ended
            + self.replaced
            + self.weaker
            + self.unusable.len()
    }

    fn count(&mut self, reason: Reason) {
        *match reason {
            Reason::Basis => &mut self.basis,
            Reason::Source => &mut self.source,
            Reason::Confidence => &mut self.confidence,
            Reason::Future => &mut self.future,
            Reason::Possible => &mut self.possible,
            Reason::Ended => &mut self.ended,
            Reason::Replaced => &mut self.replaced,
            Reason::Weaker => &mut self.weaker,
        } += 1;
    }
}

impl<'a> Scene<'a> {
    /// The dossier through this lens.
    pub fn new(dossier: &'a Dossier, focus: Focus) -> Self {
        let mut scene = Self {
            dossier,
            hidden: Hidden::default(),
            cells: vec![Cell::Silent; dossier.parties.len() * dossier.issues.len()],
            focus,
        };
        scene.own_records();
        scene.mark_unusable();
        if scene.focus.inheritance == Inheritance::FromGroups {
            scene.inherit();
        }
        scene
    }

    /// What a party says on an issue, both as indices of the dossier.
    pub fn cell(&self, party: usize, issue: usize) -> &Cell {
        &self.cells[party * self.dossier.issues.len() + issue]
    }

    /// The stance that holds, if one does.
    pub fn stance(&self, party: usize, issue: usize) -> Option<&'a Stance> {
        match self.cell(party, issue) {
            Cell::Held(held) => Some(&self.dossier.stances[held.stance]),
            Cell::Silent | Cell::Contradictory(_) | Cell::Unusable => None,
        }
    }

    /// The outcomes a party accepts, and on what condition, where that is known.
    pub fn comparable(&self, party: usize, issue: usize) -> Option<(&'a Outcome, Option<&'a str>)> {
        let stance = self.stance(party, issue)?;
        match &stance.position {
            Position::Known(outcome) => Some((outcome, stance.condition.as_deref())),
            Position::Undisclosed | Position::Withdrawn => None,
        }
    }

    /// How much an issue matters to the party, as its record says: of several that
    /// say the same on the same day, the most that one of them says.
    pub fn salience(&self, party: usize, issue: usize) -> Option<f64> {
        let given = self.speaking(party, issue);
        given
            .filter_map(|stance| stance.salience)
            .max_by(f64::total_cmp)
    }

    /// What is at stake for the party on an issue, told in the same way.
    pub fn stake(&self, party: usize, issue: usize) -> Option<u8> {
        let given = self.speaking(party, issue);
        given.filter_map(|stance| stance.stake).max()
    }

    /// The record that holds, and those of the same day that say the same.
    fn speaking(&self, party: usize, issue: usize) -> impl Iterator<Item = &'a Stance> {
        let held = match self.cell(party, issue) {
            Cell::Held(held) => Some(held),
            Cell::Silent | Cell::Contradictory(_) | Cell::Unusable => None,
        };
        let stances = &self.dossier.stances;
        held.into_iter().flat_map(move |held| {
            let records = std::iter::once(&held.stance).chain(&held.repeated);
            records.map(move |record| &stances[*record])
        })
    }

    /// The party's own records on an issue that do not count, and why; as they
    /// stand in its file.
    pub fn left_out(&self, party: usize, issue: usize) -> Vec<(usize, Reason)> {
        // Stances go by party, and this is asked for every cell of a table.
        let stances = &self.dossier.stances;
        let first = stances.partition_point(|stance| stance.party < party);
        let own = stances.iter().enumerate().skip(first);
        own.take_while(|(_, stance)| stance.party == party)
            .filter(|(_, stance)| stance.issue == issue)
            .filter_map(|(record, _)| Some((record, self.reason(party, issue, record)?)))
            .collect()
    }

    /// Why records do not count, by the party and the issue that they are about.
    pub fn reasons(&self) -> BTreeMap<(usize, usize), Vec<Reason>> {
        let mut reasons: BTreeMap<_, Vec<Reason>> = BTreeMap::new();
        for (record, stance) in self.dossier.stances.iter().enumerate() {
            let (party, issue) = (stance.party, stance.issue);
            if let Some(reason) = self.reason(party, issue, record) {
                reasons.entry((party, issue)).or_default().push(reason);
            }
        }
        reasons
    }

    /// Why a record of this party on this issue does not count, unless it does.
    fn reason(&self, party: usize, issue: usize, record: usize) -> Option<Reason> {
        let beyond = self.reason_against(&self.dossier.stances[record]);
        beyond.or_else(|| match self.cell(party, issue) {
            Cell::Contradictory(records) if records.contains(&record) => None,
            Cell::Held(held) if held.stance == record || held.repeated.contains(&record) => None,
            Cell::Held(held) if held.weaker.contains(&record) => Some(Reason::Weaker),
            _ => Some(self.reason_past(record)),
        })
    }

    /// How many records of these parties on these issues do not count.
    pub fn hidden_among(&self, parties: &[usize], issues: &[usize]) -> Hidden {
        let mut hidden = Hidden {
            unusable: (self.unusable(parties, issues))
                .map(|record| record.party)
                .collect(),
            ..Hidden::default()
        };
        for party in parties {
            for issue in issues {
                for (_, reason) in self.left_out(*party, *issue) {
                    hidden.count(reason);
                }
            }
        }
        hidden
    }

    /// The broken records of these parties that are on these issues, or may be. Before
    /// the public there is none: nobody can tell whether such a record is confidential.
    pub fn unusable(&self, parties: &[usize], issues: &[usize]) -> impl Iterator<Item = Unusable> {
        let is_on = |record: &&Unusable| {
            parties.contains(&record.party)
                && record.issue.is_none_or(|issue| issues.contains(&issue))
        };
        let told = match self.focus.asked.audience {
            Audience::Team => self.dossier.unusable.as_slice(),
            Audience::Public => &[],
        };
        told.iter().filter(is_on).copied()
    }

    /// Counts the broken records in view, and keeps what they hide from being silence.
    fn mark_unusable(&mut self) {
        let all: Vec<usize> = (0..self.dossier.parties.len()).collect();
        let records: Vec<Unusable> = self.unusable(&all, &self.focus.issues).collect();
        for record in records {
            if self.focus.parties.contains(&record.party) {
                self.hidden.unusable.push(record.party);
            }
            let Some(issue) = record.issue else { continue };
            let cell = &mut self.cells[record.party * self.dossier.issues.len() + issue];
            if *cell == Cell::Silent {
                *cell = Cell::Unusable;
            }
        }
    }

    /// Whether the party has records of its own on the issues in view, counted or not.
    pub fn has_records(&self, party: usize) -> bool {
        let own = |stance: &&Stance| stance.party == party;
        let in_view = |stance: &Stance| self.focus.issues.contains(&stance.issue);
        self.dossier.stances.iter().filter(own).any(in_view)
    }

    /// Whether a record holds for the party on any issue in view.
    pub fn speaks(&self, party: usize) -> bool {
        let said = |issue: &usize| *self.cell(party, *issue) != Cell::Silent;
        self.focus.issues.iter().any(said)
    }
}
