//! Which of a party's records on an issue holds on a day.

use itertools::Itertools;
use jiff::civil::Date;

use super::{Cell, Held};
use crate::dossier::{BasisKind, Stance};
use crate::record::date::When;

/// The rule as of a day; nothing has ended where there is no day.
#[derive(Clone, Copy)]
pub(super) struct Rule<'a> {
    pub stances: &'a [Stance],
    pub day: Option<Date>,
}

impl Rule<'_> {
    /// What holds of the records of one party on one issue: those that count, and
    /// those that do not, which may be later.
    pub(super) fn cell(self, within: &[usize], outside: &[usize]) -> Cell {
        match self.holding(within) {
            None => Cell::Silent,
            Some(holding) => {
                let weaker = self.weaker(&holding, within);
                self.cell_of(holding, weaker, outside)
            }
        }
    }

    /// What these records of one day come to.
    pub(super) fn cell_of(
        self,
        mut holding: Vec<usize>,
        weaker: Vec<usize>,
        outside: &[usize],
    ) -> Cell {
        let day = self.begins(holding[0]);
        let later = (outside.iter().copied())
            .filter(|record| self.begins(*record) > day)
            .max_by_key(|record| self.begins(*record));
        // Of records that say the same the firmest speaks for all, wherever it stands.
        holding.sort_by_key(|record| self.stances[*record].firmness);
        let first = &self.stances[holding[0]];
        let same = |record: &usize| self.stances[*record].says_the_same(first);
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

    /// The records of the day that counts: of the latest declared ones, or of the
    /// latest of all where no declared one is in force.
    pub(super) fn holding(self, within: &[usize]) -> Option<Vec<usize>> {
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
    pub(super) fn weaker(self, holding: &[usize], within: &[usize]) -> Vec<usize> {
        if !self.is_declared(holding[0]) {
            return Vec::new();
        }
        let day = self.begins(holding[0]);
        let since = |record: &usize| !self.is_declared(*record) && self.begins(*record) >= day;
        let latest = self.latest(within.iter().copied().filter(since));
        self.in_force(latest).unwrap_or_default()
    }

    /// Those of the records that have not ended; nothing where all have.
    fn in_force(self, mut records: Vec<usize>) -> Option<Vec<usize>> {
        records.retain(|record| !self.has_ended(*record));
        (!records.is_empty()).then_some(records)
    }

    pub(super) fn has_ended(self, record: usize) -> bool {
        let until = self.stances[record].until.map(When::last);
        until.is_some_and(|until| self.day.is_some_and(|day| until < day))
    }

    /// All records of the latest day among these.
    fn latest(self, records: impl Iterator<Item = usize>) -> Vec<usize> {
        records.max_set_by_key(|record| self.begins(*record))
    }

    fn begins(self, record: usize) -> Date {
        self.stances[record].since.last()
    }

    fn is_declared(self, record: usize) -> bool {
        self.stances[record].basis.kind() == BasisKind::Declared
    }
}
