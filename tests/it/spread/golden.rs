//! The same numbers as an independent program in another language comes to.
//!
//! `tests/reference/spread.py` makes up tables and computes them with numpy and the
//! `krippendorff` package; with `--check` it tells whether the file is still what it
//! computes.

use std::collections::BTreeMap;

use serde::Deserialize;
use stances::measure::spread::{ALL, Formula, Score};

use super::material::{of_levels, of_points, of_units};

const GOLDEN: &str = include_str!("../../reference/golden-spread.json");

/// How far a number may be off, as a share of what the other program has where that
/// is more than 1.
const CLOSE: f64 = 1e-12;

#[derive(Deserialize)]
struct Golden {
    levels: Vec<Case<Vec<usize>>>,
    units: Vec<Case<Vec<Vec<f64>>>>,
    points: Vec<Case<Vec<(f64, f64)>>>,
}

#[derive(Deserialize)]
struct Case<T> {
    given: T,
    /// By the name of a measure; nothing where it is undefined.
    values: BTreeMap<String, Option<f64>>,
}

#[test]
fn another_program_comes_to_the_same() {
    let golden: Golden = serde_json::from_str(GOLDEN).unwrap();
    for case in &golden.levels {
        check(case, |name| of_levels(name, &case.given));
    }
    for case in &golden.units {
        check(case, |name| of_units(name, &case.given));
    }
    for case in &golden.points {
        check(case, |name| of_points(name, &case.given));
    }
}

#[test]
fn enough_is_compared_and_some_of_it_is_undefined() {
    let golden: Golden = serde_json::from_str(GOLDEN).unwrap();
    for values in [
        values(&golden.levels),
        values(&golden.units),
        values(&golden.points),
    ] {
        assert!(values.len() >= 200, "{}", values.len());
        let defined = values.iter().flatten().flatten().count();
        let all = values.iter().flatten().count();
        assert!(all / 2 < defined && defined < all, "{defined} of {all}");
    }
}

#[test]
fn every_measure_is_compared() {
    let golden: Golden = serde_json::from_str(GOLDEN).unwrap();
    for measure in ALL {
        let compared = match measure.formula {
            Formula::Levels(_) => has(&golden.levels, measure.name),
            Formula::Units(_) => has(&golden.units, measure.name),
            Formula::Points(_) => has(&golden.points, measure.name),
        };
        assert!(compared, "{}", measure.name);
    }
}

fn has<T>(cases: &[Case<T>], name: &str) -> bool {
    cases.iter().all(|case| case.values.contains_key(name))
}

/// The values of each table.
fn values<T>(cases: &[Case<T>]) -> Vec<Vec<Option<f64>>> {
    let of_case = |case: &Case<T>| case.values.values().copied().collect();
    cases.iter().map(of_case).collect()
}

fn check<T: std::fmt::Debug>(case: &Case<T>, of: impl Fn(&str) -> Score) {
    for (name, expected) in &case.values {
        let found = of(name).value.ok();
        let close = match (found, *expected) {
            (Some(found), Some(expected)) => {
                (found - expected).abs() <= CLOSE * expected.abs().max(1.0)
            }
            (found, expected) => found == expected,
        };
        assert!(
            close,
            "{name} of {:?}: {found:?}, not {expected:?}",
            case.given
        );
    }
}
