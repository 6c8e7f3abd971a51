//! Whatever the dossier: who codes alike is reliable, and alpha is Krippendorff's
//! where there is one question.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use stances::compare::coders::{Difference, coders};
use stances::compare::joint::Field;
use stances::dossier::Dossier;
use stances::measure::spread::material::Units;
use stances::measure::spread::material::strata::{Stratum, alpha};
use stances::measure::spread::{alpha as nominal, alpha_interval as interval};

use crate::harness::dossiers::{dossiers, inheritances, scene};

/// The answers of four coders to each of some cases, and what an answer stands for.
fn answers() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let case = vec(option::weighted(0.8, 0..5_usize), 4);
    let given = |case: Vec<Option<usize>>| case.into_iter().flatten().collect();
    vec(case.prop_map(given), 1..12)
}

fn stratum(cases: &[Vec<usize>], distance: fn(usize, usize) -> f64) -> Stratum {
    let row = |one| (0..5).map(|other| distance(one, other)).collect();
    Stratum {
        cases: cases.to_vec(),
        distances: (0..5).map(row).collect(),
    }
}

proptest! {
    #[test]
    fn on_one_question_it_is_krippendorffs(cases in answers()) {
        let units: Vec<Vec<f64>> = (cases.iter())
            .map(|case| case.iter().map(|answer| *answer as f64).collect())
            .collect();
        let units = Units(&units);
        let steps = |one: usize, other: usize| one.abs_diff(other) as f64 / 4.0;
        let apart = |one: usize, other: usize| f64::from(u8::from(one != other));
        for (ours, theirs) in [
            (alpha(&[stratum(&cases, apart)]), nominal::alpha(&units)),
            (alpha(&[stratum(&cases, steps)]), interval::alpha_interval(&units)),
        ] {
            prop_assert_eq!((ours.n, ours.value.is_ok()), (theirs.n, theirs.value.is_ok()));
            if let (Ok(ours), Ok(theirs)) = (ours.value, theirs.value) {
                prop_assert!((ours - theirs).abs() < 1e-9, "{ours} {theirs}");
            }
        }
    }

    #[test]
    fn a_question_asked_twice_weighs_as_one(cases in answers()) {
        let one = stratum(&cases, |one, other| one.abs_diff(other) as f64 / 4.0);
        let (once, twice) = (alpha(std::slice::from_ref(&one)), alpha(&[one.clone(), one]));
        prop_assert_eq!(twice.n, 2 * once.n);
        prop_assert_eq!(once.value.is_ok(), twice.value.is_ok());
        if let (Ok(once), Ok(twice)) = (once.value, twice.value) {
            prop_assert!((once - twice).abs() < 1e-9);
        }
    }

    #[test]
    fn who_codes_alike_is_reliable(
        dossier in dossiers(), day in 1..9_i8, inheritance in inheritances()
    ) {
        let scenes = [(); 3].map(|()| scene(&dossier, day, inheritance));
        let fields: Vec<Field> = scenes.iter().map(Field::new).collect();
        let coders = coders(&fields);
        let of_areas = coders.areas.iter().map(|(_, of)| *of);
        for of in of_areas.chain([coders.overall]) {
            prop_assert!(of.alpha.value.is_err() || of.alpha.value == Ok(1.0), "{of:?}");
            prop_assert_eq!((of.same, of.some), (of.of, 0));
        }
        prop_assert!(coders.pairs.is_empty());
        let states = coders.disagreements().map(|place| place.difference);
        prop_assert!(states.into_iter().all(|one| one == Difference::State), "contradictions alone");
    }

    #[test]
    fn everything_adds_up_and_the_order_of_two_coders_says_nothing(
        dossier in dossiers(), day in 1..9_i8, inheritance in inheritances()
    ) {
        let of = |name: &str| Dossier {
            stances: (dossier.stances.iter())
                .filter(|stance| stance.coder.as_deref() == Some(name))
                .cloned()
                .collect(),
            ..dossier.clone()
        };
        let (ana, ben) = (of("ana"), of("ben"));
        let one = [scene(&ana, day, inheritance), scene(&ben, day, inheritance)];
        let other = [scene(&ben, day, inheritance), scene(&ana, day, inheritance)];
        let [one, other] = [&one, &other].map(|scenes| {
            let fields: Vec<Field> = scenes.iter().map(Field::new).collect();
            let coders = coders(&fields);
            let places = coders.disagreements().count();
            (coders.overall, coders.areas.clone(), coders.pairs.len(), places, coders.places.len())
        });
        let (overall, areas, _, places, coded) = &one;
        prop_assert_eq!((overall.same, overall.of, overall.all, overall.some, overall.none),
            (other.0.same, other.0.of, other.0.all, other.0.some, other.0.none));
        prop_assert_eq!((one.2, one.3, one.4), (other.2, other.3, other.4));
        let sum = |part: fn(&stances::compare::coders::Reliability) -> usize| -> usize {
            areas.iter().map(|(_, of)| part(of)).sum()
        };
        prop_assert_eq!(sum(|of| of.of), overall.of);
        prop_assert_eq!(sum(|of| of.same), overall.same);
        prop_assert_eq!(overall.all + overall.some, *coded);
        prop_assert!(*places >= overall.some + overall.of - overall.same);
    }
}
