//! What a measure is in terms of what a query counts of a pair.
//!
//! All measures that take nothing but verdicts and distances can be written so:
//! on a table every issue weighs the same, and every answer is a point.

use super::question::Question;
use crate::table::Reading;

/// A measure that follows from counts.
#[derive(Debug)]
pub struct Formula {
    /// As [`crate::measure`] calls it.
    pub name: &'static str,
    /// What it needs beside the counts that are always there.
    pub needs: Option<Extra>,
    write: fn(&Question) -> String,
}

/// A count that only one measure needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// The items on which the two answers are the same.
    Same,
    /// The squares of the steps, summed.
    Squares,
}

/// Every measure that can be written, by name.
pub const ALL: &[Formula] = &[
    Formula::new("agreement", |question| share("agrees", question)),
    Formula::new("closeness", |question| less("steps", 1, question)),
    Formula::new("common-ground", common_ground),
    Formula::new("conflict", |question| share("conflicts", question)),
    Formula::new("coverage", |_| {
        "CAST(n AS DOUBLE) / (SELECT COUNT(*) FROM items)".to_owned()
    }),
    Formula::needing(Extra::Squares, "euclidean", euclidean),
    Formula::needing(Extra::Same, "identical", |question| share("same", question)),
    Formula::new("net", |question| share("(agrees - conflicts)", question)),
    Formula::new("partial", |question| share("partials", question)),
    Formula::new("s", |question| less("(2 * steps)", 1, question)),
];

/// The measure of this name, if it can be written.
pub fn named(name: &str) -> Option<&'static Formula> {
    ALL.iter().find(|formula| formula.name == name)
}

impl Formula {
    const fn new(name: &'static str, write: fn(&Question) -> String) -> Self {
        Self {
            name,
            needs: None,
            write,
        }
    }

    const fn needing(extra: Extra, name: &'static str, write: fn(&Question) -> String) -> Self {
        Self {
            name,
            needs: Some(extra),
            write,
        }
    }

    /// The measure as an expression over the counts of a pair.
    pub fn draw(&self, question: &Question) -> String {
        (self.write)(question)
    }
}

/// What joint items are divided by: where a pair may have none, the result is
/// undefined and not a division by nothing.
fn joint(question: &Question) -> &'static str {
    match question.min_joint {
        0 => "NULLIF(n, 0)",
        _ => "n",
    }
}

/// The share of the joint items. Engines differ in what they make of one whole
/// number divided by another, so one of them is none.
fn share(count: &str, question: &Question) -> String {
    format!("CAST({count} AS DOUBLE) / {}", joint(question))
}

/// 1 less a mean distance: a sum of steps over the extent to some power.
fn less(sum: &str, power: u32, question: &Question) -> String {
    format!("1 - {}", mean(sum, power, question))
}

fn mean(sum: &str, power: u32, question: &Question) -> String {
    match question.extent().pow(power) {
        1 => share(sum, question),
        extent => format!("CAST({sum} AS DOUBLE) / ({extent} * {})", joint(question)),
    }
}

/// Statements that do not conflict meet, whatever the distance; two points of a
/// scale are as far from meeting as they are apart.
fn common_ground(question: &Question) -> String {
    match question.reading {
        Reading::Statement => format!("1 - {}", share("conflicts", question)),
        Reading::Scale | Reading::Choice => less("steps", 1, question),
    }
}

fn euclidean(question: &Question) -> String {
    format!("1 - SQRT({})", mean("squares", 2, question))
}
