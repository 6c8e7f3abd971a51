//! What holds of measures whatever the pair.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::measure::pair::{Apart, Class, Joint, Observed, Positions};
use stances::measure::{ALL, Formula, Measure, Score, Undefined, named};

const EVEN: Joint = Joint {
    class: Class::Agree,
    positions: Positions::Same,
    apart: Some(Apart {
        distance: 0.0,
        gap: 0.0,
    }),
    weight: 1.0,
    times: 1,
};

proptest! {
    #[test]
    fn values_lie_in_their_range(joint in weighted()) {
        for measure in verdicts() {
            if let Ok(value) = of(measure.name, &joint).value {
                prop_assert!(measure.range.contains(&value), "{} {value}", measure.name);
                prop_assert!(value != 0.0 || value.is_sign_positive(), "{} −0", measure.name);
            }
        }
    }

    #[test]
    fn a_lean_lies_between_conflict_and_agreement(joint in weighted()) {
        for measure in verdicts() {
            let value = of(measure.name, &joint).value;
            if let Some(degree) = value.ok().and_then(|value| measure.degree(value)) {
                prop_assert!((-1.0..=1.0).contains(&degree), "{} {degree}", measure.name);
            }
        }
    }

    #[test]
    fn there_is_no_value_exactly_when_it_would_rest_on_nothing(joint in weighted()) {
        for measure in verdicts() {
            let score = of(measure.name, &joint);
            prop_assert_eq!(score.value.is_err(), score.out_of == 0, "{}", measure.name);
        }
    }

    #[test]
    fn the_order_of_issues_changes_no_digit(
        (joint, shuffled) in weighted().prop_flat_map(|joint| {
            (Just(joint.clone()), Just(joint).prop_shuffle())
        })
    ) {
        for measure in verdicts() {
            prop_assert_eq!(of(measure.name, &joint), of(measure.name, &shuffled));
        }
    }

    #[test]
    fn only_the_proportion_of_weights_counts(joint in weighted(), factor in 0.1..10.0) {
        let scaled = reweighted(&joint, |weight| weight * factor);
        for measure in verdicts() {
            let (score, scaled) = (of(measure.name, &joint), of(measure.name, &scaled));
            prop_assert_eq!(score.n, scaled.n);
            prop_assert!(near(score, scaled), "{}: {:?} {:?}", measure.name, score, scaled);
        }
    }

    #[test]
    fn a_double_weight_is_the_issue_twice(joint in weighted()) {
        let doubled = reweighted(&joint, |weight| 2.0 * weight);
        let heavy = [joint.clone(), doubled].concat();
        let thrice = [joint.clone(), joint.clone(), joint].concat();
        for measure in verdicts().filter(|measure| measure.name != "coverage") {
            let (heavy, thrice) = (of(measure.name, &heavy), of(measure.name, &thrice));
            prop_assert!(near(heavy, thrice), "{}: {:?} {:?}", measure.name, heavy, thrice);
        }
    }

    #[test]
    fn an_issue_of_no_weight_is_left_out(joint in weighted()) {
        let left: Vec<Joint> = joint.iter().copied().filter(|joint| joint.weight > 0.0).collect();
        for measure in verdicts().filter(|measure| measure.name != "coverage") {
            let (all, left) = (of(measure.name, &joint), of(measure.name, &left));
            prop_assert_eq!((all.value.ok(), all.n), (left.value.ok(), left.n));
        }
    }

    #[test]
    fn verdicts_add_up(joint in unweighted()) {
        let scores = ["agreement", "partial", "conflict"].map(|name| of(name, &joint));
        let counted: i64 = scores.iter().filter_map(|score| score.count).sum();
        prop_assert_eq!(counted as usize, joint.len());
        prop_assert!(scores.iter().all(|score| score.n == joint.len()));
    }

    #[test]
    fn shares_of_verdicts_add_up_to_one(joint in weighted()) {
        let shares = ["agreement", "partial", "conflict"].map(|name| of(name, &joint).value);
        if let [Ok(agree), Ok(partial), Ok(conflict)] = shares {
            prop_assert!(close(agree + partial + conflict, 1.0));
        }
    }

    #[test]
    fn a_count_over_what_it_is_out_of_is_the_value(joint in unweighted()) {
        for measure in verdicts() {
            let score = of(measure.name, &joint);
            if let (Some(count), Ok(value)) = (score.count, score.value) {
                prop_assert_eq!(value, count as f64 / score.out_of as f64);
            }
        }
    }

    #[test]
    fn net_is_agreement_less_conflict(joint in weighted()) {
        if let [Ok(net), Ok(agree), Ok(conflict)] = values(["net", "agreement", "conflict"], &joint) {
            prop_assert!(close(net, agree - conflict));
        }
    }

    #[test]
    fn whoever_says_the_same_agrees(joint in weighted()) {
        if let [Ok(identical), Ok(agreement)] = values(["identical", "agreement"], &joint) {
            prop_assert!(identical <= agreement);
        }
    }

    #[test]
    fn means_are_what_their_pages_say(joint in weighted()) {
        let [closeness, euclidean, common] =
            values(["closeness", "euclidean", "common-ground"], &joint);
        if let (Ok(closeness), Ok(euclidean), Ok(common)) = (closeness, euclidean, common) {
            prop_assert!(close(closeness, 1.0 - mean(&joint, |apart| apart.distance)));
            let squares = mean(&joint, |apart| apart.distance * apart.distance);
            prop_assert!(close((1.0 - euclidean) * (1.0 - euclidean), squares));
            prop_assert!(close(common, 1.0 - mean(&joint, |apart| apart.gap)));
        }
    }

    #[test]
    fn s_is_closeness_stretched(joint in weighted()) {
        if let [Ok(s), Ok(closeness)] = values(["s", "closeness"], &joint) {
            prop_assert!(close(s, 2.0 * closeness - 1.0));
        }
    }

    #[test]
    fn one_wide_rift_counts_for_more_in_euclidean(joint in weighted()) {
        if let [Ok(euclidean), Ok(closeness)] = values(["euclidean", "closeness"], &joint) {
            prop_assert!(euclidean <= closeness + 1e-12);
        }
    }

    #[test]
    fn equal_distances_make_euclidean_and_closeness_equal(
        distance in 0.0..=1.0, mut joint in weighted()
    ) {
        for joint in &mut joint {
            joint.apart = Some(Apart { distance, gap: 0.0 });
        }
        prop_assert!(near(of("euclidean", &joint), of("closeness", &joint)));
    }

    #[test]
    fn common_ground_is_never_below_closeness_on_ranges_and_sets(mut joint in weighted()) {
        for apart in joint.iter_mut().filter_map(|joint| joint.apart.as_mut()) {
            apart.gap = apart.gap.min(apart.distance);
        }
        if let [Ok(common), Ok(closeness)] = values(["common-ground", "closeness"], &joint) {
            prop_assert!(common >= closeness);
        }
    }

    #[test]
    fn closeness_on_three_answers_is_the_wahl_o_mat_and_lijphart(answers in answers()) {
        let joint: Vec<Joint> = answers.iter().map(statement).collect();
        let closeness = of("closeness", &joint).value.unwrap();
        prop_assert!(close(closeness, wahl_o_mat(&answers)));
        prop_assert!(close(closeness, lijphart(&answers)));
        let [agreement, partial] = values(["agreement", "partial"], &joint).map(Result::unwrap);
        prop_assert!(close(closeness, agreement + partial / 2.0));
    }

    #[test]
    fn s_on_three_answers_is_net(answers in answers()) {
        let joint: Vec<Joint> = answers.iter().map(statement).collect();
        prop_assert!(near(of("s", &joint), of("net", &joint)));
    }
}

