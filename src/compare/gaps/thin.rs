//! Pairs with few joint issues, and the answers that would give them one more.

use std::cmp::Reverse;

use itertools::Itertools;

use super::Joint;
use super::floor::Floor;
use super::voice::hangs_on;
use crate::dossier::scene::Scene;

/// Below so many joint issues a pair counts as thin. It is the number from which on
/// shares are given in percent.
pub const FEW: usize = 5;

/// Two parties with few joint issues. Both lists are in the order of the floors: to
/// what the most others have spoken comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thin {
    /// Indices into the dossier's parties, in the order of the scene.
    pub a: usize,
    pub b: usize,
    /// On how many issues they are comparable so far.
    pub n: usize,
    /// Issues to which only `b` has spoken, and `a` could.
    pub ask_a: Vec<usize>,
    /// Issues to which only `a` has spoken, and `b` could.
    pub ask_b: Vec<usize>,
}

impl Thin {
    /// How many answers there are, each of which would give them a joint issue more.
    pub fn answers(&self) -> usize {
        self.ask_a.len() + self.ask_b.len()
    }

    /// Drops the answers of parties that are not asked.
    pub(super) fn keep(&mut self, is_asked: impl Fn(&usize) -> bool) {
        if !is_asked(&self.a) {
            self.ask_a.clear();
        }
        if !is_asked(&self.b) {
            self.ask_b.clear();
        }
    }
}

/// All thin pairs: those with the fewest joint issues first, then those for which
/// the most single answers would do.
pub(super) fn thin(scene: &Scene, floors: &[Floor], joint: &Joint) -> Vec<Thin> {
    let sides: Vec<Sides> = floors.iter().map(|floor| Sides::of(scene, floor)).collect();
    let pairs = scene.focus.parties.iter().copied().array_combinations();
    let mut thin: Vec<Thin> = pairs
        .filter(|[a, b]| joint.n(*a, *b) < FEW)
        .map(|[a, b]| Thin {
            a,
            b,
            n: joint.n(a, b),
            ask_a: open_to(scene, a, b, &sides),
            ask_b: open_to(scene, b, a, &sides),
        })
        .collect();
    thin.sort_by_key(|pair| (pair.n, Reverse(pair.answers())));
    thin
}

/// Who speaks to an issue and who could be asked, by party of the dossier.
struct Sides {
    issue: usize,
    speaks: Vec<bool>,
    open: Vec<bool>,
}

impl Sides {
    fn of(scene: &Scene, floor: &Floor) -> Self {
        let mut sides = Self {
            issue: floor.issue,
            speaks: vec![false; scene.dossier.parties.len()],
            open: vec![false; scene.dossier.parties.len()],
        };
        for party in &floor.speaking {
            sides.speaks[*party] = true;
        }
        for (party, _) in floor.open() {
            sides.open[party] = true;
        }
        sides
    }
}

/// The issues to which the other has spoken and this party could be asked.
fn open_to(scene: &Scene, party: usize, other: usize, sides: &[Sides]) -> Vec<usize> {
    let open = sides
        .iter()
        .filter(|side| side.open[party] && side.speaks[other])
        .filter(|side| !hangs_on(scene, other, party, side.issue));
    open.map(|side| side.issue).collect()
}
