//! Blocs: who stands nearer to one another than to the rest.
//!
//! Parties are joined two by two, the nearest first, and groups of them by average
//! linkage. Two parties without a joint issue are neither near nor far: such a pair has
//! no say at all. What two groups come to is the mean over the pairs between them that
//! can be compared, each by the number of joint issues that it rests on; groups without
//! any such pair are never joined. With a share of issues as the measure that mean is
//! simply the share over all pairs together.
//!
//! Whatever is equal is decided by the number of issues it rests on, then by the order
//! of ids, never by the order in which parties were asked for. What such a tie between
//! ids decided is told as a [`Rival`].

pub mod nearness;
pub mod split;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use self::nearness::{Near, Nearness};

/// Blocs of two or more, those who stand alone, and how all were joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocs {
    /// The largest first, then by their first party; each with those next to each
    /// other who are nearest.
    pub blocs: Vec<Vec<usize>>,
    /// Comparable with somebody, and near enough to nobody.
    pub alone: Vec<usize>,
    /// Comparable with nobody, so that nothing is known.
    pub unknown: Vec<usize>,
    /// Every join, also those that are too far apart for a bloc, in their order.
    pub joins: Vec<Join>,
    /// Who could as well have been joined to a bloc.
    pub rivals: Vec<Rival>,
}

/// Two groups that were joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    pub one: Vec<usize>,
    pub other: Vec<usize>,
    pub near: Near,
    /// Whether they are near enough to be one bloc.
    pub holds: bool,
}

/// A party that was as near to the one of another bloc as whoever was joined to it, on
/// as many issues: only the order of ids has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rival {
    pub joined: usize,
    pub left: usize,
}

/// The blocs by a measure: joined are those who are nearer than `beyond`, in the terms
/// of [`Nearness`].
pub fn blocs(nearness: &Nearness, beyond: f64) -> Blocs {
    let mut growth = Growth::new(nearness);
    let mut joins = Vec::new();
    let mut rivals = Vec::new();
    let mut found = None;
    while let Some(step) = growth.nearest() {
        // Rounding must not let in again what came after the last one near enough.
        let holds = found.is_none() && step.near.value > beyond;
        if holds {
            rivals.extend(growth.rivals(&step));
        } else if found.is_none() {
            found = Some(growth.groups());
        }
        joins.push(Join {
            one: growth.members(step.one),
            other: growth.members(step.other),
            near: step.near,
            holds,
        });
        growth.join(&step);
    }
    let found = found.unwrap_or_else(|| growth.groups());
    let (blocs, single): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        found.into_iter().partition(|group| group.len() > 1);
    let is_known = |party: &usize| nearness.is_known(*party);
    let (alone, unknown) = single.into_iter().flatten().partition(is_known);
    Blocs {
        rivals: apart(rivals, &blocs),
        blocs,
        alone,
        unknown,
        joins,
    }
}

/// All parties so that those who are near stand together, and those of whom nothing is
/// known at the end.
pub fn row_order(nearness: &Nearness) -> Vec<usize> {
    let mut growth = Growth::new(nearness);
    while let Some(step) = growth.nearest() {
        growth.join(&step);
    }
    growth.groups().concat()
}

/// Those that did not end in one bloc after all.
fn apart(mut rivals: Vec<Rival>, blocs: &[Vec<usize>]) -> Vec<Rival> {
    let bloc: BTreeMap<usize, usize> = (blocs.iter().enumerate())
        .flat_map(|(at, bloc)| bloc.iter().map(move |party| (*party, at)))
        .collect();
    rivals.retain(|rival| bloc.get(&rival.joined) != bloc.get(&rival.left));
    rivals.sort_unstable();
    rivals.dedup();
    rivals
}

/// Two groups to be joined, by their places; `one < other`.
#[derive(Debug, Clone, Copy)]
struct Step {
    one: usize,
    other: usize,
    near: Near,
}

/// Groups while they are being joined. A group stands at the place of its first party.
struct Growth<'a> {
    nearness: &'a Nearness,
    /// By place; empty where a group was joined to an earlier one. Of places in
    /// `nearness`, those next to each other who are nearest.
    groups: Vec<Vec<usize>>,
    /// By place, then by a later place: what two groups come to.
    known: Vec<Vec<Option<Near>>>,
    /// By place: which later group is nearest.
    nearest: Vec<Option<usize>>,
}

