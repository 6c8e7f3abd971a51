//! Van der Eijk's coefficient of agreement A.

use super::material::{Levels, Order};
use super::{Formula, Measure, Score, Undefined};
use crate::measure::pair::sum::sum;

pub const MEASURE: Measure = Measure {
    name: "van-der-eijk",
    summary: "from two opposite camps (-1) over an even spread (0) to one answer (1)",
    range: Some(-1.0..=1.0),
    page: include_str!("van_der_eijk.md"),
    formula: Formula::Levels(van_der_eijk),
};

/// A, from −1 (two halves at the two ends) over 0 (each level as often) to 1 (all
/// answers the same). Needs three levels or more: with two of them two camps and an
/// even spread are the same thing.
pub fn van_der_eijk(levels: &Levels) -> Score {
    let n = levels.answers();
    if levels.order == Order::Unordered {
        return Score::undefined(n, Undefined::NoOrder);
    }
    if n == 0 {
        return Score::undefined(0, Undefined::NoAnswer);
    }
    if levels.counts.len() < 3 {
        return Score::undefined(n, Undefined::TooFewLevels);
    }
    let parts = layers(levels.counts)
        .into_iter()
        .map(|layer| layer.answers as f64 * layer.agreement);
    Score::on(n, sum(parts) / n as f64)
}

/// A slice of the answers in which each level has either none or equally many.
struct Layer {
    answers: usize,
    agreement: f64,
}

/// Takes the distribution apart, from the bottom up.
fn layers(counts: &[usize]) -> Vec<Layer> {
    let mut left = counts.to_vec();
    let mut layers = Vec::new();
    while let Some(height) = left.iter().copied().filter(|count| *count > 0).min() {
        let pattern: Vec<bool> = left.iter().map(|count| *count > 0).collect();
        let taken = pattern.iter().filter(|taken| **taken).count();
        layers.push(Layer {
            answers: height * taken,
            agreement: agreement(&pattern),
        });
        left.iter_mut()
            .for_each(|count| *count = count.saturating_sub(height));
    }
    layers
}

/// U (1 − (S − 1) / (K − 1)) with U = ((K − 2) TU − (K − 1) TDU) / ((K − 2) (TU + TDU)),
/// where TU counts the triples of levels, in order, that are taken as 110 or 011 and
/// TDU those taken as 101. In one fraction, so that the ends are reached exactly.
fn agreement(pattern: &[bool]) -> f64 {
    let (levels, taken) = (pattern.len(), pattern.iter().filter(|one| **one).count());
    if taken == 1 {
        return 1.0;
    }
    if taken == levels {
        return 0.0;
    }
    let (k, s) = (levels as f64, taken as f64);
    let (side, both) = triples(pattern, s);
    ((k - 2.0) * side - (k - 1.0) * both) * (k - s) / ((k - 2.0) * (side + both) * (k - 1.0))
}

/// How many triples are 110 or 011, and how many 101: each level that is not taken
/// has some taken ones on its left and the others on its right.
fn triples(pattern: &[bool], taken: f64) -> (f64, f64) {
    let pairs = |of: f64| of * (of - 1.0) / 2.0;
    let (mut side, mut both, mut left) = (0.0, 0.0, 0.0);
    for one in pattern {
        if *one {
            left += 1.0;
        } else {
            let right = taken - left;
            side += pairs(left) + pairs(right);
            both += left * right;
        }
    }
    (side, both)
}
