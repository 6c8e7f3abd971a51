//! A dossier under version control.

use std::process::Command;

use super::scratch::Scratch;

/// Runs git in the folder, with nothing of this machine's settings.
pub fn git(scratch: &Scratch, arguments: &[&str]) {
    let output = Command::new("git")
        .arg("-C")
        .arg(scratch.folder())
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

/// Keeps the files as they are under this tag; the first time as a new repository.
pub fn commit(scratch: &Scratch, tag: &str) {
    git(scratch, &["init", "--quiet"]);
    git(scratch, &["add", "--all"]);
    git(scratch, &["commit", "--quiet", "-m", tag]);
    git(scratch, &["tag", tag]);
}
