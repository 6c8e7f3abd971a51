//! What measures of many answers are made of.

pub mod coincidence;

use crate::measure::pair::sum::sum;

/// How often each level of one declared scale is chosen.
#[derive(Debug, Clone, Copy)]
pub struct Levels<'a> {
    /// By level, from one end of the scale to the other; also those that nobody
    /// chooses. The scale is the declared one, never the part of it in use.
    pub counts: &'a [usize],
    pub order: Order,
}

/// Whether levels have an order, or are options that stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Ordered,
    Unordered,
}

/// The answers to each of many questions. Who did not answer is simply not there:
/// a gap is never an answer. A level is a number, an option too.
#[derive(Debug, Clone, Copy)]
pub struct Units<'a>(pub &'a [Vec<f64>]);

/// A position on a line, and how much it weighs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Finite.
    pub position: f64,
    /// Finite and not negative: 1, or a party's power times the salience that it
    /// gives to the issue. A position of weight 0 is left out, and not counted.
    pub weight: f64,
}

impl Levels<'_> {
    /// How many answers there are.
    pub fn answers(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many answers the level has that has most.
    pub(super) fn largest(&self) -> usize {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// Each level's number and how often it is chosen, of those that are chosen.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        let levels = self.counts.iter().copied().enumerate();
        levels.filter(|(_, count)| *count > 0)
    }
}

/// The points that have a say.
pub(super) fn weighing(points: &[Point]) -> impl Iterator<Item = &Point> + Clone {
    points.iter().filter(|point| point.weight > 0.0)
}

/// Σ w x / Σ w over pairs of a weight w and a position x, of which there is one that
/// weighs something. Between the lowest and the highest position.
pub(super) fn centre(points: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let positions = || points.clone().map(|(_, position)| position);
    let lowest = positions().fold(f64::INFINITY, f64::min);
    let highest = positions().fold(f64::NEG_INFINITY, f64::max);
    let weight = sum(points.clone().map(|(weight, _)| weight));
    let plain = sum(points.clone().map(|(weight, position)| weight * position)) / weight;
    let centre = match plain.is_finite() {
        true => plain,
        false => of_shares(points),
    };
    // Rounding may carry it just past the outermost positions.
    centre.clamp(lowest, highest)
}

/// The same by each point's share of the weight, for numbers so large that their sum
/// cannot be written down.
fn of_shares(points: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let heaviest = points.clone().map(|(weight, _)| weight).fold(0.0, f64::max);
    let weight = sum(points.clone().map(|(weight, _)| weight / heaviest));
    sum(points.map(|(point, position)| point / heaviest / weight * position))
}
