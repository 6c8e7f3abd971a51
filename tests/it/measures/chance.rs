//! What holds of measures that take off what chance would give.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::measure::points::{Joint, Observed};
use stances::measure::{ALL, Formula, Measure, Score, Undefined, named};

const EXTENT: f64 = 2.0;

proptest! {
    #[test]
    fn values_lie_in_their_range(joint in joints()) {
        for measure in measures() {
            if let Ok(value) = of(measure, &joint).value {
                prop_assert!(measure.range.contains(&value), "{} {value}", measure.name);
                prop_assert!(value != 0.0 || value.is_sign_positive(), "{} −0", measure.name);
            }
        }
    }

    #[test]
    fn either_may_be_named_first_and_issues_in_any_order(
        (joint, shuffled) in joints().prop_flat_map(|joint| {
            (Just(joint.clone()), Just(joint).prop_shuffle())
        })
    ) {
        for measure in measures() {
            let score = of(measure, &joint);
            prop_assert_eq!(score, of(measure, &changed(&joint, |joint| Joint {
                a: joint.b,
                b: joint.a,
                ..joint
            })));
            prop_assert_eq!(score, of(measure, &shuffled));
        }
    }

    #[test]
    fn turning_the_scale_around_changes_nothing(joint in joints()) {
        for measure in measures() {
            let turned = changed(&joint, |joint| Joint { a: -joint.a, b: -joint.b, ..joint });
            prop_assert!(near(of(measure, &joint), of(measure, &turned)), "{}", measure.name);
        }
    }

    #[test]
    fn only_the_proportion_of_weights_counts(joint in joints(), factor in 0.1..10.0) {
        for measure in measures() {
            let scaled = changed(&joint, |joint| Joint { weight: joint.weight * factor, ..joint });
            prop_assert!(near(of(measure, &joint), of(measure, &scaled)), "{}", measure.name);
        }
    }

    #[test]
    fn a_double_weight_is_the_issue_twice(joint in joints()) {
        let doubled = changed(&joint, |joint| Joint { weight: 2.0 * joint.weight, ..joint });
        let heavy = [joint.clone(), doubled].concat();
        let thrice = [joint.clone(), joint.clone(), joint].concat();
        for measure in measures() {
            prop_assert!(near(of(measure, &heavy), of(measure, &thrice)), "{}", measure.name);
        }
    }

    #[test]
    fn pi_is_never_above_kappa(joint in joints()) {
        for kind in ["", "-linear", "-quadratic"] {
            let [kappa, pi] = ["kappa", "pi"].map(|name| value(&format!("{name}{kind}"), &joint));
            prop_assert_eq!(kappa.is_ok(), pi.is_ok());
            if let (Ok(kappa), Ok(pi)) = (kappa, pi) {
                prop_assert!(pi <= kappa + 1e-12, "{kind}: {pi} {kappa}");
            }
        }
    }

    #[test]
    fn with_two_points_all_ways_to_differ_are_one(answers in vec((0..2_u8, 0..2_u8), 0..12)) {
        let joint: Vec<Joint> = answers.iter().map(|(a, b)| Joint {
            a: f64::from(*a),
            b: f64::from(*b),
            weight: 1.0,
            times: 1,
        }).collect();
        for name in ["kappa", "pi"] {
            let nominal = of(named(name).unwrap(), &joint);
            for kind in ["linear", "quadratic"] {
                let other = named(&format!("{name}-{kind}")).unwrap();
                prop_assert!(near(nominal, of(other, &joint)));
            }
        }
    }

    #[test]
    fn kappa_linear_is_alignment_over_what_it_could_be(joint in joints()) {
        if let (Ok(kappa), Ok(alignment)) = (value("kappa-linear", &joint), value("alignment", &joint)) {
            // S less alignment is the S expected; 1 less that is the most there could be.
            let expected = s(&joint) - alignment;
            prop_assert!((kappa * (1.0 - expected) - alignment).abs() < 1e-9);
        }
    }

    #[test]
    fn quadratic_kappa_of_equal_habits_is_their_correlation(
        (a, b) in vec(points(), 2..12).prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle()))
    ) {
        let joint: Vec<Joint> = (a.iter().zip(&b))
            .map(|(a, b)| Joint { a: *a, b: *b, weight: 1.0, times: 1 })
            .collect();
        let mean = a.iter().sum::<f64>() / a.len() as f64;
        let variance: f64 = a.iter().map(|a| (a - mean).powi(2)).sum();
        let covariance: f64 = joint.iter().map(|joint| (joint.a - mean) * (joint.b - mean)).sum();
        if let Ok(kappa) = value("kappa-quadratic", &joint) {
            prop_assert!((kappa - covariance / variance).abs() < 1e-9);
        }
    }

    #[test]
    fn one_point_throughout_is_undefined(point in points(), count in 1..5_usize) {
        let joint = vec![Joint { a: point, b: point, weight: 1.0, times: 1 }; count];
        for measure in measures().filter(|measure| measure.name != "alignment") {
            prop_assert_eq!(of(measure, &joint).value, Err(Undefined::OnePoint));
        }
        prop_assert_eq!(value("alignment", &joint), Ok(0.0));
    }
}

