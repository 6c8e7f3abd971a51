//! Two camps: how parties fall into two so that as little as possible does not fit.
//!
//! A pair that agrees more often than it conflicts fits within a camp, one that
//! conflicts more often fits between the two; each weighs as much as the one count
//! exceeds the other. What is least is found by looking at every way to split, up to
//! [`EXACT`] parties; beyond, by moving one party after the other, which need not end
//! at the best way there is.
//!
//! Parties that no chain of such pairs ties together have nothing to do with each
//! other: nothing says which of their camps would be on the same side. They are split
//! apart from each other.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use crate::compare::pair::Pair;

/// The most parties for which every split is looked at.
pub const EXACT: usize = 20;

/// How many starts are tried where not every split is looked at.
const STARTS: usize = 8;

/// All splits, one for each set of parties that are tied to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Splits {
    /// The largest first.
    pub splits: Vec<Split>,
    /// Parties without any pair that leans to either side.
    pub neither: Vec<usize>,
}

/// How some parties fall into two camps.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// By id; the first camp holds the first party, the second may be empty.
    pub camps: [Vec<usize>; 2],
    /// What does not fit, the heaviest first.
    pub misfits: Vec<Pair>,
    /// How much weighs what does not fit, out of all.
    pub misfit: usize,
    pub weight: usize,
    pub search: Search,
}

/// How the split was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// Nothing fits better; so many other splits fit as well.
    Exact { as_good: usize },
    /// Others may fit better.
    Heuristic,
}

/// Splits the parties of these pairs.
pub fn splits(parties: &[usize], pairs: &[Pair]) -> Splits {
    let leaning: Vec<&Pair> = pairs.iter().filter(|pair| lean(pair) != 0).collect();
    let mut sets = tied(parties, &leaning);
    sets.sort_by_key(|set| (Reverse(set.len()), set.first().copied()));
    let (tied, single): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        sets.into_iter().partition(|set| set.len() > 1);
    Splits {
        splits: tied.iter().map(|set| split(set, &leaning)).collect(),
        neither: single.concat(),
    }
}

/// Above 0 for a pair that fits within a camp, below for one that fits between two.
fn lean(pair: &Pair) -> i64 {
    pair.agree as i64 - pair.conflict as i64
}

/// The parties that pairs tie to each other, each set by id.
fn tied(parties: &[usize], pairs: &[&Pair]) -> Vec<Vec<usize>> {
    let mut set_of: BTreeMap<usize, usize> = parties.iter().map(|party| (*party, *party)).collect();
    fn root(set_of: &BTreeMap<usize, usize>, mut party: usize) -> usize {
        while set_of[&party] != party {
            party = set_of[&party];
        }
        party
    }
    for pair in pairs {
        let (one, other) = (root(&set_of, pair.a), root(&set_of, pair.b));
        set_of.insert(one.max(other), one.min(other));
    }
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for party in set_of.keys() {
        sets.entry(root(&set_of, *party)).or_default().push(*party);
    }
    sets.into_values().collect()
}

fn split(set: &[usize], pairs: &[&Pair]) -> Split {
    let place: BTreeMap<usize, usize> = set
        .iter()
        .enumerate()
        .map(|(at, party)| (*party, at))
        .collect();
    let mut leans = vec![vec![0; set.len()]; set.len()];
    let mut conflicts = leans.clone();
    let mut within: Vec<&Pair> = Vec::new();
    for pair in pairs {
        if let (Some(one), Some(other)) = (place.get(&pair.a), place.get(&pair.b)) {
            (leans[*one][*other], leans[*other][*one]) = (lean(pair), lean(pair));
            let conflict = pair.conflict as i64;
            (conflicts[*one][*other], conflicts[*other][*one]) = (conflict, conflict);
            within.push(pair);
        }
    }
    let (sides, search) = match set.len() {
        0..=EXACT => exact(&leans, &conflicts),
        _ => (heuristic(&leans), Search::Heuristic),
    };
    let camp = |side: bool| {
        let parties = set.iter().zip(&sides).filter(|(_, of)| **of == side);
        parties.map(|(party, _)| *party).collect()
    };
    let fits = |pair: &&Pair| (lean(pair) > 0) == (sides[place[&pair.a]] == sides[place[&pair.b]]);
    let weight = |pairs: &[Pair]| {
        pairs
            .iter()
            .map(|pair| lean(pair).unsigned_abs() as usize)
            .sum()
    };
    let all: Vec<Pair> = within.iter().map(|pair| **pair).collect();
    let mut misfits: Vec<Pair> = within
        .iter()
        .filter(|pair| !fits(pair))
        .map(|pair| **pair)
        .collect();
    misfits.sort_by_key(|pair| (Reverse(lean(pair).abs()), pair.a, pair.b));
    Split {
        camps: [camp(false), camp(true)],
        misfit: weight(&misfits),
        weight: weight(&all),
        misfits,
        search,
    }
}

