//! What two actors want and how much it is to them: MACTOR.
//!
//! On each issue an actor has a side; what is at stake for it makes that weigh,
//! and so does its power over the others.

pub mod alike;
pub mod power;

use super::Undefined;

/// The aims of two actors.
#[derive(Debug, Clone, Copy)]
pub struct Observed<'a> {
    /// The issues on which both have a side.
    pub joint: &'a [Joint],
    /// The power of each of the two, 1 on average over all actors, or why it is
    /// not known.
    pub power: Result<(f64, f64), Undefined>,
}

/// One issue on which both actors have a side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    pub a: Aim,
    pub b: Aim,
}

/// What an actor wants on an issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aim {
    pub side: Side,
    /// What is at stake for the actor, from 0 to 4, where that is known.
    pub stake: Option<u8>,
}

/// The side that an actor takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Against,
    Neither,
    For,
}
