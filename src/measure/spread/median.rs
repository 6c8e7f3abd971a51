//! The weighted median of positions.

use super::material::{Point, weighing};
use super::{Formula, Measure, Score, Undefined};
use crate::measure::pair::sum::sum;

pub const MEASURE: Measure = Measure {
    name: "median",
    summary: "baseline for where talks might settle: as much weight below as above",
    range: None,
    page: include_str!("median.md"),
    formula: Formula::Points(median),
};

/// How far two sums of weights may differ and still count as equal, as a share of
/// all weight: decimal fractions are not exact in binary, and 0.1 and 0.2 together
/// weigh as much as 0.3.
const SLACK: f64 = 1e-12;

/// The position with as much weight below as above; the midpoint of two where half
/// of the weight falls between them. Between the lowest and the highest.
pub fn median(points: &[Point]) -> Score {
    let mut points: Vec<&Point> = match points {
        [] => return Score::undefined(0, Undefined::NoAnswer),
        points => weighing(points).collect(),
    };
    if points.is_empty() {
        return Score::undefined(0, Undefined::NoWeight);
    }
    points.sort_unstable_by(|one, other| one.position.total_cmp(&other.position));
    let lower = middle(points.iter().copied());
    let upper = middle(points.iter().rev().copied());
    // Halved first: the sum of two finite numbers need not be finite.
    let midpoint = if lower == upper {
        lower
    } else {
        lower / 2.0 + upper / 2.0
    };
    Score::on(points.len(), midpoint)
}

/// The first position, seen from one end, up to which half of the weight lies.
fn middle<'a>(points: impl DoubleEndedIterator<Item = &'a Point> + Clone) -> f64 {
    let weight =
        |points: &mut dyn Iterator<Item = &'a Point>| sum(points.map(|point| point.weight));
    let count = points.clone().count();
    let all = weight(&mut points.clone());
    let reached = |behind: &usize| {
        let so_far = weight(&mut points.clone().take(behind + 1));
        let rest = weight(&mut points.clone().skip(behind + 1));
        so_far + SLACK * all >= rest
    };
    // Weights only add up: where half is reached, it stays reached.
    let (mut low, mut high) = (0, count - 1);
    while low < high {
        let between = (low + high) / 2;
        if reached(&between) {
            high = between;
        } else {
            low = between + 1;
        }
    }
    points.clone().nth(low).map_or(0.0, |point| point.position)
}
