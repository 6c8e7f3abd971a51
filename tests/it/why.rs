//! `stances why`: the number between two parties, opened.

mod laws;
mod shipped;
mod words;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// The command with these arguments, in the folder of this package and without
/// any environment.
fn run(arguments: &[&str]) -> Output {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap()
}

/// What a command says that ends well.
fn said(output: Output) -> String {
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The JSON that a command answers with.
fn json(arguments: &[&str]) -> Value {
    let text = said(run(&[arguments, &["--format", "json"]].concat()));
    serde_json::from_str(&text).unwrap()
}

/// What a command complains of that cannot run.
fn complaint(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}
