//! `stances/sensitivity/1`: how far each number hangs on one issue, source or basis.

use serde::Serialize;

use super::lens::{Lens, lens};
use crate::compare::sensitivity::{Extreme, Moving, Sensitivity};
use crate::dossier::scene::Scene;

#[derive(Serialize)]
struct SensitivityOut<'a> {
    schema: &'static str,
    /// `issue`, `source` or `basis`: of what one after the other was left out.
    left_out: Option<&'static str>,
    lens: Lens,
    measures: Vec<MeasureOut<'a>>,
}

#[derive(Serialize)]
struct MeasureOut<'a> {
    measure: &'static str,
    /// All that was left out, one after the other.
    parts: &'a [String],
    pairs: Vec<PairOut<'a>>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    /// With everything; `null` where it is undefined.
    value: Option<f64>,
    n: usize,
    /// `null` where nothing that is left out moves the value this way.
    lowest: Option<ExtremeOut<'a>>,
    highest: Option<ExtremeOut<'a>>,
    /// Without any one of these the value is undefined.
    undefined_without: Vec<&'a str>,
}

#[derive(Serialize)]
struct ExtremeOut<'a> {
    value: f64,
    n: usize,
    /// Leaving out any one of these gives the value.
    without: Vec<&'a str>,
}

/// The text of the answer.
pub fn draw(scene: &Scene, all: &[Sensitivity]) -> String {
    super::text(&SensitivityOut {
        schema: "stances/sensitivity/1",
        left_out: all.first().map(|one| one.part.name()),
        lens: lens(scene),
        measures: (all.iter())
            .map(|one| MeasureOut {
                measure: one.measure.name,
                parts: &one.parts,
                pairs: one
                    .cells
                    .iter()
                    .map(|cell| pair(scene, one, cell))
                    .collect(),
            })
            .collect(),
    })
}

fn pair<'a>(scene: &Scene<'a>, one: &'a Sensitivity, cell: &Moving) -> PairOut<'a> {
    let id = |place: usize| {
        scene.dossier.parties[scene.focus.parties[place]]
            .id
            .as_str()
    };
    PairOut {
        a: id(cell.row),
        b: id(cell.column),
        value: cell.score.value.ok(),
        n: cell.score.n,
        lowest: cell.lowest.as_ref().map(|end| extreme(one, end)),
        highest: cell.highest.as_ref().map(|end| extreme(one, end)),
        undefined_without: ids(one, &cell.undone),
    }
}

fn extreme<'a>(one: &'a Sensitivity, end: &Extreme) -> ExtremeOut<'a> {
    ExtremeOut {
        value: end.value,
        n: end.score.n,
        without: ids(one, &end.without),
    }
}

fn ids<'a>(one: &'a Sensitivity, parts: &[usize]) -> Vec<&'a str> {
    parts.iter().map(|at| one.parts[*at].as_str()).collect()
}
