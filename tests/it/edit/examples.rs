//! The examples that the commands give of themselves.
#![cfg(unix)]

use std::process::Command;

use crate::harness::run::{project, shipped};

#[test]
fn every_example_works_on_the_dossiers_that_come_along() {
    for command in ["get", "set", "remove", "rename"] {
        let help = shipped(&[command, "--help"]).fine();
        let examples = help.lines().filter(|line| line.starts_with("  stances "));
        let examples: Vec<&str> = examples.collect();
        assert!(examples.len() >= 2, "{help}");
        for example in examples {
            check(
                example.trim(),
                if command == "get" { "" } else { "--dry-run" },
            );
        }
    }
}

fn check(example: &str, more: &str) {
    let program = env!("CARGO_BIN_EXE_stances");
    let example = example.trim_end_matches("--dry-run");
    let line = format!("{} {more}", example.replacen("stances", "\"$0\"", 1));
    let output = Command::new("sh")
        .args(["-c", &line, program])
        .current_dir(project())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{example}: {said}");
    assert!(
        !output.stdout.is_empty(),
        "{example} changes nothing: {said}"
    );
}
