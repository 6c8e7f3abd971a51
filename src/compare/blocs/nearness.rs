//! How near each two parties are by a measure.

use std::cmp::Ordering;

use crate::dossier::scene::Scene;
use crate::measure::{Lean, Measure, Score};

/// How near each two parties are: the higher the nearer. Nothing of those who have no
/// joint issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearness {
    /// By id, whatever the order of the scene.
    pub parties: Vec<usize>,
    /// By place in `parties`, then by a later place.
    known: Vec<Vec<Option<Near>>>,
}

/// What pairs of parties come to, on average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// The mean over the joint issues of all these pairs; of a measure that leans to
    /// conflict with its sign turned.
    pub value: f64,
    /// On how many joint issues of how many pairs it rests.
    pub n: usize,
    pub pairs: usize,
    /// The sum whose mean it is.
    total: f64,
}

impl Nearness {
    /// By the scores of a measure, whose rows and columns are the parties in the order
    /// of the scene.
    pub fn of(scene: &Scene, measure: &Measure, scores: &[Vec<Option<Score>>]) -> Self {
        let mut places: Vec<(usize, usize)> = (scene.focus.parties.iter().copied())
            .enumerate()
            .map(|(place, party)| (party, place))
            .collect();
        places.sort_unstable();
        let near = |one: usize, other: usize| {
            let score = scores[one][other]?;
            Near::of(measure, score)
        };
        let row = |at: usize| {
            let later = places[at + 1..].iter();
            later.map(|(_, other)| near(places[at].1, *other)).collect()
        };
        Self {
            known: (0..places.len()).map(row).collect(),
            parties: places.iter().map(|(party, _)| *party).collect(),
        }
    }

    /// How near the parties at two places are; `one < other`.
    pub fn between(&self, one: usize, other: usize) -> Option<Near> {
        self.known[one][other - one - 1]
    }

    /// Whether the party can be compared with anybody.
    pub fn is_known(&self, party: usize) -> bool {
        let Ok(at) = self.parties.binary_search(&party) else {
            return false;
        };
        let earlier = (0..at).any(|other| self.between(other, at).is_some());
        earlier || self.known[at].iter().any(Option::is_some)
    }

    /// Two rows of places as one, turned so that those meet who are nearest.
    pub(super) fn side_by_side(&self, left: Vec<usize>, right: Vec<usize>) -> Vec<usize> {
        let turned = |row: &[usize]| row.iter().rev().copied().collect::<Vec<usize>>();
        let ways = [
            [left.clone(), right.clone()],
            [left.clone(), turned(&right)],
            [turned(&left), right.clone()],
            [turned(&left), turned(&right)],
        ];
        let meeting = |way: &[Vec<usize>; 2]| {
            let (one, other) = (way[0].last()?, way[1].first()?);
            self.between(*one.min(other), *one.max(other))
        };
        let nearest = ways.into_iter().reduce(|best, next| {
            let better = match (meeting(&best), meeting(&next)) {
                (Some(best), Some(next)) => next.value > best.value,
                (best, next) => best.is_none() && next.is_some(),
            };
            if better { next } else { best }
        });
        nearest.map_or_else(Vec::new, |way| way.concat())
    }
}

impl Near {
    /// Nothing where the score is undefined or no finite number.
    fn of(measure: &Measure, score: Score) -> Option<Self> {
        let value = score.value.ok().filter(|value| value.is_finite())?;
        // A count is a whole number, so that equal shares are exactly equal.
        let counted = score.count.filter(|_| score.out_of == score.n);
        let total = counted.map_or(value * score.n as f64, |count| count as f64);
        (score.n > 0).then(|| Self::over(towards(measure, total), score.n, 1))
    }

    fn over(total: f64, n: usize, pairs: usize) -> Self {
        Self {
            value: total / n as f64,
            n,
            pairs,
            total,
        }
    }

    /// These pairs and others together.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self::over(
            self.total + other.total,
            self.n + other.n,
            self.pairs + other.pairs,
        )
    }

    /// The nearer is the greater; of equally near ones that which rests on more.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let by_value = self.value.total_cmp(&other.value);
        by_value.then(self.n.cmp(&other.n))
    }
}

/// A value so that the higher is the nearer, and back again.
pub fn towards(measure: &Measure, value: f64) -> f64 {
    match measure.lean {
        Lean::Conflict => 0.0 - value,
        Lean::Neither | Lean::Agreement | Lean::Balance => value,
    }
}
