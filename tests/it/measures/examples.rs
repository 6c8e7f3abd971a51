//! What is observed of a pair, as the pages of measures write it: one row an
//! issue, under a line that says the rest.

use stances::measure::actors::{self, Aim, Side};
use stances::measure::counts::{self, Normalise, Said};
use stances::measure::pair::{Apart, Class, Joint, Observed, Positions};
use stances::measure::{Formula, Measure, Score, Undefined, points};

/// The score of a measure for an example.
pub fn score(measure: &Measure, example: &str) -> Score {
    let head = example.lines().next().unwrap();
    let rows: Vec<Vec<&str>> = (example.lines().skip(2))
        .map(|line| line.split_whitespace().collect())
        .take_while(|row: &Vec<&str>| !row.is_empty())
        .skip(1)
        .collect();
    match measure.formula {
        Formula::Verdicts(formula) | Formula::Distances(formula) => verdicts(formula, head, &rows),
        Formula::Categories(formula) | Formula::Points(formula) => points(formula, head, &rows),
        Formula::Counts(formula) => counts(formula, head, &rows),
        Formula::Actors(formula) => actors(formula, head, &rows),
    }
}

/// `8 issues in the lens, 6 of them joint:`, then
/// `name  verdict  positions  distance  gap  weight`.
fn verdicts(formula: fn(&Observed) -> Score, head: &str, rows: &[Vec<&str>]) -> Score {
    let joint: Vec<Joint> = rows.iter().map(|row| verdict(row)).collect();
    let (issues, _) = head.split_once(" issues in the lens").unwrap();
    let stated = format!("{issues} issues in the lens, {} of them joint:", rows.len());
    assert_eq!(head, stated);
    formula(&Observed {
        joint: &joint,
        issues: issues.parse().unwrap(),
    })
}

fn verdict(row: &[&str]) -> Joint {
    let [_, verdict, positions, distance, gap, weight] = row else {
        panic!("{row:?}");
    };
    Joint {
        class: match *verdict {
            "agree" => Class::Agree,
            "partial" => Class::Partial,
            "conflict" => Class::Conflict,
            other => panic!("{other}"),
        },
        positions: match *positions {
            "same" => Positions::Same,
            "different" => Positions::Different,
            other => panic!("{other}"),
        },
        apart: match (*distance, *gap) {
            ("-", "-") => None,
            _ => Some(Apart {
                distance: distance.parse().unwrap(),
                gap: gap.parse().unwrap(),
            }),
        },
        weight: weight.parse().unwrap(),
        times: 1,
    }
}

/// `6 issues on a scale from -1 to 1:`, then `name  a  b  weight`.
fn points(formula: fn(&points::Observed) -> Score, head: &str, rows: &[Vec<&str>]) -> Score {
    let scale = head.strip_prefix(&format!("{} issues on a scale from ", rows.len()));
    let (lowest, highest) = scale
        .unwrap()
        .trim_end_matches(':')
        .split_once(" to ")
        .unwrap();
    let joint: Vec<points::Joint> = rows
        .iter()
        .map(|row| points::Joint {
            a: row[1].parse().unwrap(),
            b: row[2].parse().unwrap(),
            weight: row[3].parse().unwrap(),
            times: 1,
        })
        .collect();
    formula(&points::Observed {
        joint: &joint,
        extent: number(highest) - number(lowest),
    })
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

/// `4 issues, normalised by none:`, then `name  extent  a  b`.
fn counts(formula: fn(&counts::Observed) -> Score, head: &str, rows: &[Vec<&str>]) -> Score {
    let by = head.strip_prefix(&format!("{} issues, normalised by ", rows.len()));
    let by = by.unwrap().trim_end_matches(':');
    let issues: Vec<counts::Issue> = rows
        .iter()
        .map(|row| counts::Issue {
            extent: number(row[1]),
            a: said(row[2]),
            b: said(row[3]),
            times: 1,
        })
        .collect();
    formula(&counts::Observed {
        issues: &issues,
        normalise: (Normalise::ALL.into_iter())
            .find(|normalise| normalise.name() == by)
            .unwrap(),
    })
}

/// `0*2,1*1`: the level 0 twice, the level 1 once; `-` for nothing.
fn said(text: &str) -> Vec<Said> {
    let said = text.split(',').filter(|said| *said != "-");
    said.map(|said| {
        let (level, times) = said.split_once('*').unwrap();
        Said {
            level: number(level),
            times: times.parse().unwrap(),
        }
    })
    .collect()
}

/// `6 issues, power 1.5 and 0.5:`, then `name  side a  stake a  side b  stake b`.
fn actors(formula: fn(&actors::Observed) -> Score, head: &str, rows: &[Vec<&str>]) -> Score {
    let power = head.strip_prefix(&format!("{} issues, power ", rows.len()));
    let power = match power.unwrap().trim_end_matches(':').split_once(" and ") {
        Some((one, other)) => Ok((number(one), number(other))),
        None => Err(Undefined::TwoActors),
    };
    let joint: Vec<actors::Joint> = rows
        .iter()
        .map(|row| actors::Joint {
            a: aim(row[1], row[2]),
            b: aim(row[3], row[4]),
        })
        .collect();
    formula(&actors::Observed {
        joint: &joint,
        power,
    })
}

fn aim(side: &str, stake: &str) -> Aim {
    Aim {
        side: match side {
            "against" => Side::Against,
            "neither" => Side::Neither,
            "for" => Side::For,
            other => panic!("{other}"),
        },
        stake: stake.parse().ok(),
    }
}
