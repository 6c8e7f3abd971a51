//! Editing: the whole process on a large dossier, and how fast RON is read
//! losslessly.
//!
//! `cargo bench --bench edit` prints, in one run, the time of `stances set` on a
//! dossier of 1,000 parties, and the throughput of the lossless tree beside that of
//! the `ron` crate, which reads the same text into records.

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use stances::record::party::PartyFile;
use stances::syntax::tree::Tree;

const PARTIES: usize = 1000;
const STANCES: usize = 100;

fn main() {
    divan::main();
}

#[divan::bench_group(sample_count = 20)]
mod thousand_parties {
    use super::*;

    /// Checked, written, synced. Each run sets another value.
    #[divan::bench]
    fn set_in_one_file(bencher: Bencher) {
        let folder = dossier();
        let nth = AtomicUsize::new(0);
        bencher.bench(|| {
            let gist = format!("Gist {}.", nth.fetch_add(1, Ordering::Relaxed));
            stances(folder.path(), &["set", "p500:stances[50].gist", &gist]);
        });
    }

    /// A change to the head has a bearing on all files, which are checked then.
    #[divan::bench]
    fn set_in_the_head(bencher: Bencher) {
        let folder = dossier();
        let nth = AtomicUsize::new(0);
        bencher.bench(|| {
            let text = format!("Issue, version {}.", nth.fetch_add(1, Ordering::Relaxed));
            stances(folder.path(), &["set", "dossier:issues[7].text", &text]);
        });
    }

    #[divan::bench]
    fn get(bencher: Bencher) {
        let folder = dossier();
        bencher.bench(|| stances(folder.path(), &["get", "p500:stances[50].gist"]));
    }
}

#[divan::bench]
fn lossless_tree(bencher: Bencher) {
    let text = file(1);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| Tree::parse(black_box(&text)));
}

/// The peer: it keeps values and no places.
#[divan::bench]
fn typed_by_ron(bencher: Bencher) {
    let text = file(1);
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| options.from_str::<PartyFile>(black_box(&text)).unwrap());
}

fn stances(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()));
}

/// A dossier in which every party speaks to every issue.
fn dossier() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dossier.ron"), head()).unwrap();
    for party in 0..PARTIES {
        std::fs::write(folder.path().join(format!("p{party}.ron")), file(party)).unwrap();
    }
    folder
}

fn head() -> String {
    let mut text = String::from("(\n    areas: [(id: \"a\")],\n    issues: [\n");
    for issue in 0..STANCES {
        writeln!(
            text,
            "        (id: \"i{issue}\", area: \"a\", kind: Statement, text: \"Issue {issue}.\"),"
        )
        .unwrap();
    }
    text + "    ],\n    sources: [(id: \"s\", title: \"S\")],\n)\n"
}

fn file(party: usize) -> String {
    let mut text = format!("// Party {party}.\n(\n    name: \"Party {party}\",\n    stances: [\n");
    for issue in 0..STANCES {
        writeln!(
            text,
            "        // On issue {issue}.\n        (\n            issue: \"i{issue}\",\n            \
             position: Support, // or so it seems\n            \
             basis: Declared(by: \"the speaker\"),\n            since: \"2025-11-01\",\n            \
             evidence: [(source: \"s\", at: \"P{party}.{issue}\")],\n            \
             gist: \"A short paraphrase of what the party wants.\",\n            \
             confidence: 0.9,\n        ),"
        )
        .unwrap();
    }
    text + "    ],\n)\n"
}
