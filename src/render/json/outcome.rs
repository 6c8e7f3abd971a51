//! Issues and what is accepted on them in JSON, for machines rather than readers.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::dossier::{Dossier, Issue, Position};
use crate::outcome::common::Common;
use crate::outcome::range::Range;
use crate::outcome::{Outcome, Space};
use crate::view::words;

/// An issue with what there is to choose from.
#[derive(Serialize)]
pub(super) struct IssueOut<'a> {
    issue: &'a str,
    area: &'a str,
    text: &'a str,
    #[serde(flatten)]
    kind: Kind<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Kind<'a> {
    Statement,
    Scale {
        levels: &'a [String],
    },
    Quantity {
        unit: &'a str,
        min: f64,
        max: f64,
        tolerance: f64,
    },
    Choice {
        options: &'a [String],
    },
}

/// What a party accepts: one of these, by the kind of the issue.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum PositionOut<'a> {
    /// From `oppose`, −1, to `support`, 1.
    Statement {
        degree: &'static str,
        value: f64,
    },
    /// Everything from `lo` to `hi`: levels by their names, or numbers.
    Range {
        lo: End<'a>,
        hi: End<'a>,
    },
    Choice {
        options: Vec<&'a str>,
    },
}

/// What several parties could accept: one of these, by the kind of the issue.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum CommonOut<'a> {
    /// `support`, `oppose`, or `neutral` where all are neutral.
    Statement {
        side: &'static str,
    },
    Range {
        lo: End<'a>,
        hi: End<'a>,
    },
    Choice {
        options: Vec<&'a str>,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum End<'a> {
    Level(&'a str),
    Number(f64),
}

pub(super) fn issue(dossier: &Dossier, issue: usize) -> IssueOut<'_> {
    let issue = &dossier.issues[issue];
    IssueOut {
        issue: &issue.id,
        area: &dossier.areas[issue.area].id,
        text: &issue.text,
        kind: kind(issue),
    }
}

fn kind(issue: &Issue) -> Kind<'_> {
    match issue.space {
        Space::Statement => Kind::Statement,
        Space::Scale { .. } => Kind::Scale {
            levels: &issue.names,
        },
        Space::Quantity {
            min,
            max,
            tolerance,
        } => Kind::Quantity {
            unit: &issue.unit,
            min,
            max,
            tolerance,
        },
        Space::Choice { .. } => Kind::Choice {
            options: &issue.names,
        },
    }
}

/// A position, if its content is known.
pub(super) fn position<'a>(issue: &'a Issue, position: &Position) -> Option<PositionOut<'a>> {
    match position {
        Position::Known(outcome) => Some(known(issue, outcome)),
        Position::Undisclosed | Position::Withdrawn => None,
    }
}

/// What a party is known to accept.
pub(super) fn known<'a>(issue: &'a Issue, outcome: &Outcome) -> PositionOut<'a> {
    match outcome {
        Outcome::Degree(degree) => PositionOut::Statement {
            degree: words::bare_degree(*degree),
            value: degree.value(),
        },
        Outcome::Range(range) => {
            let [lo, hi] = ends(issue, *range);
            PositionOut::Range { lo, hi }
        }
        Outcome::Options(options) => PositionOut::Choice {
            options: names(issue, options),
        },
    }
}

/// What several parties could accept.
pub(super) fn common<'a>(issue: &'a Issue, common: &Common) -> CommonOut<'a> {
    match common {
        Common::Side(side) => CommonOut::Statement {
            side: words::side(*side),
        },
        Common::Range(range) => {
            let [lo, hi] = ends(issue, *range);
            CommonOut::Range { lo, hi }
        }
        Common::Options(options) => CommonOut::Choice {
            options: names(issue, options),
        },
    }
}

fn ends(issue: &Issue, range: Range) -> [End<'_>; 2] {
    [range.lo, range.hi].map(|end| match issue.space {
        // A level is a whole number by construction.
        Space::Scale { .. } => End::Level(&issue.names[end as usize]),
        // Adding 0 turns −0 into 0.
        _ => End::Number(end + 0.0),
    })
}

fn names<'a>(issue: &'a Issue, options: &BTreeSet<usize>) -> Vec<&'a str> {
    let names = options.iter().map(|at| issue.names[*at].as_str());
    names.collect()
}
