//! Slips that people make, each told once, with what to write instead.

use super::{DOSSIER, SOUND, said, with_stance};
use crate::harness::scratch::Scratch;

/// A stance of which all is fine but this field, the only one that is said.
fn check(field: &str, expected: &[&str]) {
    let name = field.split_once(':').unwrap().0;
    let mut stance = String::new();
    for fine in [
        "issue: \"truce\"",
        "position: Oppose",
        "basis: Conduct",
        "since: \"2025-01-01\"",
    ] {
        if !fine.starts_with(&format!("{name}:")) {
            stance.push_str(&format!("            {fine},\n"));
        }
    }
    let scratch = with_stance(&format!("(\n{stance}            {field},\n        ),"));
    let said = said(&scratch);
    for text in expected {
        assert!(said.contains(text), "no {text:?} in:\n{said}");
    }
    assert_eq!(said.matches("help: ").count(), 1, "helped once:\n{said}");
}

/// Whether the fix of such a field is shown as a change.
const CHANGE: &str = "\nhelp: ";

#[test]
fn names_in_other_notations() {
    check("firmness: red-line", &["did you mean `RedLine`?"]);
    check(
        "firmness: \"red line\"",
        &["did you mean `RedLine`?", CHANGE],
    );
    check("basis: conduct", &["did you mean `Conduct`?", CHANGE]);
    check("basis: by-hand", &["write `Declared(by: \"…\")`"]);
    check("confidential: True", &["write `true`", CHANGE]);
    check("confidential: no", &["write `false`", CHANGE]);
    check(
        "position: OneOf(\"un\")",
        &["write `OneOf([\"un\"])`", CHANGE],
    );
    check("position: OneOf[\"un\"]", &["write `OneOf([\"un\"])`"]);
}

#[test]
fn numbers_in_other_notations() {
    check("confidence: 0,95", &["write `0.95`"]);
    check("confidence: \"95%\"", &["a number from 0 to 1: `0.95`"]);
    check("confidence: 95%", &["a number from 0 to 1: `0.95`"]);
}

#[test]
fn dates_in_other_notations() {
    for date in [
        "2025-12-1",
        " 2025-12-01",
        "2025–12–01",
        "2025/12/01",
        "1 Dec 2025",
    ] {
        check(
            &format!("since: \"{date}\""),
            &["is no date", "write `\"2025-12-01\"`", CHANGE],
        );
    }
    check(
        "since: \"01.12.2025\"",
        &["  = help: write `\"2025-01-12\"` or `\"2025-12-01\"`, whichever is meant"],
    );
}

#[test]
fn a_day_too_many() {
    let scratch =
        with_stance(r#"(issue: "truce", position: Oppose, basis: Conduct, since: "2025-02-30"),"#);
    assert!(said(&scratch).contains("`2025-02-30` is no date: February 2025 has 28 days"));
}

#[test]
fn what_a_merge_leaves_has_no_consequences() {
    let conflict = "\n<<<<<<< HEAD\n        (id: \"memo\", title: \"M\"),\n=======\n        (id: \"letter\", title: \"L\"),\n>>>>>>> other\n";
    let dossier = DOSSIER.replace(
        "(id: \"article\", title: \"The article\")",
        &format!("(id: \"article\", title: \"The article\"),{conflict}"),
    );
    let cited = "evidence: [(source: \"letter\"), (source: \"memo\")], since:";
    let scratch = Scratch::new([
        ("dossier.ron", dossier.as_str()),
        ("a.ron", &SOUND.replace("since:", cited)),
        ("b.ron", SOUND),
    ]);
    let said = said(&scratch);
    assert!(said.contains("this file has an unresolved merge conflict"));
    assert!(said.contains("keep one side, and delete the three lines of markers"));
}

#[test]
fn what_stands_behind_a_comment_without_end_is_not_missed() {
    let scratch = Scratch::new([
        (
            "dossier.ron",
            DOSSIER.replace("    sources:", "    /* sources:").as_str(),
        ),
        (
            "a.ron",
            &SOUND.replace("since:", "evidence: [(source: \"article\")], since:"),
        ),
        ("b.ron", SOUND),
    ]);
    assert!(said(&scratch).contains("this comment is not closed"));
}
