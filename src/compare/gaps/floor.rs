//! Who has spoken to an issue, and who has not.

use std::cmp::Reverse;

use super::voice::{Voice, voice};
use crate::dossier::scene::Scene;
use crate::record::stance::Firmness;

/// An issue with everybody in view, in the order of the scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// An index into the dossier's issues.
    pub issue: usize,
    /// Who has a comparable position.
    pub speaking: Vec<usize>,
    /// Those of them who call it a red line.
    pub red_lines: Vec<usize>,
    /// Everybody else, and what there is of them.
    pub others: Vec<(usize, Voice)>,
}

impl Floor {
    /// The parties of whom there is this.
    pub fn who(&self, voice: Voice) -> impl Iterator<Item = usize> + '_ {
        let others = self.others.iter();
        others
            .filter(move |(_, of)| *of == voice)
            .map(|(party, _)| *party)
    }

    /// The parties that can be asked.
    pub fn open(&self) -> impl Iterator<Item = (usize, Voice)> + '_ {
        let others = self.others.iter().copied();
        others.filter(|(_, voice)| voice.is_open())
    }
}

/// Every issue in view: those first to which the most have spoken, then those with
/// the most red lines, then in the order of the scene.
pub(super) fn floors(scene: &Scene) -> Vec<Floor> {
    let left_out = scene.reasons();
    let floor = |issue: &usize| {
        let parties = scene.focus.parties.iter();
        let voices = parties.map(|party| (*party, voice(scene, &left_out, *party, *issue)));
        let (speaking, others): (Vec<_>, Vec<_>) =
            voices.partition(|(_, voice)| *voice == Voice::Speaks);
        let speaking: Vec<usize> = speaking.into_iter().map(|(party, _)| party).collect();
        Floor {
            issue: *issue,
            red_lines: red(scene, *issue, &speaking),
            speaking,
            others,
        }
    };
    let mut floors: Vec<Floor> = scene.focus.issues.iter().map(floor).collect();
    floors.sort_by_key(|floor| Reverse((floor.speaking.len(), floor.red_lines.len())));
    floors
}

fn red(scene: &Scene, issue: usize, speaking: &[usize]) -> Vec<usize> {
    let is_red = |party: &usize| {
        let stance = scene.stance(*party, issue);
        stance.is_some_and(|stance| stance.firmness == Firmness::RedLine)
    };
    speaking.iter().copied().filter(is_red).collect()
}
