//! A broken record is no silence: every answer says that it is there.

use super::{DOSSIER, SOUND};
use crate::harness::run::parsed;
use crate::harness::scratch::Scratch;

/// Two sound parties and a third whose only record is this one.
fn with_record(record: &str) -> Scratch {
    let third = format!("(stances: [{record}])");
    Scratch::new([
        ("dossier.ron", DOSSIER),
        ("a.ron", SOUND),
        ("b.ron", SOUND),
        ("c.ron", third.as_str()),
    ])
}

/// A position that is none, and one that does not fit its issue.
const BROKEN: [&str; 2] = [
    r#"(issue: "truce", position: Opposed, basis: Conduct, since: "2025-01-01")"#,
    r#"(issue: "truce", position: At(5), basis: Conduct, since: "2025-01-01")"#,
];

/// A record of which nobody can tell what it is about.
const ADRIFT: &str = r#"(issue: "truse", position: Support, basis: Conduct, since: "2025-01-01")"#;

fn answer(scratch: &Scratch, command: &str, format: &str) -> String {
    let words = command.split(' ').chain(["--format", format]);
    let words: Vec<&str> = words.collect();
    scratch.run(&words).left_out().1
}

#[test]
fn every_answer_tells_of_it_and_none_calls_its_party_silent() {
    for record in BROKEN.into_iter().chain([ADRIFT]) {
        let scratch = with_record(record);
        for command in [
            "positions",
            "matrix",
            "compare",
            "gaps",
            "issues",
            "groups",
            "why a c",
        ] {
            for format in ["table", "markdown", "html"] {
                let said = answer(&scratch, command, format);
                let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
                let line = "1 record that cannot be used (of c).";
                assert!(told.contains(line), "{command} {format}\n{said}");
                assert!(
                    !told.contains("on every issue: c"),
                    "{command} {format}\n{said}"
                );
            }
            let json = parsed(&answer(&scratch, command, "json"));
            assert_eq!(json["lens"]["hidden"]["unusable"], 1, "{command}");
        }
    }
}

#[test]
fn its_cell_is_not_that_of_silence() {
    for record in BROKEN {
        let scratch = with_record(record);
        let csv = answer(&scratch, "positions", "csv");
        assert!(csv.contains("truce,support,support,unusable"), "{csv}");
        let table = answer(&scratch, "positions", "table");
        assert!(table.contains("✗ a record that cannot be used"), "{table}");
        let json = parsed(&answer(&scratch, "positions", "json"));
        assert_eq!(
            json["unusable"].to_string(),
            r#"[{"issue":"truce","party":"c"}]"#
        );
        let why = parsed(&answer(&scratch, "why a c truce", "json"));
        assert!(why.to_string().contains(r#""says":"unusable""#), "{why}");
    }
}

#[test]
fn nobody_is_asked_for_what_only_has_to_be_mended() {
    for record in BROKEN {
        let json = parsed(&answer(&with_record(record), "gaps", "json"));
        let issues = json["issues"].as_array().unwrap();
        let truce = issues.iter().find(|one| one["issue"] == "truce").unwrap();
        assert_eq!(truce["unusable"].to_string(), r#"["c"]"#);
        assert_eq!(truce["silent"].to_string(), "[]");
        let asked = json["questions"].as_array().unwrap();
        let of_c = |one: &&serde_json::Value| one["party"] == "c" && one["issue"] == "truce";
        assert_eq!(asked.iter().filter(of_c).count(), 0);
    }
}

#[test]
fn a_sound_record_beside_it_still_holds() {
    let sound = r#"(issue: "truce", position: Oppose, basis: Conduct, since: "2025-01-01")"#;
    let scratch = with_record(&format!("{sound}, {}", BROKEN[0]));
    let csv = answer(&scratch, "positions", "csv");
    assert!(csv.contains("truce,support,support,oppose"), "{csv}");
    let table = answer(&scratch, "positions", "table");
    assert!(
        table.contains("1 record that cannot be used (of c)"),
        "{table}"
    );
}

#[test]
fn what_stands_on_a_broken_issue_goes_with_it() {
    let scratch = with_record(BROKEN[0]);
    let broken = DOSSIER.replace("kind: Statement", "kind: Statemant");
    scratch.write("dossier.ron", broken);
    let json = parsed(&answer(&scratch, "positions", "json"));
    assert_eq!(json["lens"]["hidden"]["unusable"], 0);
}

#[test]
fn the_public_is_told_nothing_of_it() {
    for confidential in ["", ", confidential: true"] {
        let record = BROKEN[0].replace(")", &format!("{confidential})"));
        let scratch = with_record(&record);
        let run = scratch.run(&["positions", "--public", "--format", "json"]);
        let json = parsed(&run.output().text());
        assert_eq!(json["lens"]["hidden"]["unusable"], 0);
        assert_eq!(json["unusable"].to_string(), "[]");
    }
}
