//! The issues whose positions lie on a line: how these are spread, and where their
//! middle is.

use super::super::line::{Label, Line};
use super::super::table::{Cell, Column, Row, Table, Tone};
use super::super::{Block, words};
use super::{has_line, head};
use crate::compare::ground::Prospect;
use crate::compare::issues::Account;
use crate::dossier::Issue;
use crate::dossier::scene::Scene;
use crate::measure::spread::{Measure, consensus, mean, median, van_der_eijk};
use crate::view::ground::nothing;

/// How many issues are named before the rest is only counted.
const NAMED: usize = 12;

const HEADS: [&str; 6] = [
    "issue",
    "points",
    "van-der-eijk",
    "consensus",
    "mean",
    "median",
];

/// The table, and which issues have no place in it.
pub(super) fn settle(scene: &Scene, accounts: &[&Account]) -> Vec<Block> {
    let issue = |account: &Account| &scene.dossier.issues[account.ground.issue];
    let compared = accounts
        .iter()
        .filter(|account| account.ground.prospect() != Prospect::TooFew);
    let (lines, choices): (Vec<&Account>, Vec<&Account>) = compared
        .copied()
        .partition(|account| has_line(issue(account)));
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        let mut table = Table::new("On a line", 1, HEADS.map(Column::named).into());
        let rows = lines.iter().map(|account| row(issue(account), account));
        table.rows = rows.map(Row::Cells).collect();
        table.legend = legend();
        blocks.push(Block::Table(table));
    }
    blocks.extend(left_out(scene, accounts, &choices).map(Block::Text));
    blocks
}

fn row(issue: &Issue, account: &Account) -> Vec<Cell> {
    let placed = &account.placed;
    let position = |measure: &Measure| match placed.score(measure).value {
        Ok(value) => middle(issue, value),
        Err(_) => nothing(),
    };
    vec![
        head(issue),
        Cell::text(Line::of(
            Label::Number,
            format!("{}/{}", placed.count, placed.count + placed.not),
        )),
        match placed.score(&van_der_eijk::MEASURE).value {
            Ok(value) => number(value, words::signed(value), value),
            Err(_) => nothing(),
        },
        match placed.score(&consensus::MEASURE).value {
            Ok(value) => number(value, format!("{value:.2}"), 2.0 * value - 1.0),
            Err(_) => nothing(),
        },
        position(&mean::MEASURE),
        position(&median::MEASURE),
    ]
}

/// A number as it is told, and how it leans.
fn number(value: f64, told: String, degree: f64) -> Cell {
    Cell {
        value: value.into(),
        text: Line::of(Label::Number, told),
        tone: Tone::Degree(degree),
        ..Cell::default()
    }
}

/// A position that nobody need hold, in the words of its issue.
fn middle(issue: &Issue, value: f64) -> Cell {
    Cell {
        value: value.into(),
        text: Line::of(Label::Number, words::middle(issue, value)),
        short: words::short_middle(issue, value),
        ..Cell::default()
    }
}

/// How many issues are not in the table, and why.
fn left_out(scene: &Scene, accounts: &[&Account], choices: &[&Account]) -> Option<Line> {
    let few = accounts
        .iter()
        .filter(|account| account.ground.prospect() == Prospect::TooFew);
    let few = few.count();
    let no_order = (!choices.is_empty()).then(|| {
        let ids = choices
            .iter()
            .map(|account| scene.dossier.issues[account.ground.issue].id.clone());
        format!("options have no order ({})", words::some(ids, NAMED))
    });
    let too_few = (few > 0).then(|| {
        let issues = words::count(few, "issue", "issues");
        format!("{issues} on which fewer than two parties have a position")
    });
    let why: Vec<String> = no_order.into_iter().chain(too_few).collect();
    (!why.is_empty()).then(|| {
        Line::of(Label::Undefined, "Not on a line")
            .and(Label::Plain, format!(": {}.", why.join("; ")))
    })
}

fn legend() -> Vec<Line> {
    [
        "points: on how many of the positions the numbers rest; ranges, and what depends on \
         something, are no points",
        "van-der-eijk: −1 two camps at the ends, 0 spread evenly, 1 all the same · consensus: 0 two \
         camps, 1 all the same",
        "mean, median: baselines for where talks might settle, each party counted once; statements \
         from −1 oppose to +1 support, levels counted from 1",
    ]
    .map(|said| Line::of(Label::Aside, said))
    .into()
}
