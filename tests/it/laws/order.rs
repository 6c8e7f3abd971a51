//! Names, order and direction say nothing: numbers do not depend on them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::matrix::overall;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::measure;
use stances::render::json;

use super::numbers::lenses;
use crate::harness::look::everything;
use crate::harness::run::parsed;
use crate::harness::sketch::{Manner, Sketch, sketches};

/// Everything that is counted, by places in the sketch: of each pair its counts,
/// its verdicts and its linked results, of each measure its values.
#[derive(Debug, PartialEq)]
struct Numbers {
    pairs: BTreeMap<(usize, usize), Pair>,
    /// By measure, then by pair; rounded, since sums depend on their order.
    values: BTreeMap<(&'static str, usize, usize), Option<i64>>,
    hidden: Value,
}

#[derive(Debug, PartialEq)]
struct Pair {
    counts: Vec<Value>,
    /// Issue, verdict, distance, whether independent; sorted.
    issues: Vec<String>,
    /// Verdict and chain of the relations, and whether it is compared directly.
    linked: Vec<String>,
}

fn numbers(sketch: &Sketch, manner: &Manner, lens: &Lens) -> Numbers {
    let talks = sketch.written(manner);
    let place = |id: &Value| manner.ids.iter().position(|known| id == known).unwrap();
    let answer = talks.through(lens.clone()).json;
    let pairs = answer["pairs"].as_array().unwrap();
    Numbers {
        pairs: pairs
            .iter()
            .map(|found| (ordered(place(&found["a"]), place(&found["b"])), pair(found)))
            .collect(),
        values: values(&talks.loaded(), lens, &place),
        hidden: answer["lens"]["hidden"].clone(),
    }
}

fn ordered(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn pair(found: &Value) -> Pair {
    let counts = ["n", "independent", "agree", "partial", "conflict"];
    let listed = |name: &str, of: &dyn Fn(&Value) -> String| {
        let mut texts: Vec<String> = found[name].as_array().unwrap().iter().map(of).collect();
        texts.sort();
        texts
    };
    Pair {
        counts: counts.iter().map(|name| found[*name].clone()).collect(),
        issues: listed("issues", &Value::to_string),
        linked: listed("linked", &|linked| {
            format!(
                "{} {} {}",
                linked["verdict"], linked["chain"], linked["direct"]
            )
        }),
    }
}

fn values(
    dossier: &stances::dossier::Dossier,
    lens: &Lens,
    place: &dyn Fn(&Value) -> usize,
) -> BTreeMap<(&'static str, usize, usize), Option<i64>> {
    let scene = Scene::new(dossier, lens.on(dossier).unwrap());
    let field = Field::new(&scene);
    let mut values = BTreeMap::new();
    for measure in measure::ALL {
        let answer = parsed(&json::matrix::draw(&field, &[overall(&field, measure)]));
        let parties = answer["parties"].as_array().unwrap();
        for (row, one) in parties.iter().enumerate() {
            for (column, other) in parties.iter().enumerate() {
                let value = answer["values"][row][column].as_f64();
                let rounded = value.map(|value| (value * 1e9).round() as i64);
                values.insert((measure.name, place(one), place(other)), rounded);
            }
        }
    }
    values
}

/// The numbers from 0 in any order, as many as there are most of anything.
fn orders() -> impl Strategy<Value = Vec<usize>> {
    Just((0..8).collect::<Vec<usize>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn other_names_for_parties_change_no_number(
        sketch in sketches(),
        lens in lenses(),
        order in orders(),
    ) {
        let plain = Manner::plain(&sketch);
        let names = ["q", "a", "zz", "m-n", "m", "b1", "b", "k"];
        let names = order.iter().map(|at| names[*at].to_owned());
        let mut renamed = plain.clone();
        renamed.ids = names.take(sketch.parties.len()).collect();
        prop_assert_eq!(
            numbers(&sketch, &renamed, &lens),
            numbers(&sketch, &plain, &lens)
        );
    }

    #[test]
    fn another_order_of_issues_changes_no_number(
        sketch in sketches(),
        lens in lenses(),
        order in orders(),
    ) {
        let plain = Manner::plain(&sketch);
        let mut moved = plain.clone();
        moved.order = order.into_iter().filter(|at| *at < sketch.issues.len()).collect();
        prop_assert_eq!(numbers(&sketch, &moved, &lens), numbers(&sketch, &plain, &lens));
    }

    #[test]
    fn asking_the_other_way_round_changes_no_number(
        sketch in sketches(),
        lens in lenses(),
        turned in prop::collection::vec(any::<bool>(), 8),
    ) {
        let plain = Manner::plain(&sketch);
        let mut other = plain.clone();
        other.turned = turned[..sketch.issues.len()].to_vec();
        prop_assert_eq!(numbers(&sketch, &other, &lens), numbers(&sketch, &plain, &lens));
    }

    #[test]
    fn the_same_dossier_gives_the_same_bytes(sketch in sketches(), lens in lenses()) {
        let (one, other) = (sketch.talks().loaded(), sketch.talks().loaded());
        prop_assert_eq!(everything(&one, &lens), everything(&other, &lens));
    }
}
