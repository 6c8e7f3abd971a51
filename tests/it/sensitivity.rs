//! `stances matrix --leave-out`.

use proptest::prelude::*;
use stances::compare::joint::Field;
use stances::compare::matrix::overall;
use stances::compare::sensitivity::{Part, sensitivity};
use stances::dossier::Dossier;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::measure::{self, Formula, Measure, Score};

use crate::harness::dossiers::{PARTIES, SOURCES, SPACES, dossiers, inheritances, on, scene};
use crate::harness::run::shipped;

/// Any measure of verdicts on joint issues alone: coverage counts those that are not, and
/// others look at everything that the two say.
fn measures() -> impl Strategy<Value = &'static Measure> {
    let of_joint = measure::ALL.iter().filter(|measure| {
        matches!(measure.formula, Formula::Verdicts(_)) && measure.name != "coverage"
    });
    prop::sample::select(of_joint.collect::<Vec<_>>())
}

/// The same numbers looked at anew, through a lens or a dossier without the part.
fn without(dossier: &Dossier, part: Part, at: usize, inheritance: Inheritance) -> Scene<'_> {
    let mut lens = Lens {
        as_of: Some(on(8)),
        inheritance,
        ..Lens::default()
    };
    if part == Part::Issue {
        let ids = dossier.issues.iter().map(|issue| issue.id.clone());
        lens.issues = ids
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, id)| id)
            .collect();
    }
    Scene::new(dossier, lens.on(dossier).unwrap())
}

proptest! {
    #[test]
    fn the_extremes_are_those_of_all_matrices_with_one_issue_less(
        dossier in dossiers(), measure in measures(), inheritance in inheritances()
    ) {
        let whole = scene(&dossier, 8, inheritance);
        let found = sensitivity(&whole, measure, Part::Issue);
        prop_assert_eq!((found.parts.len(), found.cells.len()), (SPACES.len(), PARTIES * (PARTIES - 1) / 2));
        for cell in &found.cells {
            let scores: Vec<Score> = (0..SPACES.len())
                .map(|at| {
                    let scene = without(&dossier, Part::Issue, at, inheritance);
                    overall(&Field::new(&scene), measure).scores[cell.row][cell.column].unwrap()
                })
                .collect();
            let values: Vec<f64> = scores.iter().filter_map(|score| score.value.ok()).collect();
            let lowest = values.iter().copied().min_by(f64::total_cmp);
            let highest = values.iter().copied().max_by(f64::total_cmp);
            let whole = cell.score.value.ok();
            let moves = |end: Option<f64>| end.filter(|end| Some(*end) != whole);
            let is_below = |end: &f64| whole.is_none_or(|whole| *end < whole);
            let is_above = |end: &f64| whole.is_none_or(|whole| *end > whole);
            prop_assert_eq!(cell.lowest.as_ref().map(|end| end.value), moves(lowest).filter(is_below));
            prop_assert_eq!(cell.highest.as_ref().map(|end| end.value), moves(highest).filter(is_above));
        }
    }

    #[test]
    fn what_a_pair_does_not_rest_on_does_not_move_it(
        dossier in dossiers(), measure in measures()
    ) {
        let scene = scene(&dossier, 8, Inheritance::None);
        let field = Field::new(&scene);
        for part in [Part::Issue, Part::Source, Part::Basis] {
            let found = sensitivity(&scene, measure, part);
            for cell in &found.cells {
                let rests = |at: usize| match part {
                    Part::Issue => field.joint(cell.row, cell.column)
                        .any(|joint| joint.issue == scene.focus.issues[at]),
                    Part::Source => dossier.stances.iter().any(|stance| {
                        let cited = stance.evidence.iter().any(|proof| proof.source == Some(at));
                        cited && [cell.row, cell.column].contains(&stance.party)
                    }),
                    Part::Basis => dossier.stances.iter().any(|stance| {
                        let basis = scene.focus.bases[at];
                        stance.basis.kind() == basis && [cell.row, cell.column].contains(&stance.party)
                    }),
                };
                let ids: Vec<usize> = match part {
                    // Sources are listed by what is cited at all.
                    Part::Source => (0..SOURCES)
                        .filter(|at| found.parts.contains(&format!("source-{at}")))
                        .collect(),
                    _ => (0..found.parts.len()).collect(),
                };
                let ends = [&cell.lowest, &cell.highest].into_iter().flatten();
                let blamed = ends.flat_map(|end| &end.without).chain(&cell.undone);
                for at in blamed {
                    prop_assert!(rests(ids[*at]), "{part:?} {at} {cell:?}");
                }
            }
        }
    }
}

#[test]
fn the_shipped_pairs_hang_on_their_texts() {
    let arguments = [
        "matrix",
        "ukraine-peace-texts",
        "--leave-out",
        "source",
        "--format",
        "csv",
    ];
    let csv = shipped(&arguments).fine();
    // Without the 20 points the framework of June holds again: the numbers of November.
    assert!(
        csv.contains(
            "ukraine,united-states,agreement,source,24,0.3333333333333333,0.26666666666666666,15,\
         ua-20-points,0.42105263157894735,19,ua-framework,us-28-points\n"
        ),
        "{csv}"
    );
    assert!(
        csv.contains(
            "russia,united-states,agreement,source,15,0.4,,,,,,,us-28-points|ru-memorandum\n"
        ),
        "{csv}"
    );
}

#[test]
fn the_article_hangs_on_conduct() {
    let arguments = [
        "matrix",
        "paris-and-moscow",
        "--leave-out",
        "basis",
        "--format",
        "json",
    ];
    let answer = shipped(&arguments).json();
    assert_eq!(answer["left_out"], "basis");
    let pairs = answer["measures"][0]["pairs"].as_array().unwrap();
    let compared = pairs.iter().filter(|pair| pair["n"] != 0);
    for pair in compared {
        let without = pair["undefined_without"].as_array().unwrap();
        assert!(without.contains(&"conduct".into()), "{pair}");
    }
}

#[test]
fn several_measures_have_a_table_each() {
    let arguments = [
        "matrix",
        "ukraine-peace-texts",
        "--leave-out",
        "issue",
        "-m",
        "agreement,conflict",
    ];
    let text = shipped(&arguments).fine();
    for caption in [
        "Agreement, any one issue left out",
        "Conflict, any one issue left out",
    ] {
        assert!(text.contains(caption), "{text}");
    }
}
