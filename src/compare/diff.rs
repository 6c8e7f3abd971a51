//! Two looks at a dossier, or at two versions of it: which positions differ, and
//! which pairs have moved by it.
//!
//! The numbers of either look are those that every other question gives for it;
//! here they are only held against each other.

pub mod change;
pub mod moved;
mod stale;

use jiff::Span;

use super::joint::Field;
use super::union::{Union, is_recast};
use crate::dossier::scene::Scene;
use change::{Change, changes};
use moved::{Moved, moved};
use stale::gone_stale;

/// One of two looks.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub field: &'a Field<'a>,
    /// From which age on a position is stale; nothing where the dossier names none.
    pub stale_after: Option<Span>,
}

/// What differs between two looks.
#[derive(Debug)]
pub struct Diff<'a> {
    pub before: &'a Field<'a>,
    pub after: &'a Field<'a>,
    /// Everybody and everything in view of either; the first look is the one before.
    pub union: Union,
    /// By party, then by issue, both in the order of the union.
    pub changes: Vec<Change>,
    /// The positions that are still the same and have become stale, in that order too.
    pub stale: Vec<Stale>,
    /// The pairs with other verdicts or distances than before, by the lower place in
    /// the union.
    pub pairs: Vec<Moved>,
    /// By party: the places of its pairs among these.
    of_party: Vec<Vec<usize>>,
    /// How many pairs there are in view of either look, moved or not.
    pub of_pairs: usize,
    /// The issues in view of both whose levels, options or numbers are others, as
    /// places in the union.
    pub recast: Vec<usize>,
}

/// A position that nobody has looked at for longer than the dossier allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale {
    /// Places in the union.
    pub party: usize,
    pub issue: usize,
    /// The record that holds, as an index into the stances of the dossier after.
    pub record: usize,
}

/// Whether something is in view of one look alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    Before,
    After,
}

/// What differs between a look and another one after it.
pub fn diff<'a>(before: Look<'a>, after: Look<'a>) -> Diff<'a> {
    let scenes = [before.field.scene(), after.field.scene()];
    let union = Union::of(&scenes);
    let changes = changes(scenes, &union);
    let parties = union.parties.len();
    let pairs = moved([before.field, after.field], &union, &changes);
    let mut of_party = vec![Vec::new(); parties];
    for (place, pair) in pairs.iter().enumerate() {
        of_party[pair.a].push(place);
        of_party[pair.b].push(place);
    }
    Diff {
        stale: gone_stale(before, after, &union, &changes),
        pairs,
        of_party,
        of_pairs: parties * parties.saturating_sub(1) / 2,
        recast: recast(scenes, &union),
        before: before.field,
        after: after.field,
        union,
        changes,
    }
}

fn recast(scenes: [&Scene; 2], union: &Union) -> Vec<usize> {
    let other = |at: &[Option<usize>]| match at {
        [Some(before), Some(after)] => is_recast(
            &scenes[0].dossier.issues[*before],
            &scenes[1].dossier.issues[*after],
        ),
        _ => false,
    };
    let issues = union.issues.iter().enumerate();
    let issues = issues.filter(|(_, entry)| other(&entry.at));
    issues.map(|(place, _)| place).collect()
}

impl<'a> Diff<'a> {
    /// Both looks, the one before first.
    pub fn scenes(&self) -> [&'a Scene<'a>; 2] {
        [self.before.scene(), self.after.scene()]
    }

    /// Whether nothing at all differs.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.stale.is_empty()
            && self.pairs.is_empty()
            && self.recast.is_empty()
            && self.parties_only(Only::Before).is_empty()
            && self.parties_only(Only::After).is_empty()
            && self.issues_only(Only::Before).is_empty()
            && self.issues_only(Only::After).is_empty()
    }

    /// The parties that only one look has in view, as places in the union.
    pub fn parties_only(&self, only: Only) -> Vec<usize> {
        alone(self.union.parties.iter().map(|entry| &entry.at), only)
    }

    /// The issues that only one look has in view, as places in the union.
    pub fn issues_only(&self, only: Only) -> Vec<usize> {
        alone(self.union.issues.iter().map(|entry| &entry.at), only)
    }

    /// What a change does to the party's standing to all others whom it moves, as
    /// places in the union.
    pub fn towards(&self, change: &Change) -> Vec<(usize, moved::Step)> {
        let ours = self.of_party[change.party].iter().filter_map(|pair| {
            let pair = &self.pairs[*pair];
            Some((pair.other(change.party)?, *pair.step(change.issue)?))
        });
        ours.collect()
    }
}

fn alone<'a>(entries: impl Iterator<Item = &'a Vec<Option<usize>>>, only: Only) -> Vec<usize> {
    let is_alone = |at: &[Option<usize>]| match at {
        [Some(_), None] => only == Only::Before,
        [None, Some(_)] => only == Only::After,
        _ => false,
    };
    let found = entries.enumerate().filter(|(_, at)| is_alone(at));
    found.map(|(place, _)| place).collect()
}
