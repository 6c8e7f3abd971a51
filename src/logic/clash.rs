//! What cannot hold together in one party's file, by itself or by relations.
//!
//! What a party really accepts on an issue is a set of outcomes that is not empty. A
//! record says that nothing beyond its position is accepted; a literal holds where
//! nothing beyond it is accepted. `Implies` says that whoever holds the one holds the
//! other, `Excludes` that nobody holds both. Stances and relations that leave no such
//! sets cannot hold together, and what is told of is each *minimal* set of them: take
//! any member away, and the rest can hold. So at least one member of each set has to
//! be mended.
//!
//! This is what linked results say of two parties (`facts`), said of one, and it goes
//! further in these points:
//!
//! - Several records and conclusions on one issue count together: `AtLeast` from one
//!   and `AtMost` from another may come to lie within a literal that neither lies in,
//!   and three sets of options that meet two by two may leave nothing to all.
//! - A neutral record beside a derived support or opposition cannot hold together: for
//!   two parties that is only partial, but one party does not stand on both.
//! - A literal that accepts all that there is holds for everybody, also without a record.
//! - Of contradictory records, which fire no relation between parties, each is tried by
//!   itself: either may be the one that is right.
//!
//! As there, a conditional, undisclosed or withdrawn position takes no part, and on
//! statements the side is all that counts. On a quantity with a tolerance nothing is
//! broken by a gap within it.
//!
//! ```
//! use stances::dossier::Dossier;
//! use stances::logic::clash;
//!
//! let dossier = Dossier::default();
//! for party in clash::among(&dossier) {
//!     for broken in &party.broken {
//!         println!("{}: {:?}", broken.first, broken.clash.chain.steps);
//!     }
//! }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use jiff::civil::Date;
use rayon::prelude::*;

use super::chain::Chain;
use super::proof::Member;
use super::sets::{self, Question, Set};
use super::web::Web;
use crate::dossier::Dossier;
use crate::dossier::scene::Cell;
use crate::dossier::scene::history::{self, State};

/// How many broken sets are told of one party at most. Where relations cross in many ways
/// there may be more of them than anybody can read, and than there is time to find.
pub const MOST: usize = 100;

/// What cannot hold together in one party's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clashes {
    /// An index into the dossier's parties.
    pub party: usize,
    /// Records that say different things on the same day; by the first of them.
    pub contradictions: Vec<Contradiction>,
    /// Records that relations do not let stand together; by stances, then relations.
    pub broken: Vec<Broken>,
    /// Whether there may be more broken sets than are told; see [`MOST`].
    pub more: bool,
}

/// Records of one party on one issue that differ and are in force on the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The first day on which all of them are in force.
    pub first: Date,
    /// An index into the dossier's issues.
    pub issue: usize,
    /// Indices into the dossier's stances, as they stand in the file: all that are in
    /// force on that day, also where some of them say the same. What is left of them
    /// once one has ended is not told again.
    pub stances: Vec<usize>,
}

/// A clash, and since when it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The first day on which all its stances are in force.
    pub first: Date,
    pub clash: Clash,
}

/// A minimal set of stances and relations that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Indices into the dossier's stances, sorted; never empty. What relations alone
    /// do not let stand together is told in `sound`.
    pub stances: Vec<usize>,
    /// Indices into the dossier's relations, sorted; never empty.
    pub relations: Vec<usize>,
    /// Why they cannot hold together.
    pub chain: Chain,
}

/// The clashes of some records, and whether there may be more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// By stances, then by relations.
    pub clashes: Vec<Clash>,
    pub more: bool,
}

/// The relations of a dossier, ready to be asked what they let stand together.
#[derive(Debug)]
pub struct Relations<'a> {
    web: Web<'a>,
    /// Sets of relations that cannot hold together at all, as they are no fault of
    /// any party.
    unsound: Vec<BTreeSet<Member>>,
    /// For each issue that relations speak of the part of the dossier it belongs to.
    parts: BTreeMap<usize, usize>,
}

/// All parties of which something is to be told, in the order of the dossier.
pub fn among(dossier: &Dossier) -> Vec<Clashes> {
    let relations = Relations::of(dossier);
    (0..dossier.parties.len())
        .into_par_iter()
        .filter_map(|party| {
            let clashes = relations.clashes(party);
            let is_fine = clashes.contradictions.is_empty() && clashes.broken.is_empty();
            (!is_fine || clashes.more).then_some(clashes)
        })
        .collect()
}

/// The contradictions of one party; relations have no say in them.
pub fn contradictions_of(dossier: &Dossier, party: usize) -> Vec<Contradiction> {
    contradictions(&history::of(dossier, party))
}

impl<'a> Relations<'a> {
    /// The relations of this dossier.
    pub fn of(dossier: &'a Dossier) -> Self {
        let web = Web::new(dossier);
        let question = Question {
            most: MOST,
            ..Question::default()
        };
        let unsound = sets::ask(&web, &question).sets.into_iter();
        Self {
            unsound: unsound.map(|set| set.members).collect(),
            parts: web.parts(),
            web,
        }
    }

