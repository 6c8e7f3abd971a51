//! The tables of the independent implementation in Python, read as CSV.

use serde_json::Value;
use stances::compare::bulk::{Count, Survey};
use stances::compare::terms::Terms;
use stances::exchange::bulk::items::Items;
use stances::exchange::bulk::{Layout, Levels, Shape, read};
use stances::kernel::rung::Rung;
use stances::measure::counts::Normalise;
use stances::measure::named;
use stances::table::Reading;

const GOLDEN: &str = include_str!("../../reference/golden-pairs.json");

/// As many digits as two orders of adding leave alone.
const NEAR: f64 = 1e-12;

#[test]
fn every_value_of_a_table_is_what_python_works_out() {
    let tables: Value = serde_json::from_str(GOLDEN).unwrap();
    let tables = tables.as_array().unwrap();
    let compared: usize = tables.iter().map(check).sum();
    assert!(compared > 5_000, "only {compared} values were compared");
}

/// Compares what can be told of one table without stakes and salience, and counts the
/// values that are defined.
fn check(golden: &Value) -> usize {
    let (levels, text) = table(golden);
    let weights = golden["weights"].as_array().unwrap().iter().enumerate();
    let weights = weights.map(|(item, weight)| format!("i{item},{weight}\n"));
    let about = format!("item,weight\n{}", weights.collect::<String>());
    let items = Items::read(about.as_bytes(), b',').unwrap();
    let shape = Shape {
        layout: Layout::Wide,
        levels: Some(levels),
        separator: b',',
    };
    let bulk = read(text.as_bytes(), &shape, Some(&items)).unwrap();
    assert_eq!((bulk.faults.count, bulk.unknown.count), (0, 0), "{text}");
    let reading = match golden["scale"].as_str().unwrap() {
        "statement" => Reading::Statement,
        _ => Reading::Scale,
    };
    let count = Count::Together(Rung::best());
    let survey = Survey::new(&bulk.table, reading, levels.lo, count).unwrap();
    let mut compared = 0;
    for pair in golden["pairs"].as_array().unwrap() {
        for (terms, values) in pair["values"].as_object().unwrap() {
            let Some(read) = told(terms) else { continue };
            for (name, theirs) in values.as_object().unwrap() {
                if name.ends_with("-2") || name.ends_with("-3") {
                    continue;
                }
                let parts = survey.parts(named(name).unwrap(), &read);
                let [part] = <[_; 1]>::try_from(parts).unwrap();
                let place = |end: &str| usize::try_from(pair[end].as_u64().unwrap()).unwrap();
                let matrix = part.matrix();
                let ours = matrix.scores[place("a")][place("b")].unwrap().value;
                let same = match (ours, theirs.as_f64()) {
                    (Ok(ours), Some(theirs)) => (ours - theirs).abs() < NEAR,
                    (ours, theirs) => ours.is_err() && theirs.is_none(),
                };
                assert!(same, "{name} {terms:?}: {ours:?} {theirs}\n{text}");
                compared += usize::from(!theirs.is_null());
            }
        }
    }
    compared
}

/// The terms that a table can be asked on.
fn told(terms: &str) -> Option<Terms> {
    let normalised = terms.strip_prefix("by ");
    let normalise = Normalise::ALL
        .into_iter()
        .find(|known| Some(known.name()) == normalised);
    match (terms, normalise) {
        ("", _) => Some(Terms::default()),
        ("issue", _) => Some(Terms {
            weight: Some("issue".parse().unwrap()),
            ..Terms::default()
        }),
        (_, Some(normalise)) => Some(Terms {
            normalise,
            ..Terms::default()
        }),
        _ => None,
    }
}

/// The answers as levels in CSV: of a statement, halves; of a scale, its points.
fn table(golden: &Value) -> (Levels, String) {
    let points = golden["points"].as_array().unwrap();
    let is_statement = golden["scale"] == "statement";
    let levels = match is_statement {
        true => Levels { lo: -2, hi: 2 },
        false => Levels {
            lo: 0,
            hi: points.len() as i64 - 1,
        },
    };
    let level = |answer: &Value| match (answer.as_f64(), is_statement) {
        (None, _) => String::new(),
        (Some(number), true) => (2.0 * number).to_string(),
        (Some(_), false) => {
            let level = points.iter().position(|point| point == answer);
            level.unwrap().to_string()
        }
    };
    let rows = golden["answers"].as_array().unwrap();
    let width = rows[0].as_array().unwrap().len();
    let head: String = (0..width).map(|item| format!(",i{item}")).collect();
    let row = |(party, row): (usize, &Value)| {
        let row = row.as_array().unwrap().iter();
        let fields: String = row.map(|answer| format!(",{}", level(answer))).collect();
        format!("p{party}{fields}\n")
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    (levels, format!("party{head}\n{rows}"))
}
