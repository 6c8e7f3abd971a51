//! What members have of their groups.

use itertools::Itertools;

use super::{Cell, Held, Scene};

impl Scene<'_> {
    /// Gives members what their groups hold where they have no record of their
    /// own. Only own records of a group are handed on, so order does not matter.
    pub(super) fn inherit(&mut self) {
        let groups: Vec<usize> = (0..self.dossier.parties.len())
            .filter(|party| !self.dossier.parties[*party].members.is_empty())
            .collect();
        let mut inherited = Vec::new();
        for (member, issue) in self.silent_places() {
            let held = groups.iter().filter_map(|group| {
                let Cell::Held(held) = self.cell(*group, issue) else {
                    return None;
                };
                let member = self.dossier.parties[*group].has_member(member);
                member.then_some((*group, held.stance))
            });
            inherited.extend(
                self.merged(held.collect())
                    .map(|cell| (member, issue, cell)),
            );
        }
        for (member, issue, cell) in inherited {
            self.cells[member * self.dossier.issues.len() + issue] = cell;
        }
    }

    fn silent_places(&self) -> Vec<(usize, usize)> {
        let focus = &self.focus;
        (focus.parties.iter().copied())
            .cartesian_product(focus.issues.iter().copied())
            .filter(|(party, issue)| *self.cell(*party, *issue) == Cell::Silent)
            .collect()
    }

    /// What a member has of its groups' stances: nothing, the same from all, or
    /// a contradiction.
    fn merged(&self, stances: Vec<(usize, usize)>) -> Option<Cell> {
        let (group, first) = *stances.first()?;
        let says = |stance: usize| &self.dossier.stances[stance];
        if !stances
            .iter()
            .all(|(_, other)| says(*other).says_the_same(says(first)))
        {
            return Some(Cell::Contradictory(
                stances.into_iter().map(|(_, s)| s).collect(),
            ));
        }
        Some(Cell::Held(Held {
            stance: first,
            repeated: stances[1..].iter().map(|(_, stance)| *stance).collect(),
            weaker: Vec::new(),
            later: None,
            from_group: Some(group),
        }))
    }
}
