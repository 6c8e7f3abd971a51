//! The whole process, from the start of the program to its last byte.
//!
//! `cargo bench --bench whole` prints, in one run, the time on each shipped dossier and
//! on a made one of 1,000 parties with 100 stances each, beside what the `ron` crate
//! alone takes to read the same files into the same types on one core. A check by all
//! rules stands beside one by none, which only loads the files.

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use stances::record::order;
use stances::record::party::PartyFile;
use stances::syntax::layout::{FieldOrder, layout};
use stances::syntax::tree::Tree;

const PARTIES: usize = 1000;
const ISSUES: usize = 300;
const STANCES: usize = 100;

fn main() {
    divan::main();
}

#[divan::bench(args = ["paris-and-moscow", "ukraine-peace-texts"])]
fn shipped(bencher: divan::Bencher, dossier: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    bencher.bench(|| stances(root, &["compare", dossier]));
}

#[divan::bench_group(sample_count = 10)]
mod thousand_parties {
    use super::*;

    /// The peer: one thread, no comparison.
    #[divan::bench]
    fn read_by_ron_alone(bencher: divan::Bencher) {
        let folder = dossier();
        bencher.bench(|| {
            parties()
                .map(|party| read(folder.path(), party))
                .sum::<usize>()
        });
    }

    #[divan::bench]
    fn load_and_compare_one_pair(bencher: divan::Bencher) {
        let folder = dossier();
        let arguments = ["compare", ".", "--party", "p0,p1", "--format", "csv"];
        bencher.bench(|| stances(folder.path(), &arguments));
    }

    #[divan::bench]
    fn load_and_compare_all_pairs(bencher: divan::Bencher) {
        let folder = dossier();
        bencher.bench(|| stances(folder.path(), &["compare", ".", "--format", "csv"]));
    }

    #[divan::bench]
    fn load_and_check_by_no_rule(bencher: divan::Bencher) {
        let folder = dossier();
        bencher.bench(|| stances(folder.path(), &["check", ".", "--allow", "all"]));
    }

    /// Nothing is found, layout included.
    #[divan::bench]
    fn load_and_check(bencher: divan::Bencher) {
        let folder = dossier();
        bencher.bench(|| stances(folder.path(), &["check", ".", "--deny-warnings"]));
    }
}

fn stances(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()));
}

fn read(folder: &Path, party: usize) -> usize {
    let text = std::fs::read_to_string(folder.join(format!("p{party}.ron"))).unwrap();
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let file: PartyFile = options.from_str(&text).unwrap();
    file.stances.len()
}

fn parties() -> std::ops::Range<usize> {
    0..PARTIES
}

/// A dossier in which every party speaks to a third of the issues, in canonical format.
fn dossier() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str, order: &FieldOrder| {
        let text = layout(&Tree::parse(text), order).unwrap();
        std::fs::write(folder.path().join(name), text).unwrap();
    };
    write("dossier.ron", &head(), &order::of_dossier);
    for party in parties() {
        write(&format!("p{party}.ron"), &file(party), &order::of_party);
    }
    folder
}

fn head() -> String {
    let mut text = String::from("(as_of: \"2025-12-01\", areas: [(id: \"a\")], issues: [\n");
    for issue in 0..ISSUES {
        let kind = match issue % 3 {
            0 => "Statement",
            1 => "Scale([\"l0\", \"l1\", \"l2\", \"l3\"])",
            _ => "Choice([\"o0\", \"o1\", \"o2\", \"o3\"])",
        };
        writeln!(
            text,
            "(id: \"i{issue}\", area: \"a\", kind: {kind}, text: \"Issue {issue}.\"),"
        )
        .unwrap();
    }
    text + "], sources: [(id: \"s\", title: \"S\")])"
}

fn file(party: usize) -> String {
    let mut text = format!("(name: \"Party {party}\", code: \"P{party}\", stances: [\n");
    for nth in 0..STANCES {
        // 7 has no factor in common with the number of issues: no issue comes twice.
        let issue = (party + nth * 7) % ISSUES;
        let pick = (party * 31 + nth * 17) % 4;
        let position = match issue % 3 {
            0 => ["Support", "Oppose", "Neutral", "LeanSupport"][pick].to_owned(),
            1 => format!("At(\"l{pick}\")"),
            _ => format!("OneOf([\"o{pick}\"])"),
        };
        writeln!(
            text,
            "(\n    issue: \"i{issue}\",\n    position: {position},\n    \
             basis: Declared(by: \"the speaker\"),\n    since: \"2025-11-01\",\n    \
             evidence: [(source: \"s\", at: \"P{party}.{nth}\")],\n    \
             gist: \"A short paraphrase of what the party wants.\",\n    confidence: 0.9,\n),"
        )
        .unwrap();
    }
    text + "])"
}
