//! A matrix of the actors of a table.

use super::asides::{Aside, Legend};
use super::figure::PercentFrom;
use super::{cell, largest, name, terms};
use crate::compare::bulk::{Asked, Survey};
use crate::compare::matrix::Matrix;
use crate::table::Reading;
use crate::view::line::{Label, Line};
use crate::view::table::{Cell, Column, Row, Table};
use crate::view::{Block, View, words};

/// One matrix after the other, each over all actors of the table.
pub fn view(survey: &Survey, asked: &Asked, matrices: &[Matrix], percent: PercentFrom) -> View {
    let tables = matrices
        .iter()
        .map(|matrix| Block::Table(table(survey, matrix, percent)));
    let line = Block::Text(line(survey, asked));
    View {
        title: asked.table.clone(),
        blocks: std::iter::once(line).chain(tables).collect(),
    }
}

/// What was looked at, in one line.
fn line(survey: &Survey, asked: &Asked) -> Line {
    let table = survey.table;
    let parties = words::count(table.actors.len(), "party", "parties");
    let items = words::count(table.items.len(), "item", "items");
    let cells = table.actors.len() * table.items.len();
    let listed = |what: &str, names: &[String]| {
        (!names.is_empty()).then(|| format!("{what} {}", names.join(", ")))
    };
    let parts = [
        Some(asked.table.clone()),
        Some(format!("{parties}, {items}")),
        Some(format!("{} of {cells} cells answered", table.answered())),
        Some(answers(survey)),
        listed("party", &asked.actors),
        listed("item", &asked.items),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Line::of(Label::Aside, parts.join(" · "))
}

/// How the answers are read.
fn answers(survey: &Survey) -> String {
    let highest = survey.lowest + survey.table.levels as i64 - 1;
    let levels = format!("{} to {highest}", survey.lowest);
    match (survey.reading, survey.table.levels) {
        (Reading::Statement, 0) => "statements, each within its range".to_owned(),
        (_, 0) => "quantities, each within its range".to_owned(),
        (Reading::Statement, _) => format!("statements from {levels}"),
        (Reading::Scale, _) => format!("a scale from {levels}"),
        (Reading::Choice, _) => format!("choices from {levels}"),
    }
}

fn table(survey: &Survey, matrix: &Matrix, percent: PercentFrom) -> Table {
    let actors = &survey.table.actors;
    let heads = actors.iter().map(Column::named);
    let columns = std::iter::once(Column::named("party")).chain(heads);
    let mut table = Table::new(name(matrix, None), 1, columns.collect());
    table.caption = Line::of(Label::Name, &table.name);
    let largest = largest(matrix);
    let mut legend = Legend::default();
    for (actor, scores) in actors.iter().zip(&matrix.scores) {
        let mut cells = vec![Cell::text(Line::of(Label::Name, actor))];
        cells.extend(scores.iter().map(|score| match score {
            None => Cell::text(Line::of(Label::Undefined, "—")),
            Some(score) => {
                let aside = Aside::default();
                legend.see(score, aside);
                cell(matrix.measure, largest, *score, aside, percent)
            }
        }));
        table.rows.push(Row::Cells(cells));
    }
    table.legend = legend.lines(matrix);
    table.legend.extend(weight(matrix));
    table.legend.extend(terms::without(matrix));
    table
}

fn weight(matrix: &Matrix) -> Option<Line> {
    matrix.terms.weight.as_ref()?;
    let meaning = "An item weighs its own `weight` in the file about the items, else 1.";
    Some(Line::of(Label::Aside, meaning))
}
