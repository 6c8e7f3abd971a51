//! What holds of measures of many answers, whatever these are.

use proptest::collection::vec;
use proptest::prelude::*;
use stances::measure::spread::{ALL, Formula, Measure, Score, Undefined};

use super::material::{of_levels, of_points, of_units};

const CLOSE: f64 = 1e-9;

proptest! {
    #[test]
    fn values_lie_in_their_range(given in givens()) {
        for measure in ALL {
            if let Ok(value) = of(measure, &given).value {
                let (lowest, highest) = given.range(measure);
                prop_assert!(value >= lowest && value <= highest, "{} {value}", measure.name);
                prop_assert!(value != 0.0 || value.is_sign_positive(), "{} −0", measure.name);
            }
        }
    }

    #[test]
    fn turning_the_scale_around_changes_nothing(given in givens()) {
        let turned = given.turned();
        for measure in ALL {
            let (one, other) = (of(measure, &given), of(measure, &turned));
            prop_assert_eq!(one.n, other.n);
            let other = other.value.map(|value| given.turned_back(measure, value));
            prop_assert!(near(one.value, other), "{}: {:?} {:?}", measure.name, one, other);
        }
    }

    #[test]
    fn the_order_of_answers_changes_no_digit(
        (given, shuffled) in givens().prop_flat_map(|given| (Just(given.clone()), given.shuffled()))
    ) {
        for measure in ALL {
            prop_assert_eq!(of(measure, &given), of(measure, &shuffled), "{}", measure.name);
        }
    }

    #[test]
    fn multiplying_all_counts_changes_nothing(given in givens(), times in 2..5_usize) {
        let more: Vec<usize> = given.counts.iter().map(|count| count * times).collect();
        for measure in ALL.iter().filter(|measure| matches!(measure.formula, Formula::Levels(_))) {
            let one = of_levels(measure.name, &given.counts);
            let other = of_levels(measure.name, &more);
            prop_assert_eq!(one.n * times, other.n);
            prop_assert!(near(one.value, other.value), "{}: {:?} {:?}", measure.name, one, other);
        }
    }

    #[test]
    fn whoever_answers_alike_is_of_one_mind(levels in 3..8_usize, at in 0..8_usize, many in 1..9_usize) {
        let mut counts = vec![0; levels];
        counts[at % levels] = many;
        for name in ["attina", "hix-noury-roland", "van-der-eijk", "consensus"] {
            prop_assert_eq!(of_levels(name, &counts).value, Ok(1.0), "{}", name);
        }
        prop_assert_eq!(of_levels("leik", &counts).value, Ok(0.0));
    }

    #[test]
    fn two_camps_at_the_ends_are_the_least_there_is(levels in 3..8_usize, many in 1..9_usize) {
        let mut counts = vec![0; levels];
        (counts[0], counts[levels - 1]) = (many, many);
        let values = ["van-der-eijk", "consensus", "leik", "rice"].map(|name| of_levels(name, &counts).value);
        prop_assert_eq!(values, [Ok(-1.0), Ok(0.0), Ok(1.0), Ok(0.0)]);
    }

    #[test]
    fn an_even_spread_is_half_way(levels in 3..8_usize, many in 1..9_usize) {
        let counts = vec![many; levels];
        prop_assert_eq!(of_levels("van-der-eijk", &counts).value, Ok(0.0));
        prop_assert_eq!(of_levels("hix-noury-roland", &counts).value, Ok(0.0));
    }

    #[test]
    fn with_two_levels_three_indices_are_one(counts in vec(0..9_usize, 2)) {
        let value = |name| of_levels(name, &counts).value.ok();
        prop_assert_eq!(value("rice"), value("attina"));
        prop_assert_eq!(value("rice"), value("hix-noury-roland"));
    }

    #[test]
    fn a_question_with_one_answer_changes_no_alpha(given in givens(), lonely in 0..5_u8) {
        let more = [given.units.clone(), vec![vec![f64::from(lonely)], Vec::new()]].concat();
        for name in ["alpha", "alpha-ordinal", "alpha-interval"] {
            let (one, other) = (of_units(name, &given.units), of_units(name, &more));
            prop_assert_eq!((one.value.ok(), one.n), (other.value.ok(), other.n));
        }
    }

    #[test]
    fn any_one_to_one_renaming_leaves_alpha_alone(given in givens()) {
        let names = [7.0, -2.0, 0.5, 1e6, 3.0];
        let renamed: Vec<Vec<f64>> = (given.units.iter())
            .map(|unit| unit.iter().map(|answer| names[*answer as usize]).collect())
            .collect();
        let (one, other) = (of_units("alpha", &given.units), of_units("alpha", &renamed));
        prop_assert!(near(one.value, other.value));
    }

    #[test]
    fn only_the_order_counts_for_ordinal_alpha(given in givens()) {
        let stretched: Vec<Vec<f64>> = (given.units.iter())
            .map(|unit| unit.iter().map(|answer| answer.exp()).collect())
            .collect();
        let name = "alpha-ordinal";
        prop_assert!(near(of_units(name, &given.units).value, of_units(name, &stretched).value));
    }

    /// Two coders without gaps: alpha = pi + (1 − pi) / (2 n), with Scott's pi.
    #[test]
    fn two_coders_have_scotts_pi_corrected_for_their_number(
        answers in vec((0..3_u8, 0..3_u8), 1..20)
    ) {
        let units: Vec<Vec<f64>> = (answers.iter())
            .map(|(one, other)| vec![f64::from(*one), f64::from(*other)])
            .collect();
        let n = answers.len() as f64;
        let observed = answers.iter().filter(|(one, other)| one == other).count() as f64 / n;
        let expected: f64 = (0..3_u8)
            .map(|answer| {
                let both = answers.iter().flat_map(|(one, other)| [one, other]);
                (both.filter(|given| **given == answer).count() as f64 / (2.0 * n)).powi(2)
            })
            .sum();
        match of_units("alpha", &units).value {
            Ok(alpha) => {
                let pi = (observed - expected) / (1.0 - expected);
                prop_assert!((alpha - (pi + (1.0 - pi) / (2.0 * n))).abs() < CLOSE);
            }
            Err(why) => {
                prop_assert_eq!(why, Undefined::OneAnswer);
                prop_assert!((expected - 1.0).abs() < CLOSE);
            }
        }
    }

    #[test]
    fn a_double_weight_is_the_position_twice(given in givens()) {
        let doubled: Vec<(f64, f64)> = given.points.iter().map(|(x, w)| (*x, 2.0 * w)).collect();
        let twice = [given.points.clone(), given.points.clone()].concat();
        for name in ["median", "compromise"] {
            let (one, other) = (of_points(name, &doubled), of_points(name, &twice));
            prop_assert!(near(one.value, other.value), "{name} {one:?} {other:?}");
        }
    }

    #[test]
    fn equal_weights_make_the_compromise_the_mean(given in givens(), weight in 0.1..9.0) {
        let even: Vec<(f64, f64)> = given.points.iter().map(|(x, _)| (*x, weight)).collect();
        prop_assert!(near(of_points("mean", &even).value, of_points("compromise", &even).value));
    }

    #[test]
    fn at_most_half_of_the_weight_lies_on_either_side_of_the_median(given in givens()) {
        if let Ok(median) = of_points("median", &given.points).value {
            let weight = |side: &dyn Fn(f64) -> bool| -> f64 {
                given.points.iter().filter(|(x, _)| side(*x)).map(|(_, w)| w).sum()
            };
            let half = weight(&|_| true) / 2.0 + CLOSE;
            prop_assert!(weight(&|x| x < median) <= half);
            prop_assert!(weight(&|x| x > median) <= half);
        }
    }
}

