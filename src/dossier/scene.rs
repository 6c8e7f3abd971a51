//! A dossier seen through a lens: for each party and issue, what holds.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use jiff::civil::Date;

use super::lens::{Focus, Inheritance};
use super::{BasisKind, Dossier, Position, Stance};
use crate::outcome::Outcome;
use crate::record::date::When;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
}

/// Why a record does not count; each is a field of [`Hidden`].
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
            Cell::Silent => Vec::new(),
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
            Cell::Silent | Cell::Contradictory(_) => None,
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

    /// The party's own records on an issue that do not count, and why; as they
    /// stand in its file.
    pub fn left_out(&self, party: usize, issue: usize) -> Vec<(usize, Reason)> {
        let records = self.dossier.stances.iter().enumerate();
        records
            .filter(|(_, stance)| stance.party == party && stance.issue == issue)
            .filter_map(|(record, _)| Some((record, self.reason(party, issue, record)?)))
            .collect()
    }

    /// Why a record of this party on this issue does not count, unless it does.
    fn reason(&self, party: usize, issue: usize, record: usize) -> Option<Reason> {
        let beyond = self.reason_against(&self.dossier.stances[record]);
        beyond.or_else(|| match self.cell(party, issue) {
            Cell::Contradictory(records) if records.contains(&record) => None,
            Cell::Held(held) if held.stance == record || held.repeated.contains(&record) => None,
            Cell::Held(held) if held.weaker.contains(&record) => Some(Reason::Weaker),
            Cell::Held(held) if held.from_group.is_none() => Some(Reason::Replaced),
            Cell::Contradictory(records) if self.are_own(records, party) => Some(Reason::Replaced),
            // Nothing of its own holds, though the lens lets it through.
            Cell::Held(_) | Cell::Contradictory(_) | Cell::Silent => Some(Reason::Ended),
        })
    }

    fn are_own(&self, records: &[usize], party: usize) -> bool {
        (records.iter()).all(|record| self.dossier.stances[*record].party == party)
    }

    /// Whether the party has any record in view.
    pub fn speaks(&self, party: usize) -> bool {
        let said = |issue: &usize| *self.cell(party, *issue) != Cell::Silent;
        self.focus.issues.iter().any(said)
    }

    /// Settles every party, in view or not, since a group may hand its positions
    /// on from outside the view; only what is in view is counted as hidden.
    fn own_records(&mut self) {
        let dossier = self.dossier;
        let place = |stance: &Stance| stance.party * dossier.issues.len() + stance.issue;
        let mut records: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, stance) in dossier.stances.iter().enumerate() {
            records.entry(place(stance)).or_default().push(index);
        }
        let issues: BTreeSet<usize> = self.focus.issues.iter().copied().collect();
        let parties: BTreeSet<usize> = self.focus.parties.iter().copied().collect();
        for (place, records) in records {
            let stance = &dossier.stances[records[0]];
            if issues.contains(&stance.issue) {
                let hidden = self.hidden;
                self.cells[place] = self.settle(&records);
                if !parties.contains(&stance.party) {
                    self.hidden = hidden;
                }
            }
        }
    }

    /// What holds of all records of one party on one issue.
    fn settle(&mut self, records: &[usize]) -> Cell {
        let mut within = Vec::new();
        let mut outside = Vec::new();
        for record in records {
            match self.reason_against(&self.dossier.stances[*record]) {
                None => within.push(*record),
                Some(reason) => {
                    self.hidden.count(reason);
                    outside.push(*record);
                }
            }
        }
        self.cell_of(&within, &outside)
    }

    /// The first reason for which the lens leaves a record out, if there is one.
    fn reason_against(&self, stance: &Stance) -> Option<Reason> {
        let focus = &self.focus;
        let day = focus.as_of?;
        let cited = |sources: &BTreeSet<usize>| {
            let mut known = stance.evidence.iter().filter_map(|proof| proof.source);
            known.any(|source| sources.contains(&source))
        };
        let sure = |least: f64| stance.confidence.is_some_and(|sure| sure >= least);
        if !focus.bases.contains(&stance.basis.kind()) {
            Some(Reason::Basis)
        } else if !focus.sources.as_ref().is_none_or(cited) {
            Some(Reason::Source)
        } else if !focus.min_confidence.is_none_or(sure) {
            Some(Reason::Confidence)
        } else if stance.since.first() > day {
            Some(Reason::Future)
        } else if stance.since.last() > day {
            Some(Reason::Possible)
        } else {
            None
        }
    }

    /// The records of the day that counts: of the latest declared ones, or of the
    /// latest of all where no declared one is in force.
    fn holding(&self, within: &[usize]) -> Option<Vec<usize>> {
        let (declared, others): (Vec<usize>, Vec<usize>) =
            within.iter().partition(|record| self.is_declared(**record));
        let declared = self.latest(declared.into_iter());
        // Once a declared record has ended, only what came after it can hold:
        // nothing older revives.
        let ended = declared.first().map(|record| self.begins(*record));
        self.in_force(declared).or_else(|| {
            let after = |record: &usize| ended.is_none_or(|end| self.begins(*record) > end);
            self.in_force(self.latest(others.into_iter().filter(after)))
        })
    }

    /// The latest records of weaker basis beside a declared one, if still in force.
    fn weaker(&self, holding: &[usize], within: &[usize]) -> Vec<usize> {
        if !self.is_declared(holding[0]) {
            return Vec::new();
        }
        let day = self.begins(holding[0]);
        let since = |record: &usize| !self.is_declared(*record) && self.begins(*record) >= day;
        let latest = self.latest(within.iter().copied().filter(since));
        self.in_force(latest).unwrap_or_default()
    }

    /// Counts the records that the lens lets through and that still do not count.
    fn count_past(&mut self, past: impl Iterator<Item = usize>) {
        for record in past {
            if self.has_ended(record) {
                self.hidden.ended += 1;
            } else {
                self.hidden.replaced += 1;
            }
        }
    }

    fn cell_of(&mut self, within: &[usize], outside: &[usize]) -> Cell {
        let Some(holding) = self.holding(within) else {
            self.count_past(within.iter().copied());
            return Cell::Silent;
        };
        let weaker = self.weaker(&holding, within);
        self.hidden.weaker += weaker.len();
        let past = |record: &usize| !holding.contains(record) && !weaker.contains(record);
        self.count_past(within.iter().copied().filter(past));
        let day = self.begins(holding[0]);
        let later = (outside.iter().copied())
            .filter(|record| self.begins(*record) > day)
            .max_by_key(|record| self.begins(*record));
        let first = &self.dossier.stances[holding[0]];
        let same = |record: &usize| self.dossier.stances[*record].says_the_same(first);
        if !holding.iter().all(same) {
            return Cell::Contradictory(holding);
        }
        Cell::Held(Held {
            stance: holding[0],
            repeated: holding[1..].to_vec(),
            weaker,
            later,
            from_group: None,
        })
    }

    /// Gives members what their groups hold where they have no record of their
    /// own. Only own records of a group are handed on, so order does not matter.
    fn inherit(&mut self) {
        let groups: Vec<usize> = (0..self.dossier.parties.len())
            .filter(|party| !self.dossier.parties[*party].members.is_empty())
            .collect();
        let mut inherited = Vec::new();
        for (member, issue) in self.silent_places() {
            let held = groups.iter().filter_map(|group| {
                let Cell::Held(held) = self.cell(*group, issue) else {
                    return None;
                };
                let member = self.dossier.parties[*group].has_member(member);
                member.then_some((*group, held.stance))
            });
            inherited.extend(
                self.merged(held.collect())
                    .map(|cell| (member, issue, cell)),
            );
        }
        for (member, issue, cell) in inherited {
            self.cells[member * self.dossier.issues.len() + issue] = cell;
        }
    }

    fn silent_places(&self) -> Vec<(usize, usize)> {
        let focus = &self.focus;
        (focus.parties.iter().copied())
            .cartesian_product(focus.issues.iter().copied())
            .filter(|(party, issue)| *self.cell(*party, *issue) == Cell::Silent)
            .collect()
    }

    /// What a member has of its groups' stances: nothing, the same from all, or
    /// a contradiction.
    fn merged(&self, stances: Vec<(usize, usize)>) -> Option<Cell> {
        let (group, first) = *stances.first()?;
        let says = |stance: usize| &self.dossier.stances[stance];
        if !stances
            .iter()
            .all(|(_, other)| says(*other).says_the_same(says(first)))
        {
            return Some(Cell::Contradictory(
                stances.into_iter().map(|(_, s)| s).collect(),
            ));
        }
        Some(Cell::Held(Held {
            stance: first,
            repeated: stances[1..].iter().map(|(_, stance)| *stance).collect(),
            weaker: Vec::new(),
            later: None,
            from_group: Some(group),
        }))
    }

    /// Those of the records that have not ended; nothing where all have.
    fn in_force(&self, mut records: Vec<usize>) -> Option<Vec<usize>> {
        records.retain(|record| !self.has_ended(*record));
        (!records.is_empty()).then_some(records)
    }

    fn has_ended(&self, record: usize) -> bool {
        let until = self.dossier.stances[record].until.map(When::last);
        until.is_some_and(|until| self.focus.as_of.is_some_and(|day| until < day))
    }

    /// All records of the latest day among these.
    fn latest(&self, records: impl Iterator<Item = usize>) -> Vec<usize> {
        records.max_set_by_key(|record| self.begins(*record))
    }

    fn begins(&self, record: usize) -> Date {
        self.dossier.stances[record].since.last()
    }

    fn is_declared(&self, record: usize) -> bool {
        self.dossier.stances[record].basis.kind() == BasisKind::Declared
    }
}
