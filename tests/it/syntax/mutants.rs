//! The laws on files as people write them, with bytes taken out, put in and
//! doubled. Which bytes is chance to the laws and the same in every run.

use std::fs;
use std::ops::Range;
use std::panic::{catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use super::assertions::amend::*;
use super::assertions::layout::layout_keeps_value_and_comments_and_is_idempotent;
use super::assertions::tree::every_text_is_a_tree;
use super::fixtures::texts;
use crate::harness::run::project;

/// How many mutants there are of each text.
const MUTANTS: usize = 12;
const MOST_MUTATIONS: usize = 3;
/// How many bytes are taken out, put in or doubled at once.
const LONGEST: usize = 24;

#[test]
fn fixtures_with_mutations_obey_the_laws() {
    let folders = ["valid", "refused", "mistakes"];
    check(&folders.into_iter().flat_map(texts).collect::<Vec<_>>());
}

#[test]
fn shipped_files_with_mutations_obey_the_laws() {
    check(&shipped());
}

/// The mutants of all texts, and the texts themselves.
fn check(texts: &[(String, String)]) {
    let mut chance = Chance(2_025);
    for (name, text) in texts {
        check_one(name, text, &mut chance);
        for _ in 0..MUTANTS {
            let (_, donor) = chance.one_of(texts);
            check_one(name, &mutant(text, donor, &mut chance), &mut chance);
        }
    }
}

/// Says which text broke a law before it fails.
fn check_one(name: &str, text: &str, chance: &mut Chance) {
    let (one, other) = (chance.next(), chance.next());
    if let Err(panic) = catch_unwind(|| obeys_the_laws(text, one, other)) {
        eprintln!("a mutant of {name}, with {one} and {other}: {text:?}");
        resume_unwind(panic);
    }
}

fn obeys_the_laws(text: &str, one: usize, other: usize) {
    every_text_is_a_tree(text);
    layout_keeps_value_and_comments_and_is_idempotent(text);
    mistakes_have_to_be_mended_first(text);
    set_is_read_back(text, one, other);
    setting_the_present_value_changes_nothing(text, one);
    removing_what_was_inserted_gives_back_the_text(text, one, other);
    disjoint_amendments_commute(text, one, other);
    every_item_can_be_removed_moved_and_renamed(text, one, other);
}

fn mutant(text: &str, donor: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(MOST_MUTATIONS) {
        let stretch = chance.stretch(bytes.len());
        match chance.below(3) {
            0 => drop(bytes.drain(stretch)),
            1 => {
                let copy = bytes[stretch.clone()].to_vec();
                bytes.splice(stretch.end..stretch.end, copy);
            }
            _ => {
                let part = chance.stretch(donor.len());
                bytes.splice(
                    stretch.start..stretch.start,
                    donor.as_bytes()[part].to_vec(),
                );
            }
        }
    }
    // Characters cut in two become marks of replacement.
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Numbers by Sebastiano Vigna's SplitMix64, which is public domain.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // The upper half, so that 32 bits choose the same.
        usize::try_from((mixed ^ (mixed >> 31)) >> 32).expect("32 bits are no more than a usize")
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() % limit
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A stretch of something that has this length.
    fn stretch(&mut self, length: usize) -> Range<usize> {
        let start = self.below(length + 1);
        let end = start + self.below(LONGEST + 1);
        start..end.min(length)
    }
}

/// The files of the shipped dossiers, in the order of their paths.
fn shipped() -> Vec<(String, String)> {
    let dossiers = sorted(&project().join("stances"));
    let files = dossiers.iter().flat_map(|dossier| sorted(dossier));
    let is_ron = |path: &PathBuf| path.extension().is_some_and(|end| end == "ron");
    let texts = files.filter(is_ron).map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.display().to_string(), text)
    });
    texts.collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
