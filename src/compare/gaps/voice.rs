//! What there is of a party on an issue, and whether it can be asked.

use std::collections::BTreeMap;

use crate::dossier::scene::{Cell, Held, Reason, Scene};
use crate::dossier::{Position, Stance};

/// What there is of a party on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// A position that can be compared.
    Speaks,
    /// No record at all.
    Silent,
    /// Records that are no longer in force.
    Ended,
    /// A position whose content is not public.
    Undisclosed,
    Withdrawn,
    /// Records of one day that differ.
    Contradictory,
    /// Only records that the lens leaves out. That is no silence.
    Hidden,
    /// Only records that are broken: they are to be mended before anybody is asked.
    Unusable,
    /// Only what its group has, and that cannot be compared: the group is to be asked.
    FromGroup,
}

impl Voice {
    /// Whether an answer of the party itself is what is missing.
    pub fn is_open(self) -> bool {
        match self {
            Self::Silent
            | Self::Ended
            | Self::Undisclosed
            | Self::Withdrawn
            | Self::Contradictory => true,
            Self::Speaks | Self::Hidden | Self::Unusable | Self::FromGroup => false,
        }
    }

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speaks => "speaks",
            Self::Silent => "silent",
            Self::Ended => "ended",
            Self::Undisclosed => "undisclosed",
            Self::Withdrawn => "withdrawn",
            Self::Contradictory => "contradictory",
            Self::Hidden => "hidden",
            Self::Unusable => "unusable",
            Self::FromGroup => "from-group",
        }
    }
}

/// Why records do not count, by party and issue.
pub(super) type LeftOut = BTreeMap<(usize, usize), Vec<Reason>>;

/// What there is of a party on an issue.
pub(super) fn voice(scene: &Scene, left_out: &LeftOut, party: usize, issue: usize) -> Voice {
    match scene.cell(party, issue) {
        Cell::Silent => unheard(left_out.get(&(party, issue))),
        Cell::Unusable => Voice::Unusable,
        Cell::Held(held) => held_by(scene, held),
        Cell::Contradictory(records) => {
            let stance = |record: &usize| &scene.dossier.stances[*record];
            match one_group(party, records.iter().map(stance)) {
                true => Voice::FromGroup,
                false => Voice::Contradictory,
            }
        }
    }
}

fn unheard(reasons: Option<&Vec<Reason>>) -> Voice {
    let beyond = |reason: &Reason| match reason {
        Reason::Basis | Reason::Source | Reason::Confidence | Reason::Future | Reason::Possible => {
            true
        }
        Reason::Ended | Reason::Replaced | Reason::Weaker => false,
    };
    match reasons {
        None => Voice::Silent,
        Some(reasons) if reasons.iter().any(beyond) => Voice::Hidden,
        Some(_) => Voice::Ended,
    }
}

fn held_by(scene: &Scene, held: &Held) -> Voice {
    match scene.dossier.stances[held.stance].position {
        Position::Known(_) => Voice::Speaks,
        _ if held.from_group.is_some() => Voice::FromGroup,
        Position::Undisclosed => Voice::Undisclosed,
        Position::Withdrawn => Voice::Withdrawn,
    }
}

/// Whether all records are those of one group. Where two groups differ, only the
/// member itself can say which it follows.
fn one_group<'a>(party: usize, mut records: impl Iterator<Item = &'a Stance>) -> bool {
    let Some(first) = records.next().map(|stance| stance.party) else {
        return false;
    };
    first != party && records.all(|stance| stance.party == first)
}

/// Whether what a party has on an issue is that of a group, and this one is its group
/// as well: if it says something else, the two contradict each other.
pub(super) fn hangs_on(scene: &Scene, party: usize, group: usize, issue: usize) -> bool {
    let inherits =
        matches!(scene.cell(party, issue), Cell::Held(held) if held.from_group.is_some());
    inherits && scene.dossier.parties[group].has_member(party)
}
