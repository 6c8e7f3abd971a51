//! The issues on which two parties both have a comparable position, and how they stand there.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Basis, Position, Stance};
use crate::measure::pair as measured;
use crate::outcome::Outcome;
use crate::outcome::distance::{distance, gap};
use crate::outcome::verdict::{Verdict, verdict};

/// All comparable positions of a scene, ready to be compared pair by pair.
#[derive(Debug)]
pub struct Field<'a> {
    scene: &'a Scene<'a>,
    /// By party of the dossier, then by issue in the order of the scene.
    positions: Vec<Vec<Placed<'a>>>,
}

/// A comparable position of one party.
#[derive(Debug)]
struct Placed<'a> {
    /// The rank of the issue in the order of the scene.
    rank: usize,
    issue: usize,
    outcome: &'a Outcome,
    condition: Option<&'a str>,
    /// The record it is, as an index into the dossier's stances.
    record: usize,
    /// Numbers of the pieces of evidence it rests on, ascending.
    evidence: Vec<usize>,
}

/// One issue on which two parties both have a comparable position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub verdict: Verdict,
    /// How far apart they are and how far from meeting; nothing where a
    /// condition keeps it open.
    pub apart: Option<Apart>,
    pub same: bool,
    pub tie: Tie,
}

/// Distance and gap of two positions, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    pub distance: f64,
    pub gap: f64,
}

/// What ties two positions together, so that they are no two independent facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// Nothing: they are independent.
    None,
    /// One party is a group, the other its member.
    Membership,
    /// Both rest on the same place of the same source, on the same basis and
    /// through the same voice, or on one record of a group. One place that
    /// reports two acts of two parties is two pieces of evidence.
    Evidence,
}

impl<'a> Field<'a> {
    /// The comparable positions of a scene.
    pub fn new(scene: &'a Scene<'a>) -> Self {
        let mut pieces = Pieces::default();
        let parties = 0..scene.dossier.parties.len();
        Self {
            positions: parties
                .map(|party| placed(scene, party, &mut pieces))
                .collect(),
            scene,
        }
    }

    /// The scene compared.
    pub fn scene(&self) -> &'a Scene<'a> {
        self.scene
    }

    /// The joint issues of two parties, in the order of the scene. Silence, and
    /// whatever cannot be compared, is not among them.
    pub fn joint(&self, one: usize, other: usize) -> impl Iterator<Item = Joint> + '_ {
        let membership = self.scene.dossier.group_and_member(one, other);
        let (mut ours, mut theirs) = (self.positions[one].iter(), self.positions[other].iter());
        let (mut a, mut b) = (ours.next(), theirs.next());
        std::iter::from_fn(move || {
            loop {
                let (mine, yours) = (a?, b?);
                match mine.rank.cmp(&yours.rank) {
                    Ordering::Less => a = ours.next(),
                    Ordering::Greater => b = theirs.next(),
                    Ordering::Equal => {
                        (a, b) = (ours.next(), theirs.next());
                        return Some(self.compare(mine, yours, membership));
                    }
                }
            }
        })
    }

    fn compare(&self, one: &Placed, other: &Placed, membership: bool) -> Joint {
        let space = self.scene.dossier.issues[one.issue].space;
        let open = one.condition != other.condition;
        Joint {
            issue: one.issue,
            verdict: if open {
                Verdict::Partial
            } else {
                verdict(space, one.outcome, other.outcome)
            },
            apart: (!open).then(|| Apart {
                distance: distance(space, one.outcome, other.outcome),
                gap: gap(space, one.outcome, other.outcome),
            }),
            same: !open && one.outcome == other.outcome,
            tie: if membership {
                Tie::Membership
            } else if one.record == other.record || overlap(&one.evidence, &other.evidence) {
                Tie::Evidence
            } else {
                Tie::None
            },
        }
    }
}

impl Joint {
    /// The same as a measure sees it: numbers alone, every issue of weight 1.
    pub fn measured(&self) -> measured::Joint {
        measured::Joint {
            class: match self.verdict {
                Verdict::Agree => measured::Class::Agree,
                Verdict::Partial => measured::Class::Partial,
                Verdict::Conflict => measured::Class::Conflict,
            },
            positions: if self.same {
                measured::Positions::Same
            } else {
                measured::Positions::Different
            },
            apart: self.apart.map(|apart| measured::Apart {
                distance: apart.distance,
                gap: apart.gap,
            }),
            weight: 1.0,
        }
    }
}

/// A number for each piece of evidence: source, place, and who says it how.
#[derive(Debug, Default)]
struct Pieces<'a>(BTreeMap<(&'a str, Option<&'a str>, &'a Basis), usize>);

impl<'a> Pieces<'a> {
    fn of(&mut self, stance: &'a Stance) -> Vec<usize> {
        let mut numbers: Vec<usize> = (stance.evidence.iter())
            .map(|proof| {
                let piece = (
                    proof.written.source.as_str(),
                    proof.written.at.as_deref(),
                    &stance.basis,
                );
                let next = self.0.len();
                *self.0.entry(piece).or_insert(next)
            })
            .collect();
        numbers.sort_unstable();
        numbers
    }
}

fn placed<'a>(scene: &Scene<'a>, party: usize, pieces: &mut Pieces<'a>) -> Vec<Placed<'a>> {
    let mut placed = Vec::new();
    for (rank, issue) in scene.focus.issues.iter().enumerate() {
        let Cell::Held(held) = scene.cell(party, *issue) else {
            continue;
        };
        let stance = &scene.dossier.stances[held.stance];
        if let Position::Known(outcome) = &stance.position {
            placed.push(Placed {
                rank,
                issue: *issue,
                outcome,
                condition: stance.condition.as_deref(),
                record: held.stance,
                evidence: pieces.of(stance),
            });
        }
    }
    placed
}

/// Whether two ascending lists have a number in common.
fn overlap(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|number| other.binary_search(number).is_ok())
}

/// The stances behind a cell, for whoever wants to show them all.
pub fn stances(cell: &Cell) -> Vec<usize> {
    match cell {
        Cell::Silent => Vec::new(),
        Cell::Held(held) => std::iter::once(held.stance)
            .chain(held.repeated.iter().copied())
            .chain(held.weaker.iter().copied())
            .collect(),
        Cell::Contradictory(stances) => stances.clone(),
    }
}
