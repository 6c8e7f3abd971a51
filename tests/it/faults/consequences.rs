//! One fault is one finding: what hangs on something left out goes in silence.

use insta::assert_snapshot;

use super::{DOSSIER, SOUND, all_said, said, with_party};
use crate::harness::scratch::Scratch;

/// Two sound parties, and this text of `dossier.ron`.
fn under(dossier: &str) -> Scratch {
    Scratch::new([("dossier.ron", dossier), ("a.ron", SOUND), ("b.ron", SOUND)])
}

/// A party that speaks on the army.
const ARMY: &str = r#"(stances: [
    (issue: "army", position: At(5), basis: Conduct, since: "2025-01-01", evidence: [(source: "article")]),
])"#;

#[test]
fn a_broken_issue_costs_its_stances_without_a_word() {
    for (old, new) in [
        ("min: 0, max: 1000", "min: 0"),
        ("min: 0, max: 1000", "min: 5, max: 0"),
    ] {
        let scratch = under(&DOSSIER.replace(old, new));
        scratch.write("c.ron", ARMY);
        said(&scratch);
    }
}

#[test]
fn a_broken_issue_costs_its_relations_without_a_word() {
    let relations = r#"relations: [Implies(if: ("army", At(5)), then: ("truce", Support), because: "x")],
    sources:"#;
    let dossier = DOSSIER.replace("sources:", relations);
    said(&under(&dossier.replace("kind: Quantity", "kind: Quantiti")));
}

#[test]
fn a_broken_source_costs_no_stance() {
    let scratch = under(&DOSSIER.replace("title: \"The article\"", "titel: \"The article\""));
    scratch.write("c.ron", ARMY);
    said(&scratch);
}

#[test]
fn a_broken_area_costs_no_issue() {
    said(&under(&DOSSIER.replace("name: \"Peace\"", "name: 5")));
}

#[test]
fn a_broken_list_of_issues_costs_every_stance_without_a_word() {
    let scratch = Scratch::new([
        ("dossier.ron", "(issues: 5, sources: \"none\")"),
        ("a.ron", SOUND),
        ("b.ron", ARMY),
    ]);
    assert_snapshot!(all_said(&scratch), @r#"
    error[invalid-value]: a list `[ … ]` is due here
     --> stances/talks/dossier.ron:1:10
      |
    1 | (issues: 5, sources: "none")
      |          ^
      |
      = help: put `[` before it and `]` behind it

    error[invalid-value]: a list `[ … ]` is due here
     --> stances/talks/dossier.ron:1:22
      |
    1 | (issues: 5, sources: "none")
      |                      ^^^^^^
      |
      = help: put `[` before it and `]` behind it
    "#);
}

#[test]
fn a_dossier_that_is_broken_as_a_whole_does_not_drown_in_consequences() {
    for dossier in ["", "[]", "{\"areas\": []}", "\0\0\0", "#![enable(foo)]\n()"] {
        let scratch = under(dossier);
        let (said, pairs) = scratch.run(&["compare", "--format", "csv"]).left_out();
        let places = said.matches("dossier.ron:1:").count();
        assert!((1..=2).contains(&places), "{said}");
        assert_eq!(said.matches("error[").count(), places, "{said}");
        assert!(pairs.contains("\na,b,0,"), "{pairs}");
    }
}

#[test]
fn a_bracket_left_open_costs_what_it_holds_and_nothing_more() {
    let dossier = DOSSIER.replace(
        "kind: Scale([\"none\", \"some\", \"full\"])",
        "kind: Scale([\"none\"",
    );
    let scratch = under(&dossier);
    scratch.write("c.ron", ARMY);
    let (said, pairs) = scratch.run(&["compare", "--format", "csv"]).left_out();
    assert!(
        said.contains("syntax-error") && !said.contains("unknown-"),
        "{said}"
    );
    assert!(pairs.contains("\na,b,1,1,1,"), "{pairs}");
}

#[test]
fn a_broken_file_costs_that_file() {
    let scratch = with_party("[1, 2]");
    let (_, pairs) = scratch.run(&["compare", "--format", "csv"]).left_out();
    assert!(!pairs.contains("\na,"), "{pairs}");
    scratch.write("c.ron", SOUND);
    let (_, pairs) = scratch.run(&["compare", "--format", "csv"]).left_out();
    assert!(pairs.contains("b,c,1,"), "{pairs}");
}

#[test]
fn a_broken_field_of_a_file_costs_that_field() {
    let scratch = with_party(&SOUND.replace("stances:", "name: 5, stances:"));
    said(&scratch);
}

#[test]
fn a_member_that_has_no_file_is_an_outsider_and_no_mistake() {
    let scratch = with_party(&SOUND.replace("stances:", "members: [\"nobody\"], stances:"));
    let output = scratch.run(&["compare"]).output();
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
}

#[test]
fn a_source_that_is_not_there_costs_no_stance() {
    let cited = SOUND.replace("since:", "evidence: [(source: \"memo\")], since:");
    let (_, pairs) = (with_party(&cited).run(&["compare", "--format", "csv"])).left_out();
    assert!(pairs.contains("a,b,1,"), "{pairs}");
}

#[test]
fn an_area_that_is_not_there_becomes_a_heading_under_its_id() {
    let scratch = under(&DOSSIER.replace("area: \"peace\"", "area: \"war\""));
    let (said, table) = scratch.run(&["compare"]).left_out();
    assert_eq!(said.matches("unknown-area").count(), 1, "said once");
    assert!(table.contains("── war "), "{table}");
}
