//! `stances edit`, with scripts for editors.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use stances::change::bundle::Bundle;
use stances::change::edit::{Desk, Next};
use stances::change::text_file::TextFile;
use stances::text::source::Source;

use super::{shipped, state, text};
use crate::harness::run::{CommandOutput, Run};
use crate::harness::scratch::Scratch;

const UKRAINE: &str = "stances/paris-and-moscow/ukraine.ron";

/// A script that stands in for an editor; `$1` is the file, or the last argument
/// `$file` where there are others.
fn editor(scratch: &Scratch, script: &str) -> String {
    let path = scratch.folder().join("an editor.sh");
    fs::write(
        &path,
        format!("#!/bin/sh\nfor file; do :; done\n{script}\n"),
    )
    .unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

fn edit(scratch: &Scratch, party: &str) -> Run {
    let temporary = scratch.folder().join("tmp");
    fs::create_dir_all(&temporary).unwrap();
    let run = scratch.run(&["edit", party, "--in", "paris-and-moscow"]);
    run.env("TMPDIR", temporary)
}

/// The dossiers, without the scripts and copies of a test.
fn dossiers(scratch: &Scratch) -> Vec<(String, Vec<u8>)> {
    state(&scratch.folder().join("stances"))
}

/// The copy that a run says it has kept.
fn kept(output: &CommandOutput) -> String {
    fs::read_to_string(path_of_kept(output)).unwrap()
}

fn path_of_kept(output: &CommandOutput) -> PathBuf {
    let (_, path) = output
        .stderr
        .split_once("your text is kept in `")
        .expect("a copy is kept");
    path.split_once('`').unwrap().0.into()
}

#[test]
fn nobody_else_may_read_the_copy() {
    let scratch = shipped();
    let script = editor(&scratch, "echo '(' >> \"$file\"");
    let output = edit(&scratch, "ukraine").env("EDITOR", &script).output();
    let copy = path_of_kept(&output);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&copy), 0o600);
    assert_eq!(mode(copy.parent().unwrap()), 0o700);
}

#[test]
fn a_change_is_saved() {
    let scratch = shipped();
    let script = editor(
        &scratch,
        "sed -i 's/At(\"robust\")/At(\"limited\")/' \"$file\"",
    );
    let output = edit(&scratch, "ukraine").env("EDITOR", &script).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(text(&scratch, UKRAINE).contains("At(\"limited\")"));
    assert_eq!(
        fs::read_dir(scratch.folder().join("tmp")).unwrap().count(),
        0,
        "no copy is left"
    );
}

#[test]
fn the_file_of_all_parties_can_be_edited() {
    let scratch = shipped();
    let script = editor(&scratch, "sed -i 's/Pressure\")/Means\")/' \"$file\"");
    let output = edit(&scratch, "dossier").env("VISUAL", &script).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(text(&scratch, "stances/paris-and-moscow/dossier.ron").contains("\"Means\""));
}

#[test]
fn no_change_is_none() {
    let scratch = shipped();
    let before = dossiers(&scratch);
    let output = edit(&scratch, "ukraine").env("EDITOR", "true").output();
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "nothing was changed\n")
    );
    assert_eq!(dossiers(&scratch), before);
}

#[test]
fn the_first_editor_that_is_set_is_taken_with_its_arguments() {
    let scratch = shipped();
    let script = editor(&scratch, "printf '%s' \"$1,$2\" > arguments");
    let command = format!("'{script}' --wait 'two words'");
    let output = edit(&scratch, "ukraine")
        .env("STANCES_EDITOR", &command)
        .env("VISUAL", "false")
        .env("EDITOR", "false")
        .output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(text(&scratch, "arguments"), "--wait,two words");
}

#[test]
fn mistakes_keep_the_copy_and_the_file() {
    let scratch = shipped();
    let before = dossiers(&scratch);
    let script = editor(
        &scratch,
        "sed -i 's/At(\"robust\")/At(\"robst\")/' \"$file\"",
    );
    let output = edit(&scratch, "ukraine").env("EDITOR", &script).output();
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.contains("did you mean `robust`?"),
        "{}",
        output.stderr
    );
    let copy = kept(&output);
    assert!(copy.contains("robst") && !copy.contains("//!!"), "{copy}");
    assert_eq!(dossiers(&scratch), before);
}

