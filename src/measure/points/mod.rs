//! Two parties' points on one common scale, and how far they differ beyond what
//! chance would give.
//!
//! What chance would give is told by how often each party takes each point. That
//! makes sense on one scale only, so whoever has issues of several scales asks
//! once for each.

pub mod chance;

/// The points of two parties on the issues of one scale.
#[derive(Debug, Clone, Copy)]
pub struct Observed<'a> {
    /// The issues on which both stand at one point.
    pub joint: &'a [Joint],
    /// How far the ends of the declared scale lie apart; positive. Where points
    /// are names of categories it has no meaning and is 1.
    pub extent: f64,
}

/// One issue on which both parties stand at one point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    /// A finite number: a place on the scale, or the number of a category.
    pub a: f64,
    pub b: f64,
    /// Finite and not negative. An issue of weight 0 is left out, and not counted.
    pub weight: f64,
    /// How many issues stand like this one; not 0.
    pub times: usize,
}
