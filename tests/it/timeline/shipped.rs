//! The shipped texts on peace from June to December.

use serde_json::{Value, json};

use crate::harness::run::shipped;
use crate::harness::talks::{Talks, says};

fn answer(arguments: &[&str]) -> Value {
    let arguments = [
        &["timeline", "ukraine-peace-texts", "--format", "json"],
        arguments,
    ]
    .concat();
    shipped(&arguments).json()
}

#[test]
fn every_pair_from_text_to_text() {
    let timeline = answer(&[]);
    assert_eq!(
        timeline["dates"],
        json!([
            "2025-06-01",
            "2025-06-02",
            "2025-11-20",
            "2025-11-23",
            "2025-12-23"
        ])
    );
    let pairs = timeline["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 6);
    let pair = |a: &str, b: &str| {
        let found = pairs.iter().find(|pair| pair["a"] == a && pair["b"] == b);
        let pair = found.unwrap();
        ["agree", "partial", "conflict", "n"].map(|what| pair[what].clone())
    };
    assert_eq!(
        pair("ukraine", "united-states"),
        [
            json!([0, 0, 4, 4, 8]),
            json!([0, 0, 2, 2, 3]),
            json!([0, 0, 9, 9, 13]),
            json!([0, 0, 15, 15, 24])
        ]
    );
    assert_eq!(pair("russia", "ukraine")[3], json!([0, 12, 12, 12, 16]));
    assert_eq!(pairs[0]["values"], json!([null, null, null, 0.125, 0.125]));
}

#[test]
fn the_last_row_is_the_matrix() {
    let matrix = shipped(&["matrix", "ukraine-peace-texts", "--format", "json"]).json();
    let parties = matrix["parties"].as_array().unwrap();
    let place = |id: &Value| parties.iter().position(|party| party == id).unwrap();
    for pair in answer(&[])["pairs"].as_array().unwrap() {
        let value = &matrix["values"][place(&pair["a"])][place(&pair["b"])];
        assert_eq!(pair["values"].as_array().unwrap().last(), Some(value));
    }
}

#[test]
fn undefined_is_a_gap_and_no_bar() {
    let text = shipped(&["timeline", "ukraine-peace-texts"]).fine();
    assert!(
        text.contains("Russia – Ukraine                             ·▂▂▂▂"),
        "{text}"
    );
    let csv = shipped(&["timeline", "ukraine-peace-texts", "--format", "csv"]).fine();
    assert!(
        csv.contains("2025-06-01,russia,ukraine,0,0,0,0,agreement,\n"),
        "{csv}"
    );
    assert!(csv.is_ascii());
}

#[test]
fn a_pair_can_be_named_in_both_ways() {
    let pair = ["russia", "ukraine"];
    let comma = answer(&["--pair", "russia,ukraine"]);
    assert_eq!(comma["pair"], json!(pair));
    assert_eq!(
        comma["dates"],
        json!(["2025-06-01", "2025-06-02", "2025-12-23"])
    );
    assert_eq!(answer(&["--pair", pair[0], pair[1]]), comma);
    let behind = [
        "timeline",
        "--pair",
        pair[0],
        pair[1],
        "ukraine-peace-texts",
        "--format",
        "json",
    ];
    assert_eq!(shipped(&behind).json(), comma);
    let refused = |arguments: &[&str]| {
        shipped(&[&["timeline", "ukraine-peace-texts"], arguments].concat()).refused()
    };
    assert!(refused(&["--pair", "russia"]).contains("a pair is two parties"));
    assert!(refused(&["--pair", "russia,russia"]).contains("both parties are `russia`"));
    assert!(refused(&["--pair", "russia,ukrane"]).contains("there is no party `ukrane`"));
    assert!(refused(&["--from", "2026"]).contains("name a later day"));
}

#[test]
fn one_party_stands_towards_all_others_and_one_issue_shows_who_said_what() {
    let party = answer(&["--party", "ukraine"]);
    assert_eq!(party["party"], "ukraine");
    assert_eq!(party["pairs"].as_array().unwrap().len(), 3);
    // Russia's memorandum moves the pair, so its day is there.
    assert_eq!(party["dates"].as_array().unwrap().len(), 5);
    let text = shipped(&["timeline", "ukraine-peace-texts", "--issue", "army-ceiling"]).fine();
    assert!(
        text.contains(
            "2025-11-23  800k                         below-600k – 800k  no-ceiling  600k"
        ),
        "{text}"
    );
}

#[test]
fn months_count_from_their_last_day_and_what_ends_leaves_a_gap() {
    let scratch = Talks::new()
        .statement("truce")
        .party("a", [says("truce", "Support").since("2025-01")])
        .party(
            "b",
            [
                says("truce", "Oppose").until("2025-03-10"),
                says("truce", "Support").since("2025-05"),
            ],
        )
        .scratch();
    let csv = scratch
        .run(&["timeline", "--format", "csv", "--as-of", "2025-06"])
        .fine();
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "2025-01-01,a,b,0,0,0,0,agreement,",
            "2025-01-31,a,b,1,0,0,1,agreement,0.0",
            "2025-03-11,a,b,0,0,0,0,agreement,",
            "2025-05-31,a,b,1,1,0,0,agreement,1.0",
        ]
    );
}
