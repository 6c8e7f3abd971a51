//! Commands that write records: what they add reads like its neighbours, and
//! nothing else changes.

mod add;
mod completion;
mod edit;
mod fmt;
mod help;
mod init;
mod laws;
mod new;
mod revise;

use std::fs;
use std::path::Path;

use crate::harness::run::{Run, project};
use crate::harness::scratch::Scratch;

/// A folder with copies of the dossiers that come with the program.
pub fn shipped() -> Scratch {
    let scratch = Scratch::empty();
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        let to = scratch.folder().join("stances").join(dossier);
        fs::create_dir_all(&to).unwrap();
        let from = project().join("stances").join(dossier);
        for file in fs::read_dir(from).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
    scratch
}

/// The text of a file in the folder.
pub fn text(scratch: &Scratch, path: &str) -> String {
    fs::read_to_string(scratch.folder().join(path)).unwrap()
}

/// Runs what is to succeed, and gives what it said on standard error.
pub fn done(run: Run) -> String {
    let output = run.output();
    assert_eq!(
        (output.code, output.text().as_str()),
        (0, ""),
        "{}",
        output.stderr
    );
    output.stderr
}

/// The lines that are in `after` and not in `before`, where nothing else differs.
pub fn added(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
    let mut same_at_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    // A record begins with its bracket, which may stand in both.
    while new[same_at_start].starts_with("            ") {
        same_at_start -= 1;
    }
    let rest = old.len() - same_at_start;
    assert_eq!(
        old[same_at_start..],
        new[new.len() - rest..],
        "more than lines added:\n{after}"
    );
    new[same_at_start..new.len() - rest].concat()
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// All files below a folder with their texts.
pub fn state(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(state(&path)),
            false => files.push((path.display().to_string(), fs::read(&path).unwrap())),
        }
    }
    files.sort();
    files
}

/// Runs what is refused, and checks that no file was touched.
pub fn untouched(scratch: &Scratch, arguments: &[&str]) -> String {
    let before = state(scratch.folder());
    let output = scratch.run(arguments).output();
    assert_ne!(output.code, 0, "{}", output.stderr);
    assert_eq!(state(scratch.folder()), before, "{arguments:?}");
    output.stderr
}