#[test]
fn nothing_joint_is_undefined_and_not_zero() {
    for measure in verdicts().filter(|measure| measure.name != "coverage") {
        let score = of(measure.name, &[]);
        assert_eq!(
            score.value,
            Err(Undefined::NothingJoint),
            "{}",
            measure.name
        );
    }
    assert_eq!(of("coverage", &[]).value, Ok(0.0));
}

#[test]
fn coverage_of_no_issues_is_undefined() {
    let nothing = Observed {
        joint: &[],
        issues: 0,
    };
    let score = formula("coverage")(&nothing);
    assert_eq!((score.value, score.n), (Err(Undefined::NoIssue), 0));
}

#[test]
fn a_pair_without_a_distance_stays_out_of_means_only() {
    let conditional = Joint {
        class: Class::Partial,
        positions: Positions::Different,
        apart: None,
        ..EVEN
    };
    for name in ["closeness", "euclidean", "s", "common-ground"] {
        assert_eq!(of(name, &[conditional]).value, Err(Undefined::NoDistance));
        assert_eq!(of(name, &[conditional, EVEN]).n, 1);
    }
    for name in ["agreement", "partial", "conflict", "net", "identical"] {
        assert_eq!(of(name, &[conditional, EVEN]).n, 2);
    }
}

#[test]
fn weightless_issues_leave_nothing() {
    let weightless = Joint {
        weight: 0.0,
        ..EVEN
    };
    for measure in verdicts().filter(|measure| measure.name != "coverage") {
        let score = of(measure.name, &[weightless]);
        assert_eq!(score.value, Err(Undefined::NoWeight), "{}", measure.name);
    }
}

