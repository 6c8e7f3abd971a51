//! What two answers to one item come to, by what an answer says.

use crate::measure::actors::Side;
use crate::measure::pair::{Apart, Class, Joint, Positions};
use crate::table::Reading;
use crate::table::real::Bounds;

/// How the answers to an item are understood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sense {
    pub(super) reading: Reading,
    pub(super) bounds: Bounds,
}

impl Sense {
    /// Two answers as a measure of verdicts sees them. Every answer is one point: on a
    /// scale two of them agree where they are the same, and else they conflict.
    pub(super) fn joint(self, one: f64, other: f64, weight: f64) -> Joint {
        let distance = self.distance(one, other);
        let class = self.class(one, other);
        Joint {
            class,
            positions: match one == other {
                true => Positions::Same,
                false => Positions::Different,
            },
            apart: Some(Apart {
                distance,
                gap: match (self.reading, class) {
                    (_, Class::Agree | Class::Partial) => 0.0,
                    (Reading::Statement, Class::Conflict) => 1.0,
                    (Reading::Scale | Reading::Choice, Class::Conflict) => distance,
                },
            }),
            weight,
            times: 1,
        }
    }

    fn class(self, one: f64, other: f64) -> Class {
        let alike = match self.reading {
            Reading::Statement => self.side(one) == self.side(other),
            Reading::Scale | Reading::Choice => one == other,
        };
        let neither = |answer| self.side(answer) == Side::Neither;
        match self.reading {
            _ if alike => Class::Agree,
            Reading::Statement if neither(one) || neither(other) => Class::Partial,
            _ => Class::Conflict,
        }
    }

    fn distance(self, one: f64, other: f64) -> f64 {
        match self.reading {
            Reading::Choice => f64::from(u8::from(one != other)),
            Reading::Statement | Reading::Scale => (one - other).abs() / self.bounds.extent(),
        }
    }

    /// The side of a statement: what lies in the middle is on neither.
    pub(super) fn side(self, answer: f64) -> Side {
        let middle = self.bounds.middle();
        match answer {
            low if low < middle => Side::Against,
            high if high > middle => Side::For,
            _ => Side::Neither,
        }
    }

    /// The answer as a number: of a statement from −1 to 1.
    pub(super) fn point(self, answer: f64) -> f64 {
        match (self.reading, self.side(answer)) {
            (Reading::Scale | Reading::Choice, _) => answer,
            (Reading::Statement, Side::Neither) => 0.0,
            (Reading::Statement, _) => {
                let (below, above) = (answer - self.bounds.min(), self.bounds.max() - answer);
                (below - above) / self.bounds.extent()
            }
        }
    }

    /// How far the ends of what [`Sense::point`] gives lie apart; 1 for a choice.
    pub(super) fn extent(self) -> f64 {
        match self.reading {
            Reading::Statement => 2.0,
            Reading::Scale => self.bounds.extent(),
            Reading::Choice => 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_statement_is_neutral_whatever_its_range() {
        for (min, max, middle) in [(1.0, 3.0, 2.0), (0.1, 0.3, 0.2), (-5.0, 5.0, 0.0)] {
            let sense = Sense {
                reading: Reading::Statement,
                bounds: Bounds::new(min, max).unwrap(),
            };
            let points = [min, middle, max].map(|answer| sense.point(answer));
            assert_eq!(points, [-1.0, 0.0, 1.0]);
        }
    }
}