#[test]
fn nothing_is_undefined() {
    let weightless = Joint {
        a: 1.0,
        b: 0.0,
        weight: 0.0,
        times: 1,
    };
    for measure in measures() {
        assert_eq!(of(measure, &[]).value, Err(Undefined::NothingJoint));
        assert_eq!(of(measure, &[weightless]).value, Err(Undefined::NoWeight));
    }
}

/// Cohen's own table of 200 cases (1960, p. 45), where he prints 0.492.
#[test]
fn cohens_example_comes_out() {
    let table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];
    let joint: Vec<Joint> = (0..3)
        .flat_map(|a| (0..3).map(move |b| (a, b)))
        .map(|(a, b)| Joint {
            a: a as f64,
            b: b as f64,
            weight: f64::from(table[a][b]),
            times: 1,
        })
        .collect();
    let kappa = value("kappa", &joint).unwrap();
    assert!((kappa - 29.0 / 59.0).abs() < 1e-12, "{kappa}");
}

fn measures() -> impl Iterator<Item = &'static Measure> {
    ALL.iter().filter(|measure| formula(measure).is_some())
}

fn formula(measure: &Measure) -> Option<fn(&Observed) -> Score> {
    match measure.formula {
        Formula::Categories(formula) | Formula::Points(formula) => Some(formula),
        _ => None,
    }
}

fn of(measure: &Measure, joint: &[Joint]) -> Score {
    formula(measure).unwrap()(&Observed {
        joint,
        extent: EXTENT,
    })
}

fn value(name: &str, joint: &[Joint]) -> Result<f64, Undefined> {
    of(named(name).unwrap(), joint).value
}

fn changed(joint: &[Joint], to: impl Fn(Joint) -> Joint) -> Vec<Joint> {
    joint.iter().copied().map(to).collect()
}

fn near(one: Score, other: Score) -> bool {
    match (one.value, other.value) {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    }
}

/// S as a schoolbook has it.
fn s(joint: &[Joint]) -> f64 {
    let weight: f64 = joint.iter().map(|joint| joint.weight).sum();
    let distance = |joint: &Joint| joint.weight * (joint.a - joint.b).abs() / EXTENT;
    1.0 - 2.0 * joint.iter().map(distance).sum::<f64>() / weight
}

fn points() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![-1.0, -0.5, 0.0, 0.5, 1.0])
}

fn joints() -> impl Strategy<Value = Vec<Joint>> {
    let weight = prop_oneof![2 => Just(1.0), 1 => Just(0.0), 1 => 0.1..10.0];
    let joint = (points(), points(), weight);
    vec(
        joint.prop_map(|(a, b, weight)| Joint {
            a,
            b,
            weight,
            times: 1,
        }),
        0..12,
    )
}
