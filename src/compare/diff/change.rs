//! What a party says on an issue, before and after.

use itertools::Itertools;

use crate::compare::holding::State;
use crate::compare::union::{Union, aligned};
use crate::dossier::scene::{Cell, Reason, Scene};
use crate::dossier::{Dossier, Position, Stance};
use crate::outcome::distance::distance;

/// A place at which two looks differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Places in the union.
    pub party: usize,
    pub issue: usize,
    pub kind: Kind,
    pub before: Side,
    pub after: Side,
    /// How far apart the two positions are, from 0 to 1, on the issue as it is
    /// afterwards; nothing where one of them is not known, or only one depends on
    /// a condition, or the two on different ones.
    pub distance: Option<f64>,
}

/// What has become of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// There was no record, and now there is a position.
    New,
    /// Another position than before, or another condition.
    Changed,
    /// A newer record that says the same.
    Repeated,
    /// A record of the same day that says the same and is otherwise told.
    Edited,
    /// The position is known now.
    Disclosed,
    /// There is a position now that is not public.
    Undisclosed,
    /// The position is withdrawn.
    Withdrawn,
    /// A position again, after it was withdrawn.
    Resumed,
    /// Records contradict each other now.
    Contradictory,
    /// Records contradict each other no longer.
    Settled,
    /// The position is no longer in force.
    Ended,
    /// What was said is not on record any more, or the lens does not show it.
    Gone,
}

/// One look at a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Nothing where there is silence.
    pub state: Option<State>,
    /// The records that say so, as indices into the look's stances, the one that
    /// speaks for the others first.
    pub records: Vec<usize>,
}

impl Kind {
    /// All kinds, in the order in which they are counted.
    pub const ALL: [Kind; 12] = [
        Kind::New,
        Kind::Changed,
        Kind::Repeated,
        Kind::Edited,
        Kind::Disclosed,
        Kind::Undisclosed,
        Kind::Withdrawn,
        Kind::Resumed,
        Kind::Contradictory,
        Kind::Settled,
        Kind::Ended,
        Kind::Gone,
    ];

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Kind::New => "new",
            Kind::Changed => "changed",
            Kind::Repeated => "repeated",
            Kind::Edited => "edited",
            Kind::Disclosed => "disclosed",
            Kind::Undisclosed => "undisclosed",
            Kind::Withdrawn => "withdrawn",
            Kind::Resumed => "resumed",
            Kind::Contradictory => "contradictory",
            Kind::Settled => "settled",
            Kind::Ended => "ended",
            Kind::Gone => "gone",
        }
    }
}

impl Side {
    /// What a scene shows of a party on an issue; silence where it lacks either.
    pub fn of(scene: &Scene, party: Option<usize>, issue: Option<usize>) -> Self {
        let (Some(party), Some(issue)) = (party, issue) else {
            return Self::default();
        };
        match scene.cell(party, issue) {
            Cell::Silent | Cell::Unusable => Self::default(),
            Cell::Contradictory(records) => Self {
                state: Some(State::Contradictory),
                records: records.clone(),
            },
            Cell::Held(held) => Self {
                state: Some(State::of(&scene.dossier.stances[held.stance].position)),
                records: std::iter::once(held.stance)
                    .chain(held.repeated.iter().copied())
                    .collect(),
            },
        }
    }

    /// The record that holds; of several that contradict each other the first.
    pub fn record<'a>(&self, scene: &Scene<'a>) -> Option<&'a Stance> {
        let first = self.records.first()?;
        Some(&scene.dossier.stances[*first])
    }

    fn stances<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Stance> {
        let records = self.records.iter();
        records.map(|at| &dossier.stances[*at]).collect()
    }
}

/// Everything that differs between two looks, by party, then by issue.
pub fn changes(scenes: [&Scene; 2], union: &Union) -> Vec<Change> {
    let places = (0..union.parties.len()).cartesian_product(0..union.issues.len());
    places
        .filter_map(|(party, issue)| change(scenes, union, party, issue))
        .collect()
}

fn change(scenes: [&Scene; 2], union: &Union, party: usize, issue: usize) -> Option<Change> {
    let (who, what) = (&union.parties[party].at, &union.issues[issue].at);
    // What a broken record says nobody knows, so neither whether it has changed.
    if [0, 1]
        .iter()
        .any(|look| is_unusable(scenes[*look], who[*look], what[*look]))
    {
        return None;
    }
    let [before, after] = [0, 1].map(|look| Side::of(scenes[look], who[look], what[look]));
    let ways = Ways {
        scenes,
        before: &before,
        after: &after,
    };
    let kind = ways.kind(who[1].zip(what[1]))?;
    Some(Change {
        party,
        issue,
        kind,
        distance: ways.distance(),
        before,
        after,
    })
}

/// Whether all that a party says on an issue is a broken record.
pub fn is_unusable(scene: &Scene, party: Option<usize>, issue: Option<usize>) -> bool {
    let place = party.zip(issue);
    place.is_some_and(|(party, issue)| *scene.cell(party, issue) == Cell::Unusable)
}

