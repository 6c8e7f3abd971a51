//! What is looked at, and that every answer says so.

use itertools::Itertools;
use stances::dossier::lens::Lens;

use crate::harness::look::Look;
use crate::harness::talks::{Talks, says};

/// Two areas, three issues, three parties that agree on everything.
fn talks() -> Talks {
    let all = |confidence: f64, source: &str| {
        ["land", "border", "army"]
            .map(|issue| says(issue, "Support").sure(confidence).from(source, issue))
    };
    Talks::new()
        .area("territory")
        .area("security")
        .issue_with("army", "security", "Statement", "")
        .issue_with("land", "territory", "Statement", "")
        .issue_with("border", "territory", "Statement", "")
        .source("article")
        .source("memo")
        .party("a", all(0.9, "article"))
        .party("b", all(0.5, "article"))
        .party("c", all(0.4, "memo"))
}

fn ids(of: &[&str]) -> Vec<String> {
    of.iter().map(|id| (*id).to_owned()).collect()
}

fn n(look: &Look, one: &str, other: &str) -> u64 {
    look.counts(one, other).n
}

#[test]
fn an_area_leaves_only_its_issues() {
    let look = talks().through(Lens {
        areas: ids(&["territory"]),
        ..Lens::default()
    });
    assert_eq!(n(&look, "a", "b"), 2);
    assert!(look.tells("3 parties, 2 issues · area territory"));
    assert_eq!(look.json["lens"]["areas"].to_string(), r#"["territory"]"#);
}

#[test]
fn issues_stand_by_area_and_then_as_in_the_file() {
    let look = talks().look();
    let issues = look.pair("a", "b")["issues"].as_array().unwrap();
    let issues: Vec<&str> = (issues.iter())
        .map(|issue| issue["issue"].as_str().unwrap())
        .collect();
    assert_eq!(issues, ["land", "border", "army"]);
}

#[test]
fn issues_can_be_asked_for_one_by_one() {
    let look = talks().through(Lens {
        issues: ids(&["army", "land", "army"]),
        ..Lens::default()
    });
    assert_eq!(n(&look, "a", "b"), 2);
}

#[test]
fn an_area_and_an_issue_of_another_area_leave_nothing_and_the_answer_says_so() {
    let look = talks().through(Lens {
        areas: ids(&["territory"]),
        issues: ids(&["army"]),
        ..Lens::default()
    });
    assert_eq!(n(&look, "a", "b"), 0);
    assert!(look.tells("There is no issue in view"));
}

#[test]
fn both_sides_of_every_pair_lie_within_the_parties_asked_for() {
    let look = talks().through(Lens {
        parties: ids(&["c", "a"]),
        ..Lens::default()
    });
    let pairs = look.json["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 1);
    assert_eq!((&pairs[0]["a"], &pairs[0]["b"]), (&"a".into(), &"c".into()));
}

#[test]
fn parties_are_shown_in_the_order_asked_for() {
    let arguments = ["matrix", "--format", "csv", "--party", "c,a"];
    let csv = talks().scratch().run(&arguments).fine();
    assert_eq!(csv, "party,c,a\nc,,1.0\na,1.0,\n");
}

#[test]
fn a_source_leaves_only_records_that_cite_it() {
    let look = talks().through(Lens {
        sources: ids(&["article"]),
        ..Lens::default()
    });
    assert_eq!((n(&look, "a", "b"), n(&look, "a", "c")), (3, 0));
    assert_eq!(look.hidden.source, 3);
    assert!(look.tells("source article"));
}

#[test]
fn a_record_that_cites_one_of_several_sources_is_let_through() {
    let two = r#"evidence: [(source: "memo"), (source: "article")]"#;
    let look = Talks::new()
        .statement("q")
        .source("article")
        .source("memo")
        .party("a", [says("q", "Support").with(two)])
        .through(Lens {
            sources: ids(&["article"]),
            ..Lens::default()
        });
    assert_eq!(look.says("a", "q"), "+ support");
}

#[test]
fn a_record_without_evidence_cites_no_source() {
    let look = Talks::new()
        .statement("q")
        .source("article")
        .party("a", [says("q", "Support")])
        .through(Lens {
            sources: ids(&["article"]),
            ..Lens::default()
        });
    assert_eq!(look.says("a", "q"), "silent");
    assert_eq!(look.hidden.source, 1);
}

fn at_least(confidence: f64) -> Lens {
    Lens {
        min_confidence: Some(confidence),
        ..Lens::default()
    }
}

#[test]
fn a_least_confidence_lets_through_what_reaches_it() {
    let look = talks().through(at_least(0.5));
    assert_eq!((n(&look, "a", "b"), n(&look, "a", "c")), (3, 0));
    assert_eq!(look.hidden.confidence, 3);
    assert!(look.tells("confidence 0.5 or more"));
    assert!(look.tells("3 records not sure enough"));
}

#[test]
fn a_record_without_a_confidence_fails_it_and_is_counted_as_hidden() {
    let talks = Talks::new()
        .statement("q")
        .party("a", [says("q", "Support")]);
    let look = talks.through(at_least(0.0));
    assert_eq!(look.says("a", "q"), "silent");
    assert_eq!(look.hidden.confidence, 1);
}

#[test]
fn only_what_is_in_view_is_counted_as_hidden() {
    let look = talks().through(Lens {
        parties: ids(&["a", "b"]),
        issues: ids(&["army"]),
        min_confidence: Some(0.95),
        ..Lens::default()
    });
    assert_eq!(look.hidden.confidence, 2);
}

#[test]
fn the_lens_in_json_has_all_its_keys_also_where_nothing_was_asked_for() {
    let lens = talks().look().json["lens"].clone();
    let keys: Vec<&str> = lens
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "dossier",
        "as_of",
        "bases",
        "areas",
        "issues",
        "parties",
        "sources",
        "min_confidence",
        "inherit",
        "public",
        "hidden",
    ];
    assert!(keys.iter().sorted().eq(expected.iter().sorted()));
    assert!(lens["areas"].is_null() && lens["min_confidence"].is_null());
}

#[test]
fn what_a_lens_names_and_nobody_has_is_refused_with_what_was_meant() {
    let scratch = talks().scratch();
    let check = |option: &str, name: &str, said: &str| {
        let message = scratch.run(&["compare", option, name]).refused();
        assert_eq!(message, format!("error: {said}\n"));
    };
    check(
        "--area",
        "teritory",
        "there is no area `teritory` in `talks`: did you mean `territory`?",
    );
    check(
        "--issue",
        "navy",
        "there is no issue `navy` in `talks`: the issues are `army`, `land`, `border`",
    );
    check(
        "--party",
        "d",
        "there is no party `d` in `talks`: the parties are `a`, `b`, `c`",
    );
    check(
        "--source",
        "artikle",
        "there is no source `artikle` in `talks`: did you mean `article`?",
    );
}

#[test]
fn lists_repeat_or_use_commas() {
    let scratch = talks().scratch();
    let json = |lens: &[&str]| {
        let arguments = [&["compare", "--format", "json"], lens].concat();
        scratch.run(&arguments).fine()
    };
    assert_eq!(
        json(&["--party", "a,b", "--issue", "land,army"]),
        json(&[
            "--party", "a", "--party", "b", "--issue", "land", "--issue", "army"
        ]),
    );
}
