//! One measure over all pairs of parties.

use std::ops::Add;

use rayon::prelude::*;

use super::joint::Field;
use super::material::{LeftOut, Material};
use super::power;
use super::scale::{Asked, Scale, Scales};
use super::terms::Terms;
use crate::measure::{Formula, Measure, Score, Undefined};
use crate::outcome::Space;

/// A square of scores; rows and columns are the parties in the order of the scene.
#[derive(Debug)]
pub struct Matrix {
    pub measure: &'static Measure,
    /// The area it is confined to, as an index into the dossier's areas.
    pub area: Option<usize>,
    /// The scale it is confined to, where the measure needs one.
    pub scale: Option<Scale>,
    /// The issues looked at, as indices into the dossier's.
    pub issues: Vec<usize>,
    /// Those of the terms that the measure has a place for.
    pub terms: Terms,
    /// What of the issues looked at could not be used, over all cells.
    pub left_out: LeftOut,
    /// How many issues in view, or of the area, share their scale with no other;
    /// 0 where that does not matter.
    pub alone: usize,
    /// How many of them are of a kind that the measure has no place for.
    pub unfit: usize,
    /// By row, then by column; nothing on the diagonal. Symmetric where the terms are.
    pub scores: Vec<Vec<Option<Score>>>,
}

/// What to make a matrix for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Nothing: all issues in view are taken together.
    Whole,
    /// Each area that has an issue in view.
    Area,
}

/// One matrix over all issues in view. A measure that needs one scale has no value
/// there, unless all issues share one.
pub fn overall(field: &Field, measure: &'static Measure) -> Matrix {
    let terms = Terms::default();
    let mut matrices = matrices(field, measure, By::Whole, &terms);
    match matrices.len() {
        1 => matrices.remove(0),
        _ => Part::of(field, measure, None, &terms).without_scale(),
    }
}

/// The matrices of a measure: one for each part that is asked for, and in it one
/// for each scale that two issues or more share, where the measure needs a scale.
pub fn matrices(field: &Field, measure: &'static Measure, by: By, terms: &Terms) -> Vec<Matrix> {
    let areas = match by {
        By::Whole => vec![None],
        By::Area => areas(field).into_iter().map(Some).collect(),
    };
    let parts = areas.into_iter();
    parts
        .flat_map(|area| Part::of(field, measure, area, terms).matrices())
        .collect()
}

/// The areas that have an issue in view.
fn areas(field: &Field) -> Vec<usize> {
    let scene = field.scene();
    let mut areas: Vec<usize> = (scene.focus.issues.iter())
        .map(|issue| scene.dossier.issues[*issue].area)
        .collect();
    areas.dedup();
    areas
}

/// Some issues, and what is to be measured on them.
struct Part<'a> {
    field: &'a Field<'a>,
    measure: &'static Measure,
    area: Option<usize>,
    issues: Vec<usize>,
    terms: Terms,
}

impl<'a> Part<'a> {
    fn of(
        field: &'a Field<'a>,
        measure: &'static Measure,
        area: Option<usize>,
        terms: &Terms,
    ) -> Self {
        let scene = field.scene();
        let within =
            |issue: &usize| area.is_none_or(|area| scene.dossier.issues[*issue].area == area);
        let issues = scene.focus.issues.iter().copied();
        Self {
            field,
            measure,
            area,
            issues: issues.filter(within).collect(),
            terms: terms.on(measure),
        }
    }

    fn matrices(self) -> Vec<Matrix> {
        let asked = match self.measure.formula {
            Formula::Categories(_) => Asked::Categories,
            Formula::Points(_) => Asked::Order,
            Formula::Verdicts(_) | Formula::Distances(_) => {
                return vec![self.matrix(self.issues.clone())];
            }
            Formula::Counts(_) => {
                return vec![self.fitting(|space| !matches!(space, Space::Choice { .. }))];
            }
            Formula::Actors(_) => return vec![self.fitting(|space| space == Space::Statement)],
        };
        let scales = Scales::of(self.field.scene().dossier, &self.issues, asked);
        if scales.shared.is_empty() {
            return vec![self.without_scale()];
        }
        let matrix = |scale: &Scale| Matrix {
            scale: Some(scale.clone()),
            alone: scales.alone,
            unfit: scales.unfit,
            ..self.matrix(scale.issues.clone())
        };
        scales.shared.iter().map(matrix).collect()
    }

    /// The matrix over the issues of the kinds that the measure has a place for.
    fn fitting(&self, fits: fn(Space) -> bool) -> Matrix {
        let fits = |issue: &usize| fits(self.field.scene().dossier.issues[*issue].space);
        let fitting: Vec<usize> = self.issues.iter().copied().filter(fits).collect();
        Matrix {
            unfit: self.issues.len() - fitting.len(),
            ..self.matrix(fitting)
        }
    }

    /// The matrix of a measure that needs a scale, where there is none.
    fn without_scale(self) -> Matrix {
        let parties = self.field.scene().focus.parties.len();
        let undefined = Score::undefined(Undefined::NoScale);
        let row = |row: usize| {
            let cells = 0..parties;
            cells
                .map(|column| (row != column).then_some(undefined))
                .collect()
        };
        Matrix {
            scores: (0..parties).map(row).collect(),
            ..self.empty(self.issues.clone())
        }
    }

    fn empty(&self, issues: Vec<usize>) -> Matrix {
        Matrix {
            measure: self.measure,
            area: self.area,
            scale: None,
            issues,
            terms: self.terms.clone(),
            left_out: LeftOut::default(),
            alone: 0,
            unfit: 0,
            scores: Vec::new(),
        }
    }

    fn matrix(&self, issues: Vec<usize>) -> Matrix {
        let dossier = self.field.scene().dossier;
        let mut within = vec![false; dossier.issues.len()];
        for issue in &issues {
            within[*issue] = true;
        }
        let material = Material {
            field: self.field,
            within,
            issues: &issues,
            terms: &self.terms,
            power: match self.measure.formula {
                Formula::Actors(_) => power::of(dossier),
                _ => Vec::new(),
            },
        };
        // Where both halves are the same, one of them is enough.
        let rows = match self.terms.are_symmetric() {
            true => self.rows(&material, |row, column| column < row),
            false => self.rows(&material, |row, column| column != row),
        };
        let (mut scores, left_out): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        if self.terms.are_symmetric() {
            mirror(&mut scores);
        }
        Matrix {
            left_out: left_out.into_iter().fold(LeftOut::default(), LeftOut::add),
            scores,
            ..self.empty(issues)
        }
    }

    /// The cells that are wanted, row by row, and what could not be used for each row.
    fn rows(
        &self,
        material: &Material,
        wanted: fn(usize, usize) -> bool,
    ) -> Vec<(Vec<Option<Score>>, LeftOut)> {
        let parties = &self.field.scene().focus.parties;
        (0..parties.len())
            .into_par_iter()
            .map(|row| {
                let mut left_out = LeftOut::default();
                let mut cell = |column: usize| {
                    let (score, without) =
                        material.score(self.measure, parties[row], parties[column]);
                    left_out = left_out + without;
                    score
                };
                let scores = (0..parties.len())
                    .map(|column| wanted(row, column).then(|| cell(column)))
                    .collect();
                (scores, left_out)
            })
            .collect()
    }
}

/// Gives the half above the diagonal what stands below it.
fn mirror(scores: &mut [Vec<Option<Score>>]) {
    for row in 1..scores.len() {
        let (above, rest) = scores.split_at_mut(row);
        for (other, score) in above.iter_mut().zip(&rest[0]) {
            other[row] = *score;
        }
    }
}
