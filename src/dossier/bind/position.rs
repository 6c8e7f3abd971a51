//! A position in words as a set of acceptable outcomes.

use super::common::{Fault, Mend};
use crate::dossier::{Issue, Position};
use crate::finding::code::{
    Code, INVALID_VALUE, INVERTED_RANGE, OUT_OF_BOUNDS, POSITION_MISMATCH, REPEATED_OPTION,
    UNKNOWN_LEVEL, UNKNOWN_OPTION,
};
use crate::finding::fix::Safety;
use crate::finding::suggest;
use crate::outcome::degree::Degree;
use crate::outcome::range::Range;
use crate::outcome::{Outcome, Space};
use crate::record::position::{Point, Position as Written};
use crate::syntax::route::Route;

/// What `written` accepts on `issue`. The place of a fault is counted from the
/// position itself.
pub(super) fn bind(issue: &Issue, written: &Written) -> Result<Position, Fault> {
    match written {
        Written::Undisclosed => Ok(Position::Undisclosed),
        Written::Withdrawn => Ok(Position::Withdrawn),
        known => outcome(issue, known).map(Position::Known),
    }
}

/// The outcomes that `written` accepts, for whoever needs to know them:
/// `Undisclosed` and `Withdrawn` name none.
pub(super) fn outcome(issue: &Issue, written: &Written) -> Result<Outcome, Fault> {
    match (issue.space, written) {
        (_, Written::Undisclosed | Written::Withdrawn) => Err(unknown(issue)),
        (Space::Statement, written) => degree(written)
            .map(Outcome::Degree)
            .ok_or_else(|| mismatch(issue)),
        (Space::Choice { .. }, Written::OneOf(options)) => chosen(issue, options),
        (Space::Choice { .. }, _) => Err(mismatch(issue)),
        (Space::Scale { .. } | Space::Quantity { .. }, written) => {
            range(issue, written).map(Outcome::Range)
        }
    }
}

fn degree(written: &Written) -> Option<Degree> {
    match written {
        Written::Support => Some(Degree::Support),
        Written::LeanSupport => Some(Degree::LeanSupport),
        Written::Neutral => Some(Degree::Neutral),
        Written::LeanOppose => Some(Degree::LeanOppose),
        Written::Oppose => Some(Degree::Oppose),
        _ => None,
    }
}

fn chosen(issue: &Issue, options: &[String]) -> Result<Outcome, Fault> {
    if options.is_empty() {
        return Err(Fault::new(
            &INVALID_VALUE,
            Route::default().index(0),
            "a position accepts one option or more; here there is none".into(),
            "leave the stance out if the party is silent".into(),
        ));
    }
    let mut chosen = std::collections::BTreeSet::new();
    for (at, option) in options.iter().enumerate() {
        let place = Route::default().index(0).index(at);
        if !chosen.insert(named(issue, option, &UNKNOWN_OPTION, place.clone())?) {
            return Err(Fault::new(
                &REPEATED_OPTION,
                place,
                format!("the option `{option}` stands twice in one position"),
                "name each option once".into(),
            )
            .mend(Mend::Removal(Safety::Safe)));
        }
    }
    Ok(Outcome::Options(chosen))
}

fn range(issue: &Issue, written: &Written) -> Result<Range, Fault> {
    let (lowest, highest) = ends(issue.space);
    match written {
        Written::At(at) => point(issue, at, 0).map(Range::point),
        Written::AtLeast(least) => Ok(Range::new(point(issue, least, 0)?, highest)),
        Written::AtMost(most) => Ok(Range::new(lowest, point(issue, most, 0)?)),
        Written::Between(from, to) => {
            let (lo, hi) = (point(issue, from, 0)?, point(issue, to, 1)?);
            if lo > hi {
                return Err(inverted(issue, from, to));
            }
            Ok(Range { lo, hi })
        }
        _ => Err(mismatch(issue)),
    }
}

fn ends(space: Space) -> (f64, f64) {
    match space {
        Space::Quantity { min, max, .. } => (min, max),
        other => (0.0, other.extent()),
    }
}