#[test]
fn nothing_is_said_of_nothing() {
    let nothing = Given {
        counts: vec![0, 0, 0],
        units: vec![Vec::new()],
        points: Vec::new(),
    };
    for measure in ALL {
        let score = of(measure, &nothing);
        let expected = (Err(Undefined::NoAnswer), 0);
        assert_eq!((score.value, score.n), expected, "{}", measure.name);
    }
}

/// Something for every measure to be taken of. Answers are whole numbers from 0 to 4.
#[derive(Debug, Clone)]
struct Given {
    counts: Vec<usize>,
    units: Vec<Vec<f64>>,
    points: Vec<(f64, f64)>,
}

fn givens() -> impl Strategy<Value = Given> {
    let answer = (0..5_u8).prop_map(f64::from);
    let units = vec(vec(answer, 0..5), 0..8);
    let position = (-8..=8_i8).prop_map(f64::from);
    let weight = prop_oneof![Just(0.0), Just(1.0), 0.05..3.0];
    (vec(0..6_usize, 1..8), units, vec((position, weight), 0..8)).prop_map(
        |(counts, units, points)| Given {
            counts,
            units,
            points,
        },
    )
}

fn of(measure: &Measure, given: &Given) -> Score {
    match measure.formula {
        Formula::Levels(_) => of_levels(measure.name, &given.counts),
        Formula::Units(_) => of_units(measure.name, &given.units),
        Formula::Points(_) => of_points(measure.name, &given.points),
    }
}

/// Equal, or equally undefined.
fn near(one: Result<f64, Undefined>, other: Result<f64, Undefined>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => (one - other).abs() < CLOSE,
        (one, other) => one == other,
    }
}

impl Given {
    /// The lowest and the highest value that a measure can have here.
    fn range(&self, measure: &Measure) -> (f64, f64) {
        let positions = self.points.iter().map(|(position, _)| *position);
        match &measure.range {
            Some(range) => (*range.start(), *range.end()),
            None => (
                positions.clone().fold(f64::INFINITY, f64::min),
                positions.fold(f64::NEG_INFINITY, f64::max),
            ),
        }
    }

    fn turned(&self) -> Self {
        let answers = |unit: &Vec<f64>| unit.iter().map(|answer| 4.0 - answer).collect();
        Self {
            counts: self.counts.iter().rev().copied().collect(),
            units: self.units.iter().map(answers).collect(),
            points: self.points.iter().map(|(x, w)| (1.0 - x, *w)).collect(),
        }
    }

    /// A position as it stood before the line was turned around.
    fn turned_back(&self, measure: &Measure, value: f64) -> f64 {
        match measure.formula {
            Formula::Points(_) => 1.0 - value,
            Formula::Levels(_) | Formula::Units(_) => value,
        }
    }

    /// The same with questions, coders and parties in any other order.
    fn shuffled(self) -> impl Strategy<Value = Given> {
        let units: Vec<_> = self
            .units
            .into_iter()
            .map(|unit| Just(unit).prop_shuffle())
            .collect();
        let units = units.prop_flat_map(|units| Just(units).prop_shuffle());
        (Just(self.counts), units, Just(self.points).prop_shuffle()).prop_map(
            |(counts, units, points)| Given {
                counts,
                units,
                points,
            },
        )
    }
}
