//! A closed range of numbers.

/// Everything from `lo` to `hi`, both included; `lo <= hi`, both finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    pub lo: f64,
    pub hi: f64,
}

impl Range {
    /// The range between two numbers, in whichever order they come.
    pub fn new(one: f64, other: f64) -> Self {
        Self {
            lo: one.min(other),
            hi: one.max(other),
        }
    }

    /// The range that holds one number.
    pub fn point(at: f64) -> Self {
        Self { lo: at, hi: at }
    }

    /// Whether it holds one number only.
    pub fn is_point(self) -> bool {
        self.lo == self.hi
    }

    /// Whether all of it lies in `wider`.
    pub fn within(self, wider: Range) -> bool {
        wider.lo <= self.lo && self.hi <= wider.hi
    }

    /// What both hold, if anything.
    pub fn intersection(self, other: Range) -> Option<Range> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Range { lo, hi })
    }

    /// How much lies between the two: 0 where they touch or overlap.
    pub fn gap(self, other: Range) -> f64 {
        (self.lo.max(other.lo) - self.hi.min(other.hi)).max(0.0)
    }
}
