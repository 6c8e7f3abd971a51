//! `stances/matrix/1`: one measure or several over all pairs of parties.

use serde::Serialize;

use super::lens::{Lens, lens};
use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::dossier::scene::Scene;
use crate::measure::Score;

/// One measure over all issues in view.
#[derive(Serialize)]
struct Single<'a> {
    schema: &'static str,
    measure: &'static str,
    lens: Lens,
    /// The order of rows and columns.
    parties: Vec<&'a str>,
    /// `null` on the diagonal and where the measure is undefined.
    values: Vec<Vec<Option<f64>>>,
    /// On how many issues each value rests.
    n: Vec<Vec<Option<usize>>>,
}

/// Several measures, or one for each area.
#[derive(Serialize)]
struct Several<'a> {
    schema: &'static str,
    lens: Lens,
    parties: Vec<&'a str>,
    matrices: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    measure: &'static str,
    area: Option<&'a str>,
    values: Vec<Vec<Option<f64>>>,
    n: Vec<Vec<Option<usize>>>,
}

/// The text of one matrix over all issues, or of a list of others.
pub fn draw(field: &Field, matrices: &[Matrix]) -> String {
    let scene = field.scene();
    match matrices {
        [matrix] if matrix.area.is_none() => super::text(&Single {
            schema: "stances/matrix/1",
            measure: matrix.measure.name,
            lens: lens(scene),
            parties: parties(scene),
            values: values(matrix),
            n: n(matrix),
        }),
        several => super::text(&Several {
            schema: "stances/matrix/1",
            lens: lens(scene),
            parties: parties(scene),
            matrices: several.iter().map(|matrix| part(scene, matrix)).collect(),
        }),
    }
}

fn part<'a>(scene: &Scene<'a>, matrix: &Matrix) -> Part<'a> {
    Part {
        measure: matrix.measure.name,
        area: matrix
            .area
            .map(|area| scene.dossier.areas[area].id.as_str()),
        values: values(matrix),
        n: n(matrix),
    }
}

fn parties<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let parties = scene.focus.parties.iter();
    parties
        .map(|party| scene.dossier.parties[*party].id.as_str())
        .collect()
}

fn values(matrix: &Matrix) -> Vec<Vec<Option<f64>>> {
    cells(matrix, |score| score.value.ok())
}

fn n(matrix: &Matrix) -> Vec<Vec<Option<usize>>> {
    cells(matrix, |score| Some(score.n))
}

fn cells<T>(matrix: &Matrix, of: fn(Score) -> Option<T>) -> Vec<Vec<Option<T>>> {
    let row = |row: &Vec<Option<Score>>| row.iter().map(|score| score.and_then(of)).collect();
    matrix.scores.iter().map(row).collect()
}
