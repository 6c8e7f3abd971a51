//! What each party holds through a lens, by its own records.

use std::collections::BTreeSet;

use super::rule::Rule;
use super::{Cell, Reason, Scene};
use crate::dossier::Stance;

impl Scene<'_> {
    /// Settles every party, in view or not, since a group may hand its positions
    /// on from outside the view; only what is in view is counted as hidden.
    pub(super) fn own_records(&mut self) {
        let dossier = self.dossier;
        let place = |stance: &Stance| stance.party * dossier.issues.len() + stance.issue;
        let place = |record: &usize| place(&dossier.stances[*record]);
        let mut records: Vec<usize> = (0..dossier.stances.len()).collect();
        records.sort_by_key(place);
        let issues: BTreeSet<usize> = self.focus.issues.iter().copied().collect();
        let parties: BTreeSet<usize> = self.focus.parties.iter().copied().collect();
        for records in records.chunk_by(|one, other| place(one) == place(other)) {
            let stance = &dossier.stances[records[0]];
            if issues.contains(&stance.issue) {
                let hidden = self.hidden.clone();
                self.cells[place(&records[0])] = self.settle(records);
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

    /// Counts the records that the lens lets through and that still do not count.
    fn count_past(&mut self, past: impl Iterator<Item = usize>) {
        for record in past {
            self.hidden.count(self.reason_past(record));
        }
    }

    /// Why a record that the lens lets through does not count all the same.
    pub(super) fn reason_past(&self, record: usize) -> Reason {
        if self.rule().has_ended(record) {
            Reason::Ended
        } else {
            Reason::Replaced
        }
    }

    fn cell_of(&mut self, within: &[usize], outside: &[usize]) -> Cell {
        let Some(holding) = self.rule().holding(within) else {
            self.count_past(within.iter().copied());
            return Cell::Silent;
        };
        let weaker = self.rule().weaker(&holding, within);
        self.hidden.weaker += weaker.len();
        let past = |record: &usize| !holding.contains(record) && !weaker.contains(record);
        self.count_past(within.iter().copied().filter(past));
        self.rule().cell_of(holding, weaker, outside)
    }

    /// How records of this scene's day replace each other.
    fn rule(&self) -> Rule<'_> {
        Rule {
            stances: &self.dossier.stances,
            day: self.focus.as_of,
        }
    }
}
