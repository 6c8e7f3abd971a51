//! Every position that holds in a scene, one after the other.

use itertools::Itertools;

use crate::dossier::scene::{Cell, Held, Scene};
use crate::dossier::{Position, Stance};

/// A record that holds for a party on an issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Holding<'a> {
    /// An index into the dossier's parties: for whom it holds. The record may be
    /// that of a group.
    pub party: usize,
    /// An index into the dossier's issues.
    pub issue: usize,
    pub state: State,
    pub stance: &'a Stance,
    /// What else is known of the place; nothing where records contradict each other.
    pub held: Option<&'a Held>,
}

/// Whether a record can be compared, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Held,
    Undisclosed,
    Withdrawn,
    /// Another record of the same day says otherwise; each of them is listed.
    Contradictory,
}

impl State {
    /// The state of a record that nothing contradicts.
    pub fn of(position: &Position) -> Self {
        match position {
            Position::Known(_) => State::Held,
            Position::Undisclosed => State::Undisclosed,
            Position::Withdrawn => State::Withdrawn,
        }
    }

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            State::Held => "held",
            State::Undisclosed => "undisclosed",
            State::Withdrawn => "withdrawn",
            State::Contradictory => "contradictory",
        }
    }
}

/// What holds in view, by issue, then by party, both in the order of the scene.
pub fn holdings<'a>(scene: &'a Scene<'a>) -> Vec<Holding<'a>> {
    let (issues, parties) = (&scene.focus.issues, &scene.focus.parties);
    (issues.iter().cartesian_product(parties))
        .flat_map(|(issue, party)| at(scene, *party, *issue))
        .collect()
}

fn at<'a>(scene: &'a Scene<'a>, party: usize, issue: usize) -> Vec<Holding<'a>> {
    let holding = |record: usize, state: State, held| Holding {
        party,
        issue,
        state,
        stance: &scene.dossier.stances[record],
        held,
    };
    match scene.cell(party, issue) {
        Cell::Silent | Cell::Unusable => Vec::new(),
        Cell::Held(held) => {
            let state = State::of(&scene.dossier.stances[held.stance].position);
            vec![holding(held.stance, state, Some(held))]
        }
        Cell::Contradictory(records) => (records.iter())
            .map(|record| holding(*record, State::Contradictory, None))
            .collect(),
    }
}
