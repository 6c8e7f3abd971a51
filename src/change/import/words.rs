//! What a cell says: the position of somebody on an issue.

use super::kinds::Numbers;
use crate::change::position::typed;
use crate::dossier::Issue;
use crate::dossier::bind;
use crate::exchange::grid::Point;
use crate::outcome::Space;
use crate::record::position::Position;

/// What tables made of several records hold for a cell where they contradict each
/// other.
const CONTRADICTORY: &str = "contradictory";

/// What stands between a position and its condition in one cell, and behind it.
const CONDITION: (&str, &str) = (" [if: ", "]");

/// The words for degrees of support; case, hyphens and blanks are not told apart.
const DEGREES: [(&str, Position); 15] = [
    ("support", Position::Support),
    ("supports", Position::Support),
    ("yes", Position::Support),
    ("agree", Position::Support),
    ("for", Position::Support),
    ("leansupport", Position::LeanSupport),
    ("leanstosupport", Position::LeanSupport),
    ("neutral", Position::Neutral),
    ("leanoppose", Position::LeanOppose),
    ("leanstooppose", Position::LeanOppose),
    ("oppose", Position::Oppose),
    ("opposes", Position::Oppose),
    ("no", Position::Oppose),
    ("disagree", Position::Oppose),
    ("against", Position::Oppose),
];

/// A position and what it depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub position: Position,
    pub condition: Option<String>,
}

/// What a cell says on an issue.
///
/// # Errors
///
/// Why it is no position there.
pub fn said(cell: &str, issue: &Issue, numbers: Numbers, point: Point) -> Result<Said, String> {
    if let Ok(position) = position(cell, issue, numbers, point) {
        let condition = None;
        return Ok(Said {
            position,
            condition,
        });
    }
    let conditional = cell.strip_suffix(CONDITION.1);
    if let Some((words, condition)) = conditional.and_then(|cell| cell.split_once(CONDITION.0)) {
        return Ok(Said {
            position: position(words.trim(), issue, numbers, point)?,
            condition: Some(condition.to_owned()),
        });
    }
    match cell {
        CONTRADICTORY => Err(
            "it stands for several positions that contradict each other: export them one a row, \
             with `--to long`"
                .to_owned(),
        ),
        cell => position(cell, issue, numbers, point).map(|position| Said {
            position,
            condition: None,
        }),
    }
}

fn position(cell: &str, issue: &Issue, numbers: Numbers, point: Point) -> Result<Position, String> {
    let written = match (issue.space, numbers) {
        (Space::Statement, Numbers::Degrees { lo, hi }) => match degree(cell) {
            Some(position) => position,
            None => level(cell, lo, hi)?,
        },
        (Space::Statement, Numbers::Plain) => match degree(cell).or_else(|| side(cell, point)) {
            Some(position) => position,
            None => typed(cell, issue).map_err(|refusal| refusal.to_string())?,
        },
        _ => {
            let cell = in_digits(cell, issue, point)?;
            typed(&cell, issue).map_err(|refusal| refusal.to_string())?
        }
    };
    match bind::position(issue, &written) {
        Ok(_) => Ok(written),
        Err((fact, help)) if help.is_empty() => Err(fact),
        Err((fact, help)) => Err(format!("{fact}: {help}")),
    }
}

/// The degree that a word names.
pub fn degree(words: &str) -> Option<Position> {
    let plain: String = (words.chars())
        .filter(|letter| !matches!(letter, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    let known = DEGREES.iter().find(|(word, _)| *word == plain);
    known.map(|(_, position)| position.clone())
}

/// A level of a table as a degree: the middle is neutral, the ends are sides.
fn level(cell: &str, lo: i64, hi: i64) -> Result<Position, String> {
    use Position::{LeanOppose, LeanSupport, Neutral, Oppose, Support};
    let degrees = match hi - lo + 1 {
        2 => &[Oppose, Support][..],
        3 => &[Oppose, Neutral, Support],
        4 => &[Oppose, LeanOppose, LeanSupport, Support],
        _ => &[Oppose, LeanOppose, Neutral, LeanSupport, Support],
    };
    let level = whole(cell).map(|number| number.wrapping_sub(lo));
    let degree = level.and_then(|level| degrees.get(usize::try_from(level).ok()?));
    degree.cloned().ok_or_else(|| {
        format!(
            "`{}` is none of the levels {lo} to {hi}",
            super::shown(cell)
        )
    })
}

/// The number of a degree as `stances export` writes it.
fn side(cell: &str, point: Point) -> Option<Position> {
    let number: f64 = dotted(cell, point).parse().ok()?;
    Some(match number {
        1.0 => Position::Support,
        0.5 => Position::LeanSupport,
        0.0 => Position::Neutral,
        -0.5 => Position::LeanOppose,
        -1.0 => Position::Oppose,
        _ => return None,
    })
}

/// Whole numbers are levels without a fraction of nothing, and fractions have a dot.
fn in_digits(cell: &str, issue: &Issue, point: Point) -> Result<String, String> {
    let is_named = issue.names.iter().any(|name| name == cell);
    match issue.space {
        Space::Scale { .. } | Space::Choice { .. } if !is_named => {
            Ok(whole(cell).map_or_else(|| cell.to_owned(), |number| number.to_string()))
        }
        Space::Quantity { .. } if point == Point::Comma => {
            let thousands = cell.split("..").any(|number| {
                let parts = number.split_once('.');
                parts.is_some_and(|(_, rest)| rest.len() == 3)
            });
            match thousands {
                true => Err(format!(
                    "`{}` can be read in two ways: write numbers without marks between thousands",
                    super::shown(cell)
                )),
                false => Ok(dotted(cell, point)),
            }
        }
        _ => Ok(cell.to_owned()),
    }
}

fn dotted(cell: &str, point: Point) -> String {
    match point {
        Point::Comma => cell.replace(',', "."),
        Point::Dot => cell.to_owned(),
    }
}

/// A whole number, also one that is written with a fraction of nothing: `2.0`.
fn whole(cell: &str) -> Option<i64> {
    if let Ok(number) = cell.parse() {
        return Some(number);
    }
    let number: f64 = cell.replace(',', ".").parse().ok()?;
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}