/// A level as its number, or a number within its bounds. `nth` is the place of
/// the point among the arguments of its position.
fn point(issue: &Issue, point: &Point, nth: usize) -> Result<f64, Fault> {
    let place = Route::default().index(nth);
    match (issue.space, point) {
        (Space::Scale { .. }, Point::Level(level)) => {
            named(issue, level, &UNKNOWN_LEVEL, place).map(|index| index as f64)
        }
        (Space::Quantity { min, max, .. }, Point::Number(number)) => {
            if (min..=max).contains(number) {
                return Ok(*number);
            }
            Err(Fault::new(
                &OUT_OF_BOUNDS,
                place,
                format!("{number} lies outside {min} to {max} {}", issue.unit),
                format!("widen the bounds of `{}`, or correct the number", issue.id),
            ))
        }
        (Space::Scale { .. }, Point::Number(number)) => Err(Fault::new(
            &POSITION_MISMATCH,
            place,
            format!("`{}` has levels with names; {number} is a number", issue.id),
            suggest::allowed("level", &names(issue)),
        )),
        (_, Point::Level(level)) => Err(no_number(issue, level, place)),
        _ => Err(mismatch(issue)),
    }
}

fn no_number(issue: &Issue, level: &str, below: Route) -> Fault {
    let message = format!("`{}` takes a number; `{level}` is a text", issue.id);
    let number = level.trim().parse::<f64>().ok();
    let Some(number) = number.filter(|number| number.is_finite()) else {
        let help = "write a number in digits, such as `250000` or `2.5`".into();
        return Fault::new(&POSITION_MISMATCH, below, message, help);
    };
    let help = format!("write `{number}` without quotes");
    Fault::new(&POSITION_MISMATCH, below, message, help).mend(Mend::Value(number.to_string()))
}

fn named(issue: &Issue, name: &str, code: &'static Code, below: Route) -> Result<usize, Fault> {
    let what = if matches!(issue.space, Space::Scale { .. }) {
        "level"
    } else {
        "option"
    };
    issue
        .names
        .iter()
        .position(|known| known == name)
        .ok_or_else(|| {
            Fault::unknown(
                code,
                below,
                format!("`{}` has no {what} `{name}`", issue.id),
                (name, what),
                names(issue).into_iter(),
            )
        })
}

fn names(issue: &Issue) -> Vec<&str> {
    issue.names.iter().map(String::as_str).collect()
}

fn inverted(issue: &Issue, from: &Point, to: &Point) -> Fault {
    Fault::new(
        &INVERTED_RANGE,
        Route::default(),
        format!("on `{}`, `{from}` comes after `{to}`", issue.id),
        format!("write `Between({}, {})`", literal(to), literal(from)),
    )
    .mend(Mend::Turn)
}

fn literal(point: &Point) -> String {
    match point {
        Point::Level(level) => format!("{level:?}"),
        Point::Number(number) => number.to_string(),
    }
}

fn mismatch(issue: &Issue) -> Fault {
    let (kind, fitting) = fitting(issue);
    Fault::new(
        &POSITION_MISMATCH,
        Route::default(),
        format!(
            "`{}` is a {kind}, and this position is for another kind",
            issue.id
        ),
        format!("on a {kind} write {fitting}; on any issue `Undisclosed` or `Withdrawn`"),
    )
}

fn unknown(issue: &Issue) -> Fault {
    let (kind, fitting) = fitting(issue);
    Fault::new(
        &POSITION_MISMATCH,
        Route::default(),
        "nothing follows from a position that nobody knows".into(),
        format!("`{}` is a {kind}: write {fitting}", issue.id),
    )
}

/// The kind of an issue in a word, and the positions that fit it.
fn fitting(issue: &Issue) -> (&'static str, &'static str) {
    match issue.space {
        Space::Statement => (
            "statement",
            "`Support`, `LeanSupport`, `Neutral`, `LeanOppose`, `Oppose`",
        ),
        Space::Scale { .. } => (
            "scale",
            "`At(…)`, `Between(…, …)`, `AtLeast(…)`, `AtMost(…)`",
        ),
        Space::Quantity { .. } => (
            "quantity",
            "`At(…)`, `Between(…, …)`, `AtLeast(…)`, `AtMost(…)`",
        ),
        Space::Choice { .. } => ("choice", "`OneOf([…])`"),
    }
}