#[test]
fn a_fraction_is_shown_as_counted() {
    let conflict = Joint {
        class: Class::Conflict,
        positions: Positions::Different,
        ..EVEN
    };
    let score = of("agreement", &[EVEN, conflict, EVEN, conflict]);
    assert_eq!((score.count, score.n, score.value), (Some(2), 4, Ok(0.5)));
    let score = of("net", &[conflict, conflict, EVEN]);
    assert_eq!((score.count, score.n), (Some(-1), 3));
}

#[test]
fn issues_that_differ_in_weight_are_no_count() {
    let light = Joint {
        weight: 0.5,
        ..EVEN
    };
    assert_eq!(of("agreement", &[light, light]).count, Some(2));
    assert_eq!(of("agreement", &[light, EVEN]).count, None);
}

#[test]
fn values_lean_as_their_measure_says() {
    let leans = [
        ("agreement", 1.0, Some(1.0)),
        ("agreement", 0.0, Some(0.0)),
        ("conflict", 1.0, Some(-1.0)),
        ("conflict", 0.0, Some(0.0)),
        ("partial", 1.0, None),
        ("net", -0.5, Some(-0.5)),
        ("identical", 0.5, Some(0.5)),
        ("closeness", 0.0, Some(-1.0)),
        ("closeness", 0.75, Some(0.5)),
        ("euclidean", 1.0, Some(1.0)),
        ("s", -1.0, Some(-1.0)),
        ("common-ground", 0.5, Some(0.0)),
        ("coverage", 1.0, None),
    ];
    for (name, value, degree) in leans {
        assert_eq!(named(name).unwrap().degree(value), degree, "{name} {value}");
    }
}

/// The measures that are made of verdicts and distances.
fn verdicts() -> impl Iterator<Item = &'static Measure> {
    ALL.iter().filter(|measure| {
        matches!(
            measure.formula,
            Formula::Verdicts(_) | Formula::Distances(_)
        )
    })
}

fn formula(name: &str) -> fn(&Observed) -> Score {
    match named(name).unwrap().formula {
        Formula::Verdicts(formula) | Formula::Distances(formula) => formula,
        other => panic!("{name}: {other:?}"),
    }
}

fn of(name: &str, joint: &[Joint]) -> Score {
    let issues = joint.len() + 1;
    formula(name)(&Observed { joint, issues })
}

