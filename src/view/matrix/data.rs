//! Matrices for machines: ids and plain values.

use itertools::Itertools;

use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::dossier::scene::Scene;
use crate::view::table::{Cell, Column, Row, Table, Value};

/// How the rows of the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row and one column a party.
    Square,
    /// One row a pair.
    Long,
}

/// The values of these matrices.
pub fn data(field: &Field, matrices: &[Matrix], layout: Layout) -> Table {
    match layout {
        Layout::Square => square(field, matrices),
        Layout::Long => long(field, matrices),
    }
}

/// One row and one column a party. What is the same throughout has no column.
fn square(field: &Field, matrices: &[Matrix]) -> Table {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let ids = scene.focus.parties.iter().map(|party| id(scene, *party));
    let columns = heads
        .columns()
        .chain(["party".to_owned()])
        .chain(ids)
        .map(Column::named);
    let mut table = Table::new("matrix", 1, columns.collect());
    for matrix in matrices {
        for (row, scores) in matrix.scores.iter().enumerate() {
            let head = heads
                .cells(scene, matrix)
                .chain([Cell::text(id(scene, scene.focus.parties[row]))]);
            let cells = scores
                .iter()
                .map(|score| number(score.and_then(|score| score.value.ok())));
            table.rows.push(Row::Cells(head.chain(cells).collect()));
        }
    }
    table
}

/// One row a pair, each pair once: `a,b,n` and the value.
fn long(field: &Field, matrices: &[Matrix]) -> Table {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let value = match matrices {
        [first, ..] if !heads.measure => first.measure.name,
        _ => "value",
    };
    let columns = heads
        .columns()
        .chain(["a", "b", "n", value].map(str::to_owned))
        .map(Column::named);
    let mut table = Table::new("matrix", 2, columns.collect());
    for matrix in matrices {
        for (row, scores) in matrix.scores.iter().enumerate() {
            for (column, score) in scores.iter().enumerate().skip(row + 1) {
                let ends =
                    [row, column].map(|place| Cell::text(id(scene, scene.focus.parties[place])));
                let n = Cell::count(score.map_or(0, |score| score.n));
                let value = number(score.and_then(|score| score.value.ok()));
                let cells = heads.cells(scene, matrix).chain(ends).chain([n, value]);
                table.rows.push(Row::Cells(cells.collect()));
            }
        }
    }
    table
}

/// Which leading columns tell several matrices apart.
struct Heads {
    measure: bool,
    area: bool,
}

impl Heads {
    fn of(matrices: &[Matrix]) -> Self {
        Self {
            measure: !matrices
                .iter()
                .map(|matrix| matrix.measure.name)
                .all_equal(),
            area: matrices.iter().any(|matrix| matrix.area.is_some()),
        }
    }

    fn columns(&self) -> impl Iterator<Item = String> {
        let heads = [(self.measure, "measure"), (self.area, "area")];
        heads
            .into_iter()
            .filter(|(used, _)| *used)
            .map(|(_, name)| name.to_owned())
    }

    fn cells(&self, scene: &Scene, matrix: &Matrix) -> impl Iterator<Item = Cell> {
        let measure = self.measure.then(|| Cell::text(matrix.measure.name));
        let area = matrix
            .area
            .map(|area| Cell::text(scene.dossier.areas[area].id.clone()));
        measure.into_iter().chain(area)
    }
}

fn id(scene: &Scene, party: usize) -> String {
    scene.dossier.parties[party].id.clone()
}

/// A number for machines, or nothing.
fn number(value: Option<f64>) -> Cell {
    Cell {
        value: value.map_or(Value::Empty, Value::Real),
        ..Cell::default()
    }
}
