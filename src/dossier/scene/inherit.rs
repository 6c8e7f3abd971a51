//! What members have of their groups.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::{Cell, Held, Scene};

/// A record, and the group it is taken over from.
type FromGroup = (usize, usize);

impl Scene<'_> {
    /// Gives members what their groups hold where they have no record of their
    /// own. Only own records of a group are handed on, so order does not matter.
    pub(super) fn inherit(&mut self) {
        let groups: Vec<usize> = (0..self.dossier.parties.len())
            .filter(|party| !self.dossier.parties[*party].members.is_empty())
            .collect();
        let mut inherited = Vec::new();
        for (member, issue) in self.open_places() {
            let ours = groups.iter().copied();
            let ours = ours.filter(|group| self.dossier.parties[*group].has_member(member));
            let records = ours
                .flat_map(|group| self.handed_on(group, issue))
                .collect();
            inherited.extend(self.merged(records).map(|cell| (member, issue, cell)));
        }
        for (member, issue, cell) in inherited {
            self.cells[member * self.dossier.issues.len() + issue] = cell;
        }
    }

    /// Where a party has said nothing itself up to the day looked at. A record of
    /// its own that the lens hides, that has ended or is broken, still wins over its groups.
    fn open_places(&self) -> Vec<(usize, usize)> {
        let begun = self.dossier.stances.iter().filter(|stance| {
            self.focus
                .as_of
                .is_some_and(|day| stance.since.last() <= day)
        });
        let spoken: BTreeSet<(usize, usize)> =
            begun.map(|stance| (stance.party, stance.issue)).collect();
        let parties = self.focus.parties.iter().copied();
        parties
            .cartesian_product(self.focus.issues.iter().copied())
            .filter(|place| !spoken.contains(place))
            .filter(|(party, issue)| *self.cell(*party, *issue) != Cell::Unusable)
            .collect()
    }

    /// What a group holds on an issue; all of it where its records contradict
    /// each other.
    fn handed_on(&self, group: usize, issue: usize) -> Vec<FromGroup> {
        let records = match self.cell(group, issue) {
            Cell::Silent | Cell::Unusable => Vec::new(),
            Cell::Held(held) => vec![held.stance],
            Cell::Contradictory(records) => records.clone(),
        };
        records.into_iter().map(|record| (record, group)).collect()
    }

    /// What a member has of its groups' records: nothing, the same from all, or
    /// a contradiction.
    fn merged(&self, mut records: Vec<FromGroup>) -> Option<Cell> {
        let stance = |record: usize| &self.dossier.stances[record];
        records.sort_by_key(|(record, _)| stance(*record).firmness);
        let (first, group) = *records.first()?;
        let all = records.iter().map(|(record, _)| *record);
        if !all
            .clone()
            .all(|record| stance(record).says_the_same(stance(first)))
        {
            return Some(Cell::Contradictory(all.collect()));
        }
        Some(Cell::Held(Held {
            stance: first,
            repeated: all.skip(1).collect(),
            weaker: Vec::new(),
            later: None,
            from_group: Some(group),
        }))
    }
}
