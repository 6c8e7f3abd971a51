//! A position as it is typed: RON, or bare words where they can mean one thing.

use super::record;
use super::refusal::Refusal;
use crate::dossier::{Issue, Position as Bound};
use crate::finding::suggest;
use crate::outcome::degree::Degree;
use crate::outcome::{Outcome, Space};
use crate::record::decode::value;
use crate::record::position::{Point, Position};

/// The positions without arguments, as they are typed.
pub const STATEMENTS: [&str; 5] = [
    "support",
    "lean-support",
    "neutral",
    "lean-oppose",
    "oppose",
];

/// The positions that fit any issue, as they are typed.
pub const ANYWHERE: [&str; 2] = ["undisclosed", "withdrawn"];

/// What somebody who typed these words takes for the party's position.
///
/// A name of a level or option means itself (`robust`, `eu-standards`), a list
/// with commas several options, `a..b`, `a..` and `..b` a range; everything else
/// is RON. Whether the position fits the issue is found out when it is bound.
///
/// # Errors
///
/// When the words are no position, or could mean two.
pub fn typed(words: &str, issue: &Issue) -> Result<Position, Refusal> {
    let words = words.trim();
    if issue.names.iter().any(|name| name == words) {
        return named(words, issue);
    }
    match value::<Position>(words) {
        Ok(position) => Ok(position),
        Err(finding) if words.contains(['(', '"', '[']) => Err(Refusal::of(&finding)),
        Err(_) => bare(words, issue),
    }
}

/// The words by which a position is typed: the shortest that [`typed`] takes for
/// it, else RON. So a name such as `support`, `a..b` or one with a comma is never
/// mistaken.
pub fn words(position: &Position, issue: &Issue) -> String {
    let bare = bare_words(position);
    let is_plain = !bare.contains(|letter: char| letter.is_control() || letter == '\u{feff}');
    let is_same = typed(&bare, issue).is_ok_and(|read| read == *position);
    match is_plain && bare.trim() == bare && is_same {
        true => bare,
        false => record::position(position),
    }
}

fn bare_words(position: &Position) -> String {
    match position {
        Position::Support => "support".into(),
        Position::LeanSupport => "lean-support".into(),
        Position::Neutral => "neutral".into(),
        Position::LeanOppose => "lean-oppose".into(),
        Position::Oppose => "oppose".into(),
        Position::At(at) => at.to_string(),
        Position::Between(from, to) => format!("{from}..{to}"),
        Position::AtLeast(least) => format!("{least}.."),
        Position::AtMost(most) => format!("..{most}"),
        Position::OneOf(options) => options.join(","),
        Position::Undisclosed => "undisclosed".into(),
        Position::Withdrawn => "withdrawn".into(),
    }
}

/// A bound position as a file would have it.
pub fn written(position: &Bound, issue: &Issue) -> Position {
    let outcome = match position {
        Bound::Undisclosed => return Position::Undisclosed,
        Bound::Withdrawn => return Position::Withdrawn,
        Bound::Known(outcome) => outcome,
    };
    match outcome {
        Outcome::Degree(degree) => match degree {
            Degree::Support => Position::Support,
            Degree::LeanSupport => Position::LeanSupport,
            Degree::Neutral => Position::Neutral,
            Degree::LeanOppose => Position::LeanOppose,
            Degree::Oppose => Position::Oppose,
        },
        Outcome::Options(options) => {
            Position::OneOf(options.iter().map(|at| issue.names[*at].clone()).collect())
        }
        Outcome::Range(range) => {
            let end = |at: f64| match issue.names.get(at as usize) {
                // A level is a whole number by construction.
                Some(level) => Point::Level(level.clone()),
                None => Point::Number(at + 0.0),
            };
            match range.is_point() {
                true => Position::At(end(range.lo)),
                false => Position::Between(end(range.lo), end(range.hi)),
            }
        }
    }
}

/// The position that names one level or option.
fn named(name: &str, issue: &Issue) -> Result<Position, Refusal> {
    match (unit(name), issue.space) {
        (Some(_), _) => Err(Refusal::new(format!(
            "`{name}` could be a name on `{}` or a position of its own",
            issue.id
        ))
        .help("write it as RON, such as `At(\"…\")`, `OneOf([\"…\"])` or `Undisclosed`")),
        (None, Space::Choice { .. }) => Ok(Position::OneOf(vec![name.to_owned()])),
        (None, _) => Ok(Position::At(Point::Level(name.to_owned()))),
    }
}

fn bare(words: &str, issue: &Issue) -> Result<Position, Refusal> {
    if let Some(position) = unit(words) {
        return Ok(position);
    }
    match issue.space {
        Space::Statement => Err(no_position(words, issue)),
        Space::Choice { .. } => {
            let options = words.split(',').map(|option| option.trim().to_owned());
            Ok(Position::OneOf(options.collect()))
        }
        Space::Scale { .. } | Space::Quantity { .. } => range(words, issue),
    }
}

fn range(words: &str, issue: &Issue) -> Result<Position, Refusal> {
    let point = |text: &str| point(text.trim(), issue);
    Ok(match words.split_once("..") {
        Some(("", "")) => return Err(Refusal::new("`..` names no end of a range")),
        Some((least, "")) => Position::AtLeast(point(least)?),
        Some(("", most)) => Position::AtMost(point(most)?),
        Some((from, to)) => Position::Between(point(from)?, point(to)?),
        None => Position::At(point(words)?),
    })
}

/// A number where numbers are due, else a level.
fn point(text: &str, issue: &Issue) -> Result<Point, Refusal> {
    if !matches!(issue.space, Space::Quantity { .. }) {
        return Ok(Point::Level(text.to_owned()));
    }
    let number = text.replace('_', "").parse::<f64>().ok();
    match number.filter(|number| number.is_finite()) {
        Some(number) => Ok(Point::Number(number)),
        None => {
            let fact = format!("`{}` takes a number; `{text}` is none", issue.id);
            Err(Refusal::new(fact).help("write it in digits, such as `250000` or `2.5`"))
        }
    }
}

/// A position that is one word; case, hyphens and blanks are not told apart.
fn unit(words: &str) -> Option<Position> {
    let plain: String = (words.chars())
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    Some(match plain.as_str() {
        "support" => Position::Support,
        "leansupport" => Position::LeanSupport,
        "neutral" => Position::Neutral,
        "leanoppose" => Position::LeanOppose,
        "oppose" => Position::Oppose,
        "undisclosed" => Position::Undisclosed,
        "withdrawn" => Position::Withdrawn,
        _ => return None,
    })
}

fn no_position(words: &str, issue: &Issue) -> Refusal {
    let positions = STATEMENTS.iter().chain(&ANYWHERE).copied();
    Refusal::new(format!("`{words}` is no position on `{}`", issue.id))
        .help(suggest::help(words, "position", positions))
}
