//! What holds of the accounts of issues, whatever the dossier.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::issues::{Sort, accounts};
use stances::compare::joint::Field;
use stances::dossier::Dossier;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Scene;
use stances::render::csv::{self, Separator};
use stances::render::{html, json, markdown};
use stances::view::issues::{Show, data, view};
use stances::view::matrix::figure::PercentFrom;

use crate::harness::run::parsed;
use crate::harness::sketch::{Manner, Sketch, sketches};

const SORTS: [Sort; 5] = [
    Sort::Given,
    Sort::Agreement,
    Sort::Conflict,
    Sort::Polarisation,
    Sort::Coverage,
];

proptest! {
    #[test]
    fn every_party_is_counted_once_on_every_issue(sketch in sketches()) {
        for issue in told(&sketch.talks().loaded(), Sort::Given) {
            let voices = &issue["voices"];
            let count = |name: &str| voices[name].as_u64().unwrap();
            let missing = ["silent", "outside_lens", "undisclosed", "withdrawn", "contradictory"];
            let missing: u64 = missing.into_iter().map(count).sum();
            prop_assert_eq!(count("comparable") + missing, count("parties"));
            prop_assert_eq!(count("parties") as usize, sketch.parties.len());
            let known: u64 = ["declared", "attributed", "conduct"].into_iter().map(count).sum();
            prop_assert_eq!(known, count("comparable"));
            let holders = issue["positions"].as_array().unwrap().iter();
            let holders: usize = holders.map(|one| one["parties"].as_array().unwrap().len()).sum();
            prop_assert_eq!(holders as u64, count("comparable"));
            let points = &issue["points"];
            let placed = points["n"].as_u64().unwrap() + points["not_placed"].as_u64().unwrap();
            prop_assert_eq!(placed, count("comparable"));
        }
    }

    #[test]
    fn pairs_add_up_to_what_the_comparison_counts(sketch in sketches()) {
        let talks = sketch.talks();
        let compared = talks.look().json;
        let accounts = told(&talks.loaded(), Sort::Given);
        for name in ["n", "independent", "agree", "partial", "conflict"] {
            let of_issues: u64 = accounts.iter().map(|one| one["pairs"][name].as_u64().unwrap()).sum();
            let pairs = compared["pairs"].as_array().unwrap().iter();
            let of_pairs: u64 = pairs.map(|pair| pair[name].as_u64().unwrap()).sum();
            prop_assert_eq!(of_issues, of_pairs, "{}", name);
        }
        for issue in &accounts {
            let comparable = issue["voices"]["comparable"].as_u64().unwrap();
            prop_assert_eq!(issue["pairs"]["n"].as_u64().unwrap() * 2, comparable * comparable.saturating_sub(1));
        }
    }

    #[test]
    fn nothing_is_measured_of_one_voice_or_none(sketch in sketches()) {
        for issue in told(&sketch.talks().loaded(), Sort::Given) {
            for list in ["spread", "baselines"] {
                for (name, value) in issue[list].as_object().unwrap() {
                    let alone = issue["points"]["n"].as_u64().unwrap() < 2;
                    prop_assert!(!alone || value["value"].is_null(), "{}", name);
                    prop_assert_eq!(value["value"].is_null(), value["why"].is_string(), "{}", name);
                }
            }
        }
    }

    #[test]
    fn names_order_and_direction_say_nothing(sketch in sketches(), turned in any::<[bool; 6]>()) {
        let plain = Manner::plain(&sketch);
        let issues = sketch.issues.len();
        let manner = Manner {
            ids: (0..sketch.parties.len()).rev().map(|at| format!("q{at}")).collect(),
            order: (0..issues).rev().collect(),
            turned: turned[..issues].to_vec(),
            ..plain.clone()
        };
        prop_assert_eq!(numbers(&sketch, &plain), numbers(&sketch, &manner));
    }

    #[test]
    fn sorting_only_sorts(sketch in sketches()) {
        let dossier = sketch.talks().loaded();
        let mut given = told(&dossier, Sort::Given);
        given.sort_by_key(|one| one["issue"].to_string());
        for sort in SORTS {
            let mut sorted = told(&dossier, sort);
            let keys: Vec<Option<f64>> = sorted.iter().map(|one| key(one, sort)).collect();
            let defined: Vec<f64> = keys.iter().map_while(|key| *key).collect();
            prop_assert!(defined.is_sorted(), "{:?} {:?}", sort, keys);
            prop_assert!(keys[defined.len()..].iter().all(Option::is_none), "{:?} {:?}", sort, keys);
            sorted.sort_by_key(|one| one["issue"].to_string());
            prop_assert_eq!(&sorted, &given);
        }
    }

    #[test]
    fn every_format_can_be_drawn(sketch in sketches(), inherit in any::<bool>()) {
        let dossier = sketch.talks().loaded();
        let inheritance = if inherit { Inheritance::FromGroups } else { Inheritance::None };
        let lens = Lens { inheritance, ..Lens::default() };
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        for sort in SORTS {
            let accounts = accounts(&Field::new(&scene), sort);
            let view = view(&scene, &accounts, Show { sort, percent: PercentFrom(5) });
            let drawn = [html::draw(&view), markdown::draw(&view)];
            prop_assert!(drawn.iter().all(|text| text.contains("Issues: talks")));
            let records = csv::draw(&data::data(&scene, &accounts), Separator::Comma);
            prop_assert_eq!(records.lines().count(), 1 + dossier.issues.len());
        }
    }
}

fn told(dossier: &Dossier, sort: Sort) -> Vec<Value> {
    let scene = Scene::new(dossier, Lens::default().on(dossier).unwrap());
    let accounts = accounts(&Field::new(&scene), sort);
    let answer = parsed(&json::issues::draw(&scene, &accounts, sort));
    answer["issues"].as_array().unwrap().clone()
}

/// What an issue is sorted by, the lowest first.
fn key(issue: &Value, sort: Sort) -> Option<f64> {
    let share = |name: &str| {
        let n = issue["pairs"]["n"].as_f64().unwrap();
        (n > 0.0).then(|| -issue["pairs"][name].as_f64().unwrap() / n)
    };
    match sort {
        Sort::Given => Some(0.0),
        Sort::Agreement => share("agree"),
        Sort::Conflict => share("conflict"),
        Sort::Polarisation => issue["spread"]["van-der-eijk"]["value"].as_f64(),
        Sort::Coverage => Some(-issue["voices"]["comparable"].as_f64().unwrap()),
    }
}

/// Everything counted and measured of each issue, but for baselines, which turn with
/// their scale.
fn numbers(sketch: &Sketch, manner: &Manner) -> BTreeMap<String, (Value, Value, Vec<Option<i64>>)> {
    let accounts = told(&sketch.written(manner).loaded(), Sort::Given);
    let rounded = |value: &Value| Some((value["value"].as_f64()? * 1e9).round() as i64);
    let of = |issue: &Value| {
        let spread = issue["spread"]
            .as_object()
            .unwrap()
            .values()
            .map(rounded)
            .collect();
        let counted = (issue["voices"].clone(), issue["pairs"].clone(), spread);
        (issue["issue"].to_string(), counted)
    };
    accounts.iter().map(of).collect()
}
