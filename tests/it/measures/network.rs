//! What holds of measures of discourse networks.

use proptest::collection::btree_map;
use proptest::prelude::*;
use stances::measure::counts::{Issue, Normalise, Observed, Said};
use stances::measure::{Formula, Score, Undefined, named};

const EXTENT: f64 = 4.0;
const ALL: [&str; 3] = ["congruence", "discord", "subtract"];

proptest! {
    #[test]
    fn congruence_and_discord_make_the_product_of_what_is_said(
        issues in issues(), normalise in normalises()
    ) {
        let of = |name| value(name, &issues, normalise);
        if let [Ok(congruence), Ok(discord), Ok(subtract)] = ALL.map(of) {
            let said = |said: &[Said]| said.iter().map(|said| f64::from(said.times)).sum::<f64>();
            let products = issues.iter().map(|issue| said(&issue.a) * said(&issue.b));
            let all: f64 = products.sum();
            let plain = |name| value(name, &issues, Normalise::None).unwrap();
            prop_assert!((plain("congruence") + plain("discord") - all).abs() < 1e-9);
            prop_assert!((congruence - discord - subtract).abs() < 1e-9);
            prop_assert!(congruence >= 0.0 && discord >= 0.0);
            let norm = all / (congruence + discord);
            for name in ALL {
                let by = plain(name) / norm;
                prop_assert!((value(name, &issues, normalise).unwrap() - by).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn either_may_be_named_first_and_issues_in_any_order(
        (issues, shuffled) in issues().prop_flat_map(|issues| {
            (Just(issues.clone()), Just(issues).prop_shuffle())
        }),
        normalise in normalises(),
    ) {
        let swapped: Vec<Issue> = issues.iter().map(|issue| Issue {
            a: issue.b.clone(),
            b: issue.a.clone(),
            extent: issue.extent,
            times: 1,
        }).collect();
        for name in ALL {
            let score = of(name, &issues, normalise);
            prop_assert_eq!(score, of(name, &swapped, normalise));
            prop_assert_eq!(score, of(name, &shuffled, normalise));
        }
    }

    #[test]
    fn turning_one_scale_around_changes_nothing(mut issues in issues(), normalise in normalises()) {
        let before = ALL.map(|name| of(name, &issues, normalise));
        if let Some(issue) = issues.first_mut() {
            for said in issue.a.iter_mut().chain(&mut issue.b) {
                said.level = EXTENT - said.level;
            }
        }
        prop_assert_eq!(before, ALL.map(|name| of(name, &issues, normalise)));
    }

    #[test]
    fn silence_on_one_side_is_nothing_joint(mut issues in issues(), normalise in normalises()) {
        for issue in &mut issues {
            issue.b.clear();
        }
        for name in ALL {
            prop_assert_eq!(value(name, &issues, normalise), Err(Undefined::NothingJoint));
        }
    }
}

#[test]
fn the_examples_of_the_literature_come_out() {
    let said = |level, times| vec![Said { level, times }];
    let manual = [Issue {
        a: said(-4.0, 2),
        b: said(2.0, 3),
        extent: 10.0,
        times: 1,
    }];
    let congruence = value("congruence", &manual, Normalise::None).unwrap();
    assert!((congruence - 2.4).abs() < 1e-12);
    let statements = [Issue {
        a: said(1.0, 1),
        b: said(2.0, 1),
        extent: 4.0,
        times: 1,
    }];
    assert_eq!(value("congruence", &statements, Normalise::None), Ok(0.75));
    assert_eq!(value("discord", &statements, Normalise::None), Ok(0.25));
}

fn of(name: &str, issues: &[Issue], normalise: Normalise) -> Score {
    match named(name).unwrap().formula {
        Formula::Counts(formula) => formula(&Observed { issues, normalise }),
        other => panic!("{name}: {other:?}"),
    }
}

fn value(name: &str, issues: &[Issue], normalise: Normalise) -> Result<f64, Undefined> {
    of(name, issues, normalise).value
}

fn normalises() -> impl Strategy<Value = Normalise> {
    prop::sample::select(Normalise::ALL.to_vec())
}

fn said() -> impl Strategy<Value = Vec<Said>> {
    let levels = btree_map(0..=4_u8, 1..5_u32, 0..4);
    levels.prop_map(|levels| {
        let said = levels.into_iter().map(|(level, times)| Said {
            level: f64::from(level),
            times,
        });
        said.collect()
    })
}

/// Issues to which at least one of the two speaks.
fn issues() -> impl Strategy<Value = Vec<Issue>> {
    let issue = (said(), said()).prop_map(|(a, b)| Issue {
        a,
        b,
        extent: EXTENT,
        times: 1,
    });
    let speaks = |issue: &Issue| !issue.a.is_empty() || !issue.b.is_empty();
    prop::collection::vec(issue, 0..6)
        .prop_map(move |issues| issues.into_iter().filter(speaks).collect())
}
