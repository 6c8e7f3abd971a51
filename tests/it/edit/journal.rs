//! What is left of an interrupted change, written by hand.

use std::fs;

use super::{AWKWARD, HEAD, SECOND, names, scratch, text};
use crate::harness::scratch::Scratch;

/// A change that is decided, and made in one of three files: `norland` gets
/// another name, and both others say so.
fn interrupted() -> Scratch {
    let scratch = scratch();
    scratch.write(
        ".stances-0-0",
        SECOND.replace("\"norland\"", "\"north-land\""),
    );
    scratch.write(
        ".stances-0-1",
        AWKWARD.replace("\"Norland\"", "\"North land\""),
    );
    scratch.write("dossier.ron", HEAD.replace("A speech", "The speech"));
    scratch.write(
        ".stances.journal",
        r#"{"schema": "stances/journal/1", "steps": [
            {"name": "both-lands.ron", "staged": ".stances-0-0"},
            {"name": "dossier.ron", "staged": ".stances-0-2"},
            {"name": "north-land.ron", "staged": ".stances-0-1"},
            {"name": "norland.ron", "staged": null}]}"#,
    );
    scratch
}

fn check_finished(scratch: &Scratch) {
    assert_eq!(
        names(scratch),
        ["both-lands.ron", "dossier.ron", "north-land.ron"]
    );
    assert!(text(scratch, "both-lands.ron").contains("[\"north-land\""));
    assert!(text(scratch, "north-land.ron").contains("\"North land\""));
}

#[test]
fn what_is_decided_is_finished_by_whoever_comes_next() {
    for next in [
        ["get", "north-land:name"].as_slice(),
        &["compare", "talks"],
        &["set", "both-lands:name", "Both lands"],
        &["rename", "issue", "tariffs", "duties"],
    ] {
        let scratch = interrupted();
        let output = scratch.run(next).output();
        assert_eq!(output.code, 0, "{next:?}: {}", output.stderr);
        check_finished(&scratch);
    }
}

#[test]
fn who_cannot_finish_it_reads_it_as_if_it_were_finished() {
    let scratch = interrupted();
    // A folder cannot be opened for writing, not even by an administrator.
    fs::create_dir(scratch.talks().join(".stances.lock")).unwrap();
    let before = names(&scratch);
    assert_eq!(
        scratch.run(&["get", "north-land:name"]).fine(),
        "\"North land\"\n"
    );
    assert_eq!(
        scratch.run(&["get", "both-lands:members[0]"]).fine(),
        "\"north-land\"\n"
    );
    let gone = scratch.run(&["get", "norland:name"]).refused();
    assert!(gone.contains("there is no file"), "{gone}");
    let json = scratch.run(&["compare", "--format", "json"]).json();
    assert_eq!(json["pairs"][0]["b"], "north-land");
    assert_eq!(names(&scratch), before);
    let said = scratch.run(&["set", "north-land:name", "N"]).refused();
    assert!(
        said.contains("cannot write in the folder `stances/talks`, nothing was changed"),
        "{said}"
    );
}

#[test]
fn what_is_only_planned_is_taken_back() {
    let scratch = interrupted();
    fs::rename(
        scratch.talks().join(".stances.journal"),
        scratch.talks().join(".stances.plan"),
    )
    .unwrap();
    scratch.write(".stances.lock", "");
    assert_eq!(
        scratch.run(&["get", "norland:name"]).fine(),
        "\"Norland\"\n"
    );
    assert_eq!(
        names(&scratch),
        ["both-lands.ron", "dossier.ron", "norland.ron"]
    );
    assert_eq!(text(&scratch, "both-lands.ron"), SECOND);
}

#[test]
fn half_a_plan_is_none() {
    let scratch = scratch();
    scratch.write(".stances.plan", "{\"schema\": \"stances/jour");
    scratch.write(".stances.lock", "");
    assert_eq!(
        scratch.run(&["get", "norland:name"]).fine(),
        "\"Norland\"\n"
    );
    assert_eq!(names(&scratch).len(), 3);
}

#[test]
fn a_journal_does_nothing_outside_of_its_folder() {
    for step in [
        r#"{"name": "../../victim.ron", "staged": ".stances-0-0"}"#,
        r#"{"name": "../../victim.ron", "staged": null}"#,
        r#"{"name": "norland.ron", "staged": "../../victim.ron"}"#,
        r#"{"name": "victim.txt", "staged": null}"#,
    ] {
        let scratch = scratch();
        fs::write(scratch.folder().join("victim.ron"), "(precious)").unwrap();
        scratch.write("victim.txt", "precious");
        scratch.write(".stances-0-0", "()");
        let journal = format!(r#"{{"schema": "stances/journal/1", "steps": [{step}]}}"#);
        scratch.write(".stances.journal", journal);
        for arguments in [
            ["get", "norland:name"].as_slice(),
            &["set", "norland:name", "N"],
        ] {
            let said = scratch.run(arguments).refused();
            assert!(
                said.contains("not a journal that this version can follow"),
                "{said}"
            );
        }
        assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
        assert_eq!(text(&scratch, "victim.txt"), "precious");
        assert_eq!(
            fs::read_to_string(scratch.folder().join("victim.ron")).unwrap(),
            "(precious)"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_journal_puts_nothing_in_the_place_of_a_file_that_a_link_leads_to() {
    let scratch = scratch();
    let victim = scratch.folder().join("victim");
    fs::write(&victim, "precious").unwrap();
    std::os::unix::fs::symlink(&victim, scratch.talks().join("link.ron")).unwrap();
    scratch.write(".stances-0-0", "()");
    scratch.write(
        ".stances.journal",
        r#"{"schema": "stances/journal/1", "steps": [{"name": "link.ron", "staged": ".stances-0-0"}]}"#,
    );
    let output = scratch.run(&["get", "norland:name"]).output();
    assert_eq!(output.text(), "\"Norland\"\n");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
}