    /// What cannot hold together in this party's file on any day: each set once, with
    /// the first day on which it stands. What its groups hold is not counted.
    pub fn clashes(&self, party: usize) -> Clashes {
        let histories = history::of(self.web.dossier, party);
        let (mut broken, mut more) = (Vec::new(), false);
        for places in self.places(&histories) {
            more |= self.broken(&places, &mut broken);
        }
        broken.sort_by(|one, other| one.clash.members().cmp(&other.clash.members()));
        Clashes {
            party,
            contradictions: contradictions(&histories),
            broken,
            more,
        }
    }

    /// The minimal sets of these records and the dossier's relations that cannot hold
    /// together. The records are those of one party, in force on one day, as indices
    /// into the dossier's stances. Records that differ on an issue contradict each
    /// other, so no set has two of them; of those that say the same the first in the
    /// list speaks for all.
    pub fn clashes_of(&self, stances: &[usize]) -> Found {
        let (mut clashes, more) = self.search(stances, &[], MOST);
        clashes.sort_by(|one, other| one.members().cmp(&other.members()));
        Found { clashes, more }
    }

    /// What a party has said on the issues of each part of the dossier.
    fn places<'b>(&self, histories: &'b BTreeMap<usize, Vec<State>>) -> Vec<Vec<&'b [State]>> {
        let mut places: BTreeMap<usize, Vec<&[State]>> = BTreeMap::new();
        for (issue, states) in histories {
            if let Some(part) = self.parts.get(issue) {
                places.entry(*part).or_default().push(states);
            }
        }
        places.into_values().collect()
    }

    /// Adds what breaks in one part of the dossier, day by day, and says whether
    /// there may be more.
    fn broken(&self, places: &[&[State]], broken: &mut Vec<Broken>) -> bool {
        let before = broken.len();
        let mut seen = BTreeSet::new();
        let days: BTreeSet<Date> = (places.iter().copied().flatten())
            .map(|state| state.since)
            .collect();
        for first in days {
            let stances = in_force(places, first);
            if !seen.insert(stances.clone()) {
                continue;
            }
            let known = broken[before..].iter().map(|broken| broken.clash.set());
            let (found, more) = self.search(&stances, &known.collect_vec(), MOST - broken.len());
            broken.extend(found.into_iter().map(|clash| Broken { first, clash }));
            if more {
                return true;
            }
        }
        false
    }

    fn search(
        &self,
        stances: &[usize],
        known: &[BTreeSet<Member>],
        most: usize,
    ) -> (Vec<Clash>, bool) {
        let found = sets::ask(
            &self.web,
            &Question {
                stances,
                given: &[],
                known: self.unsound.iter().chain(known).collect(),
                most,
            },
        );
        let clashes = found.sets.into_iter().map(Clash::of);
        let of_the_party = clashes.filter(|clash| !clash.stances.is_empty());
        (of_the_party.collect(), found.more)
    }
}

/// The records in force on a day.
fn in_force(places: &[&[State]], day: Date) -> Vec<usize> {
    let state = |states: &&[State]| {
        let begun = states.partition_point(|state| state.since <= day);
        begun.checked_sub(1)
    };
    let mut stances = Vec::new();
    for states in places {
        match state(states).map(|at| &states[at].cell) {
            Some(Cell::Held(held)) => stances.push(held.stance),
            Some(Cell::Contradictory(records)) => stances.extend(records),
            Some(Cell::Silent | Cell::Unusable) | None => (),
        }
    }
    stances
}

fn contradictions(histories: &BTreeMap<usize, Vec<State>>) -> Vec<Contradiction> {
    let mut told: Vec<Contradiction> = Vec::new();
    for (issue, states) in histories {
        for state in states {
            if let Cell::Contradictory(records) = &state.cell {
                // When one of them ends, the others contradict each other no more than before.
                let is_part = |known: &Contradiction| {
                    records.iter().all(|record| known.stances.contains(record))
                };
                if !told.last().is_some_and(is_part) {
                    told.push(Contradiction {
                        first: state.since,
                        issue: *issue,
                        stances: records.iter().copied().sorted_unstable().collect(),
                    });
                }
            }
        }
    }
    told.sort_by(|one, other| one.stances.cmp(&other.stances));
    told
}

impl Clash {
    fn of(set: Set) -> Self {
        let (mut stances, mut relations) = (Vec::new(), Vec::new());
        for member in set.members {
            match member {
                Member::Stance(stance) => stances.push(stance),
                Member::Relation(relation) => relations.push(relation),
            }
        }
        Self {
            stances,
            relations,
            chain: set.chain,
        }
    }

    fn members(&self) -> (&[usize], &[usize]) {
        (&self.stances, &self.relations)
    }

    fn set(&self) -> BTreeSet<Member> {
        let stances = self.stances.iter().copied().map(Member::Stance);
        let relations = self.relations.iter().copied().map(Member::Relation);
        stances.chain(relations).collect()
    }
}
