//! Positions, verdicts and dates in words.

use crate::dossier::scene::Reason;
use crate::dossier::{Basis, Dossier, Issue, Literal, Position, Rule};
use crate::outcome::common::Common;
use crate::outcome::degree::{Degree, Side};
use crate::outcome::range::Range;
use crate::outcome::verdict::Verdict;
use crate::outcome::{Outcome, Space};
use crate::record::stance::{Dated, Firmness};

/// What stands for an undefined value and for silence.
pub const NOTHING: &str = "·";

/// What stands for a record that cannot be used.
pub const UNUSABLE: &str = "✗";

/// A position as a reader of tables sees it. On a statement the sign comes
/// first, so that it can be read without colour.
pub fn position(issue: &Issue, position: &Position) -> String {
    match position {
        Position::Known(outcome) => self::outcome(issue, outcome),
        Position::Undisclosed => "undisclosed".into(),
        Position::Withdrawn => "withdrawn".into(),
    }
}

/// A position in bare words, for data: nothing in it is a sign for the eye, and
/// a number stands without its unit.
pub fn bare_position(issue: &Issue, position: &Position) -> String {
    match position {
        Position::Known(outcome) => bare_outcome(issue, outcome),
        other => self::position(issue, other),
    }
}

/// A set of acceptable outcomes in bare words, for data.
pub fn bare_outcome(issue: &Issue, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Degree(degree) => bare_degree(*degree).into(),
        Outcome::Range(range) => ends(issue, *range),
        options => self::outcome(issue, options),
    }
}

/// A degree as data name it.
pub fn bare_degree(degree: Degree) -> &'static str {
    match degree {
        Degree::Support => "support",
        Degree::LeanSupport => "lean-support",
        Degree::Neutral => "neutral",
        Degree::LeanOppose => "lean-oppose",
        Degree::Oppose => "oppose",
    }
}

/// A set of acceptable outcomes in the words of its issue.
pub fn outcome(issue: &Issue, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Degree(degree) => self::degree(*degree),
        Outcome::Range(range) => self::range(issue, *range),
        Outcome::Options(options) => {
            let names: Vec<&str> = options.iter().map(|at| issue.names[*at].as_str()).collect();
            names.join(" / ")
        }
    }
}

fn degree(degree: Degree) -> String {
    format!("{} {}", side_sign(degree.side()), told_degree(degree))
}

fn told_degree(degree: Degree) -> &'static str {
    match degree {
        Degree::Support => "support",
        Degree::LeanSupport => "leans to support",
        Degree::Neutral => "neutral",
        Degree::LeanOppose => "leans to oppose",
        Degree::Oppose => "oppose",
    }
}

fn side_sign(side: Side) -> char {
    match side {
        Side::For => '+',
        Side::Neither => '0',
        Side::Against => '−',
    }
}

/// A side of a statement in one word.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::For => "support",
        Side::Neither => "neutral",
        Side::Against => "oppose",
    }
}

/// A set of acceptable outcomes in running text, where no sign is needed.
pub fn told(issue: &Issue, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Degree(degree) => told_degree(*degree).into(),
        other => self::outcome(issue, other),
    }
}

fn range(issue: &Issue, range: Range) -> String {
    let ends = ends(issue, range);
    match issue.unit.as_str() {
        "" => ends,
        unit => format!("{ends} {unit}"),
    }
}

fn ends(issue: &Issue, range: Range) -> String {
    if range.is_point() {
        point(issue, range.lo)
    } else {
        format!("{} – {}", point(issue, range.lo), point(issue, range.hi))
    }
}

/// A level by its name, or a number as it is.
pub fn point(issue: &Issue, number: f64) -> String {
    match issue.space {
        // A level is a whole number by construction.
        Space::Scale { .. } => issue.names[number as usize].clone(),
        // Adding 0 turns −0 into 0.
        _ => (number + 0.0).to_string(),
    }
}

/// What several parties could accept together.
pub fn common(issue: &Issue, common: &Common) -> String {
    match common {
        Common::Side(side) => format!("{} {}", side_sign(*side), self::side(*side)),
        Common::Range(range) => self::range(issue, *range),
        Common::Options(options) => outcome(issue, &Outcome::Options(options.clone())),
    }
}

/// The same in running text, where no sign is needed.
pub fn told_common(issue: &Issue, common: &Common) -> String {
    match common {
        Common::Side(side) => self::side(*side).into(),
        other => self::common(issue, other),
    }
}

/// The same in bare words, for data.
pub fn bare_common(issue: &Issue, common: &Common) -> String {
    match common {
        Common::Range(range) => ends(issue, *range),
        other => told_common(issue, other),
    }
}

