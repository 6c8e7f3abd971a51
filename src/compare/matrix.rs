//! One measure over all pairs of parties.

use rayon::prelude::*;

use super::joint::Field;
use crate::measure::pair::Observed;
use crate::measure::{Measure, Score};

/// A square of scores; rows and columns are the parties in the order of the scene.
#[derive(Debug)]
pub struct Matrix {
    pub measure: &'static Measure,
    /// The area it is confined to, as an index into the dossier's areas.
    pub area: Option<usize>,
    /// By row, then by column; nothing on the diagonal.
    pub scores: Vec<Vec<Option<Score>>>,
}

/// One matrix over all issues in view.
pub fn overall(field: &Field, measure: &'static Measure) -> Matrix {
    matrix(field, measure, None)
}

/// One matrix for each area that has an issue in view.
pub fn by_area(field: &Field, measure: &'static Measure) -> Vec<Matrix> {
    let scene = field.scene();
    let mut areas: Vec<usize> = (scene.focus.issues.iter())
        .map(|issue| scene.dossier.issues[*issue].area)
        .collect();
    areas.dedup();
    areas
        .into_iter()
        .map(|area| matrix(field, measure, Some(area)))
        .collect()
}

fn matrix(field: &Field, measure: &'static Measure, area: Option<usize>) -> Matrix {
    let scene = field.scene();
    let parties = &scene.focus.parties;
    let within = |issue: usize| area.is_none_or(|area| scene.dossier.issues[issue].area == area);
    let issues = scene
        .focus
        .issues
        .iter()
        .filter(|issue| within(**issue))
        .count();
    // All measures of pairs are symmetric: half of the square is enough.
    let below: Vec<Vec<Score>> = (0..parties.len())
        .into_par_iter()
        .map(|row| {
            let joint = |column: &usize| {
                let joint = field
                    .joint(parties[row], *column)
                    .filter(|joint| within(joint.issue));
                let joint: Vec<_> = joint.map(|joint| joint.measured()).collect();
                measure.of(&Observed {
                    joint: &joint,
                    issues,
                })
            };
            parties[..row].iter().map(joint).collect()
        })
        .collect();
    let score = |row: usize, column: usize| match row.cmp(&column) {
        std::cmp::Ordering::Greater => Some(below[row][column]),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(below[column][row]),
    };
    let square = 0..parties.len();
    Matrix {
        measure,
        area,
        scores: square
            .clone()
            .map(|row| square.clone().map(|column| score(row, column)).collect())
            .collect(),
    }
}
