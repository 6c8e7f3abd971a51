//! Common ground: what several parties could accept together, who stands in the
//! way, and whose move would open it.

pub mod camp;

use std::cmp::Reverse;

use itertools::Itertools;

use self::camp::{Camp, camps};
use crate::dossier::scene::Scene;
use crate::outcome::common::{Common, common};
use crate::outcome::verdict::{Verdict, verdict};
use crate::outcome::{Outcome, Space};

/// What the parties in view could accept together on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground<'a> {
    /// An index into the dossier's issues.
    pub issue: usize,
    space: Space,
    /// Who has a comparable position, in the order of the scene.
    pub speaking: Vec<usize>,
    /// Everybody else in view, silent or not to be compared.
    pub missing: Vec<usize>,
    /// The different positions, in the order in which they are first met.
    pub stands: Vec<Stand<'a>>,
    /// What all who speak could accept; nothing where there is no such thing,
    /// and where fewer than two speak.
    pub common: Option<Common>,
    /// Where nothing is common to all: whoever's move alone would change that.
    pub moves: Vec<Move>,
    /// Where nothing is common to all: the largest groups that could accept
    /// something together.
    pub camps: Vec<Camp>,
}

/// A position, and everybody who holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand<'a> {
    pub outcome: &'a Outcome,
    /// What the position depends on.
    pub condition: Option<&'a str>,
    pub parties: Vec<usize>,
}

/// A party without which the others have something in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub party: usize,
    /// What the others could accept, and the party would have to.
    pub to: Common,
}

/// How near an issue is to common ground, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prospect {
    /// All who speak could accept something.
    Open,
    /// They could if one of them moved.
    OneMove,
    /// More than one of them would have to move.
    Closed,
    /// Fewer than two speak, so there is nothing to be common.
    TooFew,
}

/// The common ground on every issue in view, in the order of the scene.
pub fn grounds<'a>(scene: &Scene<'a>) -> Vec<Ground<'a>> {
    (scene.focus.issues.iter())
        .map(|issue| ground(scene, *issue))
        .collect()
}

/// The same, the most promising first; what else is equal in the order of the scene.
pub fn ranked<'a>(scene: &Scene<'a>) -> Vec<Ground<'a>> {
    let mut grounds = grounds(scene);
    grounds.sort_by_key(|ground| {
        let camp = ground.camps.first().map_or(0, |camp| camp.parties.len());
        let speaking = ground.speaking.len();
        (
            ground.prospect(),
            ground.is_conditional(),
            Reverse((camp, speaking)),
        )
    });
    grounds
}

impl Prospect {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Prospect::Open => "open",
            Prospect::OneMove => "one-move",
            Prospect::Closed => "closed",
            Prospect::TooFew => "too-few",
        }
    }
}

impl Ground<'_> {
    /// How near it is to common ground.
    pub fn prospect(&self) -> Prospect {
        if self.speaking.len() < 2 {
            Prospect::TooFew
        } else if self.common.is_some() {
            Prospect::Open
        } else if !self.moves.is_empty() {
            Prospect::OneMove
        } else {
            Prospect::Closed
        }
    }

    /// Whether any position depends on something.
    pub fn is_conditional(&self) -> bool {
        self.stands.iter().any(|stand| stand.condition.is_some())
    }

    /// Positions that exclude each other, as indices into `stands`.
    pub fn opposed(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = self.stands.iter().enumerate().array_combinations();
        pairs
            .filter(|[(_, one), (_, other)]| self.excludes(one, other))
            .map(|[(one, _), (other, _)]| (one, other))
    }

    /// Whether two positions conflict. One that depends on something that the other
    /// does not depend on leaves it open whether they do.
    fn excludes(&self, one: &Stand, other: &Stand) -> bool {
        one.condition == other.condition
            && verdict(self.space, one.outcome, other.outcome) == Verdict::Conflict
    }

    /// How many pairs of parties exclude each other.
    pub fn clashes(&self) -> usize {
        let holders = |stand: usize| self.stands[stand].parties.len();
        self.opposed()
            .map(|(one, other)| holders(one) * holders(other))
            .sum()
    }

    /// Who takes part in a clash.
    pub fn clashing(&self) -> impl Iterator<Item = usize> + '_ {
        let stands = self.opposed().flat_map(|(one, other)| [one, other]);
        stands
            .unique()
            .flat_map(|stand| self.stands[stand].parties.iter().copied())
    }

    /// The party that excludes each of two or more others, who could accept
    /// something among themselves.
    pub fn alone(&self) -> Option<usize> {
        let against_all = |stand: &&Stand| {
            let mut others = self.stands.iter().filter(|other| other != stand);
            others.all(|other| self.excludes(stand, other))
        };
        let moves = |stand: &&Stand| (self.moves.iter()).any(|step| stand.parties == [step.party]);
        let mut alone = self.stands.iter().filter(moves).filter(against_all);
        let stand = alone.next().filter(|_| self.speaking.len() > 2)?;
        stand.parties.first().copied()
    }
}

fn ground<'a>(scene: &Scene<'a>, issue: usize) -> Ground<'a> {
    let space = scene.dossier.issues[issue].space;
    let is_comparable = |party: &usize| scene.comparable(*party, issue).is_some();
    let (speaking, missing): (Vec<usize>, Vec<usize>) = scene
        .focus
        .parties
        .iter()
        .partition(|party| is_comparable(party));
    let stands = stands(scene, issue, &speaking);
    let nothing = Ground {
        issue,
        space,
        speaking,
        missing,
        stands,
        common: None,
        moves: Vec::new(),
        camps: Vec::new(),
    };
    if nothing.speaking.len() < 2 {
        return nothing;
    }
    match common(space, nothing.stands.iter().map(|stand| stand.outcome)) {
        None => Ground {
            moves: moves(space, &nothing.stands),
            camps: camps(space, &nothing.stands, &nothing.speaking),
            ..nothing
        },
        common => Ground { common, ..nothing },
    }
}

fn stands<'a>(scene: &Scene<'a>, issue: usize, speaking: &[usize]) -> Vec<Stand<'a>> {
    let mut stands: Vec<Stand> = Vec::new();
    for party in speaking {
        let Some((outcome, condition)) = scene.comparable(*party, issue) else {
            continue;
        };
        let same = |stand: &&mut Stand| (stand.outcome, stand.condition) == (outcome, condition);
        match stands.iter_mut().find(same) {
            Some(stand) => stand.parties.push(*party),
            None => stands.push(Stand {
                outcome,
                condition,
                parties: vec![*party],
            }),
        }
    }
    stands
}

/// Whoever, left out, leaves the others something in common. Whoever holds the
/// same as another cannot be it: the position would still be there.
fn moves(space: Space, stands: &[Stand]) -> Vec<Move> {
    let step = |(at, stand): (usize, &Stand)| {
        let [party] = stand.parties[..] else {
            return None;
        };
        let others = stands
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != at);
        let to = common(space, others.map(|(_, stand)| stand.outcome))?;
        Some(Move { party, to })
    };
    stands.iter().enumerate().filter_map(step).collect()
}
