//! `stances/matrix/1`: one measure or several over all pairs of parties.

use serde::Serialize;

use super::lens::{Lens, lens};
use crate::compare::bulk::{Asked, Survey};
use crate::compare::joint::Field;
use crate::compare::matrix::Matrix;
use crate::compare::scale::{self, Answers};
use crate::compare::weight::Rule;
use crate::dossier::scene::Scene;
use crate::measure::{Formula, Score};

/// One measure over all issues in view.
#[derive(Serialize)]
struct Single<'a> {
    schema: &'static str,
    measure: &'static str,
    #[serde(flatten)]
    terms: Terms,
    lens: Lens,
    /// What is told of a table where it takes the place of a dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Table>,
    /// The order of rows and columns.
    parties: Vec<&'a str>,
    /// `null` on the diagonal and where the measure is undefined.
    values: Vec<Vec<Option<f64>>>,
    /// On how many issues each value rests.
    n: Vec<Vec<Option<usize>>>,
    left_out: LeftOut,
}

/// Several measures, or one for each area.
#[derive(Serialize)]
struct Several<'a> {
    schema: &'static str,
    lens: Lens,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Table>,
    parties: Vec<&'a str>,
    matrices: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    measure: &'static str,
    area: Option<&'a str>,
    #[serde(flatten)]
    terms: Terms,
    values: Vec<Vec<Option<f64>>>,
    n: Vec<Vec<Option<usize>>>,
    left_out: LeftOut,
}

/// On what terms the values stand.
#[derive(Serialize)]
struct Terms {
    /// The rule by which issues weigh; `null` where all weigh the same.
    weight: Option<String>,
    /// Whether turning a pair around makes no difference.
    symmetric: bool,
    /// What a measure of statements is divided by; `null` for other measures.
    normalise: Option<&'static str>,
    /// On fewer joint issues there is no value; `null` where that is not asked for.
    min_joint: Option<usize>,
    /// The one scale that all issues share; `null` where that does not matter.
    scale: Option<Scale>,
}

#[derive(Serialize)]
struct Scale {
    kind: &'static str,
    /// The levels in their order, or the options.
    names: Vec<String>,
    unit: Option<String>,
    min: Option<f64>,
    max: Option<f64>,
    /// The issues that are asked on it.
    issues: Vec<String>,
}

/// What could not be used: issues, and comparisons of two parties on an issue on
/// which both have a position. What a measure has no place for by its definition,
/// such as a condition in a mean of distances, is told by `n` alone.
#[derive(Serialize)]
struct LeftOut {
    issues_of_another_kind: usize,
    issues_alone_on_their_scale: usize,
    not_at_one_point: usize,
    conditional: usize,
    without_weight: usize,
    without_stake: usize,
}

/// A table of answers, and how they are read.
#[derive(Serialize)]
struct Table {
    parties: usize,
    items: usize,
    answers: usize,
    /// The lowest and the highest number; `null` where each item has its own range.
    levels: Option<(i64, i64)>,
    /// `statement`, `scale` or `choice`.
    read_as: &'static str,
}

/// What matrices are about, by name.
struct Named<'a> {
    lens: Lens,
    table: Option<Table>,
    parties: Vec<&'a str>,
    areas: Vec<&'a str>,
    issues: Vec<&'a str>,
}

/// The text of one matrix over all issues, or of a list of others.
pub fn draw(field: &Field, matrices: &[Matrix]) -> String {
    let scene = field.scene();
    let (areas, issues) = (scene.dossier.areas.iter(), scene.dossier.issues.iter());
    let named = Named {
        lens: lens(scene),
        table: None,
        parties: parties(scene),
        areas: areas.map(|area| area.id.as_str()).collect(),
        issues: issues.map(|issue| issue.id.as_str()).collect(),
    };
    text(named, matrices)
}

/// The text of the same about a table, with what was asked for of it.
pub fn draw_bulk(survey: &Survey, asked: &Asked, matrices: &[Matrix]) -> String {
    let table = survey.table;
    let levels = table.levels as i64;
    let named = Named {
        lens: Lens::on_table(asked),
        table: Some(Table {
            parties: table.actors.len(),
            items: table.items.len(),
            answers: table.answered(),
            levels: (levels > 0).then_some((survey.lowest, survey.lowest + levels - 1)),
            read_as: survey.reading.name(),
        }),
        parties: table.actors.iter().map(String::as_str).collect(),
        areas: Vec::new(),
        issues: table.items.iter().map(String::as_str).collect(),
    };
    text(named, matrices)
}

fn text(named: Named, matrices: &[Matrix]) -> String {
    match matrices {
        [matrix] if matrix.area.is_none() => super::text(&Single {
            schema: "stances/matrix/1",
            measure: matrix.measure.name,
            terms: terms(&named.issues, matrix),
            lens: named.lens,
            table: named.table,
            parties: named.parties,
            values: values(matrix),
            n: n(matrix),
            left_out: left_out(matrix),
        }),
        several => super::text(&Several {
            schema: "stances/matrix/1",
            matrices: several.iter().map(|matrix| part(&named, matrix)).collect(),
            lens: named.lens,
            table: named.table,
            parties: named.parties,
        }),
    }
}

fn part<'a>(named: &Named<'a>, matrix: &Matrix) -> Part<'a> {
    Part {
        measure: matrix.measure.name,
        area: matrix.area.map(|area| named.areas[area]),
        terms: terms(&named.issues, matrix),
        values: values(matrix),
        n: n(matrix),
        left_out: left_out(matrix),
    }
}

fn terms(issues: &[&str], matrix: &Matrix) -> Terms {
    let normalises = matches!(matrix.measure.formula, Formula::Counts(_));
    let least = matrix.terms.min_joint;
    Terms {
        weight: matrix.terms.weight.as_ref().map(Rule::to_string),
        symmetric: matrix.terms.are_symmetric(),
        normalise: normalises.then(|| matrix.terms.normalise.name()),
        min_joint: (least > 0).then_some(least),
        scale: matrix.scale.as_ref().map(|of| scale(issues, of)),
    }
}

fn scale(issues: &[&str], of: &scale::Scale) -> Scale {
    let issue = |issue: &usize| issues[*issue].to_owned();
    let mut scale = Scale {
        kind: of.answers.kind(),
        names: Vec::new(),
        unit: None,
        min: None,
        max: None,
        issues: of.issues.iter().map(issue).collect(),
    };
    match &of.answers {
        Answers::Statements => (),
        Answers::Levels(names) | Answers::Options(names) => scale.names.clone_from(names),
        Answers::Numbers { unit, min, max } => {
            scale.unit = Some(unit.clone());
            (scale.min, scale.max) = (Some(*min), Some(*max));
        }
    }
    scale
}

fn left_out(matrix: &Matrix) -> LeftOut {
    LeftOut {
        issues_of_another_kind: matrix.unfit,
        issues_alone_on_their_scale: matrix.alone,
        not_at_one_point: matrix.left_out.unplaced,
        conditional: matrix.left_out.conditional,
        without_weight: matrix.left_out.unweighted,
        without_stake: matrix.left_out.unstaked,
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
