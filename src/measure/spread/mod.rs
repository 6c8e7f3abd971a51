//! Measures of many answers at once: how far all who answer are of one mind, how
//! reliable a table of answers is, and what lies in the middle of positions.
//!
//! As in the room around it every file `x.rs` is a measure, with its page `x.md`
//! and its row in [`ALL`]; the folder holds the material that they are made of.
//!
//! ```
//! use stances::measure::spread::material::{Levels, Order};
//! use stances::measure::spread::van_der_eijk::van_der_eijk;
//!
//! let camps = Levels { counts: &[5, 0, 0, 0, 5], order: Order::Ordered };
//! let score = van_der_eijk(&camps);
//! assert_eq!((score.value, score.n), (Ok(-1.0), 10));
//! ```

pub mod alpha;
pub mod alpha_interval;
pub mod alpha_ordinal;
pub mod attina;
pub mod compromise;
pub mod consensus;
pub mod hix_noury_roland;
pub mod leik;
pub mod material;
pub mod mean;
pub mod median;
pub mod rice;
pub mod van_der_eijk;

use std::fmt;
use std::ops::RangeInclusive;

use material::{Levels, Point, Units};

/// Every measure of many answers, in the order in which they are listed: of one
/// question, of a whole table, and where positions have their middle.
pub static ALL: &[Measure] = &[
    rice::MEASURE,
    attina::MEASURE,
    hix_noury_roland::MEASURE,
    van_der_eijk::MEASURE,
    consensus::MEASURE,
    leik::MEASURE,
    alpha::MEASURE,
    alpha_ordinal::MEASURE,
    alpha_interval::MEASURE,
    mean::MEASURE,
    median::MEASURE,
    compromise::MEASURE,
];

/// The measure of this name.
pub fn named(name: &str) -> Option<&'static Measure> {
    ALL.iter().find(|measure| measure.name == name)
}

/// A way to put a number on many answers.
#[derive(Debug)]
pub struct Measure {
    /// As the user writes it: `van-der-eijk`.
    pub name: &'static str,
    /// What the number says, in one line.
    pub summary: &'static str,
    /// The lowest and the highest value there can be; nothing where the value is a
    /// position, which lies between the lowest and the highest one.
    pub range: Option<RangeInclusive<f64>>,
    /// The page that explains the measure, in Markdown.
    pub page: &'static str,
    pub formula: Formula,
}

/// The rule of a measure, by the material that it is about.
#[derive(Debug, Clone, Copy)]
pub enum Formula {
    /// How often each level of one question is chosen.
    Levels(fn(&Levels) -> Score),
    /// Several answers to each of many questions.
    Units(fn(&Units) -> Score),
    /// Positions on a line, each with its weight.
    Points(fn(&[Point]) -> Score),
}

/// The value of a measure, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The value, or why there is none.
    pub value: Result<f64, Undefined>,
    /// How many answers could be used.
    pub n: usize,
}

/// Why a measure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// There is no answer.
    NoAnswer,
    /// No answer is on either side of the middle.
    NoSide,
    /// The answers have no order, and the measure needs one.
    NoOrder,
    /// There are fewer levels than the measure can be taken over.
    TooFewLevels,
    /// No question has two answers, so none could be compared.
    NothingPaired,
    /// All answers are the same one: chance would have given the same.
    OneAnswer,
    /// All answers weigh nothing.
    NoWeight,
}

impl Score {
    /// A value on `n` answers; `n` is not 0.
    fn on(n: usize, value: f64) -> Self {
        Self {
            // Adding 0 turns −0, which would be printed, into 0.
            value: Ok(value + 0.0),
            n,
        }
    }

    /// No value, although there may be `n` answers.
    fn undefined(n: usize, why: Undefined) -> Self {
        Self { value: Err(why), n }
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAnswer => "there is no answer",
            Self::NoSide => "no answer is on either side of the middle",
            Self::NoOrder => "the answers have no order",
            Self::TooFewLevels => "there are too few levels to choose from",
            Self::NothingPaired => "no question has two answers that could be compared",
            Self::OneAnswer => "all answers are the same, as they would be by chance",
            Self::NoWeight => "every answer weighs nothing",
        })
    }
}
