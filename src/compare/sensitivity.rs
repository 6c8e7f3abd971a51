//! How far a matrix hangs on single issues, sources or bases: each is left out once.

use itertools::Itertools;
use rayon::prelude::*;

use super::joint::Field;
use super::matrix::{Matrix, overall};
use crate::dossier::lens::Focus;
use crate::dossier::scene::Scene;
use crate::dossier::{BasisKind, Dossier, Stance};
use crate::measure::{Measure, Score};

/// Of what one thing after the other is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every issue in view.
    Issue,
    /// Every source that a record cites. A record that cites others too remains; one
    /// that vanishes may uncover an older one.
    Source,
    /// Every basis in view.
    Basis,
}

/// What becomes of the cells of a matrix when any one part of its ground is taken away.
#[derive(Debug)]
pub struct Sensitivity {
    pub measure: &'static Measure,
    pub part: Part,
    /// The ids of all that was left out, one after the other.
    pub parts: Vec<String>,
    /// Every pair in view, by the places of both in the order of the scene.
    pub cells: Vec<Moving>,
}

/// A cell of a matrix, and how far it moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Moving {
    /// Places in the order of the scene, `row < column`.
    pub row: usize,
    pub column: usize,
    /// With everything.
    pub score: Score,
    /// The lowest of all values with something left out; nothing where none is below
    /// the one with everything.
    pub lowest: Option<Extreme>,
    /// The highest; nothing where none is above.
    pub highest: Option<Extreme>,
    /// Without these there is no value any more, as places in the list of parts.
    pub undone: Vec<usize>,
}

/// The end of a range, and what it comes of.
#[derive(Debug, Clone, PartialEq)]
pub struct Extreme {
    pub score: Score,
    pub value: f64,
    /// Leaving out any one of these gives this value, as places in the list of parts.
    pub without: Vec<usize>,
}

/// Something to be left out.
enum Gap {
    Issue(usize),
    Source(usize),
    Basis(BasisKind),
}

/// What becomes of a measure over all pairs.
pub fn sensitivity(scene: &Scene, measure: &'static Measure, part: Part) -> Sensitivity {
    let gaps = gaps(scene, part);
    let whole = overall(&Field::new(scene), measure);
    let without: Vec<Matrix> = (gaps.par_iter())
        .map(|gap| matrix(scene, measure, gap))
        .collect();
    let places = (0..scene.focus.parties.len()).array_combinations();
    Sensitivity {
        measure,
        part,
        parts: gaps.iter().map(|gap| gap.id(scene.dossier)).collect(),
        cells: places
            .filter_map(|[row, column]| moving(&whole, &without, row, column))
            .collect(),
    }
}

fn gaps(scene: &Scene, part: Part) -> Vec<Gap> {
    match part {
        Part::Issue => scene.focus.issues.iter().copied().map(Gap::Issue).collect(),
        Part::Basis => scene.focus.bases.iter().copied().map(Gap::Basis).collect(),
        Part::Source => {
            let stances = scene.dossier.stances.iter();
            let cited = stances.flat_map(|stance| &stance.evidence);
            let cited = cited.filter_map(|proof| proof.source).sorted().dedup();
            let in_view = |source: &usize| {
                let sources = scene.focus.sources.as_ref();
                sources.is_none_or(|sources| sources.contains(source))
            };
            cited.filter(in_view).map(Gap::Source).collect()
        }
    }
}

impl Gap {
    fn id(&self, dossier: &Dossier) -> String {
        match self {
            Gap::Issue(issue) => dossier.issues[*issue].id.clone(),
            Gap::Source(source) => dossier.sources[*source].id.clone(),
            Gap::Basis(basis) => basis.name().to_owned(),
        }
    }
}

/// The matrix of all that is left without something.
fn matrix(scene: &Scene, measure: &'static Measure, gap: &Gap) -> Matrix {
    let focus = scene.focus.clone();
    let of = |dossier: &Dossier, focus| overall(&Field::new(&Scene::new(dossier, focus)), measure);
    match gap {
        Gap::Issue(gap) => {
            let issues = focus.issues.iter().copied();
            let issues = issues.filter(|issue| issue != gap).collect();
            of(scene.dossier, Focus { issues, ..focus })
        }
        Gap::Basis(gap) => {
            let bases = focus.bases.iter().copied();
            let bases = bases.filter(|basis| basis != gap).collect();
            of(scene.dossier, Focus { bases, ..focus })
        }
        Gap::Source(gap) => {
            let stances = scene.dossier.stances.iter();
            let stances = stances.filter(|stance| !rests_on_it_alone(stance, *gap));
            let dossier = Dossier {
                stances: stances.cloned().collect(),
                ..scene.dossier.clone()
            };
            of(&dossier, focus)
        }
    }
}

fn rests_on_it_alone(stance: &Stance, source: usize) -> bool {
    let mut proofs = stance.evidence.iter();
    !stance.evidence.is_empty() && proofs.all(|proof| proof.source == Some(source))
}

fn moving(whole: &Matrix, without: &[Matrix], row: usize, column: usize) -> Option<Moving> {
    let score = whole.scores[row][column]?;
    let scores: Vec<Score> = (without.iter())
        .filter_map(|matrix| matrix.scores[row][column])
        .collect();
    let defined = || {
        let scores = scores.iter().enumerate();
        scores.filter_map(|(at, score)| Some((at, *score, score.value.ok()?)))
    };
    // Where there was no value, any value is one that it moves to.
    let end = |value: Option<f64>, is_beyond: fn(f64, f64) -> bool| {
        let end = value?;
        let moves = score.value.map_or(true, |whole| is_beyond(end, whole));
        let at_end = || defined().filter(|(_, _, value)| *value == end);
        moves.then(|| Extreme {
            score: at_end().next().map_or(score, |(_, score, _)| score),
            value: end,
            without: at_end().map(|(at, _, _)| at).collect(),
        })
    };
    let values = || defined().map(|(_, _, value)| value);
    let undone = scores.iter().enumerate();
    let undone = undone.filter(|(_, one)| score.value.is_ok() && one.value.is_err());
    Some(Moving {
        row,
        column,
        score,
        lowest: end(values().min_by(f64::total_cmp), |end, whole| end < whole),
        highest: end(values().max_by(f64::total_cmp), |end, whole| end > whole),
        undone: undone.map(|(at, _)| at).collect(),
    })
}

impl Part {
    /// What one of them is called.
    pub fn name(self) -> &'static str {
        match self {
            Part::Issue => "issue",
            Part::Source => "source",
            Part::Basis => "basis",
        }
    }
}
