//! `stances check --since`: only what is new, or lies in records that have changed.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{example, text};
use crate::harness::scratch::Scratch;

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args([
            "-c",
            "user.name=Tester",
            "-c",
            "user.email=tester@example.org",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("these tests need git");
    assert!(output.status.success(), "{output:?}");
}

/// The example with these changes, as the first revision of a repository.
fn repository(changes: &[(&str, &str, &str)]) -> Scratch {
    let scratch = example(changes);
    git(scratch.folder(), &["init", "--quiet"]);
    commit(&scratch, "first");
    scratch
}

fn commit(scratch: &Scratch, tag: &str) {
    git(scratch.folder(), &["add", "--all"]);
    git(scratch.folder(), &["commit", "--quiet", "-m", tag]);
    git(scratch.folder(), &["tag", tag]);
}

/// Where something is found, below the folder of dossiers.
fn found(scratch: &Scratch, since: &str) -> Vec<String> {
    let line = [
        "check",
        "--allow",
        "malformed-id,unformatted-file",
        "--today",
        "2025-07-15",
        "--format",
        "concise",
        "--since",
        since,
    ];
    let output = scratch.run(&line).output();
    assert_eq!(output.stderr, "");
    let text = output.text();
    let places = text
        .lines()
        .filter_map(|line| line.strip_prefix("stances/talks/"));
    places
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .collect()
}

const OLD: (&str, &str, &str) = ("north.ron", "issue: \"dam\"", "issue: \"moon\"");

fn change(scratch: &Scratch, file: &str, old: &str, new: &str) {
    let before = text(scratch, file);
    assert!(before.contains(old), "{file} has `{old}`");
    scratch.write(file, before.replacen(old, new, 1));
}

#[test]
fn old_findings_do_not_count_and_new_ones_do() {
    let scratch = repository(&[OLD]);
    assert_eq!(found(&scratch, "first"), [""; 0]);
    let new = ["dossier.ron:11:14:", "south.ron:8:20:"];
    change(&scratch, "south.ron", "issue: \"dam\"", "issue: \"sun\"");
    assert_eq!(found(&scratch, "first"), new);
    commit(&scratch, "second");
    assert_eq!(found(&scratch, "first"), new);
    assert_eq!(found(&scratch, "second"), [""; 0]);
    assert_eq!(found(&scratch, "HEAD~1"), new);
}

#[test]
fn a_changed_record_counts_as_a_whole_and_its_neighbours_do_not() {
    let scratch = repository(&[OLD, ("north.ron", "issue: \"release\"", "issue: \"sea\"")]);
    change(
        &scratch,
        "north.ron",
        "Insists on the dam.",
        "Wants the dam.",
    );
    assert_eq!(found(&scratch, "first"), ["north.ron:8:20:"]);
}

#[test]
fn a_layout_is_no_change_and_a_comment_is_one() {
    let scratch = repository(&[OLD]);
    let north = text(&scratch, "north.ron");
    scratch.write("north.ron", north.replace('\n', "\r\n\r\n"));
    assert_eq!(found(&scratch, "first"), [""; 0]);
    scratch.write(
        "north.ron",
        north.replacen("        (\n", "        // note\n        (\n", 1),
    );
    assert_eq!(found(&scratch, "first"), ["north.ron:9:20:"]);
}

#[test]
fn a_file_under_another_name_is_new() {
    let scratch = repository(&[OLD]);
    let talks = scratch.talks();
    fs::rename(talks.join("north.ron"), talks.join("-n.ron")).unwrap();
    assert_eq!(found(&scratch, "first"), ["-n.ron:8:20:"]);
    commit(&scratch, "second");
    assert_eq!(found(&scratch, "second"), [""; 0]);
}

#[test]
fn what_breaks_a_file_counts() {
    let scratch = repository(&[]);
    change(&scratch, "north.ron", "    ],\n)", "    \n)");
    assert_ne!(found(&scratch, "first"), [""; 0]);
}

#[test]
fn what_a_change_breaks_elsewhere_is_new() {
    let scratch = repository(&[(
        "north.ron",
        "kind: State",
        "kind: State, members: [\"south\"]",
    )]);
    change(&scratch, "dossier.ron", "id: \"dam\"", "id: \"weir\"");
    let places = found(&scratch, "first");
    for place in ["north.ron:8:20:", "south.ron:8:20:", "dossier.ron:11:14:"] {
        assert!(places.iter().any(|found| found == place), "{places:?}");
    }
    change(&scratch, "dossier.ron", "id: \"weir\"", "id: \"dam\"");
    change(
        &scratch,
        "dossier.ron",
        "\"freight\", \"open\"",
        "\"lorries\", \"open\"",
    );
    assert_eq!(found(&scratch, "first").len(), 2);
    change(&scratch, "dossier.ron", "\"lorries\"", "\"freight\"");
    let talks = scratch.talks();
    fs::rename(talks.join("south.ron"), talks.join("sout.ron")).unwrap();
    assert!(found(&scratch, "first").contains(&"north.ron:4:28:".to_owned()));
}

#[test]
fn what_has_lost_its_last_stance_is_new() {
    let scratch = repository(&[OLD]);
    assert_eq!(found(&scratch, "first"), [""; 0]);
    change(
        &scratch,
        "south.ron",
        "issue: \"dam\"",
        "issue: \"release\"",
    );
    let places = found(&scratch, "first");
    assert!(
        places.contains(&"dossier.ron:11:14:".to_owned()),
        "{places:?}"
    );
}

#[test]
fn what_is_graver_than_it_was_is_new() {
    let south = ("south.ron", "            gist: \"Rejects the dam.\",\n", "");
    let scratch = repository(&[south]);
    assert_eq!(found(&scratch, "first"), [""; 0]);
    let levels = |level: &str| format!("checks: (levels: {{\"missing-gist\": {level}}}), areas: [");
    change(&scratch, "dossier.ron", "areas: [", &levels("Deny"));
    assert_eq!(found(&scratch, "first").len(), 1);
    change(&scratch, "dossier.ron", &levels("Deny"), &levels("Allow"));
    assert_eq!(found(&scratch, "first"), [""; 0]);
}

#[test]
fn it_works_from_within_a_folder_and_in_a_hook() {
    let scratch = repository(&[OLD]);
    change(&scratch, "south.ron", "issue: \"dam\"", "issue: \"sun\"");
    let folder = scratch.talks();
    let line = ["check", "--format", "concise", "--since", "first"];
    let output = crate::harness::run::stances(&folder, &line)
        .env("GIT_DIR", ".git")
        .env("GIT_INDEX_FILE", ".git/index")
        .output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    assert!(
        output
            .text()
            .ends_with("1 error, 1 warning new since `first` or in what has changed\n")
    );
}

#[test]
fn only_what_has_changed_is_fixed() {
    let old = ("north.ron", "issue: \"dam\"", "issue: \"damm\"");
    let scratch = repository(&[old]);
    change(&scratch, "south.ron", "issue: \"dam\"", "issue: \"damm\"");
    let output = scratch
        .run(&["check", "--fix", "--since", "first"])
        .output();
    assert_eq!(output.code, 0, "{}", output.text());
    assert!(text(&scratch, "north.ron").contains("\"damm\""));
    assert!(!text(&scratch, "south.ron").contains("\"damm\""));
}

#[test]
fn what_cannot_be_compared_is_an_error() {
    let scratch = repository(&[]);
    let since = |revision: &str| {
        let revision = format!("--since={revision}");
        scratch.run(&["check", &revision]).refused()
    };
    let said = ["nothing", "--output=x", "first:stances", ""]
        .map(since)
        .concat();
    assert!(!scratch.folder().join("x").exists());
    insta::assert_snapshot!(said, @"
    error: there is no revision `nothing` in this repository: name a branch, a tag or a commit
    error: there is no revision `--output=x` in this repository
    error: there is no revision `first:stances` in this repository: name a branch, a tag or a commit
    error: there is no revision `` in this repository
    ");
    let bare = example(&[]);
    let run = bare.run(&["check", "--since", "HEAD"]);
    let run = run.env("GIT_CEILING_DIRECTORIES", bare.folder().parent().unwrap());
    assert!(
        run.refused()
            .starts_with("error: a revision needs a git repository: not a git")
    );
    let run = scratch.run(&["check", "--since", "first"]).env("PATH", "");
    assert_eq!(
        run.refused(),
        "error: a revision needs `git`, which is not installed or not in the path\n"
    );
}
