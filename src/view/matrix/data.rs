//! Matrices for machines: ids and plain values.

use itertools::Itertools;

use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::compare::weight::Rule;
use crate::dossier::scene::Scene;
use crate::measure::Score;
use crate::measure::counts::Normalise;
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
    let heads = Heads::of(matrices.iter());
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
            let head = std::iter::once(party).chain(heads.values(area(scene, matrix), matrix));
            data.records
                .push(head.chain(scores.iter().map(value)).collect());
        }
    }
    data
}

/// One row a pair: `a,b,n` and the value. Each pair stands once, or, where a rule
/// of weights takes the side of `a`, either way round.
fn long(field: &Field, matrices: &[Matrix]) -> Data {
    let scene = field.scene();
    let heads = Heads::of(matrices.iter());
    let own = ["a", "b", "n", heads.value(matrices.first())].map(str::to_owned);
    let mut data = Data {
        heads: own.into_iter().chain(heads.names()).collect(),
        records: Vec::new(),
    };
    for matrix in matrices {
        for (row, column) in pairs(scene.focus.parties.len(), matrix) {
            let score = &matrix.scores[row][column];
            let ends = [row, column].map(|place| id(scene, scene.focus.parties[place]).into());
            let n = score.map_or(0, |score| score.n).into();
            let record = (ends.into_iter())
                .chain([n, value(score)])
                .chain(heads.values(area(scene, matrix), matrix));
            data.records.push(record.collect());
        }
    }
    data
}

/// Each pair once, or either way round where that makes a difference.
fn pairs(parties: usize, matrix: &Matrix) -> impl Iterator<Item = (usize, usize)> {
    let is_symmetric = matrix.terms.are_symmetric();
    let all = (0..parties).cartesian_product(0..parties);
    all.filter(move |(row, column)| row < column || (row > column && !is_symmetric))
}

fn value(score: &Option<Score>) -> Value {
    score.and_then(|score| score.value.ok()).into()
}

/// Which further columns tell several matrices apart.
#[derive(Debug, Clone, Copy)]
pub struct Heads {
    measure: bool,
    area: bool,
    scale: bool,
    weight: bool,
    normalise: bool,
}

impl Heads {
    /// What these matrices differ in, and what is not as it is without being asked for.
    pub fn of<'a>(matrices: impl Iterator<Item = &'a Matrix> + Clone) -> Self {
        let any = |has: fn(&Matrix) -> bool| matrices.clone().any(has);
        let mut measures = matrices.clone().map(|matrix| matrix.measure.name);
        Self {
            measure: !measures.all_equal(),
            area: any(|matrix| matrix.area.is_some()),
            scale: any(|matrix| matrix.scale.is_some()),
            weight: any(|matrix| matrix.terms.weight.is_some()),
            normalise: any(is_normalised),
        }
    }

    /// What the column of values is called where a row is a pair.
    pub fn value(&self, first: Option<&Matrix>) -> &'static str {
        match first {
            Some(first) if !self.measure => first.measure.name,
            _ => "value",
        }
    }

    pub fn names(&self) -> impl Iterator<Item = String> {
        let heads = [
            (self.measure, "measure"),
            (self.area, "area"),
            (self.scale, "scale"),
            (self.weight, "weight"),
            (self.normalise, "normalise"),
        ];
        heads
            .into_iter()
            .filter(|(used, _)| *used)
            .map(|(_, name)| name.to_owned())
    }

    pub fn values(&self, area: Option<&str>, matrix: &Matrix) -> impl Iterator<Item = Value> {
        let measure = matrix.measure.name.into();
        let scale = matrix.scale.as_ref().map(super::terms::answers);
        let weight = matrix.terms.weight.as_ref().map(Rule::to_string);
        let normalise = is_normalised(matrix).then(|| matrix.terms.normalise.name());
        let values = [
            (self.measure, measure),
            (self.area, area.into()),
            (self.scale, scale.into()),
            (self.weight, weight.into()),
            (self.normalise, normalise.into()),
        ];
        let used = values.into_iter().filter(|(used, _)| *used);
        used.map(|(_, value)| value)
    }
}

/// The area that a matrix is confined to.
fn area<'a>(scene: &Scene<'a>, matrix: &Matrix) -> Option<&'a str> {
    let area = matrix.area?;
    Some(scene.dossier.areas[area].id.as_str())
}

fn is_normalised(matrix: &Matrix) -> bool {
    matrix.terms.normalise != Normalise::None
}

fn id<'a>(scene: &Scene<'a>, party: usize) -> &'a str {
    &scene.dossier.parties[party].id
}
