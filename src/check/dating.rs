//! Stances whose day cannot be right, or gives them no reason to be there.
//!
//! One wrong day is often wrong in several ways: a stance of the year after next lies
//! in the future, behind all its sources and behind its own end. It is said once, by
//! the first of the rules that find it so; each of them looks here.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use jiff::civil::Date;
use rayon::prelude::*;

use super::case::Case;
use crate::dossier::Stance;
use crate::record::date::When;
use crate::record::stance::Dated;

/// What is wrong with the day of a stance, the gravest first. A month or a year is
/// wrong only when all its days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misdated {
    /// It lies after the day of the check.
    Future,
    /// The stance ends before it begins.
    Inverted,
    /// The stance repeats the one before it, an index into the dossier's stances:
    /// nothing happened on its day.
    Repeats(usize),
    /// Everything it cites had been published before, last this source, an index
    /// into the dossier's sources.
    AfterSources(usize),
    /// It lies after the day that the dossier speaks of.
    AfterAsOf,
}

/// The stances with a wrong day, as indices into the dossier's stances. A rule asks
/// [`Case::misdated`] for them.
pub(super) fn misdated(case: &Case) -> BTreeMap<usize, Misdated> {
    let repeated = repetitions(case);
    let stances = case.dossier.stances.par_iter().enumerate();
    let misdated: Vec<(usize, Misdated)> = stances
        .filter_map(|(at, stance)| {
            let repeats = repeated.get(&at).copied().map(Misdated::Repeats);
            let wrong = impossible(case, stance).or(repeats);
            Some((at, wrong.or_else(|| unlikely(case, stance))?))
        })
        .collect();
    misdated.into_iter().collect()
}

fn impossible(case: &Case, stance: &Stance) -> Option<Misdated> {
    let begins = stance.since.first();
    if begins > case.today {
        Some(Misdated::Future)
    } else if stance.until.is_some_and(|until| until.last() < begins) {
        Some(Misdated::Inverted)
    } else {
        None
    }
}

fn unlikely(case: &Case, stance: &Stance) -> Option<Misdated> {
    let begins = stance.since.first();
    let after = |day: Date| begins > day;
    let last = last_source(case, stance).filter(|(published, _)| after(*published));
    match last {
        Some((_, source)) if stance.dated != Dated::External => {
            Some(Misdated::AfterSources(source))
        }
        _ => (case.dossier.as_of.map(When::last).is_some_and(after)).then_some(Misdated::AfterAsOf),
    }
}

/// The source published last among those cited, and the last day on which that can
/// have been. Nothing where one of them says no day, or is not known.
fn last_source(case: &Case, stance: &Stance) -> Option<(Date, usize)> {
    let mut last = None;
    for proof in &stance.evidence {
        let source = proof.source?;
        let day = case.dossier.sources[source].published?.last();
        // Of several that were published on one day the last counts.
        if last.is_none_or(|(latest, _)| latest <= day) {
            last = Some((day, source));
        }
    }
    last
}

/// The stances that repeat an earlier one of the same party on the same issue, with
/// that one: the same position as firmly held, on the same basis, from the same
/// evidence, while nothing came between and the earlier one had not ended.
fn repetitions(case: &Case) -> BTreeMap<usize, usize> {
    let stances = &case.dossier.stances;
    let by_day = |records: &Vec<usize>| {
        let records = records.iter().copied();
        records.sorted_by_key(|at| stances[*at].since.last())
    };
    let records = case.several().iter();
    let neighbours = records.flat_map(|records| by_day(records).tuple_windows());
    neighbours
        .filter(|(one, other)| repeats(&stances[*other], &stances[*one]))
        .map(|(one, other)| (other, one))
        .collect()
}

fn repeats(stance: &Stance, earlier: &Stance) -> bool {
    let ended = earlier.until.map(When::last);
    stance.says_the_same(earlier)
        && stance.firmness == earlier.firmness
        && stance.basis == earlier.basis
        && ended.is_none_or(|end| end >= stance.since.last())
        && !stance.evidence.is_empty()
        && pieces(stance) == pieces(earlier)
}

fn pieces(stance: &Stance) -> BTreeSet<(&str, Option<&str>)> {
    let pieces = stance.evidence.iter().map(|proof| &proof.written);
    pieces
        .map(|piece| (piece.source.as_str(), piece.at.as_deref()))
        .collect()
}
