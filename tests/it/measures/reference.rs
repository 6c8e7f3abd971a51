//! Measures against an independent implementation in Python (`tests/reference`),
//! over tables with gaps, ties, single answers and nothing in common.

use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::matrix::{By, matrices};
use stances::compare::terms::Terms;
use stances::dossier::Dossier;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;
use stances::measure::counts::Normalise;
use stances::measure::{ALL, Formula, Measure, Weighing};

use crate::harness::talks::{Says, Talks, says};

const GOLDEN: &str = include_str!("../../reference/golden-pairs.json");

/// As many digits as two orders of adding leave alone.
const NEAR: f64 = 1e-12;

#[test]
fn every_value_is_what_python_works_out() {
    let tables: Value = serde_json::from_str(GOLDEN).unwrap();
    let tables = tables.as_array().unwrap();
    assert!(tables.len() >= 200);
    let compared: usize = tables.iter().map(check).sum();
    assert!(compared > 10_000, "only {compared} values were compared");
}

/// Compares everything about one table, and counts the values that are defined.
fn check(table: &Value) -> usize {
    let dossier = dossier(table);
    let scene = Scene::new(&dossier, Lens::default().on(&dossier).unwrap());
    let field = Field::new(&scene);
    let pairs = table["pairs"].as_array().unwrap();
    let mut compared = 0;
    for terms in pairs[0]["values"].as_object().unwrap().keys() {
        for measure in ALL.iter().filter(|measure| is_told(measure, terms)) {
            let matrices = matrices(&field, measure, By::Whole, &read(terms));
            let [matrix] = &matrices[..] else {
                panic!("{}: {} matrices", measure.name, matrices.len());
            };
            for pair in pairs {
                let place = |end: &str| usize::try_from(pair[end].as_u64().unwrap()).unwrap();
                let ours = matrix.scores[place("a")][place("b")].unwrap().value;
                let theirs = pair["values"][terms][measure.name].as_f64();
                let same = match (ours, theirs) {
                    (Ok(ours), Some(theirs)) => (ours - theirs).abs() < NEAR,
                    (ours, theirs) => ours.is_err() && theirs.is_none(),
                };
                let name = measure.name;
                assert!(
                    same,
                    "{name} {terms:?}: {ours:?} {theirs:?}\n{pair}\n{table}"
                );
                compared += usize::from(theirs.is_some());
            }
        }
    }
    compared
}

/// Whether a measure is among those that are worked out on these terms.
fn is_told(measure: &Measure, terms: &str) -> bool {
    let counts = matches!(measure.formula, Formula::Counts(_));
    match terms {
        "" => !counts,
        normalised if normalised.starts_with("by ") => counts,
        _ => measure.weighing == Weighing::Taken,
    }
}

fn read(terms: &str) -> Terms {
    let normalised = terms.strip_prefix("by ");
    let known = Normalise::ALL.into_iter();
    let mut normalise = known.filter(|known| Some(known.name()) == normalised);
    let rule = normalised.is_none() && !terms.is_empty();
    Terms {
        weight: rule.then(|| terms.parse().unwrap()),
        normalise: normalise.next().unwrap_or_default(),
        min_joint: 0,
    }
}

/// The table as a dossier: its items are issues.
fn dossier(table: &Value) -> Dossier {
    let answers = table["answers"].as_array().unwrap();
    let influence: Vec<String> = (0..answers.len())
        .flat_map(|of| (0..answers.len()).map(move |on| (of, on)))
        .filter(|(of, on)| of != on)
        .map(|(of, on)| {
            let level = &table["influence"][of][on];
            format!("(of: \"p{of}\", on: \"p{on}\", level: {level})")
        })
        .collect();
    let talks = Talks::new().head(&format!("influence: [{}]", influence.join(", ")));
    let weights = table["weights"].as_array().unwrap();
    let talks = weights
        .iter()
        .enumerate()
        .fold(talks, |talks, (item, weight)| {
            let weight = format!("weight: {weight}");
            talks.issue_with(&id(item), "matters", &kind(table), &weight)
        });
    let parties = answers.iter().enumerate();
    let talks = parties.fold(talks, |talks, (party, row)| {
        let items = row.as_array().unwrap().iter().enumerate();
        let given = items.filter_map(|(item, answer)| stance(table, party, item, answer));
        talks.party(&format!("p{party}"), given)
    });
    talks.loaded()
}

fn id(item: usize) -> String {
    format!("item-{item}")
}

fn kind(table: &Value) -> String {
    match table["scale"].as_str().unwrap() {
        "statement" => "Statement".to_owned(),
        _ => {
            let levels = table["points"].as_array().unwrap().iter();
            let names: Vec<String> = levels.map(Value::to_string).collect();
            format!("Scale({names:?})")
        }
    }
}

fn stance(table: &Value, party: usize, item: usize, answer: &Value) -> Option<Says> {
    let number = answer.as_f64()?;
    let position = match table["scale"].as_str().unwrap() {
        "statement" if number == -1.0 => "Oppose".to_owned(),
        "statement" if number == -0.5 => "LeanOppose".to_owned(),
        "statement" if number == 0.0 => "Neutral".to_owned(),
        "statement" if number == 0.5 => "LeanSupport".to_owned(),
        "statement" => "Support".to_owned(),
        _ => format!("At(\"{answer}\")"),
    };
    let mut said = says(&id(item), &position);
    for (field, list) in [("salience", "salience"), ("stake", "stakes")] {
        let given = &table[list][party][item];
        if !given.is_null() {
            said = said.with(&format!("{field}: {given}"));
        }
    }
    Some(said)
}