/// Looks at every split in which the first party stays where it is, each one move away
/// from the one before (a Gray code). Of those that fit equally well that is taken with
/// the least conflict within its camps, then the first by the order of ids.
fn exact(leans: &[Vec<i64>], conflicts: &[Vec<i64>]) -> (Vec<bool>, Search) {
    let mut sides = vec![false; leans.len()];
    // With all in one camp; only what changes counts.
    let (mut misfit, mut clash, mut mask) = (0, 0, 0_u32);
    let mut best = (misfit, clash, mask);
    let mut as_good = 0;
    for step in 1..1_u32 << (leans.len() - 1) {
        let mover = step.trailing_zeros() as usize + 1;
        misfit += gain(leans, &sides, mover);
        clash -= gain(conflicts, &sides, mover);
        sides[mover] = !sides[mover];
        mask ^= 1 << (mover - 1);
        match misfit.cmp(&best.0) {
            Ordering::Less => (best, as_good) = ((misfit, clash, mask), 0),
            Ordering::Equal => {
                as_good += 1;
                best = best.min((misfit, clash, mask));
            }
            Ordering::Greater => {}
        }
    }
    let chosen = (0..leans.len()).map(|at| at > 0 && best.2 & (1 << (at - 1)) != 0);
    (chosen.collect(), Search::Exact { as_good })
}

/// By how much more stands between the camps once this party has changed sides: of
/// leans, by how much more does not fit.
fn gain(leans: &[Vec<i64>], sides: &[bool], mover: usize) -> i64 {
    let together = |other: usize| sides[other] == sides[mover];
    let others = leans[mover].iter().enumerate();
    others
        .map(|(other, lean)| if together(other) { *lean } else { -lean })
        .sum()
}

/// Puts one party after the other where more of it fits, then moves whoever fits better
/// on the other side until nobody does; from several starts.
fn heuristic(leans: &[Vec<i64>]) -> Vec<bool> {
    let starts = (0..leans.len()).step_by(leans.len().div_ceil(STARTS));
    let settled = starts.map(|start| settled(leans, start));
    let best = settled.min_by_key(|(misfit, _)| *misfit);
    best.map_or_else(Vec::new, |(_, sides)| sides)
}

/// The sides, and how much less does not fit than with all in one camp.
fn settled(leans: &[Vec<i64>], start: usize) -> (i64, Vec<bool>) {
    let mut sides = vec![false; leans.len()];
    let order: Vec<usize> = (0..leans.len())
        .map(|at| (start + at) % leans.len())
        .collect();
    for (at, mover) in order.iter().enumerate().skip(1) {
        let pull: i64 = order[..at]
            .iter()
            .map(|other| {
                if sides[*other] {
                    -leans[*mover][*other]
                } else {
                    leans[*mover][*other]
                }
            })
            .sum();
        sides[*mover] = pull < 0;
    }
    improve(leans, &mut sides);
    if sides[0] {
        sides.iter_mut().for_each(|side| *side = !*side);
    }
    let across = (0..leans.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let across = across.filter(|(one, other)| sides[*one] != sides[*other]);
    (across.map(|(one, other)| leans[one][other]).sum(), sides)
}

/// Moves whoever gains most by it, as long as anybody gains.
fn improve(leans: &[Vec<i64>], sides: &mut [bool]) {
    let mut gains: Vec<i64> = (0..leans.len())
        .map(|mover| gain(leans, sides, mover))
        .collect();
    while let Some(mover) = best_move(&gains) {
        sides[mover] = !sides[mover];
        for (other, lean) in leans[mover].iter().enumerate() {
            // What stood between the two now stands within a camp, or the other way round.
            gains[other] += match sides[other] == sides[mover] {
                true => 2 * lean,
                false => -2 * lean,
            };
        }
        gains[mover] = -gains[mover];
    }
}

fn best_move(gains: &[i64]) -> Option<usize> {
    let gains = gains.iter().enumerate().map(|(mover, gain)| (*gain, mover));
    let best = gains.min().filter(|(gain, _)| *gain < 0);
    best.map(|(_, mover)| mover)
}
