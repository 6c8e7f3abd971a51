//! Names, order and direction say nothing: numbers do not depend on them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::matrix::{By, matrices};
use stances::compare::terms::Terms;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::measure::{self, Formula};
use stances::render::json;

use super::numbers::{lenses, terms};
use crate::harness::look::everything;
use crate::harness::run::parsed;
use crate::harness::sketch::{Manner, Sketch, sketches};

/// Everything that is counted, by places in the sketch: of each pair its counts,
/// its verdicts and its linked results, of each measure its values.
#[derive(Debug, PartialEq)]
struct Numbers {
    pairs: BTreeMap<(usize, usize), Pair>,
    /// By measure, then by pair; rounded, since sums depend on their order.
    values: Values,
    hidden: Value,
}

/// By measure and kind of scale, then by row and column.
type Values = BTreeMap<(&'static str, &'static str, usize, usize), Option<i64>>;

#[derive(Debug, PartialEq)]
struct Pair {
    counts: Vec<Value>,
    /// Issue, verdict, distance, whether independent; sorted.
    issues: Vec<String>,
    /// Verdict and chain of the relations, and whether it is compared directly.
    linked: Vec<String>,
}

fn numbers(sketch: &Sketch, manner: &Manner, lens: &Lens, terms: &Terms) -> Numbers {
    let talks = sketch.written(manner);
    let place = |id: &Value| manner.ids.iter().position(|known| id == known).unwrap();
    let answer = talks.through(lens.clone()).json;
    let pairs = answer["pairs"].as_array().unwrap();
    Numbers {
        pairs: pairs
            .iter()
            .map(|found| (ordered(place(&found["a"]), place(&found["b"])), pair(found)))
            .collect(),
        values: values(&talks.loaded(), lens, terms, &place),
        hidden: answer["lens"]["hidden"].clone(),
    }
}

impl Numbers {
    /// Without the measures that take off what chance would give: how often a party
    /// says yes hangs on how each question is put.
    fn but_beyond_chance(mut self) -> Self {
        self.values.retain(|(name, ..), _| {
            let formula = measure::named(name).unwrap().formula;
            !matches!(formula, Formula::Categories(_) | Formula::Points(_))
        });
        self
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
    terms: &Terms,
    place: &dyn Fn(&Value) -> usize,
) -> Values {
    let scene = Scene::new(dossier, lens.on(dossier).unwrap());
    let field = Field::new(&scene);
    let mut values = BTreeMap::new();
    let all = measure::ALL.iter();
    for matrix in all.flat_map(|measure| matrices(&field, measure, By::Whole, terms)) {
        let measure = matrix.measure;
        let kind = matrix
            .scale
            .as_ref()
            .map_or("", |scale| scale.answers.kind());
        let answer = parsed(&json::matrix::draw(&field, &[matrix]));
        let parties = answer["parties"].as_array().unwrap();
        for (row, one) in parties.iter().enumerate() {
            for (column, other) in parties.iter().enumerate() {
                let value = answer["values"][row][column].as_f64();
                let rounded = value.map(|value| (value * 1e9).round() as i64);
                values.insert((measure.name, kind, place(one), place(other)), rounded);
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
        terms in terms(),
        order in orders(),
    ) {
        let plain = Manner::plain(&sketch);
        let names = ["q", "a", "zz", "m-n", "m", "b1", "b", "k"];
        let names = order.iter().map(|at| names[*at].to_owned());
        let mut renamed = plain.clone();
        renamed.ids = names.take(sketch.parties.len()).collect();
        prop_assert_eq!(
            numbers(&sketch, &renamed, &lens, &terms),
            numbers(&sketch, &plain, &lens, &terms)
        );
    }

    #[test]
    fn another_order_of_issues_changes_no_number(
        sketch in sketches(),
        lens in lenses(),
        terms in terms(),
        order in orders(),
    ) {
        let plain = Manner::plain(&sketch);
        let mut moved = plain.clone();
        moved.order = order.into_iter().filter(|at| *at < sketch.issues.len()).collect();
        prop_assert_eq!(numbers(&sketch, &moved, &lens, &terms), numbers(&sketch, &plain, &lens, &terms));
    }

    #[test]
    fn asking_the_other_way_round_changes_no_number(
        sketch in sketches(),
        lens in lenses(),
        terms in terms(),
        turned in prop::collection::vec(any::<bool>(), 8),
    ) {
        let plain = Manner::plain(&sketch);
        let mut other = plain.clone();
        other.turned = turned[..sketch.issues.len()].to_vec();
        prop_assert_eq!(
            numbers(&sketch, &other, &lens, &terms).but_beyond_chance(),
            numbers(&sketch, &plain, &lens, &terms).but_beyond_chance()
        );
    }

    #[test]
    fn asking_everything_the_other_way_round_changes_no_number_at_all(
        sketch in sketches(),
        lens in lenses(),
        terms in terms(),
    ) {
        let plain = Manner::plain(&sketch);
        let mut other = plain.clone();
        other.turned = vec![true; sketch.issues.len()];
        prop_assert_eq!(
            numbers(&sketch, &other, &lens, &terms),
            numbers(&sketch, &plain, &lens, &terms)
        );
    }

    #[test]
    fn the_same_dossier_gives_the_same_bytes(sketch in sketches(), lens in lenses()) {
        let (one, other) = (sketch.talks().loaded(), sketch.talks().loaded());
        prop_assert_eq!(everything(&one, &lens), everything(&other, &lens));
    }
}
