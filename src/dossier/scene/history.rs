//! What a party has said on an issue, day by day.
//!
//! The same rule as for a scene decides, on all records and without a lens; only
//! the days on which something changes are looked at.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Cell;
use super::rule::Rule;
use crate::dossier::{Dossier, Stance};
use crate::record::date::When;

/// What holds from a day on, up to the next such state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub since: Date,
    pub cell: Cell,
}

/// What a party holds on each issue it has records on, from its first record on:
/// by issue, then by day. On each of these days the cell is that of a scene as of
/// that day, through a lens that leaves nothing else out.
pub fn of(dossier: &Dossier, party: usize) -> BTreeMap<usize, Vec<State>> {
    let mut records: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for record in own(dossier, party) {
        let issue = dossier.stances[record].issue;
        records.entry(issue).or_default().push(record);
    }
    (records.into_iter())
        .map(|(issue, records)| (issue, states(dossier, &records)))
        .collect()
}

/// The records of a party: they stand together, since stances go by party.
fn own(dossier: &Dossier, party: usize) -> std::ops::Range<usize> {
    let stances = &dossier.stances;
    let first = stances.partition_point(|stance| stance.party < party);
    first..stances.partition_point(|stance| stance.party <= party)
}

fn states(dossier: &Dossier, records: &[usize]) -> Vec<State> {
    let stance = |record: &usize| &dossier.stances[*record];
    let days: BTreeSet<Date> = records.iter().map(stance).flat_map(turns).collect();
    let cell = |day: Date| {
        let (within, outside): (Vec<usize>, Vec<usize>) =
            (records.iter()).partition(|record| stance(record).since.last() <= day);
        let rule = Rule {
            stances: &dossier.stances,
            day: Some(day),
        };
        rule.cell(&within, &outside)
    };
    let mut states: Vec<State> = (days.into_iter())
        .map(|since| State {
            since,
            cell: cell(since),
        })
        .collect();
    states.dedup_by(|next, last| next.cell == last.cell);
    states
}

/// The first day on which a record counts, and the first on which it does no more.
fn turns(stance: &Stance) -> impl Iterator<Item = Date> {
    let begins = stance.since.last();
    let over = stance.until.map(When::last);
    let over = over.and_then(|until| until.tomorrow().ok());
    std::iter::once(begins).chain(over.filter(move |over| *over > begins))
}
