//! Matrices for machines: ids and plain values.

use itertools::Itertools;

use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::dossier::scene::Scene;
use crate::measure::Score;
use crate::view::data::{Data, Value};

/// How the rows of the data are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row and one column a party.
    Square,
    /// One row a pair.
    Long,
}

/// The values of these matrices.
pub fn data(field: &Field, matrices: &[Matrix], layout: Layout) -> Data {
    match layout {
        Layout::Square => square(field, matrices),
        Layout::Long => long(field, matrices),
    }
}

/// One row and one column a party. What is the same throughout has no column.
fn square(field: &Field, matrices: &[Matrix]) -> Data {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let ids = scene
        .focus
        .parties
        .iter()
        .map(|party| id(scene, *party).to_owned());
    let mut data = Data {
        heads: std::iter::once("party".to_owned())
            .chain(heads.names())
            .chain(ids)
            .collect(),
        records: Vec::new(),
    };
    for matrix in matrices {
        for (party, scores) in scene.focus.parties.iter().zip(&matrix.scores) {
            let party = id(scene, *party).into();
            let head = std::iter::once(party).chain(heads.values(scene, matrix));
            data.records
                .push(head.chain(scores.iter().map(value)).collect());
        }
    }
    data
}

/// One row a pair, each pair once: `a,b,n` and the value.
fn long(field: &Field, matrices: &[Matrix]) -> Data {
    let scene = field.scene();
    let heads = Heads::of(matrices);
    let measure = match matrices {
        [first, ..] if !heads.measure => first.measure.name,
        _ => "value",
    };
    let own = ["a", "b", "n", measure].map(str::to_owned);
    let mut data = Data {
        heads: own.into_iter().chain(heads.names()).collect(),
        records: Vec::new(),
    };
    for matrix in matrices {
        for [row, column] in (0..scene.focus.parties.len()).array_combinations() {
            let score = &matrix.scores[row][column];
            let ends = [row, column].map(|place| id(scene, scene.focus.parties[place]).into());
            let n = score.map_or(0, |score| score.n).into();
            let record = (ends.into_iter())
                .chain([n, value(score)])
                .chain(heads.values(scene, matrix));
            data.records.push(record.collect());
        }
    }
    data
}

fn value(score: &Option<Score>) -> Value {
    score.and_then(|score| score.value.ok()).into()
}

/// Which further columns tell several matrices apart.
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

    fn names(&self) -> impl Iterator<Item = String> {
        let heads = [(self.measure, "measure"), (self.area, "area")];
        heads
            .into_iter()
            .filter(|(used, _)| *used)
            .map(|(_, name)| name.to_owned())
    }

    fn values(&self, scene: &Scene, matrix: &Matrix) -> impl Iterator<Item = Value> {
        let measure = self.measure.then(|| matrix.measure.name.into());
        let area = matrix
            .area
            .map(|area| scene.dossier.areas[area].id.as_str().into());
        measure.into_iter().chain(area)
    }
}

fn id<'a>(scene: &Scene<'a>, party: usize) -> &'a str {
    &scene.dossier.parties[party].id
}
