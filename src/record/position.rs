//! Positions and kinds of issues as they stand in a file.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Deserialize as Read, Serialize};

/// What kind of thing an issue asks for.
#[derive(Debug, Clone, PartialEq, Read, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Kind {
    /// A sentence one can support or oppose.
    Statement,
    /// Two or more levels, in their order.
    Scale(Vec<String>),
    /// A number of some unit between two finite bounds, `min < max`.
    Quantity { unit: String, min: f64, max: f64 },
    /// Two or more options without an order.
    Choice(Vec<String>),
}

/// What a party accepts on an issue, in the words of the file.
#[derive(Debug, Clone, PartialEq, Read, Serialize)]
pub enum Position {
    Support,
    LeanSupport,
    Neutral,
    LeanOppose,
    Oppose,
    /// Exactly this level or number.
    At(Point),
    /// From the one to the other, both included.
    Between(Point, Point),
    /// This level or number, or more.
    AtLeast(Point),
    /// This level or number, or less.
    AtMost(Point),
    /// Any of these options.
    OneOf(Vec<String>),
    /// There is a position; its content is not public.
    Undisclosed,
    /// There was a position; it is given up.
    Withdrawn,
}

/// A level by its name, or a finite number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Point {
    Level(String),
    Number(f64),
}

/// Written by hand, since `untagged` would lose ron's messages.
impl<'de> Deserialize<'de> for Point {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(PointVisitor)
    }
}

struct PointVisitor;

impl Visitor<'_> for PointVisitor {
    type Value = Point;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a level in quotes or a finite number")
    }

    fn visit_str<E: de::Error>(self, level: &str) -> Result<Point, E> {
        Ok(Point::Level(level.to_owned()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Point, E> {
        Ok(Point::Number(number as f64))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Point, E> {
        Ok(Point::Number(number as f64))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Point, E> {
        if number.is_finite() {
            Ok(Point::Number(number))
        } else {
            Err(E::custom(format!("`{number}` is no finite number")))
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Point::Level(level) => f.write_str(level),
            Point::Number(number) => number.fmt(f),
        }
    }
}
