//! Measures: how alike two parties are, as a number with what it rests on.
//!
//! Pure numbers: a measure knows no party, no issue by name and no file. Every
//! file `x.rs` of this folder is a measure, with its page `x.md` beside it and
//! its row in [`ALL`]; a folder is a kind of material that measures are made of,
//! with what several of them share. [`catalogue`] lists all there is to explain.
//!
//! ```
//! use stances::measure::{Formula, named};
//! use stances::measure::pair::{Apart, Class, Joint, Observed, Positions};
//!
//! let sanctions = Joint {
//!     class: Class::Conflict,
//!     positions: Positions::Different,
//!     apart: Some(Apart { distance: 1.0, gap: 1.0 }),
//!     weight: 1.0,
//!     times: 1,
//! };
//! let pair = Observed { joint: &[sanctions], issues: 8 };
//! let conflict = named("conflict").unwrap();
//! let Formula::Verdicts(formula) = conflict.formula else { panic!() };
//! let score = formula(&pair);
//! assert_eq!((score.count, score.n), (Some(1), 1));
//! assert_eq!(conflict.degree(score.value.unwrap()), Some(-1.0));
//! ```

pub mod actors;
pub mod agreement;
pub mod alignment;
pub mod catalogue;
pub mod closeness;
pub mod common_ground;
pub mod conflict;
pub mod congruence;
pub mod convergence_1;
pub mod convergence_2;
pub mod convergence_3;
pub mod counts;
pub mod coverage;
pub mod discord;
pub mod divergence_1;
pub mod divergence_2;
pub mod divergence_3;
pub mod euclidean;
pub mod identical;
pub mod kappa;
pub mod kappa_linear;
pub mod kappa_quadratic;
pub mod net;
pub mod pair;
pub mod partial;
pub mod pi;
pub mod pi_linear;
pub mod pi_quadratic;
pub mod points;
pub mod s;
pub mod spread;
pub mod subtract;

use std::fmt;
use std::ops::RangeInclusive;

/// Every measure of a pair, in the order in which they are listed, by what they
/// take. Of those that take verdicts, counts come first, then means of distances,
/// then how much was compared at all.
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
    kappa::MEASURE,
    pi::MEASURE,
    kappa_linear::MEASURE,
    kappa_quadratic::MEASURE,
    pi_linear::MEASURE,
    pi_quadratic::MEASURE,
    alignment::MEASURE,
    congruence::MEASURE,
    discord::MEASURE,
    subtract::MEASURE,
    convergence_1::MEASURE,
    convergence_2::MEASURE,
    convergence_3::MEASURE,
    divergence_1::MEASURE,
    divergence_2::MEASURE,
    divergence_3::MEASURE,
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
    /// The lowest and the highest value there can be; infinite where there is none.
    pub range: RangeInclusive<f64>,
    /// What a high and a low value say about the pair.
    pub lean: Lean,
    /// The page that explains the measure, in Markdown.
    pub page: &'static str,
    /// Whether issues may differ in weight.
    pub weighing: Weighing,
    pub formula: Formula,
}

/// How the value comes about, by what it is made of.
#[derive(Debug, Clone, Copy)]
pub enum Formula {
    /// Of verdicts, and of distances by their mean alone.
    Verdicts(fn(&pair::Observed) -> Score),
    /// Of distances, each by itself: what is equally far in the mean makes a difference.
    Distances(fn(&pair::Observed) -> Score),
    /// Of points on one scale that are equal or not: names without an order do.
    Categories(fn(&points::Observed) -> Score),
    /// Of points on one scale with an order.
    Points(fn(&points::Observed) -> Score),
    /// Of how often something is said.
    Counts(fn(&counts::Observed) -> Score),
    /// Of sides, stakes and power.
    Actors(fn(&actors::Observed) -> Score),
}

impl Formula {
    /// Whether it is taken over issues of one scale, and not over all there are.
    pub fn needs_one_scale(self) -> bool {
        matches!(self, Self::Categories(_) | Self::Points(_))
    }
}

/// Whether a measure has a place for the weights of issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighing {
    Taken,
    /// There is none, or it has weights of its own.
    None,
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
    /// There are joint issues, but to none of them a weight is given.
    NoWeightGiven,
    /// There are fewer joint issues than were asked for.
    TooFew(usize),
    /// There are joint issues, but on none of them both stand at one point.
    NoPoint,
    /// No two issues share a scale.
    NoScale,
    /// Both stand at one and the same point throughout: chance could give nothing
    /// else, and there is nothing beyond it.
    OnePoint,
    /// There are joint issues, but of none of them both stakes are given.
    NoStake,
    /// It is not told who has influence on whom.
    NoInfluence,
    /// One of the two is not among those whose influence is told.
    OutsideInfluence,
    /// Influence is told among two only, of whom one would have all power.
    TwoActors,
    /// One of the two has no power, so nothing it wants would weigh.
    NoPower,
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
    /// Whether there is a highest value. Where there is none, a value says
    /// something beside others only.
    pub fn is_bounded(&self) -> bool {
        self.range.end().is_finite()
    }

    /// Where a value stands between −1 (conflict) and 1 (agreement); nothing where
    /// the measure takes no side, or has no highest value to hold it against.
    pub fn degree(&self, value: f64) -> Option<f64> {
        self.is_bounded()
            .then(|| self.degree_within(&self.range, value))?
    }

    /// The same beside values of which the largest, whatever its sign, is this
    /// one: it takes the place of an end that the range has not.
    pub fn degree_beside(&self, largest: f64, value: f64) -> Option<f64> {
        let lowest = match *self.range.start() {
            lowest if lowest.is_finite() => lowest,
            _ => -largest,
        };
        match self.is_bounded() {
            true => self.degree(value),
            // All of them are 0.
            false if largest <= 0.0 => self.degree_within(&(0.0..=1.0), 0.0).map(|_| 0.0),
            false => self.degree_within(&(lowest..=largest), value),
        }
    }

    fn degree_within(&self, range: &RangeInclusive<f64>, value: f64) -> Option<f64> {
        let (lowest, highest) = (range.start(), range.end());
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

    /// No value, on nothing.
    pub fn undefined(why: Undefined) -> Self {
        Self {
            value: Err(why),
            n: 0,
            count: None,
            out_of: 0,
        }
    }

    /// The same, unless it rests on fewer issues than are asked for.
    pub fn on_at_least(self, least: usize) -> Self {
        match self.value {
            Ok(_) if self.n < least => self.but(Undefined::TooFew(least)),
            _ => self,
        }
    }

    /// No value for this reason, on the issues that there are.
    pub fn but(self, why: Undefined) -> Self {
        Self {
            n: self.n,
            ..Self::undefined(why)
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
            Self::NoWeightGiven => "no joint issue has the weight that is asked for",
            Self::TooFew(least) => return write!(f, "fewer than {least} joint issues"),
            Self::NoPoint => "on no joint issue do both stand at one point",
            Self::NoScale => "no two issues share a scale",
            Self::OnePoint => "both stand at one and the same point throughout",
            Self::NoStake => "of no joint issue are both stakes given",
            Self::NoInfluence => "no `influence` is given",
            Self::OutsideInfluence => "one of the two is not named under `influence`",
            Self::TwoActors => "`influence` names two parties, which is too few",
            Self::NoPower => "one of the two has no power, by the influence given",
        })
    }
}
