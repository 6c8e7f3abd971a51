//! Measures: how alike two parties are, as a number with what it rests on.
//!
//! Pure numbers: a measure knows no party, no issue by name and no file. Every
//! file `x.rs` of this folder is a measure, with its page `x.md` beside it and
//! its row in [`ALL`]; a folder is a kind of material that measures are made of.
//!
//! ```
//! use stances::measure::named;
//! use stances::measure::pair::{Apart, Class, Joint, Observed, Positions};
//!
//! let sanctions = Joint {
//!     class: Class::Conflict,
//!     positions: Positions::Different,
//!     apart: Some(Apart { distance: 1.0, gap: 1.0 }),
//!     weight: 1.0,
//! };
//! let pair = Observed { joint: &[sanctions], issues: 8 };
//! let conflict = named("conflict").unwrap();
//! let score = conflict.of(&pair);
//! assert_eq!((score.count, score.n), (Some(1), 1));
//! assert_eq!(conflict.degree(score.value.unwrap()), Some(-1.0));
//! ```

pub mod agreement;
pub mod closeness;
pub mod common_ground;
pub mod conflict;
pub mod coverage;
pub mod euclidean;
pub mod identical;
pub mod net;
pub mod pair;
pub mod partial;
pub mod s;
pub mod spread;

use std::fmt;
use std::ops::RangeInclusive;

use pair::Observed;

/// Every measure of a pair, in the order in which they are listed: counts of
/// verdicts first, then means of distances, then how much was compared at all.
pub static ALL: &[Measure] = &[
    agreement::MEASURE,
    partial::MEASURE,
    conflict::MEASURE,
    net::MEASURE,
    identical::MEASURE,
    closeness::MEASURE,
    euclidean::MEASURE,
    s::MEASURE,
    common_ground::MEASURE,
    coverage::MEASURE,
];

/// The measure of this name.
pub fn named(name: &str) -> Option<&'static Measure> {
    ALL.iter().find(|measure| measure.name == name)
}

/// A way to put a number on a pair of parties.
#[derive(Debug)]
pub struct Measure {
    /// As the user writes it: `common-ground`.
    pub name: &'static str,
    /// What the number says, in one line.
    pub summary: &'static str,
    /// The lowest and the highest value there can be.
    pub range: RangeInclusive<f64>,
    /// What a high and a low value say about the pair.
    pub lean: Lean,
    /// The page that explains the measure, in Markdown.
    pub page: &'static str,
    formula: fn(&Observed) -> Score,
}

/// The value of a measure, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The value, or why there is none.
    pub value: Result<f64, Undefined>,
    /// How many joint issues the value rests on.
    pub n: usize,
    /// The numerator over `out_of` where the value is a count of issues, to be
    /// shown as counted: `2/4`. A mean of distances has none, nor has a count of
    /// issues that differ in weight.
    pub count: Option<i64>,
    /// What is counted among: the joint issues, or all issues for coverage.
    pub out_of: usize,
}

/// Why a measure has no value for a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// There is no issue on which both have a comparable position.
    NothingJoint,
    /// There are joint issues, but on none of them a distance.
    NoDistance,
    /// There are joint issues, but all that could be used weigh nothing.
    NoWeight,
    /// There is no issue at all to take a position on.
    NoIssue,
}

/// What the ends of a measure's range say about a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// The measure takes no side: it tells how much was compared, say.
    Neither,
    /// From 0, which says nothing, up to agreement.
    Agreement,
    /// From 0, which says nothing, up to conflict.
    Conflict,
    /// The lowest value is conflict, the highest agreement.
    Balance,
}

impl Measure {
    /// The value of this measure for a pair.
    pub fn of(&self, pair: &Observed) -> Score {
        (self.formula)(pair)
    }

    /// Where a value stands between −1 (conflict) and 1 (agreement), or nothing
    /// where the measure takes no side.
    pub fn degree(&self, value: f64) -> Option<f64> {
        let (lowest, highest) = (self.range.start(), self.range.end());
        match self.lean {
            Lean::Neither => None,
            Lean::Agreement => Some(value / highest),
            Lean::Conflict => Some(0.0 - value / highest),
            Lean::Balance => Some(2.0 * (value - lowest) / (highest - lowest) - 1.0),
        }
    }
}

impl Score {
    /// A count of issues out of `n`; `n` is not 0.
    fn counted(count: i64, n: usize) -> Self {
        Self {
            value: Ok(count as f64 / n as f64),
            n,
            count: Some(count),
            out_of: n,
        }
    }

    /// A value that is no count, on `n` issues; `n` is not 0.
    fn rated(value: f64, n: usize) -> Self {
        Self {
            value: Ok(value),
            n,
            count: None,
            out_of: n,
        }
    }

    /// No value.
    fn undefined(why: Undefined) -> Self {
        Self {
            value: Err(why),
            n: 0,
            count: None,
            out_of: 0,
        }
    }

    /// The score whose value is made of this one's, on the same issues.
    fn map(self, of: fn(f64) -> f64) -> Self {
        Self {
            value: self.value.map(of),
            count: None,
            ..self
        }
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NothingJoint => "there is no issue on which both have a comparable position",
            Self::NoDistance => "there is no distance on any issue that both speak to",
            Self::NoWeight => "every issue that could be used weighs nothing",
            Self::NoIssue => "there is no issue to take a position on",
        })
    }
}
