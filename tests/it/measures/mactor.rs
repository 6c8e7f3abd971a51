//! What holds of MACTOR's convergences and divergences.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use stances::measure::actors::power::powers;
use stances::measure::actors::{Aim, Joint, Observed, Side};
use stances::measure::{Formula, Score, Undefined, named};

const SIDES: [Side; 3] = [Side::Against, Side::Neither, Side::For];
const POWER: (f64, f64) = (1.5, 0.25);

proptest! {
    #[test]
    fn the_first_order_counts_issues(joint in joints()) {
        let taken = joint.iter().filter(|joint| {
            joint.a.side != Side::Neither && joint.b.side != Side::Neither
        });
        let sum = of("convergence-1", &joint).value.and_then(|convergence| {
            Ok(convergence + of("divergence-1", &joint).value?)
        });
        match joint.is_empty() {
            true => prop_assert_eq!(sum, Err(Undefined::NothingJoint)),
            false => prop_assert_eq!(sum, Ok(taken.count() as f64)),
        }
    }

    #[test]
    fn with_all_at_stake_alike_the_second_order_is_the_first(joint in joints()) {
        let one = changed(&joint, |aim| Aim { stake: Some(1), ..aim });
        for name in ["convergence", "divergence"] {
            let [first, second] = ["1", "2"].map(|order| of(&format!("{name}-{order}"), &one));
            prop_assert_eq!(first, second);
        }
    }

    #[test]
    fn with_even_power_the_third_order_is_the_second(joint in joints()) {
        for name in ["convergence", "divergence"] {
            let second = of(&format!("{name}-2"), &joint);
            prop_assert_eq!(with(&format!("{name}-3"), &joint, Ok((1.0, 1.0))), second);
        }
    }

    #[test]
    fn either_may_be_named_first_and_issues_in_any_order(
        (joint, shuffled) in joints().prop_flat_map(|joint| {
            (Just(joint.clone()), Just(joint).prop_shuffle())
        })
    ) {
        let swapped: Vec<Joint> =
            joint.iter().map(|joint| Joint { a: joint.b, b: joint.a }).collect();
        for name in names() {
            prop_assert_eq!(of(&name, &joint), of(&name, &shuffled));
            let other = with(&name, &swapped, Ok((POWER.1, POWER.0)));
            prop_assert_eq!(of(&name, &joint), other);
        }
    }

    #[test]
    fn turning_a_statement_around_changes_nothing(mut joint in joints()) {
        let before: Vec<Score> = names().map(|name| of(&name, &joint)).collect();
        let turned = |side| match side {
            Side::Against => Side::For,
            Side::Neither => Side::Neither,
            Side::For => Side::Against,
        };
        if let Some(joint) = joint.first_mut() {
            joint.a.side = turned(joint.a.side);
            joint.b.side = turned(joint.b.side);
        }
        let after: Vec<Score> = names().map(|name| of(&name, &joint)).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn power_is_one_on_average_and_keeps_its_unit_and_its_actors_order(
        direct in vec(vec(0..=4_u8, 5), 3..6), factor in 1..5_u8
    ) {
        let matrix = |factor: u8| -> Vec<Vec<f64>> {
            let row = |row: &Vec<u8>| row.iter().map(|level| f64::from(level * factor)).collect();
            direct.iter().map(row).collect()
        };
        let found = powers(&matrix(1)).unwrap();
        let all: f64 = found.iter().flatten().sum();
        if found.iter().any(Option::is_some) {
            prop_assert!((all - found.len() as f64).abs() < 1e-9);
        }
        let near = |one: &Option<f64>, other: &Option<f64>| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-9,
            (one, other) => one == other,
        };
        let scaled = powers(&matrix(factor)).unwrap();
        prop_assert!(found.iter().zip(&scaled).all(|(one, other)| near(one, other)));
        let count = direct.len();
        let reversed: Vec<Vec<f64>> = (0..count)
            .map(|i| (0..count).map(|j| f64::from(direct[count - 1 - i][count - 1 - j])).collect())
            .collect();
        let reversed = powers(&reversed).unwrap();
        prop_assert!(found.iter().zip(reversed.iter().rev()).all(|(one, other)| near(one, other)));
    }
}

#[test]
fn what_is_missing_is_told() {
    let joint = [Joint {
        a: Aim {
            side: Side::For,
            stake: None,
        },
        b: Aim {
            side: Side::For,
            stake: Some(2),
        },
    }];
    assert_eq!(of("convergence-1", &joint).value, Ok(1.0));
    assert_eq!(of("convergence-2", &joint).value, Err(Undefined::NoStake));
    let powerless = with("convergence-3", &joint, Err(Undefined::NoPower));
    assert_eq!(powerless.value, Err(Undefined::NoPower));
}

fn names() -> impl Iterator<Item = String> {
    let orders = ["convergence", "divergence"].into_iter();
    orders.flat_map(|name| (1..=3).map(move |order| format!("{name}-{order}")))
}

fn of(name: &str, joint: &[Joint]) -> Score {
    with(name, joint, Ok(POWER))
}

fn with(name: &str, joint: &[Joint], power: Result<(f64, f64), Undefined>) -> Score {
    match named(name).unwrap().formula {
        Formula::Actors(formula) => formula(&Observed { joint, power }),
        other => panic!("{name}: {other:?}"),
    }
}

fn changed(joint: &[Joint], to: impl Fn(Aim) -> Aim) -> Vec<Joint> {
    let change = |joint: &Joint| Joint {
        a: to(joint.a),
        b: to(joint.b),
    };
    joint.iter().map(change).collect()
}

fn joints() -> impl Strategy<Value = Vec<Joint>> {
    let aim = || {
        let side = prop::sample::select(SIDES.to_vec());
        (side, option::weighted(0.8, 0..=4_u8)).prop_map(|(side, stake)| Aim { side, stake })
    };
    vec((aim(), aim()).prop_map(|(a, b)| Joint { a, b }), 0..10)
}
