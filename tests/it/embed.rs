//! `stances embed`: what stands between markers is what the command gives, and
//! nothing else changes.

mod laws;
mod words;

use std::fs;

use crate::harness::run::CommandOutput;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// A small dossier.
fn talks() -> Talks {
    Talks::new()
        .area("peace")
        .statement("truce")
        .statement("elections")
        .source("article")
        .party(
            "a",
            [says("truce", "Support"), says("elections", "Support")],
        )
        .party("b", [says("truce", "Oppose")])
}

/// Writes a Markdown file into the folder.
fn put(scratch: &Scratch, name: &str, text: impl AsRef<[u8]>) {
    fs::write(scratch.folder().join(name), text).unwrap();
}

/// The text of a file in the folder.
fn text(scratch: &Scratch, name: &str) -> String {
    String::from_utf8(fs::read(scratch.folder().join(name)).unwrap()).unwrap()
}

/// A run of the command on these files, with these options.
fn embed(scratch: &Scratch, arguments: &[&str]) -> CommandOutput {
    scratch.run(&[&["embed"], arguments].concat()).output()
}

/// Fills the blocks of a text, to which everything is to be fine.
fn filled(scratch: &Scratch, before: &str) -> String {
    put(scratch, "report.md", before);
    let output = embed(scratch, &["report.md"]);
    assert_eq!(
        (output.code, output.text().as_str()),
        (0, ""),
        "{}",
        output.stderr
    );
    text(scratch, "report.md")
}
