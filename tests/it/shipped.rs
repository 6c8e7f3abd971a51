//! The dossiers that come with the program say what was coded by hand, number
//! by number. The expectations in `tests/expected` were counted without it.

use std::collections::BTreeMap;
use std::fs;

use itertools::Itertools;
use serde_json::Value;
use stances::dossier::BasisKind;
use stances::dossier::lens::Lens;
use stances::dossier::scene::Scene;

use crate::harness::look::{Counts, on_disk};
use crate::harness::run::{project, shipped};

const PARIS: &str = "paris-and-moscow";
const TEXTS: &str = "ukraine-peace-texts";

type Row = BTreeMap<String, String>;

/// The rows of a file of expectations, by the names of its columns.
fn expected(name: &str) -> Vec<Row> {
    let text = fs::read_to_string(project().join("tests/expected").join(name)).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().unwrap();
    assert!(!rows.is_empty(), "{name}");
    rows
}

/// The pairs of a dossier, through the lens of these arguments.
fn pairs(dossier: &str, lens: &[&str]) -> Vec<Value> {
    let arguments = [&["compare", dossier, "--format", "json"], lens].concat();
    let answer = shipped(&arguments).json();
    answer["pairs"].as_array().unwrap().clone()
}

fn pair<'a>(pairs: &'a [Value], row: &Row) -> &'a Value {
    (pairs.iter())
        .find(|pair| pair["a"] == row["a"] && pair["b"] == row["b"])
        .unwrap_or_else(|| panic!("no pair {row:?}"))
}

fn counts(row: &Row) -> Counts {
    let count = |name: &str| row[name].parse().unwrap();
    Counts {
        n: count("n"),
        agree: count("agree"),
        partial: count("partial"),
        conflict: count("conflict"),
    }
}

/// The views of the first dossier for which there are expectations.
const VIEWS: [(&str, &str); 6] = [
    ("2025-12-01", ""),
    ("2025-12-01", "declared"),
    ("2025-12-01", "declared,attributed"),
    ("2025-11-20", ""),
    ("2025-11-20", "declared"),
    ("2025-11-20", "declared,attributed"),
];

fn view(as_of: &str, basis: &str) -> Vec<Value> {
    let mut lens = vec!["--as-of", as_of];
    if !basis.is_empty() {
        lens.extend(["--basis", basis]);
    }
    pairs(PARIS, &lens)
}

#[test]
fn one_article_gives_these_pairs_and_no_others() {
    let rows = expected("paris-and-moscow.csv");
    for (as_of, basis) in VIEWS {
        let pairs = view(as_of, basis);
        assert_eq!(pairs.len(), 45, "every pair of ten parties once");
        let joint: Vec<&Value> = pairs.iter().filter(|pair| pair["n"] != 0).collect();
        let due: Vec<&Row> = (rows.iter())
            .filter(|row| row["as_of"] == as_of && row["basis"] == basis)
            .collect();
        assert_eq!(joint.len(), due.len(), "{as_of} {basis}");
        for row in due {
            let pair = pair(&pairs, row);
            assert_eq!(Counts::of(pair), counts(row), "{row:?}");
            assert_eq!(pair["issues"].as_array().unwrap().len(), 1);
            assert_eq!(pair["issues"][0]["issue"], row["issue"]);
        }
    }
}

#[test]
fn one_article_gives_these_linked_results_and_no_others() {
    let rows = expected("paris-and-moscow-linked.csv");
    for (as_of, basis) in VIEWS {
        let due: Vec<&Row> = (rows.iter())
            .filter(|row| row["as_of"] == as_of && row["basis"] == basis)
            .collect();
        let pairs = view(as_of, basis);
        let found: usize = pairs
            .iter()
            .map(|pair| pair["linked"].as_array().unwrap().len())
            .sum();
        assert_eq!(found, due.len(), "{as_of} {basis}");
        for row in due {
            let linked = &pair(&pairs, row)["linked"][0];
            assert_eq!(linked["verdict"], row["verdict"]);
            assert_eq!(linked["relation"].to_string(), row["relation"]);
            if !row["issue"].is_empty() {
                assert_eq!(linked["issue"], row["issue"]);
            }
        }
    }
}

#[test]
fn a_group_and_its_member_are_no_two_facts() {
    let pairs = pairs(PARIS, &["--party", "european-leaders,france"]);
    assert_eq!(Counts::of(&pairs[0]).n, 1);
    assert_eq!(pairs[0]["independent"], 0);
}

#[test]
fn declared_positions_of_one_article_meet_nowhere_and_the_answer_says_so() {
    let table = shipped(&["compare", PARIS, "--basis", "declared"]).fine();
    let words = table.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("No two parties have a comparable position on the same issue"));
    assert!(words.contains("Linked agreement"));
    assert!(!words.contains("Conflict on"));
}

/// How many positions could be compared with one of another party.
fn comparable(bases: &[BasisKind]) -> usize {
    let dossier = on_disk(&project().join("stances").join(PARIS));
    let lens = Lens {
        bases: bases.to_vec(),
        ..Lens::default()
    };
    let scene = Scene::new(&dossier, lens.on(&dossier).unwrap());
    (0..dossier.parties.len())
        .cartesian_product(0..dossier.issues.len())
        .filter(|(party, issue)| scene.comparable(*party, *issue).is_some())
        .count()
}