fn values<const N: usize>(names: [&str; N], joint: &[Joint]) -> [Result<f64, Undefined>; N] {
    names.map(|name| of(name, joint).value)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

/// Whether two scores have nearly the same value, or both none.
fn near(a: Score, b: Score) -> bool {
    match (a.value, b.value) {
        (Ok(a), Ok(b)) => close(a, b),
        (a, b) => a.is_err() && b.is_err(),
    }
}

fn reweighted(joint: &[Joint], weight: impl Fn(f64) -> f64) -> Vec<Joint> {
    let reweigh = |joint: &Joint| Joint {
        weight: weight(joint.weight),
        ..*joint
    };
    joint.iter().map(reweigh).collect()
}

/// The weighted mean as a schoolbook has it.
fn mean(joint: &[Joint], figure: fn(Apart) -> f64) -> f64 {
    let (mut total, mut weights) = (0.0, 0.0);
    for joint in joint {
        if let Some(apart) = joint.apart {
            total += joint.weight * figure(apart);
            weights += joint.weight;
        }
    }
    total / weights
}

/// Two points for the same answer, one where one is neutral, none for opposite
/// answers, as a share of the points there were.
fn wahl_o_mat(answers: &[(i32, i32)]) -> f64 {
    let points = answers.iter().map(|(one, other)| match (one, other) {
        (one, other) if one == other => 2,
        (0, _) | (_, 0) => 1,
        _ => 0,
    });
    f64::from(points.sum::<i32>()) / (2.0 * answers.len() as f64)
}

/// (f + g/2) / t: f votes alike, g where one of the two abstains, t in all.
fn lijphart(answers: &[(i32, i32)]) -> f64 {
    let count = |apart: i32| {
        let with = |(one, other): &&(i32, i32)| (one - other).abs() == apart;
        answers.iter().filter(with).count() as f64
    };
    (count(0) + count(1) / 2.0) / answers.len() as f64
}

/// Two answers of −1, 0 or 1 to a statement, as a joint issue.
fn statement(&(one, other): &(i32, i32)) -> Joint {
    let distance = f64::from((one - other).abs()) / 2.0;
    let (class, positions, gap) = match one * other {
        -1 => (Class::Conflict, Positions::Different, 1.0),
        _ if one == other => (Class::Agree, Positions::Same, 0.0),
        _ => (Class::Partial, Positions::Different, 0.0),
    };
    Joint {
        class,
        positions,
        apart: Some(Apart { distance, gap }),
        weight: 1.0,
        times: 1,
    }
}

fn answers() -> impl Strategy<Value = Vec<(i32, i32)>> {
    vec((-1..=1, -1..=1), 1..40)
}

/// Joint issues of equal weight.
fn unweighted() -> impl Strategy<Value = Vec<Joint>> {
    vec(joint(Just(1.0)), 0..12)
}

/// Joint issues of any weight, some of none.
fn weighted() -> impl Strategy<Value = Vec<Joint>> {
    let weight = prop_oneof![Just(0.0), Just(1.0), 1e-3..1e3];
    prop_oneof![vec(joint(weight), 0..12), unweighted()]
}

fn joint(weight: impl Strategy<Value = f64>) -> impl Strategy<Value = Joint> {
    (seen(), weight).prop_map(|(joint, weight)| Joint { weight, ..joint })
}

/// What can be seen of an issue: the same position, agreement, overlap, a
/// condition, conflict.
fn seen() -> impl Strategy<Value = Joint> {
    prop_oneof![
        Just(EVEN),
        (0.0..=0.5).prop_map(|distance| differing(Class::Agree, Some((distance, 0.0)))),
        (0.0..1.0).prop_map(|distance| differing(Class::Partial, Some((distance, 0.0)))),
        Just(differing(Class::Partial, None)),
        (0.0..=1.0, 0.0..=1.0).prop_map(|apart| differing(Class::Conflict, Some(apart))),
        Just(differing(Class::Conflict, Some((1.0, 1.0)))),
    ]
}

fn differing(class: Class, apart: Option<(f64, f64)>) -> Joint {
    Joint {
        class,
        positions: Positions::Different,
        apart: apart.map(|(distance, gap)| Apart { distance, gap }),
        weight: 1.0,
        times: 1,
    }
}