#[test]
fn an_editor_that_fails_changes_nothing_and_loses_nothing() {
    let scratch = shipped();
    let before = dossiers(&scratch);
    let output = edit(&scratch, "ukraine").env("EDITOR", "false").output();
    assert_eq!(output.code, 2);
    assert!(!output.stderr.contains("kept"), "{}", output.stderr);
    let script = editor(&scratch, "echo '// mine' >> \"$file\"; exit 3");
    let output = edit(&scratch, "ukraine").env("EDITOR", &script).output();
    assert_eq!(output.code, 2);
    assert!(kept(&output).ends_with("// mine\n"));
    let output = edit(&scratch, "ukraine")
        .env("EDITOR", "no-such-editor -x")
        .output();
    assert_eq!(output.code, 2);
    assert!(
        output
            .stderr
            .contains("cannot start the editor `no-such-editor`")
    );
    assert_eq!(dossiers(&scratch), before);
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_as_it_is() {
    let scratch = shipped();
    let script = editor(
        &scratch,
        &format!("echo '// theirs' >> {UKRAINE}; echo '// mine' >> \"$file\""),
    );
    let output = edit(&scratch, "ukraine").env("EDITOR", &script).output();
    assert_eq!(output.code, 2);
    assert!(
        output.stderr.contains("changed meanwhile"),
        "{}",
        output.stderr
    );
    assert!(kept(&output).ends_with("// mine\n"));
    assert!(text(&scratch, UKRAINE).ends_with("// theirs\n"));
}

#[test]
fn a_party_that_is_not_there_is_guessed() {
    let scratch = shipped();
    let message = edit(&scratch, "ukrane").env("EDITOR", "true").refused();
    assert!(message.contains("did you mean `ukraine`?"), "{message}");
}

// ---- What is on the desk each time the editor is left ----

const HEAD: &str =
    "(issues: [(id: \"i\", area: \"a\", kind: Scale([\"low\", \"high\"]), text: \"T\")])";
const PARTY: &str = "\u{FEFF}// mine\r\n(\r\n    stances: [(issue: \"i\", position: At(\"low\"), basis: Conduct, since: \"2025\")],\r\n)\r\n";

fn bundle() -> Bundle {
    let file = |name: &str, text: &str| TextFile {
        name: name.to_owned(),
        source: Source::new(name, text),
    };
    Bundle {
        files: vec![file("dossier.ron", HEAD), file("p.ron", PARTY)],
        ..Bundle::default()
    }
}

#[test]
fn mistakes_are_noted_on_top_and_the_notes_go_again() {
    let bundle = bundle();
    let mut desk = Desk::new(&bundle, bundle.party("p").unwrap());
    let wrong = PARTY.replace("\"low\"", "\"lo\nw\"");
    let Next::OpenAgain(opened) = desk.left(&wrong) else {
        panic!("there is a mistake");
    };
    let lines: Vec<&str> = opened.lines().collect();
    assert_eq!(
        lines[0],
        "\u{FEFF}//!! 1 mistake; these lines are taken out again:"
    );
    assert!(
        lines[1].starts_with("//!! line 5: `i` has no level `lo w`"),
        "{}",
        lines[1]
    );
    assert!(lines[4].contains("lo"));
    assert!(opened.starts_with("\u{FEFF}//!! 1 mistake; these lines are taken out again:\r\n"));
    let Next::Save(draft) = desk.left(&opened.replace("\"lo\nw\"", "\"high\"")) else {
        panic!("the mistake is mended");
    };
    let due = PARTY.replace("\"low\"", "\"high\"");
    assert_eq!(draft.files[0].after.as_deref(), Some(due.as_str()));
}

#[test]
fn mistakes_that_are_left_as_they_are_end_it() {
    let bundle = bundle();
    let mut desk = Desk::new(&bundle, bundle.party("p").unwrap());
    let Next::OpenAgain(opened) = desk.left("(") else {
        panic!("there is a mistake");
    };
    let Next::OpenAgain(again) = desk.left(&format!("{opened}(")) else {
        panic!("there is another mistake");
    };
    assert_eq!(desk.left(&again), Next::Keep);
    assert_eq!(desk.wrong().unwrap().1.text(), "((");
    assert_eq!(desk.left(PARTY), Next::Unchanged);
}

#[test]
fn comments_that_look_like_notes_stay() {
    let bundle = bundle();
    let mut desk = Desk::new(&bundle, bundle.party("p").unwrap());
    let own = format!("//!! my own\n{}", PARTY.trim_start_matches('\u{FEFF}'));
    let Next::Save(draft) = desk.left(&own) else {
        panic!("nothing is wrong");
    };
    assert_eq!(draft.files[0].after.as_deref(), Some(own.as_str()));
}
