//! One answer, and what it would be worth.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use itertools::Itertools;

use super::Joint;
use super::floor::Floor;
use super::voice::{Voice, hangs_on};
use crate::dossier::lens::Inheritance;
use crate::dossier::scene::Scene;

/// A party that could be asked about an issue to which others have spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub party: usize,
    pub issue: usize,
    /// What there is of the party so far.
    pub voice: Voice,
    /// Members in view that would be taken to hold the same.
    pub heirs: Vec<usize>,
    /// Members in view that speak through another group. Whether they could be
    /// compared any more depends on the answer, so they are not counted.
    pub unsure: Vec<usize>,
    /// How many pairs could be compared on one issue more.
    pub pairs: usize,
    /// How many of these could not be compared on any issue so far.
    pub first: usize,
    /// How many others call their position on the issue a red line.
    pub red_lines: usize,
}

impl Question {
    /// Those with whom the party could be compared.
    pub fn with<'a>(&'a self, floor: &'a Floor) -> impl Iterator<Item = usize> + Clone + 'a {
        let speaking = floor.speaking.iter().copied();
        speaking.filter(|other| !self.unsure.contains(other))
    }

    /// The pairs that could be compared on one issue more.
    pub fn new_pairs<'a>(&'a self, floor: &'a Floor) -> impl Iterator<Item = (usize, usize)> + 'a {
        let answering = || std::iter::once(self.party).chain(self.heirs.iter().copied());
        let with_speakers = answering().cartesian_product(self.with(floor));
        with_speakers.chain(answering().array_combinations().map(Into::into))
    }

    fn counted(self, floor: &Floor, joint: &Joint) -> Self {
        let is_first = |(one, other): &(usize, usize)| joint.n(*one, *other) == 0;
        Self {
            pairs: self.new_pairs(floor).count(),
            first: self.new_pairs(floor).filter(is_first).count(),
            ..self
        }
    }
}

/// Every answer that would make a pair comparable on one more issue, those first
/// that would do so for the most pairs; among equals those to the most red lines,
/// then those that make the most pairs comparable at all.
pub(super) fn questions(scene: &Scene, floors: &[Floor], joint: &Joint) -> Vec<Question> {
    let houses = Houses::of(scene);
    let questions = floors.iter().flat_map(|floor| {
        let (houses, open) = (&houses, floor.open());
        open.map(move |(party, voice)| {
            let question = Question {
                party,
                issue: floor.issue,
                voice,
                heirs: houses.heirs(party, floor),
                unsure: houses.unsure(party, floor),
                pairs: 0,
                first: 0,
                red_lines: floor.red_lines.len(),
            };
            question.counted(floor, joint)
        })
    });
    let mut questions: Vec<Question> = questions.filter(|question| question.pairs > 0).collect();
    questions.sort_by_key(|question| Reverse((question.pairs, question.red_lines, question.first)));
    questions
}

/// Groups and their members, where members inherit.
struct Houses<'a> {
    scene: &'a Scene<'a>,
    /// Where a party has a record of its own that has begun: it inherits nothing there.
    spoken: BTreeSet<(usize, usize)>,
}

impl<'a> Houses<'a> {
    fn of(scene: &'a Scene<'a>) -> Self {
        let begun = scene
            .dossier
            .stances
            .iter()
            .filter(|stance| (scene.focus.as_of).is_some_and(|day| stance.since.last() <= day));
        Self {
            spoken: begun.map(|stance| (stance.party, stance.issue)).collect(),
            scene,
        }
    }

    /// The members in view that would have a comparable position of this group, if
    /// it had one, and of no other group.
    fn heirs(&self, group: usize, floor: &Floor) -> Vec<usize> {
        if self.scene.focus.inheritance == Inheritance::None {
            return Vec::new();
        }
        let house = &self.scene.dossier.parties[group];
        let members = floor.others.iter().map(|(member, _)| *member);
        let ours = members.filter(|member| *member != group && house.has_member(*member));
        ours.filter(|member| !self.spoken.contains(&(*member, floor.issue)))
            .filter(|member| !self.has_of_another(*member, group, floor.issue))
            .collect()
    }

    /// The members in view that speak, and do so through another group.
    fn unsure(&self, group: usize, floor: &Floor) -> Vec<usize> {
        if self.scene.focus.inheritance == Inheritance::None {
            return Vec::new();
        }
        let speaking = floor.speaking.iter().copied();
        let unsure = speaking.filter(|party| hangs_on(self.scene, *party, group, floor.issue));
        unsure.collect()
    }

    fn has_of_another(&self, member: usize, group: usize, issue: usize) -> bool {
        let groups = self.scene.dossier.parties.iter().enumerate();
        let mut others =
            groups.filter(|(other, party)| *other != group && party.has_member(member));
        others.any(|(other, _)| self.has_of_its_own(other, issue))
    }

    /// Only what a group says itself is handed on.
    fn has_of_its_own(&self, group: usize, issue: usize) -> bool {
        let records = self.scene.cell(group, issue).stances();
        let mut stances = records
            .iter()
            .map(|record| &self.scene.dossier.stances[*record]);
        stances.any(|stance| stance.party == group)
    }
}
