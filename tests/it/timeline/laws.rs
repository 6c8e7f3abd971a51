//! Whatever the dossier: each row is the matrix of its day, and between two rows
//! nothing happens.

use proptest::prelude::*;
use stances::compare::joint::Field;
use stances::compare::matrix::overall;
use stances::compare::timeline::{Asked, Whose, timeline};
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::measure;
use stances::record::date::When;

use crate::harness::dossiers::{dossiers, inheritances, on};

proptest! {
    #[test]
    fn each_row_is_the_matrix_of_its_day_and_the_last_holds_to_the_end(
        dossier in dossiers(), end in 1..9_i8, from in prop::option::of(1..9_i8),
        inheritance in inheritances(), measure in 0..measure::ALL.len()
    ) {
        let lens = Lens { as_of: Some(on(end)), inheritance, ..Lens::default() };
        let measure = &measure::ALL[measure];
        let asked = Asked {
            measure,
            whose: Whose::All,
            from: from.filter(|from| *from <= end).map(|from| on(from).last()),
        };
        let timeline = timeline(&dossier, lens.on(&dossier).unwrap(), asked);
        let days: Vec<_> = timeline.moments.iter().map(|moment| moment.day).collect();
        prop_assert!(days.is_sorted());
        let last = days.len().checked_sub(1);
        let ends = last.map(|last| (last, on(end).last()));
        for (at, day) in days.iter().copied().enumerate().chain(ends) {
            let lens = Lens { as_of: Some(When::Day(day)), ..lens.clone() };
            let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
            let matrix = overall(&Field::new(&scene), measure);
            for course in &timeline.courses {
                let score = matrix.scores[course.a][course.b];
                prop_assert_eq!(Some(course.points[at].score), score);
                prop_assert_eq!(course.points.len(), days.len());
            }
        }
    }

    #[test]
    fn there_is_a_row_where_a_pair_moves_and_none_where_nothing_is_said(
        dossier in dossiers(), inheritance in inheritances()
    ) {
        let lens = Lens { as_of: Some(on(8)), inheritance, ..Lens::default() };
        let focus = lens.on(&dossier).unwrap();
        let asked = Asked { measure: &measure::ALL[0], whose: Whose::All, from: None };
        let timeline = timeline(&dossier, focus, asked);
        prop_assert!(timeline.moments.iter().all(|moment| !moment.changes.is_empty()));
        let mut before = None;
        for day in 1..9_i8 {
            let lens = Lens { as_of: Some(on(day)), ..lens.clone() };
            let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
            let scores = overall(&Field::new(&scene), &measure::ALL[0]).scores;
            let told = timeline.moments.iter().any(|moment| moment.day == on(day).last());
            let same = before.as_ref().is_none_or(|before| *before == scores);
            prop_assert!(told || same, "{day}");
            before = Some(scores);
        }
    }
}
