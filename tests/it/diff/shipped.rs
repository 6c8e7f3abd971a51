//! The shipped texts on peace, a month apart: what Ukraine's 20 points changed.

use serde_json::Value;

use crate::harness::run::{parsed, shipped};

const MONTH: [&str; 6] = [
    "diff",
    "ukraine-peace-texts",
    "--from",
    "2025-11-24",
    "--to",
    "2025-12-24",
];

fn month(more: &[&str]) -> String {
    let output = shipped(&[&MONTH, more].concat()).output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    output.text()
}

fn json() -> Value {
    parsed(&month(&["--format", "json"]))
}

fn issues(diff: &Value, kind: &str) -> Vec<String> {
    let changes = diff["changes"].as_array().unwrap().iter();
    let ours = changes.filter(|change| change["kind"] == kind);
    ours.map(|change| {
        assert_eq!(change["party"], "ukraine");
        change["issue"].as_str().unwrap().to_owned()
    })
    .collect()
}

#[test]
fn ukraine_changed_four_repeated_six_and_took_up_nine() {
    let diff = json();
    assert_eq!(
        issues(&diff, "changed"),
        [
            "eu-accession",
            "army-ceiling",
            "guarantee-form",
            "ceasefire-start"
        ]
    );
    assert_eq!(
        issues(&diff, "repeated"),
        [
            "nato-accession",
            "donetsk-luhansk-status",
            "kherson-zaporizhzhia-status",
            "sanctions-snapback",
            "prisoner-exchange-all",
            "civilian-release",
        ]
    );
    assert_eq!(issues(&diff, "new").len(), 9);
    assert_eq!(diff["changes"].as_array().unwrap().len(), 19);
}

/// The numbers are those coded by hand, as of either day.
#[test]
fn three_pairs_moved() {
    let diff = json();
    let numbers = |side: &Value| {
        ["agree", "partial", "conflict", "n"].map(|what| side[what].as_u64().unwrap())
    };
    let pairs = diff["pairs"].as_array().unwrap().iter();
    let pairs: Vec<_> = pairs
        .map(|pair| {
            let ends = ["a", "b"].map(|end| pair[end].as_str().unwrap().to_owned());
            (
                ends.join(" "),
                numbers(&pair["before"]),
                numbers(&pair["after"]),
            )
        })
        .collect();
    assert_eq!(
        pairs,
        [
            ("e3 ukraine".to_owned(), [11, 2, 3, 16], [18, 2, 5, 25]),
            ("russia ukraine".to_owned(), [1, 0, 11, 12], [2, 2, 12, 16]),
            (
                "ukraine united-states".to_owned(),
                [4, 2, 9, 15],
                [8, 3, 13, 24]
            ),
        ]
    );
}

#[test]
fn a_change_tells_how_far_and_towards_whom() {
    let diff = json();
    let changes = diff["changes"].as_array().unwrap();
    let ceiling = changes
        .iter()
        .find(|change| change["issue"] == "army-ceiling")
        .unwrap();
    let distance = ceiling["distance"].as_f64().unwrap();
    assert!((distance - 1.0 / 3.0).abs() < 1e-9);
    let towards = ceiling["towards"].as_array().unwrap().iter();
    let ways: Vec<_> = towards
        .map(|one| (one["party"].as_str().unwrap(), one["way"].as_str().unwrap()))
        .collect();
    assert_eq!(
        ways,
        [
            ("e3", "nearer"),
            ("russia", "nearer"),
            ("united-states", "nearer")
        ]
    );
}

#[test]
fn the_table_fits_the_page_and_says_what_happened() {
    for width in ["80", "120"] {
        let text = month(&["--width", width]);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= width.parse().ok(), "{text}");
        assert!(
            text.contains("19 positions differ: 9 new, 4 changed, 6 repeated."),
            "{text}"
        );
        assert!(text.contains("Of 6 pairs 3 have moved."), "{text}");
        assert!(
            text.contains("1/0/11 of 12  2/2/12 of 16  Ukraine: 4 new, 1"),
            "{text}"
        );
    }
}

#[test]
fn data_have_a_row_for_each_position_or_each_pair() {
    let positions = month(&["--format", "csv"]);
    assert_eq!(positions.lines().count(), 1 + 19);
    assert!(positions.contains(
        "ukraine,army-ceiling,security-guarantees,changed,held,no-ceiling,,demand,declared,\
         2025-06-01,held,800k,,position,declared,2025-12-23,0.3333333333333333,\
         e3|russia|united-states,\n"
    ));
    let pairs = month(&["--format", "csv", "--layout", "pairs"]);
    assert!(pairs.contains("\nrussia,ukraine,12,1,0,11,16,2,2,12,language-minority-rules|"));
    assert_eq!(pairs.lines().count(), 1 + 3);
}

#[test]
fn the_lens_is_that_of_every_command() {
    let of_two = month(&[
        "--party",
        "russia,ukraine",
        "--area",
        "territory",
        "--format",
        "json",
    ]);
    let diff = parsed(&of_two);
    assert_eq!(diff["after"]["lens"]["areas"][0], "territory");
    assert_eq!(diff["pairs"].as_array().unwrap().len(), 1);
    let declared = month(&["--basis", "declared", "--format", "csv"]);
    assert!(!declared.contains("us-guarantee-fee"), "{declared}");
}

#[test]
fn nothing_differs_between_days_on_which_nothing_is_said() {
    let days = ["--from", "2025-11-24", "--to", "2025-12-22"];
    let same = shipped(&[&["diff", "ukraine-peace-texts"], days.as_slice()].concat()).fine();
    assert!(same.contains("Nothing differs."), "{same}");
}

#[test]
fn the_examples_on_shipped_dossiers_run() {
    let help = shipped(&["diff", "--help"]).fine();
    let examples = help
        .lines()
        .filter(|line| line.starts_with("  stances diff ukraine"));
    let examples: Vec<&str> = examples.collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let words: Vec<&str> = example.split_whitespace().skip(1).collect();
        let output = shipped(&words).output();
        assert_eq!((output.code, output.stderr.as_str()), (1, ""), "{example}");
    }
}