/// Both sides of a place, and where they come from.
struct Ways<'a> {
    scenes: [&'a Scene<'a>; 2],
    before: &'a Side,
    after: &'a Side,
}

impl Ways<'_> {
    /// What has become of the position; nothing where nothing has. `place` is where
    /// it stands afterwards, if it is in view there.
    fn kind(&self, place: Option<(usize, usize)>) -> Option<Kind> {
        use State::{Contradictory, Held, Undisclosed, Withdrawn};
        match (self.before.state, self.after.state) {
            (None, None) => None,
            (_, None) if self.has_ended(place) => Some(Kind::Ended),
            (_, None) => Some(Kind::Gone),
            (before, after) if before == after => self.of_same_state(),
            (_, Some(Undisclosed)) => Some(Kind::Undisclosed),
            (_, Some(Withdrawn)) => Some(Kind::Withdrawn),
            (_, Some(Contradictory)) => Some(Kind::Contradictory),
            (None, Some(Held)) => Some(Kind::New),
            (Some(Undisclosed), Some(Held)) => Some(Kind::Disclosed),
            (Some(Withdrawn), Some(Held)) => Some(Kind::Resumed),
            (Some(Contradictory | Held), Some(Held)) => Some(Kind::Settled),
        }
    }

    fn of_same_state(&self) -> Option<Kind> {
        // Two looks at one dossier mostly see the very same records.
        let is_one = std::ptr::eq(self.scenes[0].dossier, self.scenes[1].dossier);
        if is_one && self.before.records == self.after.records {
            return None;
        }
        let [before, after] = self.records();
        let same_length = before.len() == after.len();
        let mut pairs = before.iter().zip(&after);
        if same_length && pairs.all(|(one, other)| self.is_same_record(one, other)) {
            return None;
        }
        let said_still = |one: &&Stance| after.iter().any(|other| self.says_the_same(one, other));
        let said_already =
            |other: &&Stance| before.iter().any(|one| self.says_the_same(one, other));
        if !before.iter().all(said_still) || !after.iter().all(said_already) {
            return Some(Kind::Changed);
        }
        let day = |records: &[&Stance]| records.iter().map(|one| one.since.last()).max();
        match day(&before) == day(&after) {
            true => Some(Kind::Edited),
            false => Some(Kind::Repeated),
        }
    }

    fn records(&self) -> [Vec<&Stance>; 2] {
        [
            self.before.stances(self.scenes[0].dossier),
            self.after.stances(self.scenes[1].dossier),
        ]
    }

    /// Whether silence afterwards is that of a record that has ended.
    fn has_ended(&self, place: Option<(usize, usize)>) -> bool {
        place.is_some_and(|(party, issue)| {
            let left_out = self.scenes[1].left_out(party, issue);
            left_out.iter().any(|(_, reason)| *reason == Reason::Ended)
        })
    }

    fn says_the_same(&self, before: &Stance, after: &Stance) -> bool {
        before.condition == after.condition
            && self.aligned(before).as_ref() == Some(&after.position)
    }

    /// A position from before on the issue as it is afterwards.
    fn aligned(&self, before: &Stance) -> Option<Position> {
        let [from, to] = [0, 1].map(|look| &self.scenes[look].dossier.issues);
        let (from, to) = (&from[before.issue], &to[self.issue_after()?]);
        match &before.position {
            Position::Known(outcome) => aligned(from, to, outcome).map(Position::Known),
            other => Some(other.clone()),
        }
    }

    fn issue_after(&self) -> Option<usize> {
        self.after.record(self.scenes[1]).map(|stance| stance.issue)
    }

    /// Whether nothing at all is told otherwise.
    fn is_same_record(&self, before: &Stance, after: &Stance) -> bool {
        let written = |stance: &Stance| {
            let proofs = stance.evidence.iter();
            proofs.map(|proof| proof.written.clone()).collect_vec()
        };
        let moved = Stance {
            party: after.party,
            record: after.record,
            issue: after.issue,
            position: after.position.clone(),
            evidence: after.evidence.clone(),
            ..before.clone()
        };
        let whose = |look: usize, stance: &Stance| {
            self.scenes[look].dossier.parties[stance.party].id.clone()
        };
        self.says_the_same(before, after)
            && moved == *after
            && written(before) == written(after)
            && whose(0, before) == whose(1, after)
    }

    fn distance(&self) -> Option<f64> {
        let before = self.before.record(self.scenes[0])?;
        let after = self.after.record(self.scenes[1])?;
        let both = [self.before.state, self.after.state];
        if both != [Some(State::Held); 2] || before.condition != after.condition {
            return None;
        }
        let space = self.scenes[1].dossier.issues[after.issue].space;
        match (self.aligned(before)?, &after.position) {
            (Position::Known(one), Position::Known(other)) => Some(distance(space, &one, other)),
            _ => None,
        }
    }
}
