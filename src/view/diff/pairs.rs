//! The pairs that moved: their numbers before and after, then issue by issue by which
//! record.

use super::{distance, kinds, nothing};
use crate::compare::diff::Diff;
use crate::compare::diff::moved::{Moved, Step};
use crate::compare::pair::Pair;
use crate::compare::standing::Standing;
use crate::outcome::verdict::Verdict;
use crate::view::line::{Label, Line};
use crate::view::table::{Cell, Column, Row, Table, Tone};
use crate::view::{Block, union, words};

/// Both tables; nothing where no pair moved.
pub(super) fn blocks(diff: &Diff) -> Vec<Block> {
    if diff.pairs.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(numbers(diff)), Block::Table(steps(diff))]
}

fn numbers(diff: &Diff) -> Table {
    let heads = ["pair", "before", "after", "moved by"].map(Column::named);
    let mut table = Table::new("Pairs that moved", 1, heads.into());
    table.caption = Line::of(Label::Name, &table.name);
    for pair in &diff.pairs {
        table.rows.push(Row::Cells(vec![
            Cell::name(Line::of(Label::Name, name(diff, pair)), codes(diff, pair)),
            counts(pair.before),
            counts(pair.after),
            Cell::text(moved_by(diff, pair)),
        ]));
    }
    table.legend = vec![Line::of(Label::Aside, "agree/partial/conflict of n")];
    table
}

fn name(diff: &Diff, pair: &Moved) -> String {
    let called = |place: usize| union::full(&diff.scenes(), &diff.union.parties[place]);
    format!("{} – {}", called(pair.a), called(pair.b))
}

fn codes(diff: &Diff, pair: &Moved) -> String {
    let code = |place: usize| union::code(&diff.scenes(), &diff.union.parties[place]).to_owned();
    format!("{}–{}", code(pair.a), code(pair.b))
}

fn counts(pair: Option<Pair>) -> Cell {
    pair.filter(|pair| pair.n > 0).map_or_else(nothing, |pair| {
        let Pair {
            agree,
            partial,
            conflict,
            n,
            ..
        } = pair;
        let counts = format!("{agree}/{partial}/{conflict} of {n}");
        Cell::text(Line::of(Label::Number, counts))
    })
}

/// Which changes of whom: `Ukraine: 9 new, 4 changed`.
fn moved_by(diff: &Diff, pair: &Moved) -> String {
    let behind = |party: usize| {
        let steps = pair.steps.iter();
        let places = steps.flat_map(|step| pair.behind(step, &diff.changes));
        let changes: Vec<_> = places
            .map(|place| &diff.changes[place])
            .filter(|change| change.party == party)
            .map(|change| change.kind)
            .collect();
        let name = union::called(&diff.scenes(), &diff.union.parties[party]);
        (!changes.is_empty()).then(|| format!("{name}: {}", kinds(changes.into_iter())))
    };
    let parties = [pair.a, pair.b].into_iter().filter_map(behind);
    let recast = pair.steps.iter();
    let recast = recast.filter(|step| pair.behind(step, &diff.changes).is_empty());
    let recast = match recast.count() {
        0 => None,
        many => Some(words::count(many, "issue recast", "issues recast")),
    };
    parties.chain(recast).collect::<Vec<_>>().join("; ")
}

fn steps(diff: &Diff) -> Table {
    let heads = [
        "issue",
        "before",
        "after",
        "distance before",
        "distance after",
        "by",
    ];
    let mut table = Table::new("Issue by issue", 1, heads.map(Column::named).into());
    table.caption = Line::of(Label::Name, &table.name);
    for pair in &diff.pairs {
        table.rows.push(Row::Section(name(diff, pair)));
        for step in &pair.steps {
            table.rows.push(Row::Cells(row(diff, pair, step)));
        }
    }
    table
}

fn row(diff: &Diff, pair: &Moved, step: &Step) -> Vec<Cell> {
    let issue = diff.union.issues[step.issue].issue(&diff.scenes());
    let apart = |standing: Option<Standing>| Some(standing?.apart?.distance);
    vec![
        Cell::text(Line::of(Label::Name, &issue.id)),
        verdict(step.before),
        verdict(step.after),
        distance(apart(step.before)),
        distance(apart(step.after)),
        Cell::text(by(diff, pair, step)),
    ]
}

fn verdict(standing: Option<Standing>) -> Cell {
    standing.map_or_else(nothing, |standing| {
        let (label, degree) = match standing.verdict {
            Verdict::Agree => (Label::Agree, 1.0),
            Verdict::Partial => (Label::Partial, 0.0),
            Verdict::Conflict => (Label::Conflict, -1.0),
        };
        Cell {
            tone: Tone::Degree(degree),
            ..Cell::text(Line::of(label, words::verdict(standing.verdict)))
        }
    })
}

/// The records that moved the pair on an issue: `Ukraine: new, since 2025-12-23`.
fn by(diff: &Diff, pair: &Moved, step: &Step) -> String {
    let scenes = diff.scenes();
    let behind = pair.behind(step, &diff.changes).into_iter().map(|place| {
        let change = &diff.changes[place];
        let name = union::called(&scenes, &diff.union.parties[change.party]);
        let since = match change.after.record(scenes[1]) {
            Some(stance) => format!(", since {}", stance.since),
            None => String::new(),
        };
        format!("{name}: {}{since}", change.kind.name())
    });
    let behind: Vec<String> = behind.collect();
    match behind.as_slice() {
        [] => "the issue itself".to_owned(),
        several => several.join("; "),
    }
}
