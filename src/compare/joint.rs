//! The issues on which two parties both have a comparable position, and how they stand there.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use itertools::Itertools;

use super::standing::{Standing, Standings};
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Basis, Stance};
use crate::measure::pair as measured;
use crate::outcome::verdict::Verdict;

/// All comparable positions of a scene, ready to be compared pair by pair.
#[derive(Debug)]
pub struct Field<'a> {
    scene: &'a Scene<'a>,
    /// By party of the dossier, then by issue in the order of the scene; nothing
    /// for parties that are not in view.
    positions: Vec<Vec<Placed>>,
    /// By issue in the order of the scene.
    standings: Vec<Standings<'a>>,
}

/// A comparable position of one party.
#[derive(Debug)]
struct Placed {
    /// The rank of the issue in the order of the scene.
    rank: usize,
    /// The number of the position among those on the issue.
    position: usize,
    /// The records that say so, as indices into the dossier's stances, ascending.
    records: Vec<usize>,
    /// Numbers of the pieces of evidence it rests on, ascending.
    evidence: Vec<usize>,
}

/// One issue on which two parties both have a comparable position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub standing: Standing,
    pub tie: Tie,
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
        let issues = scene.focus.issues.iter();
        let mut field = Self {
            positions: scene.dossier.parties.iter().map(|_| Vec::new()).collect(),
            standings: issues
                .map(|issue| Standings::on(scene.dossier.issues[*issue].space))
                .collect(),
            scene,
        };
        let mut pieces = Pieces::default();
        for party in &scene.focus.parties {
            field.positions[*party] = field.placed(*party, &mut pieces);
        }
        field.standings.iter_mut().for_each(Standings::work_out);
        field
    }

    fn placed(&mut self, party: usize, pieces: &mut Pieces<'a>) -> Vec<Placed> {
        let scene = self.scene;
        let mut placed = Vec::new();
        for (rank, issue) in scene.focus.issues.iter().enumerate() {
            let Cell::Held(held) = scene.cell(party, *issue) else {
                continue;
            };
            if let Some(position) = scene.comparable(party, *issue) {
                let stances = &scene.dossier.stances;
                let records = std::iter::once(held.stance).chain(held.repeated.iter().copied());
                placed.push(Placed {
                    rank,
                    position: self.standings[rank].number(position),
                    evidence: records
                        .clone()
                        .flat_map(|at| pieces.of(&stances[at]))
                        .sorted_unstable()
                        .collect(),
                    records: records.sorted_unstable().collect(),
                });
            }
        }
        placed
    }

    /// The scene compared.
    pub fn scene(&self) -> &'a Scene<'a> {
        self.scene
    }

    /// The joint issues of two parties, in the order of the scene. Silence, and
    /// whatever cannot be compared, is not among them.
    pub fn joint(&self, one: usize, other: usize) -> impl Iterator<Item = Joint> + '_ {
        let whose = match self.scene.dossier.group_and_member(one, other) {
            true => Whose::GroupAndMember,
            false => Whose::Others,
        };
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
                        return Some(self.compare(mine, yours, whose));
                    }
                }
            }
        })
    }

    fn compare(&self, one: &Placed, other: &Placed, whose: Whose) -> Joint {
        Joint {
            issue: self.scene.focus.issues[one.rank],
            standing: self.standings[one.rank].between(one.position, other.position),
            tie: if whose == Whose::GroupAndMember {
                Tie::Membership
            } else if overlap(&one.records, &other.records)
                || overlap(&one.evidence, &other.evidence)
            {
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
            class: match self.standing.verdict {
                Verdict::Agree => measured::Class::Agree,
                Verdict::Partial => measured::Class::Partial,
                Verdict::Conflict => measured::Class::Conflict,
            },
            positions: if self.standing.same {
                measured::Positions::Same
            } else {
                measured::Positions::Different
            },
            apart: self.standing.apart.map(|apart| measured::Apart {
                distance: apart.distance,
                gap: apart.gap,
            }),
            weight: 1.0,
            times: 1,
        }
    }
}

/// Whose two positions are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    GroupAndMember,
    Others,
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

/// Whether two ascending lists have a number in common.
fn overlap(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|number| other.binary_search(number).is_ok())
}
