//! Krippendorff's alpha over questions that differ in kind.
//!
//! Answers to different questions cannot be mixed: chance is what comes of dealing
//! out the answers to one question among those who are asked about, question by
//! question. Each question has differences of its own, from 0 to 1, so that none
//! outweighs the others by its unit.

use crate::measure::pair::sum::sum;
use crate::measure::spread::{Score, Undefined};

/// One question that several coders have answered of several cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Stratum {
    /// By case: the answers that it was given, as numbers of answers. A coder who gave
    /// none is not there.
    pub cases: Vec<Vec<usize>>,
    /// By two answers: how far apart they are, from 0 for the same one to 1; symmetric.
    /// Krippendorff's difference is the square of it.
    pub distances: Vec<Vec<f64>>,
}

/// Alpha over all these questions together: 1 − Do / De, where Do is the sum of the
/// squared distances within each case, each by one less than the number of its
/// answers, and De the same among all answers to a question.
///
/// For one question it is Krippendorff's own alpha: nominal where any two answers are
/// 1 apart, interval where distances are those of numbers. 1 where all answers to each
/// case are the same; 0 as by chance. Undefined where no case has two answers, and
/// where all answers to each question are one and the same. `n` is the number of
/// answers that can be compared.
pub fn alpha(strata: &[Stratum]) -> Score {
    let paired = || strata.iter().map(Stratum::paired);
    let n = paired().flatten().map(Vec::len).sum();
    if n == 0 {
        let mut answers = strata.iter().flat_map(|stratum| &stratum.cases);
        return Score::undefined(
            0,
            match answers.all(Vec::is_empty) {
                true => Undefined::NoAnswer,
                false => Undefined::NothingPaired,
            },
        );
    }
    let observed = sum(strata.iter().map(Stratum::observed));
    let expected = sum(strata.iter().map(Stratum::expected));
    match expected {
        0.0 => Score::undefined(n, Undefined::OneAnswer),
        expected => Score::on(n, 1.0 - observed / expected),
    }
}

impl Stratum {
    /// The cases with two answers or more.
    fn paired(&self) -> Vec<&Vec<usize>> {
        self.cases.iter().filter(|case| case.len() > 1).collect()
    }

    fn observed(&self) -> f64 {
        sum(self.paired().into_iter().map(|case| self.mean(case)))
    }

    fn expected(&self) -> f64 {
        let all: Vec<usize> = self.paired().into_iter().flatten().copied().collect();
        match all.len() {
            0 => 0.0,
            _ => self.mean(&all),
        }
    }

    /// The squared distances of each answer to all others, by how many others there are.
    fn mean(&self, answers: &[usize]) -> f64 {
        let mut sorted = answers.to_vec();
        sorted.sort_unstable();
        let runs = sorted.chunk_by(|one, other| one == other);
        let counts: Vec<(usize, f64)> = runs.map(|run| (run[0], run.len() as f64)).collect();
        let pairs = (0..counts.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
        let terms = pairs.map(|(one, other)| {
            let ((one, count), (other, others)) = (counts[one], counts[other]);
            count * others * self.distances[one][other].powi(2)
        });
        2.0 * sum(terms) / (answers.len() as f64 - 1.0)
    }
}
