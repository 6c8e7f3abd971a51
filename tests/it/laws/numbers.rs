//! Counts add up, and every output gives the same ones.

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::matrix::{By, matrices, overall};
use stances::compare::terms::Terms;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::{Cell, Scene};
use stances::measure::{self, Measure};
use stances::render::csv::{self, Separator};
use stances::render::json;
use stances::view::matrix::data::{Layout, data};

use crate::harness::run::parsed;
use crate::harness::sketch::{Sketch, issue_id, sketches};

pub fn lenses() -> impl Strategy<Value = Lens> {
    let dates = ["2025-01-31", "2025-02-15", "2025-12-31"];
    let as_of = prop::option::of(prop::sample::select(dates.to_vec()));
    (as_of, any::<bool>(), prop::option::weighted(0.2, 0..10_u8)).prop_map(
        |(as_of, inherit, confidence)| Lens {
            as_of: as_of.map(|date| date.parse().unwrap()),
            inheritance: match inherit {
                true => Inheritance::FromGroups,
                false => Inheritance::None,
            },
            min_confidence: confidence.map(|tenths| f64::from(tenths) / 10.0),
            ..Lens::default()
        },
    )
}

fn count(pair: &Value, name: &str) -> usize {
    usize::try_from(pair[name].as_u64().unwrap()).unwrap()
}

/// A matrix as CSV, read back: parties and numbers.
fn read_back(text: &str) -> (Vec<String>, Vec<Vec<Option<f64>>>) {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().iter().skip(1).map(str::to_owned);
    let parties = heads.collect();
    let number = |field: &str| (!field.is_empty()).then(|| field.parse().unwrap());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().skip(1).map(number).collect()
    });
    (parties, rows.collect())
}

/// The same numbers in JSON.
fn of_json(text: &str) -> (Vec<String>, Vec<Vec<Option<f64>>>) {
    let answer = parsed(text);
    let parties = answer["parties"].as_array().unwrap().iter();
    let parties = parties.map(|party| party.as_str().unwrap().to_owned());
    let rows = answer["values"].as_array().unwrap().iter();
    let rows = rows.map(|row| row.as_array().unwrap().iter().map(Value::as_f64).collect());
    (parties.collect(), rows.collect())
}

fn check_matrix(field: &Field, measure: &'static Measure) {
    let matrix = [overall(field, measure)];
    let data = data(field, &matrix, Layout::Square);
    let csv = csv::draw(&data, Separator::Comma);
    let json = json::matrix::draw(field, &matrix);
    assert_eq!(read_back(&csv), of_json(&json), "{}", measure.name);
    for (row, scores) in matrix[0].scores.iter().enumerate() {
        assert_eq!(scores[row], None, "nobody is compared with itself");
        for (column, score) in scores.iter().enumerate() {
            assert_eq!(*score, matrix[0].scores[column][row], "{}", measure.name);
            if let Some(Ok(value)) = score.as_ref().map(|score| score.value) {
                assert!(measure.range.contains(&value), "{} {value}", measure.name);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn agreements_partial_ones_and_conflicts_make_n(sketch in sketches(), lens in lenses()) {
        let look = sketch.talks().through(lens);
        let parties = sketch.parties.len();
        let pairs = look.json["pairs"].as_array().unwrap();
        prop_assert_eq!(pairs.len(), parties * (parties - 1) / 2);
        for pair in pairs {
            let n = count(pair, "n");
            let of = |verdict: &str| {
                let issues = pair["issues"].as_array().unwrap();
                issues.iter().filter(|issue| issue["verdict"] == verdict).count()
            };
            for verdict in ["agree", "partial", "conflict"] {
                prop_assert_eq!(count(pair, verdict), of(verdict));
            }
            prop_assert_eq!(of("agree") + of("partial") + of("conflict"), n);
            prop_assert!(count(pair, "independent") <= n);
            prop_assert!(pair["a"].as_str() < pair["b"].as_str());
        }
    }

    #[test]
    fn every_record_in_view_is_shown_or_counted_as_hidden(sketch in sketches(), lens in lenses()) {
        // What a member has from its group is a record of the group.
        let lens = Lens { inheritance: Inheritance::None, ..lens };
        let dossier = sketch.talks().loaded();
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let mut shown = 0;
        for party in 0..dossier.parties.len() {
            for issue in 0..dossier.issues.len() {
                shown += match scene.cell(party, issue) {
                    Cell::Silent => 0,
                    Cell::Held(held) => 1 + held.repeated.len(),
                    Cell::Contradictory(records) => records.len(),
                };
            }
        }
        prop_assert_eq!(shown + scene.hidden.total(), dossier.stances.len());
    }

    #[test]
    fn a_matrix_is_symmetric_in_range_and_the_same_in_csv_and_json(
        sketch in sketches(),
        lens in lenses(),
    ) {
        let dossier = sketch.talks().loaded();
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let field = Field::new(&scene);
        for measure in measure::ALL {
            check_matrix(&field, measure);
        }
    }

    #[test]
    fn areas_add_up_to_the_whole(sketch in sketches()) {
        let dossier = sketch.talks().loaded();
        let scene = Scene::new(&dossier, Lens::default().on(&dossier).unwrap());
        let field = Field::new(&scene);
        let agreement = &measure::agreement::MEASURE;
        let (whole, parts) = (
            overall(&field, agreement),
            matrices(&field, agreement, By::Area, &Terms::default()),
        );
        for one in 0..dossier.parties.len() {
            for other in (0..dossier.parties.len()).filter(|other| *other != one) {
                let n = |matrix: &stances::compare::matrix::Matrix| {
                    matrix.scores[one][other].map_or(0, |score| score.n)
                };
                prop_assert_eq!(parts.iter().map(n).sum::<usize>(), n(&whole));
            }
        }
    }

    #[test]
    fn a_narrower_lens_never_shows_more(sketch in sketches()) {
        let n = |lens| total(&sketch, lens);
        let whole = n(Lens::default());
        for issue in 0..sketch.issues.len() {
            let lens = Lens {
                issues: vec![issue_id(issue)],
                ..Lens::default()
            };
            prop_assert!(n(lens) <= whole);
        }
    }
}

/// All joint issues of all pairs.
fn total(sketch: &Sketch, lens: Lens) -> usize {
    let look = sketch.talks().through(lens);
    let pairs = look.json["pairs"].as_array().unwrap();
    pairs.iter().map(|pair| count(pair, "n")).sum()
}
