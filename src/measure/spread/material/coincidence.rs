//! Krippendorff's coincidences: which answers meet within one question, against
//! which would meet if answers were dealt out to questions by chance.

use std::cmp::Ordering;

use super::Units;
use crate::measure::pair::sum::sum;
use crate::measure::spread::{Score, Undefined};

/// How far apart two answers are, by their places among all that are given.
pub(in crate::measure::spread) type Difference = fn(&Pool, usize, usize) -> f64;

/// The answers that can be compared, whatever question they belong to: those to a
/// question that has two or more.
#[derive(Debug)]
pub(in crate::measure::spread) struct Pool {
    /// The different answers, ascending, as shares of the largest in size: so no
    /// square of a difference is ever too large to be written down.
    answers: Vec<f64>,
    /// How often each is given.
    counts: Vec<usize>,
    /// The size of the largest answer; 1 where all are 0.
    largest: f64,
}

/// Krippendorff's alpha over a difference: 1 − Do / De, where Do is the mean
/// difference of answers within a question and De that of all answers.
pub(in crate::measure::spread) fn alpha(units: &Units, difference: Difference) -> Score {
    let paired: Vec<&Vec<f64>> = units.0.iter().filter(|unit| unit.len() > 1).collect();
    if paired.is_empty() {
        let nobody = units.0.iter().all(Vec::is_empty);
        return Score::undefined(
            0,
            if nobody {
                Undefined::NoAnswer
            } else {
                Undefined::NothingPaired
            },
        );
    }
    let pool = Pool::of(&paired);
    let n = pool.counts.iter().sum();
    if pool.answers.len() == 1 {
        return Score::undefined(n, Undefined::OneAnswer);
    }
    let observed = pool.within(&paired, difference);
    let expected = pool.overall(difference);
    Score::on(n, 1.0 - (n as f64 - 1.0) * (observed / expected))
}

impl Pool {
    fn of(units: &[&Vec<f64>]) -> Self {
        let all = || units.iter().flat_map(|unit| unit.iter().copied());
        let largest = match all().map(f64::abs).fold(0.0, f64::max) {
            0.0 => 1.0,
            size => size,
        };
        let mut sorted: Vec<f64> = all().map(|answer| share(answer, largest)).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let (mut answers, mut counts): (Vec<f64>, Vec<usize>) = (Vec::new(), Vec::new());
        for answer in sorted {
            match (answers.last(), counts.last_mut()) {
                (Some(last), Some(count)) if *last == answer => *count += 1,
                _ => {
                    answers.push(answer);
                    counts.push(1);
                }
            }
        }
        Self {
            answers,
            counts,
            largest,
        }
    }

    /// Σ o_ck δ_ck: the differences within each question, each answer met by all
    /// others to it.
    fn within(&self, units: &[&Vec<f64>], difference: Difference) -> f64 {
        sum(units.iter().map(|unit| {
            let counts = self.counts_in(unit);
            self.pairs(&counts, difference) / (unit.len() as f64 - 1.0)
        }))
    }

    /// Σ n_c n_k δ_ck: the differences of all answers.
    fn overall(&self, difference: Difference) -> f64 {
        let counts: Vec<(usize, usize)> = self.counts.iter().copied().enumerate().collect();
        self.pairs(&counts, difference)
    }

    /// How often each place of the pool is taken in a question.
    fn counts_in(&self, unit: &[f64]) -> Vec<(usize, usize)> {
        let mut places: Vec<usize> = (unit.iter())
            .map(|answer| share(*answer, self.largest))
            .map(|answer| self.answers.partition_point(|other| *other < answer))
            .collect();
        places.sort_unstable();
        let runs = places.chunk_by(|one, other| one == other);
        runs.map(|run| (run[0], run.len())).collect()
    }

    fn pairs(&self, counts: &[(usize, usize)], difference: Difference) -> f64 {
        let pairs = counts.iter().enumerate().flat_map(|(at, one)| {
            let others = counts[at + 1..].iter();
            others.map(move |other| (one, other))
        });
        2.0 * sum(pairs.map(|((c, count), (k, other))| {
            (*count as f64) * (*other as f64) * difference(self, *c, *k)
        }))
    }

    /// 1 for any two different answers.
    pub(in crate::measure::spread) fn nominal(&self, one: usize, other: usize) -> f64 {
        f64::from(u8::from(one.cmp(&other) != Ordering::Equal))
    }

    /// The square of how many answers lie between the two, each counted half itself.
    pub(in crate::measure::spread) fn ordinal(&self, one: usize, other: usize) -> f64 {
        let (low, high) = (one.min(other), one.max(other));
        let all: usize = self.counts[low..=high].iter().sum();
        let ends = self.counts[low] + self.counts[high];
        (all as f64 - ends as f64 / 2.0).powi(2)
    }

    /// The square of the difference of the two numbers.
    pub(in crate::measure::spread) fn interval(&self, one: usize, other: usize) -> f64 {
        (self.answers[one] - self.answers[other]).powi(2)
    }
}

/// An answer as a share of the largest; adding 0 makes one zero of the two there are.
fn share(answer: f64, largest: f64) -> f64 {
    answer / largest + 0.0
}
