//! Which of a party's own records on an issue holds.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use jiff::civil::Date;

use super::{Cell, Held, Reason, Scene};
use crate::dossier::{BasisKind, Stance};
use crate::record::date::When;

impl Scene<'_> {
    /// Settles every party, in view or not, since a group may hand its positions
    /// on from outside the view; only what is in view is counted as hidden.
    pub(super) fn own_records(&mut self) {
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
    pub(super) fn reason_against(&self, stance: &Stance) -> Option<Reason> {
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
            self.hidden.count(self.reason_past(record));
        }
    }

    /// Why a record that the lens lets through does not count all the same.
    pub(super) fn reason_past(&self, record: usize) -> Reason {
        if self.has_ended(record) {
            Reason::Ended
        } else {
            Reason::Replaced
        }
    }

    fn cell_of(&mut self, within: &[usize], outside: &[usize]) -> Cell {
        let Some(mut holding) = self.holding(within) else {
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
        // Of records that say the same the firmest speaks for all, wherever it stands.
        holding.sort_by_key(|record| self.dossier.stances[*record].firmness);
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
