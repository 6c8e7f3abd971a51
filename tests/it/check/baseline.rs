//! `stances check --baseline`: what is known is not said again.

use std::fs;

use super::{example, text};
use crate::harness::run::CommandOutput;
use crate::harness::scratch::Scratch;

fn check(scratch: &Scratch, arguments: &[&str]) -> CommandOutput {
    let today = ["check", "--today", "2025-07-15"];
    scratch.run(&[&today, arguments].concat()).output()
}

const SINGLE: (&str, &str, &str) = (
    "south.ron",
    "                (source: \"interview\", at: \"answer 2\"),\n",
    "",
);
const UNKNOWN: (&str, &str, &str) = ("north.ron", "issue: \"dam\"", "issue: \"moon\"");

/// A dossier with two findings that a baseline lists.
fn known() -> Scratch {
    let scratch = example(&[SINGLE, UNKNOWN]);
    let written = check(
        &scratch,
        &["--warn", "single-source", "--write-baseline", "known.json"],
    );
    assert_eq!((written.code, written.text().as_str()), (0, ""));
    assert_eq!(written.stderr, "wrote 2 findings to known.json\n");
    scratch
}

fn again(scratch: &Scratch) -> CommandOutput {
    check(
        scratch,
        &["--warn", "single-source", "--baseline", "known.json"],
    )
}

#[test]
fn entries_are_sorted_one_a_line() {
    let scratch = known();
    let baseline = fs::read_to_string(scratch.folder().join("known.json")).unwrap();
    insta::assert_snapshot!(baseline, @r#"
    {
      "schema": "stances/baseline/1",
      "known": [
        {"dossier":"stances/talks","file":"north.ron","rule":"unknown-issue","at":"stances[issue=moon, since=2025-05-02].issue","count":1},
        {"dossier":"stances/talks","file":"south.ron","rule":"single-source","at":"stances[issue=dam, since=2025-05-02].evidence","count":1}
      ]
    }
    "#);
}

#[test]
fn what_is_known_is_counted_and_not_said() {
    let output = again(&known());
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(output.text(), @"checked 1 dossier, 2 parties, 7 stances: no findings; 2 known from the baseline");
}

#[test]
fn moved_lines_and_records_are_known_all_the_same() {
    let scratch = known();
    let south = text(&scratch, "south.ron");
    let start = south.find("        (\n            issue: \"dam\"").unwrap();
    let end = south
        .find("        (\n            issue: \"release\"")
        .unwrap();
    let record = &south[start..end];
    let moved = south
        .replace(record, "")
        .replace("    ],\n)", &format!("{record}    ],\n)"));
    scratch.write("south.ron", format!("// more\n\n{moved}"));
    let output = again(&scratch);
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, ""),
        "{}",
        output.text()
    );
}

#[test]
fn a_new_finding_of_a_known_kind_is_said() {
    let scratch = known();
    let south = text(&scratch, "south.ron");
    let two = "(source: \"interview\", at: \"answer 4\"), (source: \"letter\", at: \"page 4\")";
    scratch.write(
        "south.ron",
        south.replace(two, "(source: \"letter\", at: \"page 4\")"),
    );
    let output = again(&scratch);
    assert_eq!(output.code, 0);
    assert!(
        output
            .text()
            .ends_with("\n1 warning; 2 known from the baseline\n"),
        "{}",
        output.text()
    );
}

