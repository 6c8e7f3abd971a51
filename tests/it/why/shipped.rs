//! Both shipped dossiers: what `why` adds up is what `matrix` shows.

use serde_json::{Value, json};
use stances::measure::{self, Formula};

use crate::harness::run::shipped;

fn answer(arguments: &[&str]) -> Value {
    shipped(&[arguments, &["--format", "json"]].concat()).json()
}

/// The value and the `n` of each measure.
type Scores = Vec<(Value, Value)>;

/// Every pair of a dossier once.
fn cells(dossier: &str) -> Vec<(String, String, Scores)> {
    let all = measure::ALL.iter();
    let of_verdicts = all.filter(|measure| {
        matches!(
            measure.formula,
            Formula::Verdicts(_) | Formula::Distances(_)
        )
    });
    let names: Vec<&str> = of_verdicts.map(|measure| measure.name).collect();
    let matrix = answer(&["matrix", dossier, "--measure", &names.join(",")]);
    let parties = matrix["parties"].as_array().unwrap();
    let mut cells = Vec::new();
    for (row, a) in parties.iter().enumerate() {
        for (column, b) in parties.iter().enumerate().skip(row + 1) {
            let of = |part: &Value, what: &str| part[what][row][column].clone();
            let parts = matrix["matrices"].as_array().unwrap().iter();
            let scores = parts.map(|part| (of(part, "values"), of(part, "n")));
            let [a, b] = [a, b].map(|id| id.as_str().unwrap().to_owned());
            cells.push((a, b, scores.collect()));
        }
    }
    cells
}

fn equals_the_matrix(dossier: &str) {
    for (a, b, scores) in cells(dossier) {
        let why = answer(&["why", &a, &b, "--in", dossier]);
        let measures = why["measures"].as_array().unwrap().iter();
        let found: Vec<_> = measures
            .map(|measure| (measure["value"].clone(), measure["n"].clone()))
            .collect();
        assert_eq!(found, scores, "{a} and {b}");
        adds_up(&why);
    }
}

/// Whether the issues listed add up to the sums, and the sums make the measures.
fn adds_up(why: &Value) {
    let (issues, sums) = (why["issues"].as_array().unwrap(), &why["sums"]);
    let number = |what: &str| sums[what].as_f64().unwrap();
    let verdicts = |word: &str| issues.iter().filter(|i| i["verdict"] == word).count();
    for word in ["agree", "partial", "conflict"] {
        assert_eq!(sums[word], verdicts(word));
    }
    assert_eq!(sums["n"], issues.len());
    let not_compared = why["not_compared"].as_array().unwrap().len();
    assert_eq!(sums["issues"], issues.len() + not_compared);
    for what in ["distance", "gap"] {
        let added: f64 = issues.iter().filter_map(|issue| issue[what].as_f64()).sum();
        assert!((added - number(what)).abs() < 1e-9);
    }
    if number("measured") > 0.0 {
        let mean = |what: &str| number(what) / number("measured");
        is_near(why, "closeness", 1.0 - mean("distance"));
        is_near(why, "s", 1.0 - 2.0 * mean("distance"));
        is_near(why, "common-ground", 1.0 - mean("gap"));
        is_near(why, "euclidean", 1.0 - mean("squared_distance").sqrt());
    }
    if number("n") > 0.0 {
        is_near(why, "agreement", number("agree") / number("n"));
        is_near(why, "identical", number("same") / number("n"));
    }
}

/// Reading JSON may cost the last digit of a number.
fn is_near(why: &Value, measure: &str, expected: f64) {
    let mut measures = why["measures"].as_array().unwrap().iter();
    let found = measures.find(|found| found["measure"] == measure).unwrap();
    let value = found["value"].as_f64().unwrap();
    assert!(
        (value - expected).abs() < 1e-12,
        "{measure}: {value}, not {expected}"
    );
}

#[test]
fn the_sums_of_one_report_equal_the_matrix() {
    equals_the_matrix("paris-and-moscow");
}

#[test]
fn the_sums_of_five_texts_equal_the_matrix() {
    equals_the_matrix("ukraine-peace-texts");
}

#[test]
fn all_that_the_lens_hides_is_accounted_for() {
    let lens = ["--in", "ukraine-peace-texts", "--as-of", "2025-11-24"];
    let why = answer(&[&["why", "e3", "ukraine"][..], &lens].concat());
    let issues = why["not_compared"].as_array().unwrap().iter();
    let missing: Vec<&Value> = issues
        .filter(|issue| issue["b"] == "outside-lens")
        .collect();
    assert!(!missing.is_empty());
    for issue in missing {
        let id = issue["issue"].as_str().unwrap();
        let one = answer(&[&["why", "e3", "ukraine", id][..], &lens].concat());
        assert_eq!(one["issues"][0]["b"]["left_out"][0]["reason"], "future");
        assert_eq!(one["issues"][0]["verdict"], Value::Null);
    }
}

#[test]
fn json_has_its_keys_in_order() {
    let text = shipped(&[
        "why",
        "russia",
        "united-states",
        "--in",
        "paris-and-moscow",
        "--format",
        "json",
    ])
    .fine();
    let keys: Vec<&str> = (text.lines())
        .filter_map(|line| line.strip_prefix("  \"")?.split('"').next())
        .collect();
    assert_eq!(
        keys,
        [
            "schema",
            "lens",
            "a",
            "b",
            "issue",
            "issues",
            "sums",
            "measures",
            "linked",
            "not_compared"
        ]
    );
    let why: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(why["schema"], "stances/why/1");
    let issue = &why["issues"][0];
    assert_eq!(issue["independent"], false);
    assert_eq!(issue["tie"], "evidence");
    assert_eq!(issue["a"]["says"], "position");
    assert_eq!(
        issue["b"]["records"][0]["evidence"],
        json!([
            {"source": "article", "title": title(), "at": "P1.s2"},
            {"source": "article", "title": title(), "at": "P6.s2"},
        ])
    );
}

fn title() -> &'static str {
    "News report on Ukraine's president in Paris and the US envoy's trip to Moscow"
}

#[test]
fn csv_is_one_row_a_joint_issue_in_bare_words() {
    let text = shipped(&[
        "why",
        "russia",
        "ukraine",
        "--in",
        "paris-and-moscow",
        "--format",
        "csv",
    ])
    .fine();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().map(Result::unwrap).collect();
    let [row] = &rows[..] else {
        panic!("{} rows", rows.len())
    };
    assert_eq!(row["issue"], "strikes-on-oil-exports");
    assert_eq!((&*row["verdict"], &*row["distance"]), ("conflict", "1.0"));
    assert_eq!(
        (&*row["a_position"], &*row["b_position"]),
        ("oppose", "support")
    );
    assert_eq!((&*row["a_by"], &*row["b_by"]), ("the Kremlin", ""));
    assert_eq!((&*row["a_state"], &*row["a_marks"]), ("held", ""));
    assert_eq!(row["b_marks"], "conduct");
    assert_eq!(
        (&*row["a_sources"], &*row["a_places"]),
        ("article", "P8.s3")
    );
}
