//! How far for or against a statement.

use std::cmp::Ordering;

/// A position on a statement, from opposition to support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Degree {
    Oppose,
    LeanOppose,
    Neutral,
    LeanSupport,
    Support,
}

/// The side of a statement on which a [`Degree`] lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Against,
    Neither,
    For,
}

impl Degree {
    /// The degree as a number: −1, −½, 0, ½ or 1.
    pub fn value(self) -> f64 {
        match self {
            Degree::Oppose => -1.0,
            Degree::LeanOppose => -0.5,
            Degree::Neutral => 0.0,
            Degree::LeanSupport => 0.5,
            Degree::Support => 1.0,
        }
    }

    /// The side of the statement.
    pub fn side(self) -> Side {
        match self.cmp(&Degree::Neutral) {
            Ordering::Less => Side::Against,
            Ordering::Equal => Side::Neither,
            Ordering::Greater => Side::For,
        }
    }

    /// Whether the two are on opposite sides.
    pub fn opposes(self, other: Degree) -> bool {
        self.value() * other.value() < 0.0
    }
}