#[test]
fn what_is_not_found_any_more_is_told() {
    let scratch = known();
    scratch.write(
        "north.ron",
        text(&scratch, "north.ron").replace("moon", "dam"),
    );
    let output = again(&scratch);
    assert_eq!(output.code, 0);
    insta::assert_snapshot!(output.stderr, @"
    `known.json` lists what is not found any more; take it out:
      stances/talks/north.ron: unknown-issue stances[issue=moon, since=2025-05-02].issue
    ");
    // What is not looked at is not missed.
    let other = scratch.folder().join("stances/other");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("dossier.ron"), "()").unwrap();
    let output = check(&scratch, &["other", "--baseline", "known.json"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
}

#[test]
fn entries_of_other_dossiers_stay() {
    let scratch = known();
    let other = scratch.folder().join("stances/other");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("dossier.ron"), "(titel: \"x\", zzz: 1)").unwrap();
    let output = check(&scratch, &["other", "--write-baseline", "known.json"]);
    assert_eq!(
        output.stderr,
        "wrote 2 findings to known.json, beside 2 of other dossiers\n"
    );
    let all = check(
        &scratch,
        &["--warn", "single-source", "--baseline", "known.json"],
    );
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    assert!(
        all.text()
            .ends_with("no findings; 4 known from the baseline\n")
    );
}

#[test]
fn known_findings_are_not_fixed() {
    let scratch = example(&[("north.ron", "issue: \"dam\"", "issue: \"damm\"")]);
    assert_eq!(check(&scratch, &["--write-baseline", "known.json"]).code, 0);
    let before = text(&scratch, "north.ron");
    assert_eq!(
        check(&scratch, &["--baseline", "known.json", "--fix"]).code,
        0
    );
    assert_eq!(text(&scratch, "north.ron"), before);
    assert_eq!(check(&scratch, &["--fix"]).code, 0);
    assert_ne!(text(&scratch, "north.ron"), before);
}

#[test]
fn what_is_no_baseline_is_refused_with_its_place() {
    let scratch = example(&[]);
    let refused = |text: &str| {
        fs::write(scratch.folder().join("known.json"), text).unwrap();
        scratch
            .run(&["check", "--baseline", "known.json"])
            .refused()
    };
    let other = refused("{\n  \"schema\": \"stances/baseline/9\"}");
    let broken = refused("{\n  \"schema\": \"stances/baseline/1\",\n  \"known\": [{}]\n}");
    let none = refused("");
    fs::remove_file(scratch.folder().join("known.json")).unwrap();
    let missing = scratch
        .run(&["check", "--baseline", "known.json"])
        .refused();
    let over = ["check", "--write-baseline", "stances/talks/north.ron"];
    let over = scratch.run(&over).refused();
    fs::write(scratch.folder().join("notes.json"), "[]").unwrap();
    let notes = ["check", "--write-baseline", "notes.json"];
    let notes = scratch.run(&notes).refused();
    insta::assert_snapshot!([other, broken, none, missing, over, notes].concat(), @"
    error: `known.json` is no baseline that can be read here: line 2, column 3: this is `stances/baseline/9`, and `stances/baseline/1` is read here: write it anew
    error: `known.json` is no baseline that can be read here: line 3, column 14: missing field `count`
    error: `known.json` is no baseline that can be read here: line 1, column 0: EOF while parsing a value
    error: there is no file `known.json`: `--write-baseline known.json` writes it
    error: a baseline is JSON and no file of a dossier: name another file than `stances/talks/north.ron`
    error: `notes.json` is no baseline that can be read here: line 1, column 2: invalid length 0, expected a baseline; it is not written over, name another file
    ");
    assert!(text(&scratch, "north.ron").contains("North"));
}

#[test]
fn a_dossier_that_is_named_twice_counts_once() {
    let scratch = example(&[SINGLE, UNKNOWN]);
    let warned = ["--warn", "single-source"];
    let twice = ["talks", "stances/talks", "talks"];
    let written = check(
        &scratch,
        &[&twice[..], &warned, &["--write-baseline", "known.json"]].concat(),
    );
    assert_eq!(written.stderr, "wrote 2 findings to known.json\n");
    let said = check(&scratch, &[&twice[..], &warned].concat()).text();
    assert!(said.ends_with("\n1 error, 1 warning\n"), "{said}");
}

#[test]
fn dossiers_in_folders_of_one_name_are_told_apart() {
    let scratch = example(&[UNKNOWN]);
    let other = scratch.folder().join("other/talks");
    fs::create_dir_all(&other).unwrap();
    for file in ["dossier.ron", "north.ron", "south.ron"] {
        fs::write(other.join(file), text(&scratch, file)).unwrap();
    }
    let wrote = check(&scratch, &["talks", "--write-baseline", "known.json"]);
    assert_eq!(wrote.stderr, "wrote 1 finding to known.json\n");
    let both = ["talks", "other/talks", "--baseline", "known.json"];
    assert_eq!(check(&scratch, &both).code, 1);
    let beside = check(&scratch, &["other/talks", "--write-baseline", "known.json"]);
    assert_eq!(
        beside.stderr,
        "wrote 1 finding to known.json, beside 1 of other dossiers\n"
    );
    assert_eq!(check(&scratch, &both).code, 0);
}

#[test]
fn what_is_not_looked_for_is_not_called_gone() {
    let scratch = known();
    let allowed = check(
        &scratch,
        &["--allow", "single-source", "--baseline", "known.json"],
    );
    assert_eq!((allowed.code, allowed.stderr.as_str()), (0, ""));
    let south = text(&scratch, "south.ron");
    scratch.write("south.ron", south.replace("stances: [", "stances: [ ("));
    let broken = again(&scratch);
    assert_eq!((broken.code, broken.stderr.as_str()), (1, ""));
}

#[test]
fn counts_that_no_number_can_hold_do_no_harm() {
    let scratch = known();
    let path = scratch.folder().join("known.json");
    let most = fs::read_to_string(&path)
        .unwrap()
        .replace("\"count\":1}", &format!("\"count\":{}}}", usize::MAX));
    let (first, last) = most.split_once("    {").unwrap();
    let line = last.lines().next().unwrap();
    fs::write(&path, format!("{first}    {{{line}\n    {{{last}")).unwrap();
    assert_eq!(again(&scratch).code, 0);
    let wrote = check(&scratch, &["--write-baseline", "known.json"]);
    assert_eq!(wrote.code, 0, "{}", wrote.stderr);
}
