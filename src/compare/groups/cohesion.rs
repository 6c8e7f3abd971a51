//! How far some parties are of one mind among themselves.

use itertools::Itertools;
use rayon::prelude::*;

use crate::compare::issues::placed::{Placed, Scored};
use crate::compare::joint::{Field, Joint};
use crate::compare::pair::Pair;
use crate::measure::pair::sum::sum;
use crate::measure::spread::rice;

/// The pairs among some parties, taken together, and their unity issue by issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohesion {
    /// In the order given.
    pub parties: Vec<usize>,
    /// How many pairs there are, and how many of them have a joint issue.
    pub pairs: usize,
    pub compared: usize,
    /// The joint issues of all pairs together, and how they turn out:
    /// `agree + partial + conflict == n`.
    pub n: usize,
    /// How many of these rest on independent facts.
    pub independent: usize,
    pub agree: usize,
    pub partial: usize,
    pub conflict: usize,
    /// How many of these have a distance.
    pub measured: usize,
    /// 1 minus the mean distance; nothing without a distance.
    pub closeness: Option<f64>,
    /// In the order of the scene, the issues on which two or more of them are placed
    /// on one side or the other.
    pub unity: Vec<Unity>,
}

/// Rice's index among some parties on one issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unity {
    /// An index into the dossier's issues.
    pub issue: usize,
    pub rice: f64,
    /// How many of them take a side; two or more.
    pub n: usize,
}

impl Cohesion {
    /// Over all pairs of these parties.
    pub fn of(field: &Field, parties: &[usize]) -> Self {
        let counted: Vec<(Pair, usize, f64)> = (0..parties.len())
            .into_par_iter()
            .flat_map_iter(|row| {
                let others = parties[..row].iter();
                others.map(move |other| counts(field, parties[row], *other))
            })
            .collect();
        let total = |of: fn(&Pair) -> usize| counted.iter().map(|(pair, ..)| of(pair)).sum();
        let measured: usize = counted.iter().map(|(_, measured, _)| measured).sum();
        let distance = sum(counted.iter().map(|(.., distance)| *distance));
        Self {
            parties: parties.to_vec(),
            pairs: counted.len(),
            compared: counted.iter().filter(|(pair, ..)| pair.n > 0).count(),
            n: total(|pair| pair.n),
            independent: total(|pair| pair.independent),
            agree: total(|pair| pair.agree),
            partial: total(|pair| pair.partial),
            conflict: total(|pair| pair.conflict),
            measured,
            closeness: (measured > 0).then(|| 1.0 - distance / measured as f64),
            unity: (field.scene().focus.issues.iter())
                .filter_map(|issue| unity(field, parties, *issue))
                .collect(),
        }
    }

    /// The mean of Rice's index over the issues that have one.
    pub fn mean_rice(&self) -> Option<f64> {
        let all = self.unity.len();
        let total = sum(self.unity.iter().map(|unity| unity.rice));
        (all > 0).then(|| total / all as f64)
    }
}

/// The counts of a pair, on how many issues it has a distance, and their sum.
fn counts(field: &Field, one: usize, other: usize) -> (Pair, usize, f64) {
    let joint: Vec<Joint> = field.joint(one, other).collect();
    let distances = joint.iter().filter_map(|joint| joint.standing.apart);
    let distances = distances.map(|apart| apart.distance).collect_vec();
    (
        Pair::of(one.min(other), one.max(other), joint.into_iter()),
        distances.len(),
        sum(distances.into_iter()),
    )
}

/// Nothing where fewer than two take a side: whoever stands alone is always united.
fn unity(field: &Field, parties: &[usize], issue: usize) -> Option<Unity> {
    let placed = Placed::among(field.scene(), parties, issue);
    let Scored { value, n } = placed.score(&rice::MEASURE);
    let rice = value.ok().filter(|_| n > 1)?;
    Some(Unity { issue, rice, n })
}