impl<'a> Growth<'a> {
    fn new(nearness: &'a Nearness) -> Self {
        let places = 0..nearness.parties.len();
        let row = |one: usize| {
            let others = one + 1..nearness.parties.len();
            others.map(|other| nearness.between(one, other)).collect()
        };
        let mut growth = Self {
            nearness,
            groups: places.clone().map(|place| vec![place]).collect(),
            known: places.clone().map(row).collect(),
            nearest: Vec::new(),
        };
        growth.nearest = places.map(|place| growth.nearest_to(place)).collect();
        growth
    }

    /// What the groups at two different places come to.
    fn between(&self, one: usize, other: usize) -> Option<Near> {
        let (low, high) = (one.min(other), one.max(other));
        self.known[low][high - low - 1]
    }

    fn nearest_to(&self, one: usize) -> Option<usize> {
        let later = (one + 1..self.groups.len()).filter(|other| !self.groups[*other].is_empty());
        let known = later.filter_map(|other| Some((other, self.between(one, other)?)));
        let nearer = |best: (usize, Near), next: (usize, Near)| match next.1.rank(&best.1) {
            Ordering::Greater => next,
            _ => best,
        };
        known.reduce(nearer).map(|(other, _)| other)
    }

    /// The two groups to be joined next.
    fn nearest(&self) -> Option<Step> {
        let steps = (0..self.groups.len()).filter_map(|one| {
            let other = self.nearest[one]?;
            let near = self.between(one, other)?;
            Some(Step { one, other, near })
        });
        steps.reduce(|best, next| match next.near.rank(&best.near) {
            Ordering::Greater => next,
            _ => best,
        })
    }

    /// Other groups that are as near to either of the two, on as many issues.
    fn rivals(&self, step: &Step) -> Vec<Rival> {
        let first = |place: usize| {
            let first = self.groups[place].iter().min();
            first.map(|place| self.nearness.parties[*place])
        };
        let rivals = [step.one, step.other].into_iter().flat_map(|joined| {
            let others = 0..self.groups.len();
            let others = others.filter(|other| ![step.one, step.other].contains(other));
            let equal = others.filter(move |left| self.ties(step, joined, *left));
            equal.filter_map(move |left| {
                Some(Rival {
                    joined: first(joined)?,
                    left: first(left)?,
                })
            })
        });
        rivals.collect()
    }

    fn ties(&self, step: &Step, one: usize, other: usize) -> bool {
        let near = self.between(one, other);
        near.is_some_and(|near| near.rank(&step.near) == Ordering::Equal)
    }

    fn join(&mut self, step: &Step) {
        let (one, other) = (step.one, step.other);
        let others = 0..self.groups.len();
        for third in others.filter(|third| ![one, other].contains(third)) {
            let near = match (self.between(one, third), self.between(other, third)) {
                (Some(near), Some(further)) => Some(near.and(&further)),
                (near, further) => near.or(further),
            };
            self.set(one, third, near);
            self.set(other, third, None);
        }
        self.set(one, other, None);
        let (left, right) = (
            std::mem::take(&mut self.groups[one]),
            std::mem::take(&mut self.groups[other]),
        );
        self.groups[one] = self.nearness.side_by_side(left, right);
        for place in 0..other {
            self.nearest[place] = match self.nearest[place] {
                Some(best) if best == one || best == other => self.nearest_to(place),
                _ if place == one => self.nearest_to(one),
                best => self.nearer_of(place, best, one),
            };
        }
    }

    /// The nearer of two later groups, the second of which has just grown.
    fn nearer_of(&self, place: usize, best: Option<usize>, grown: usize) -> Option<usize> {
        let Some(near) = (place < grown)
            .then(|| self.between(place, grown))
            .flatten()
        else {
            return best;
        };
        let Some(standing) = best.and_then(|best| self.between(place, best)) else {
            return Some(grown);
        };
        match near.rank(&standing) {
            Ordering::Greater => Some(grown),
            Ordering::Equal => best.min(Some(grown)),
            Ordering::Less => best,
        }
    }

    fn set(&mut self, one: usize, other: usize, near: Option<Near>) {
        let (low, high) = (one.min(other), one.max(other));
        self.known[low][high - low - 1] = near;
    }

    fn members(&self, place: usize) -> Vec<usize> {
        let members = self.groups[place].iter();
        members.map(|place| self.nearness.parties[*place]).collect()
    }

    /// The groups as they are, the largest first, then by their first party.
    fn groups(&self) -> Vec<Vec<usize>> {
        let places = (0..self.groups.len()).filter(|place| !self.groups[*place].is_empty());
        let mut groups: Vec<Vec<usize>> = places.map(|place| self.members(place)).collect();
        let is_known =
            |group: &Vec<usize>| group.iter().any(|party| self.nearness.is_known(*party));
        groups.sort_by_key(|group| (!is_known(group), std::cmp::Reverse(group.len())));
        groups
    }
}