#[test]
fn one_article_gives_these_comparable_positions() {
    use BasisKind::{Attributed, Declared};
    assert_eq!(comparable(&[Declared]), 8);
    assert_eq!(comparable(&[Declared, Attributed]), 10);
    assert_eq!(comparable(&[]), 17);
}

#[test]
fn one_article_leaves_one_position_undisclosed() {
    let table = shipped(&["compare", PARIS]).fine();
    assert!(table.contains("Undisclosed: United States on wartime-demands-met."));
    assert!(!table.contains("Contradictory"));
}

#[test]
fn who_says_nothing_is_named_and_in_no_count() {
    let table = shipped(&["compare", PARIS]).fine();
    assert!(table.contains("Silent on every issue: Germany, Italy, Poland and United Kingdom."));
    for pair in pairs(PARIS, &["--party", "germany,italy,ukraine"]) {
        assert_eq!(pair["n"], 0, "{pair}");
    }
}

/// The lens of a row of the second dossier.
fn lens(row: &Row) -> Vec<&str> {
    let mut lens = vec!["--as-of", row["as_of"].as_str()];
    if !row["area"].is_empty() {
        lens.extend(["--area", row["area"].as_str()]);
    }
    lens
}

/// The rows of the second dossier, those of one view together.
fn views() -> Vec<Vec<Row>> {
    let rows = expected("ukraine-peace-texts.csv");
    let views: Vec<Vec<Row>> = (rows.chunk_by(|one, other| lens(one) == lens(other)))
        .map(<[Row]>::to_vec)
        .collect();
    assert!(views.len() == 14 && views.iter().all(|view| view.len() == 6));
    views
}

#[test]
fn five_texts_give_these_pairs_overall_and_in_each_area() {
    for view in views() {
        let pairs = pairs(TEXTS, &lens(&view[0]));
        assert_eq!(pairs.len(), 6);
        for row in &view {
            assert_eq!(Counts::of(pair(&pairs, row)), counts(row), "{row:?}");
        }
    }
}

#[test]
fn five_texts_have_this_many_issues_in_each_area() {
    for view in views() {
        let arguments = [&["compare", TEXTS], lens(&view[0]).as_slice()].concat();
        let table = shipped(&arguments).fine();
        let stated = format!("4 parties, {} issues", view[0]["issues"]);
        assert!(table.contains(&stated), "{stated}");
    }
}

#[test]
fn this_many_conflicts_of_five_texts_rest_on_struck_clauses() {
    let words = ["--basis", "declared,attributed"];
    for view in views() {
        let all = pairs(TEXTS, &lens(&view[0]));
        let said = pairs(TEXTS, &[lens(&view[0]).as_slice(), &words].concat());
        for row in &view {
            let conflict = |pairs| Counts::of(pair(pairs, row)).conflict;
            let struck: u64 = row["struck"].parse().unwrap();
            assert_eq!(conflict(&all) - conflict(&said), struck, "{row:?}");
        }
    }
}

#[test]
fn this_many_issues_of_five_texts_rest_on_clauses_not_read_word_by_word() {
    let sure = ["--min-confidence", "0.51"];
    for view in views() {
        let all = pairs(TEXTS, &lens(&view[0]));
        let read = pairs(TEXTS, &[lens(&view[0]).as_slice(), &sure].concat());
        for row in &view {
            let n = |pairs| Counts::of(pair(pairs, row)).n;
            let unread: u64 = row["unread"].parse().unwrap();
            assert_eq!(n(&all) - n(&read), unread, "{row:?}");
        }
    }
}

#[test]
fn five_texts_are_looked_at_as_of_their_own_day() {
    let own = shipped(&["compare", TEXTS, "--format", "json"]).fine();
    let asked = [
        "compare",
        TEXTS,
        "--as-of",
        "2025-12-24",
        "--format",
        "json",
    ];
    assert_eq!(own, shipped(&asked).fine());
}

#[test]
fn a_text_under_revision_is_marked_from_that_day_on() {
    let marked = |as_of| {
        let arguments = ["compare", TEXTS, "--as-of", as_of];
        let table = shipped(&arguments).fine();
        table.contains("r from a text under revision")
    };
    assert!(!marked("2025-11-22"));
    assert!(marked("2025-11-23"));
}

#[test]
fn matrices_of_five_texts_show_the_counts_of_its_pairs() {
    let rows = expected("ukraine-peace-texts.csv");
    for (measure, column) in [("agreement", "agree"), ("conflict", "conflict")] {
        let arguments = ["matrix", TEXTS, "--measure", measure, "--format", "json"];
        let matrix = shipped(&arguments).json();
        let parties: Vec<&str> = (matrix["parties"].as_array().unwrap().iter())
            .map(|party| party.as_str().unwrap())
            .collect();
        let place = |id: &str| parties.iter().position(|party| *party == id).unwrap();
        for row in rows
            .iter()
            .filter(|row| row["as_of"] == "2025-12-24" && row["area"].is_empty())
        {
            let (a, b) = (place(&row["a"]), place(&row["b"]));
            let share = row[column].parse::<f64>().unwrap() / row["n"].parse::<f64>().unwrap();
            for (one, other) in [(a, b), (b, a)] {
                assert_eq!(matrix["values"][one][other], share, "{row:?}");
                assert_eq!(matrix["n"][one][other].to_string(), row["n"]);
            }
            assert!(matrix["values"][a][a].is_null());
        }
    }
}
