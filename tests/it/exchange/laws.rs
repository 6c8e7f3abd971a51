//! What is exported and imported again says the same.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::harness::scratch::Scratch;
use crate::harness::sketch::{Sketch, sketches};
use crate::harness::talks::{Talks, says};

/// The columns of an export that an import must bring back, by their names; where
/// evidence cannot be cited the same way, without it.
const KEPT: [&str; 19] = [
    "party",
    "party_name",
    "issue",
    "area",
    "kind",
    "position",
    "state",
    "value",
    "lo",
    "hi",
    "condition",
    "firmness",
    "basis",
    "by",
    "since",
    "until",
    "dated",
    "confidence",
    "confidential",
];

/// Every day of the sketches lies before it.
const LAST: &str = "2026-01-01";

/// The rows of an export, without what is not kept.
fn rows(scratch: &Scratch, dossier: &str, layout: &str) -> BTreeSet<Vec<String>> {
    let text = scratch
        .run(&["export", dossier, "--to", layout, "--as-of", LAST])
        .fine();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let kept = |head: &str| layout == "wide" || KEPT.contains(&head);
    let records = reader.records().map(Result::unwrap);
    let row = |record: csv::StringRecord| {
        let cells = heads.iter().zip(&record).filter(|(head, _)| kept(head));
        cells.map(|(head, cell)| format!("{head}={cell}")).collect()
    };
    records.map(row).collect()
}

/// Exports a dossier as `table.csv`.
fn export(scratch: &Scratch, layout: &str) {
    let out = ["--as-of", LAST, "--output", "table.csv"];
    let said = scratch.run(&[&["export", "talks", "--to", layout], &out[..]].concat());
    assert_eq!(said.fine(), "");
}

/// Imports it into a dossier of another name. Rows that say the same as others are
/// left out, and that is told.
fn import(scratch: &Scratch, into: &str) {
    let into = format!("stances/{into}");
    let more = ["--since", "2025-01-01", "--basis", "declared"];
    let output = scratch
        .run(&[&["import", "table.csv", "--into", &into], &more[..]].concat())
        .output();
    let lines: Vec<&str> = output.stderr.lines().collect();
    let strange = lines.iter().filter(|line| {
        !line.contains("says the same as line")
            && !line.starts_with("table.csv: ")
            && !line.starts_with("changed ")
            && !line.starts_with("added ")
    });
    assert_eq!(strange.count(), 0, "{}", output.stderr);
}

/// A dossier `empty` with the same head and no parties; so nobody in it can have
/// influence.
fn empty(scratch: &Scratch) {
    let folder = scratch.folder().join("stances/empty");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(
        scratch.talks().join("dossier.ron"),
        folder.join("dossier.ron"),
    )
    .unwrap();
}

fn check_long(sketch: &Sketch) {
    let scratch = sketch.talks().scratch();
    let before = rows(&scratch, "talks", "long");
    export(&scratch, "long");
    if before.is_empty() {
        return;
    }
    import(&scratch, "new");
    assert_eq!(rows(&scratch, "new", "long"), before);
    empty(&scratch);
    import(&scratch, "empty");
    assert_eq!(rows(&scratch, "empty", "long"), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_row_a_record_brings_everything_back(sketch in sketches()) {
        check_long(&Sketch { influence: Vec::new(), ..sketch });
    }

    /// What contradicts itself has no single position, and a cell does not tell who
    /// says so and when; everything else comes back.
    #[test]
    fn a_row_a_party_brings_positions_back(sketch in sketches()) {
        let mut sketch = Sketch { influence: Vec::new(), ..sketch };
        for party in &mut sketch.parties {
            let mut issues = BTreeSet::new();
            party.stances.retain(|stance| issues.insert(stance.issue));
        }
        let scratch = sketch.talks().scratch();
        let before = rows(&scratch, "talks", "wide");
        export(&scratch, "wide");
        empty(&scratch);
        import(&scratch, "empty");
        prop_assert_eq!(rows(&scratch, "empty", "wide"), before);
    }
}

#[test]
fn shipped_positions_come_back() {
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        let scratch = crate::write::shipped();
        let out = ["--output", "table.csv"];
        let said = scratch.run(&[&["export", dossier, "--to", "long"], &out[..]].concat());
        assert_eq!(said.fine(), "");
        let before = rows(&scratch, dossier, "long");
        import(&scratch, "new");
        assert_eq!(rows(&scratch, "new", "long"), before);
        // A second time there is nothing to add.
        let into = ["import", "table.csv", "--into", dossier];
        let said = scratch.run(&into).output();
        assert!(said.stderr.contains(": 0 new, "), "{}", said.stderr);
        assert_eq!((said.code, said.text().as_str()), (0, ""));
    }
}

/// Names that could be taken for something else in a cell.
#[test]
fn strange_names_come_back() {
    let names = [
        "support",
        "undisclosed",
        "a..b",
        "..",
        "a,b",
        "a [if: b]",
        "=1+1",
        "'x",
        "-5",
        "2.0",
        " blank ",
        "NA",
        ".",
        "\u{1b}[31m",
        "At(\"x\")",
        "contradictory",
        "yes",
        "\"q\"",
        "a|b",
    ];
    let mut talks = Talks::new()
        .issue("scale", &format!("Scale({names:?})"))
        .issue("choice", &format!("Choice({names:?})"))
        .source("s");
    for (at, name) in names.iter().enumerate() {
        let next = names[(at + 1) % names.len()];
        let stances = [
            says("scale", &format!("At({name:?})")),
            says("choice", &format!("OneOf([{name:?}, {next:?}])")),
        ];
        talks = talks.party_with(&format!("p{at}"), &format!("name: {name:?}"), stances);
        let alone = says("choice", &format!("OneOf([{name:?}])"));
        talks = talks.party(&format!("q{at}"), [alone]);
    }
    let scratch = talks.scratch();
    for layout in ["long", "wide"] {
        export(&scratch, layout);
        let positions = |dossier: &str| {
            let out = ["--format", "json", "--as-of", LAST];
            let told = scratch
                .run(&[&["positions", dossier], &out[..]].concat())
                .json();
            let told = told["positions"].as_array().unwrap().clone();
            let part = |entry: &serde_json::Value| {
                format!(
                    "{} {} {}",
                    entry["party"], entry["issue"], entry["position"]
                )
            };
            told.iter().map(part).collect::<BTreeSet<String>>()
        };
        std::fs::remove_dir_all(scratch.folder().join("stances/empty")).ok();
        empty(&scratch);
        import(&scratch, "empty");
        assert_eq!(positions("empty"), positions("talks"), "{layout}");
    }
}
