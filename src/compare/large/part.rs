//! One of several parts of a question, for several processes or machines.

use std::fmt;
use std::num::NonZero;
use std::ops::Range;
use std::str::FromStr;

use crate::kernel::counter::Columns;

/// The part `k` of `n`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    part: usize,
    of: NonZero<usize>,
}

/// Why a text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a part is written `k/n`: `1/8` is the first of eight")]
pub struct NoPart;

impl Part {
    /// All there is.
    pub const WHOLE: Self = Self {
        part: 1,
        of: NonZero::<usize>::MIN,
    };

    /// The part `part` of `of`; nothing unless it lies from 1 to `of`.
    pub fn new(part: usize, of: usize) -> Option<Self> {
        let of = NonZero::new(of)?;
        (1..=of.get()).contains(&part).then_some(Self { part, of })
    }

    /// Which part it is, from 1.
    pub fn number(self) -> usize {
        self.part
    }

    /// How many parts there are.
    pub fn of(self) -> usize {
        self.of.get()
    }

    /// The rows of so many actors that belong to the part. All parts together are all
    /// rows, and each has about as many pairs.
    pub fn rows(self, actors: usize, columns: Columns) -> Range<usize> {
        let all = u128::from(columns.pairs_before(actors, actors));
        let end = |part: usize| match part == self.of.get() {
            // Also the rows at the end that have no pairs.
            true => actors,
            false => {
                let pairs = all * part as u128 / self.of.get() as u128;
                first_row(actors, |row| {
                    u128::from(columns.pairs_before(row, actors)) >= pairs
                })
            }
        };
        end(self.part - 1)..end(self.part)
    }
}

/// The first row for which something holds that then holds for all behind it.
fn first_row(actors: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, actors);
    while from < to {
        let middle = from.midpoint(to);
        match holds(middle) {
            true => to = middle,
            false => from = middle + 1,
        }
    }
    from
}

impl FromStr for Part {
    type Err = NoPart;

    fn from_str(text: &str) -> Result<Self, NoPart> {
        let (part, of) = text.split_once('/').ok_or(NoPart)?;
        let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => text.parse().map_err(|_| NoPart),
            false => Err(NoPart),
        };
        Self::new(number(part)?, number(of)?).ok_or(NoPart)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}
