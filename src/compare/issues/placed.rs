//! Positions as points: on the levels of a scale, on a line, or among options.
//!
//! Measures of a distribution need one point a party. A range, a set of several
//! options and a position that depends on something are none: they are counted as
//! not placed, and nothing is put in their place.

use std::fmt;

use crate::compare::ground::Ground;
use crate::dossier::scene::Scene;
use crate::measure::spread::material::{Levels, Order, Point};
use crate::measure::spread::{Formula, Measure, Undefined};
use crate::outcome::degree::Degree;
use crate::outcome::{Outcome, Space};

/// The degrees of a statement as levels, from one end to the other.
const DEGREES: [Degree; 5] = [
    Degree::Oppose,
    Degree::LeanOppose,
    Degree::Neutral,
    Degree::LeanSupport,
    Degree::Support,
];

/// The comparable positions on one issue, as far as they are points.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// How many parties hold each level or option, in the order of the issue; nothing
    /// for a quantity, which has none.
    pub levels: Option<Vec<usize>>,
    pub order: Order,
    /// Where they stand on a line, each of weight 1: degrees from −1 to 1, levels
    /// counted from 1, numbers. None on a choice.
    pub points: Vec<Point>,
    /// How many are points.
    pub count: usize,
    /// How many are not.
    pub not: usize,
}

/// The value of a measure on an issue, and on how many points it rests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The value, or why there is none.
    pub value: Result<f64, Unmeasured>,
    pub n: usize,
}

/// Why nothing is measured on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// Fewer than two positions are points: one is always of one mind with itself.
    TooFew,
    /// A quantity has no levels.
    NoLevels,
    /// The measure itself has no value.
    Undefined(Undefined),
}

impl Placed {
    /// The points among the positions of all who speak on an issue.
    pub(super) fn on(scene: &Scene, ground: &Ground) -> Self {
        let space = scene.dossier.issues[ground.issue].space;
        let stands = ground.stands.iter();
        Self::of(
            space,
            stands.map(|stand| (stand.outcome, stand.condition, stand.parties.len())),
        )
    }

    /// The points among the positions of some parties on an issue.
    pub fn among(scene: &Scene, parties: &[usize], issue: usize) -> Self {
        let held = parties
            .iter()
            .filter_map(|party| scene.comparable(*party, issue));
        Self::of(
            scene.dossier.issues[issue].space,
            held.map(|(outcome, condition)| (outcome, condition, 1)),
        )
    }

    /// The points among positions held without a condition, each by so many parties.
    fn of<'a>(
        space: Space,
        held: impl Iterator<Item = (&'a Outcome, Option<&'a str>, usize)>,
    ) -> Self {
        let mut placed = Self {
            levels: levels(space).map(|levels| vec![0; levels]),
            order: match space {
                Space::Choice { .. } => Order::Unordered,
                _ => Order::Ordered,
            },
            points: Vec::new(),
            count: 0,
            not: 0,
        };
        for (outcome, condition, parties) in held {
            match spot(space, outcome).filter(|_| condition.is_none()) {
                Some(spot) => placed.put(spot, parties),
                None => placed.not += parties,
            }
        }
        placed
    }

    fn put(&mut self, spot: Spot, parties: usize) {
        self.count += parties;
        if let (Some(levels), Some(level)) = (&mut self.levels, spot.level) {
            levels[level] += parties;
        }
        if let Some(position) = spot.position {
            let point = Point {
                position,
                weight: 1.0,
            };
            self.points.extend(std::iter::repeat_n(point, parties));
        }
    }

    /// A measure of how the positions are spread, or of where their middle is.
    pub fn score(&self, measure: &Measure) -> Scored {
        if self.count < 2 {
            return Scored::nothing(self.count, Unmeasured::TooFew);
        }
        let score = match (measure.formula, &self.levels) {
            (Formula::Levels(of), Some(counts)) => of(&Levels {
                counts,
                order: self.order,
            }),
            (Formula::Points(of), _) if self.order == Order::Ordered => of(&self.points),
            (Formula::Points(_), _) => {
                return Scored::nothing(self.count, Unmeasured::Undefined(Undefined::NoOrder));
            }
            _ => return Scored::nothing(self.count, Unmeasured::NoLevels),
        };
        Scored {
            value: score.value.map_err(Unmeasured::Undefined),
            n: score.n,
        }
    }
}

impl Scored {
    fn nothing(n: usize, why: Unmeasured) -> Self {
        Self { value: Err(why), n }
    }
}

/// A place among levels or options, on a line, or both.
struct Spot {
    level: Option<usize>,
    position: Option<f64>,
}

fn levels(space: Space) -> Option<usize> {
    match space {
        Space::Statement => Some(DEGREES.len()),
        Space::Scale { levels } => Some(levels),
        Space::Quantity { .. } => None,
        Space::Choice { options } => Some(options),
    }
}

/// The point that an outcome is, if it is one.
fn spot(space: Space, outcome: &Outcome) -> Option<Spot> {
    match outcome {
        Outcome::Degree(degree) => Some(Spot {
            level: DEGREES.iter().position(|level| level == degree),
            position: Some(degree.value()),
        }),
        Outcome::Range(range) if range.is_point() => Some(match space {
            // A level is a whole number by construction.
            Space::Scale { .. } => Spot {
                level: Some(range.lo as usize),
                position: Some(range.lo + 1.0),
            },
            _ => Spot {
                level: None,
                position: Some(range.lo),
            },
        }),
        Outcome::Options(options) if options.len() == 1 => Some(Spot {
            level: options.first().copied(),
            position: None,
        }),
        Outcome::Range(_) | Outcome::Options(_) => None,
    }
}

impl fmt::Display for Unmeasured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew => f.write_str("fewer than two positions are points"),
            Self::NoLevels => f.write_str("a quantity has no levels"),
            Self::Undefined(why) => why.fmt(f),
        }
    }
}