/// Where a position stands between opposition (−1) and support (1); nothing for
/// what is no statement.
pub fn degree_of(position: &Position) -> Option<f64> {
    match position {
        Position::Known(Outcome::Degree(degree)) => Some(degree.value()),
        _ => None,
    }
}

/// What stands for a position on a statement where there is little room.
pub fn sign(position: &Position) -> Option<&'static str> {
    match position {
        Position::Known(Outcome::Degree(degree)) => Some(match degree {
            Degree::Support => "+",
            Degree::LeanSupport => "(+)",
            Degree::Neutral => "0",
            Degree::LeanOppose => "(−)",
            Degree::Oppose => "−",
        }),
        _ => None,
    }
}

/// The verdict in one word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => "agree",
        Verdict::Partial => "partial",
        Verdict::Conflict => "conflict",
    }
}

/// How firmly a position is held, in words.
pub fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::RedLine => "red line",
        Firmness::Demand => "demand",
        Firmness::Position => "position",
        Firmness::Preference => "preference",
        Firmness::Concern => "concern",
    }
}

/// How we know of a position, in words.
pub fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Declared(by) => format!("declared by {by}"),
        Basis::Attributed(by) => format!("attributed by {by}"),
        Basis::Conduct => "read from conduct".into(),
    }
}

/// What is to be said of a date besides itself; empty where the source prints it.
pub fn dated(dated: Dated) -> &'static str {
    match dated {
        Dated::Stated => "",
        Dated::Inferred => " (inferred)",
        Dated::External => " (known from elsewhere)",
    }
}

/// Why a record does not count, said of one or of several.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Replaced => "replaced by a later one",
        Reason::Weaker => "of weaker basis than a declared one",
        Reason::Ended => "no longer in force",
        Reason::Future => "from after that day",
        Reason::Possible => "dated so broadly as to be possibly from after that day",
        Reason::Basis => "on another basis",
        Reason::Source => "from other sources",
        Reason::Confidence => "not sure enough",
    }
}

/// What a relation says.
pub fn rule(dossier: &Dossier, rule: &Rule) -> String {
    let literal = |literal: &Literal| {
        let issue = &dossier.issues[literal.issue];
        format!("{} on {}", outcome(issue, &literal.outcome), issue.id)
    };
    match rule {
        Rule::Implies {
            premise,
            conclusion,
        } => format!("{} implies {}", literal(premise), literal(conclusion)),
        Rule::Excludes { one, other } => format!("{} excludes {}", literal(one), literal(other)),
    }
}

/// A number with at most three decimals, and none that say nothing.
pub fn decimal(number: f64) -> String {
    let digits = format!("{:.3}", number.abs());
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    let sign = if number < 0.0 && digits != "0" {
        "−"
    } else {
        ""
    };
    format!("{sign}{digits}")
}

/// A number with two decimals, and with its sign unless it is 0.
pub fn signed(number: f64) -> String {
    let digits = format!("{:.2}", number.abs());
    match number {
        _ if digits == "0.00" => digits,
        negative if negative < 0.0 => format!("−{digits}"),
        _ => format!("+{digits}"),
    }
}

/// A point on the line of an issue that nobody need hold, such as a mean: on a
/// statement a number from −1 to 1; on a scale, whose levels count from 1, a level or
/// the number of what lies between two.
pub fn middle(issue: &Issue, value: f64) -> String {
    match issue.space {
        Space::Statement => signed(value),
        Space::Scale { levels } => match value.fract() {
            0.0 => point(issue, value - 1.0),
            _ => level(value, levels),
        },
        _ => format!("{} {}", decimal(value), issue.unit)
            .trim_end()
            .to_owned(),
    }
}

/// The same with a number for the name of a level.
pub fn short_middle(issue: &Issue, value: f64) -> Option<String> {
    match issue.space {
        Space::Scale { levels } => Some(level(value, levels)),
        _ => None,
    }
}

fn level(value: f64, levels: usize) -> String {
    format!("{value:.2} of {levels}")
}

/// A list in running text: `a`, `a and b`, `a, b and c`.
pub fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A text as a sentence: it begins with a capital and ends with a stop.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase());
    let stop = if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    let first = first.into_iter().flatten();
    first.chain(letters).chain(stop.chars()).collect()
}

/// A list in running text of which at most so many items are named, and the others
/// counted where that saves anything.
pub fn some(items: impl Iterator<Item = String>, named: usize) -> String {
    let items: Vec<String> = items.collect();
    let mut shown: Vec<&str> = items.iter().map(String::as_str).collect();
    if shown.len() <= named + 1 {
        return list(&shown);
    }
    let others = format!("{} others", shown.len() - named);
    shown.truncate(named);
    shown.push(&others);
    list(&shown)
}

/// A number with its noun: `1 issue`, `2 issues`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
