//! Counts add up, and every output gives the same ones.

use proptest::prelude::*;
use serde_json::Value;
use stances::compare::joint::Field;
use stances::compare::matrix::{By, Matrix, matrices, overall};
use stances::compare::terms::Terms;
use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::{Cell, Scene};
use stances::measure;
use stances::measure::counts::Normalise;
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

/// A matrix as CSV, read back: parties and numbers. The first columns say what the
/// matrix is of, in heads that are no ids of parties.
fn read_back(text: &str) -> (Vec<String>, Vec<Vec<Option<f64>>>) {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let is_party = |head: &&String| head.starts_with('p') && head.len() == 2;
    let parties: Vec<String> = heads.iter().filter(is_party).cloned().collect();
    let first = heads.len() - parties.len();
    let number = |field: &str| (!field.is_empty()).then(|| field.parse().unwrap());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().skip(first).map(number).collect()
    });
    let rows = rows.collect();
    (parties, rows)
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

/// On what terms measures may be taken.
pub fn terms() -> impl Strategy<Value = Terms> {
    let rules = [
        None,
        Some("issue"),
        Some("salience-row"),
        Some("salience-mean"),
        Some("salience-geometric"),
        Some("salience-min"),
        Some("firmness:red-line=5,demand=3,position=1,preference=0"),
        Some("firmness-row:red-line=2,demand=1,position=1,preference=1,concern=0.5"),
    ];
    let rules = prop::sample::select(rules.to_vec());
    let normalise = prop::sample::select(Normalise::ALL.to_vec());
    (rules, normalise, 0..3_usize).prop_map(|(rule, normalise, min_joint)| Terms {
        weight: rule.map(|rule| rule.parse().unwrap()),
        normalise,
        min_joint,
    })
}

fn check_matrix(field: &Field, matrix: Matrix) {
    let measure = matrix.measure;
    let matrix = [matrix];
    let data = data(field, &matrix, Layout::Square);
    let csv = csv::draw(&data, Separator::Comma);
    let json = json::matrix::draw(field, &matrix);
    assert_eq!(read_back(&csv), of_json(&json), "{}", measure.name);
    for (row, scores) in matrix[0].scores.iter().enumerate() {
        assert_eq!(scores[row], None, "nobody is compared with itself");
        for (column, score) in scores.iter().enumerate() {
            if matrix[0].terms.are_symmetric() {
                assert_eq!(*score, matrix[0].scores[column][row], "{}", measure.name);
            }
            if let Some(Ok(value)) = score.as_ref().map(|score| score.value) {
                assert!(measure.range.contains(&value), "{} {value}", measure.name);
                let n = score.map_or(0, |score| score.n);
                assert!(n >= matrix[0].terms.min_joint, "{} {n}", measure.name);
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
                    Cell::Silent | Cell::Unusable => 0,
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
        terms in terms(),
        by in prop::sample::select(vec![By::Whole, By::Area]),
    ) {
        let dossier = sketch.talks().loaded();
        let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
        let field = Field::new(&scene);
        for measure in measure::ALL {
            for matrix in matrices(&field, measure, by, &terms) {
                // Alone it is a matrix over everything, whatever it is confined to.
                check_matrix(&field, Matrix { area: None, ..matrix });
            }
        }
    }

    #[test]
    fn a_rule_weighs_nobody_who_has_no_weight(sketch in sketches()) {
        let dossier = sketch.talks().loaded();
        let scene = Scene::new(&dossier, Lens::default().on(&dossier).unwrap());
        let field = Field::new(&scene);
        let weighed = Terms { weight: Some("salience-min".parse().unwrap()), ..Terms::default() };
        let agreement = &measure::agreement::MEASURE;
        let part = &matrices(&field, agreement, By::Whole, &weighed)[0];
        let whole = overall(&field, agreement);
        let n = |matrix: &Matrix| -> usize {
            let scores = matrix.scores.iter().flatten().flatten();
            scores.map(|score| score.n).sum()
        };
        // What weighs nothing is not missing, and not counted either.
        prop_assert!(n(part) + 2 * part.left_out.unweighted <= n(&whole));
        let weightless = dossier.stances.iter().any(|stance| stance.salience == Some(0.0));
        if !weightless {
            prop_assert_eq!(n(part) + 2 * part.left_out.unweighted, n(&whole));
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
