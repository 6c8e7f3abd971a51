//! Two parties: on how many issues they can be compared, and how those turn out.

use itertools::Itertools;
use rayon::prelude::*;

use super::joint::{Field, Joint, Tie};
use crate::outcome::verdict::Verdict;

/// What two parties come to. `agree + partial + conflict == n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Indices into the dossier's parties, `a < b`.
    pub a: usize,
    pub b: usize,
    /// On how many issues both have a comparable position.
    pub n: usize,
    /// On how many of these the two positions are independent facts.
    pub independent: usize,
    pub agree: usize,
    pub partial: usize,
    pub conflict: usize,
}

/// Every pair of parties in view, also those with n = 0, ordered by `a`, then `b`.
pub fn pairs(field: &Field) -> Vec<Pair> {
    let parties: Vec<usize> = (field.scene().focus.parties.iter().copied())
        .sorted_unstable()
        .collect();
    (0..parties.len())
        .into_par_iter()
        .flat_map_iter(|at| {
            let (a, others) = (parties[at], &parties[at + 1..]);
            others
                .iter()
                .map(move |b| Pair::of(a, *b, field.joint(a, *b)))
        })
        .collect()
}

impl Pair {
    /// The counts over these joint issues.
    pub fn of(a: usize, b: usize, joint: impl Iterator<Item = Joint>) -> Self {
        let nothing = Self {
            a,
            b,
            n: 0,
            independent: 0,
            agree: 0,
            partial: 0,
            conflict: 0,
        };
        joint.fold(nothing, |pair, joint| Self {
            n: pair.n + 1,
            independent: pair.independent + usize::from(joint.tie == Tie::None),
            agree: pair.agree + usize::from(joint.standing.verdict == Verdict::Agree),
            partial: pair.partial + usize::from(joint.standing.verdict == Verdict::Partial),
            conflict: pair.conflict + usize::from(joint.standing.verdict == Verdict::Conflict),
            ..pair
        })
    }
}
