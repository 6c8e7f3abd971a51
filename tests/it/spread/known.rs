//! Values that others have printed, recomputed from their inputs.

use stances::measure::spread::Undefined;
use stances::measure::spread::material::{Levels, Order};
use stances::measure::spread::{Formula, named};

use super::material::{by_question, of_levels, of_points, of_units};

/// Half of the last of seven printed digits.
const PRINTED: f64 = 5e-7;

/// Krippendorff's data "C": four coders by twelve questions.
const C: &str = "\
A  1 2 3 3 2 1 4 1 2 * * *
B  1 2 3 3 2 2 4 1 2 5 * 3
C  * 3 3 3 2 3 4 2 2 5 1 *
D  1 2 3 3 2 4 4 1 2 5 1 *";

fn check(name: &str, value: Result<f64, Undefined>, expected: f64) {
    let value = value.unwrap_or_else(|why| panic!("{name}: {why}"));
    assert!((value - expected).abs() <= PRINTED, "{name} = {value}");
}

#[test]
fn alpha_of_krippendorffs_data() {
    let units = by_question(C.lines());
    for (name, expected) in [
        ("alpha", 0.743421),
        ("alpha-ordinal", 0.815388),
        ("alpha-interval", 0.849107),
    ] {
        let score = of_units(name, &units);
        assert_eq!(score.n, 40, "one answer stands alone");
        check(name, score.value, expected);
    }
}

#[test]
fn van_der_eijk_consensus_and_leik() {
    let cases: [(&[usize], [f64; 3]); 6] = [
        (&[10, 20, 30, 15, 4], [0.3924051, 0.6238706, 0.3987342]),
        (&[5, 0, 0, 0, 5], [-1.0, 0.0, 1.0]),
        (&[2, 2, 2, 2, 2], [0.0, 0.433985, 0.6]),
        (&[0, 5, 5, 0, 0], [0.75, 0.8073549, 0.25]),
        (&[4, 1, 0, 1, 4], [-0.6555556, 0.1169925, 0.9]),
        (&[0, 0, 7, 0, 0], [1.0, 1.0, 0.0]),
    ];
    for (counts, expected) in cases {
        for (name, expected) in ["van-der-eijk", "consensus", "leik"]
            .into_iter()
            .zip(expected)
        {
            check(name, of_levels(name, counts).value, expected);
        }
    }
    let score = of_levels("van-der-eijk", &[30, 40, 210, 130, 530, 50, 10]);
    check("van-der-eijk", score.value, 0.6113333);
}

#[test]
fn cohesion_of_three_answers() {
    // Yes, abstain and no, as in a parliament.
    let votes = [60, 10, 30];
    check("rice", of_levels("rice", &votes).value, 30.0 / 90.0);
    check("attina", of_levels("attina", &votes).value, 0.2);
    check(
        "hix-noury-roland",
        of_levels("hix-noury-roland", &votes).value,
        0.4,
    );
}

#[test]
fn who_takes_no_side_is_not_counted_by_rice() {
    assert_eq!(of_levels("rice", &[2, 0, 8, 0, 0]).n, 2);
    assert_eq!(
        of_levels("rice", &[0, 0, 8, 0, 0]).value,
        Err(Undefined::NoSide)
    );
    assert_eq!(of_levels("rice", &[3, 1]).value, Ok(0.5));
}

#[test]
fn baselines_of_three_positions() {
    let points = [(4.0, 1.0), (7.0, 2.0), (10.0, 1.0)];
    for name in ["mean", "median", "compromise"] {
        assert_eq!(of_points(name, &points).value, Ok(7.0), "{name}");
    }
}

#[test]
fn half_of_the_weight_leaves_the_midpoint() {
    let points = [(0.0, 0.1), (2.0, 0.2), (6.0, 0.3)];
    assert_eq!(of_points("median", &points).value, Ok(4.0));
}

#[test]
fn what_weighs_nothing_is_left_out() {
    let points = [(0.0, 0.0), (4.0, 1.0)];
    let median = of_points("median", &points);
    assert_eq!((median.value, median.n), (Ok(4.0), 1));
    let mean = of_points("mean", &points);
    assert_eq!((mean.value, mean.n), (Ok(2.0), 2));
    for name in ["median", "compromise"] {
        let score = of_points(name, &[(4.0, 0.0)]);
        assert_eq!((score.value, score.n), (Err(Undefined::NoWeight), 0));
    }
}

#[test]
fn numbers_too_large_to_be_added_have_a_middle() {
    let far = [(f64::MAX, f64::MAX), (f64::MAX / 2.0, f64::MAX)];
    for name in ["mean", "median", "compromise"] {
        let value = of_points(name, &far).value.unwrap();
        assert!((value / f64::MAX - 0.75).abs() < 1e-12, "{name} = {value}");
    }
    let units = [vec![f64::MAX, f64::MAX], vec![f64::MIN, f64::MIN]];
    assert_eq!(of_units("alpha-interval", &units).value, Ok(1.0));
}

#[test]
fn two_levels_are_too_few_to_tell_camps_from_a_spread() {
    let score = of_levels("van-der-eijk", &[3, 3]);
    assert_eq!((score.value, score.n), (Err(Undefined::TooFewLevels), 6));
}

#[test]
fn options_have_no_order() {
    let options = Levels {
        counts: &[3, 0, 1],
        order: Order::Unordered,
    };
    let of = |name| match named(name).unwrap().formula {
        Formula::Levels(formula) => formula(&options).value,
        other => panic!("{other:?}"),
    };
    for name in ["rice", "van-der-eijk", "consensus", "leik"] {
        assert_eq!(of(name), Err(Undefined::NoOrder), "{name}");
    }
    assert_eq!(of("attina"), Ok(0.5));
    assert_eq!(of("hix-noury-roland"), Ok(0.625));
}
