//! Several processes at work on one dossier.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{AWKWARD, names, scratch, text};
use crate::harness::scratch::Scratch;

const EDITS: usize = 30;

#[test]
fn no_edit_of_two_processes_is_lost_silently() {
    let scratch = scratch();
    thread::scope(|scope| {
        scope.spawn(|| edits(&scratch, "norland:stances[0].gist"));
        scope.spawn(|| edits(&scratch, "norland:stances[1].note"));
        scope.spawn(|| edits(&scratch, "norland:name"));
    });
    assert_eq!(names(&scratch).len(), 3, "{:?}", names(&scratch));
    let value = |address| scratch.run(&["get", address]).fine();
    for address in [
        "norland:stances[0].gist",
        "norland:stances[1].note",
        "norland:name",
    ] {
        assert_eq!(value(address), format!("\"edit {}\"\n", EDITS - 1));
    }
}

/// Sets a value that nobody else sets, again and again. What was said to be
/// written is there; what was refused is tried again.
fn edits(scratch: &Scratch, address: &str) {
    for edit in 0..EDITS {
        let value = format!("edit {edit}");
        while !is_set(scratch, address, &value) {}
        assert_eq!(
            scratch.run(&["get", address]).fine(),
            format!("\"{value}\"\n")
        );
    }
}

fn is_set(scratch: &Scratch, address: &str, value: &str) -> bool {
    let output = scratch.run(&["set", address, value]).output();
    if output.code == 0 {
        return true;
    }
    let expected =
        "error: `norland.ron` was changed meanwhile, nothing was written; run the command again\n";
    assert_eq!((output.code, output.stderr.as_str()), (2, expected));
    false
}

#[test]
fn who_reads_sees_a_change_as_a_whole() {
    let scratch = scratch();
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..EDITS {
                for (old, new) in [("tariffs", "duties"), ("duties", "tariffs")] {
                    let output = scratch.run(&["rename", "issue", old, new]).output();
                    assert_eq!(output.code, 0, "{}", output.stderr);
                }
            }
        });
        while !writer.is_finished() {
            let output = scratch.run(&["compare", "--format", "json"]).output();
            assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        }
    });
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
}

#[test]
fn what_was_changed_meanwhile_is_not_overwritten() {
    let scratch = scratch();
    let path = scratch.talks().join(".stances.lock");
    let lock = File::create(&path).unwrap();
    lock.lock().unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(["set", "norland:name", "Nordland"])
        .current_dir(scratch.folder())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = run.stderr.take().unwrap();
    let mut said = vec![0; "waiting".len()];
    stderr.read_exact(&mut said).unwrap();
    assert_eq!(said, b"waiting");
    let changed = AWKWARD.replace("the end", "the END");
    scratch.write("norland.ron", &changed);
    drop(lock);
    let mut rest = String::new();
    stderr.read_to_string(&mut rest).unwrap();
    assert_eq!(
        rest,
        ": another process is changing the files of this dossier\n\
         error: `norland.ron` was changed meanwhile, nothing was written; run the command again\n"
    );
    assert_eq!(run.wait().unwrap().code(), Some(2));
    assert_eq!(text(&scratch, "norland.ron"), changed);
    assert_eq!(
        names(&scratch),
        ["both-lands.ron", "dossier.ron", "norland.ron"]
    );
}

#[test]
fn who_reads_does_not_wait_for_who_writes() {
    let scratch = scratch();
    let lock = File::create(scratch.talks().join(".stances.lock")).unwrap();
    lock.lock().unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            let _ = sender.send(scratch.run(&["get", "norland:name"]).fine());
        });
        let value = receiver.recv_timeout(Duration::from_secs(20));
        drop(lock);
        assert_eq!(value.as_deref(), Ok("\"Norland\"\n"));
    });
}
