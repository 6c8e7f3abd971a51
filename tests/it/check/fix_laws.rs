//! Laws of fixes, on the shipped dossiers with slips of the pen in them: the same
//! slips in every run.

use std::fs;

use itertools::Itertools;
use stances::change::bundle::Bundle;
use stances::change::fitness::newly;
use stances::change::mend::{Judge, mend};
use stances::change::text_file::TextFile;
use stances::check::examine;
use stances::check::levels::Levels;
use stances::finding::Finding;
use stances::finding::fix::Safety;
use stances::syntax::token::TokenKind;
use stances::syntax::tree::Tree;
use stances::text::source::Source;

use crate::harness::run::project;

const DOSSIERS: [&str; 2] = ["paris-and-moscow", "ukraine-peace-texts"];

/// How many sets of slips there are for each dossier.
const ROUNDS: usize = 12;

struct All;

impl Judge for All {
    fn findings(&self, bundle: &Bundle) -> Vec<Finding> {
        let today = "2026-01-01".parse().unwrap();
        let levels = Levels::default();
        examine(&bundle.meaning(), &bundle.sources(), today, &levels)
    }

    fn asked(&self, _: &Bundle, findings: Vec<Finding>) -> Vec<Finding> {
        findings
    }
}

#[test]
fn fixes_leave_less_than_was_there_and_nothing_new() {
    let mut fixed = 0;
    for dossier in DOSSIERS {
        let sound = shipped(dossier);
        for round in 0..ROUNDS {
            for most in [Safety::Safe, Safety::Unsafe] {
                fixed += obeys_the_laws(&with_slips(&sound, round), most);
            }
        }
    }
    // Else the slips are badly chosen and show nothing.
    assert!(fixed > ROUNDS * 8, "{fixed}");
}

#[test]
fn there_is_nothing_to_fix_in_what_is_shipped() {
    for dossier in DOSSIERS {
        let mended = mend(&shipped(dossier), Safety::Unsafe, &All);
        assert!(mended.draft.is_empty(), "{dossier}");
    }
}

/// Mends, and tells how many findings there are fewer.
fn obeys_the_laws(bundle: &Bundle, most: Safety) -> usize {
    let before = All.findings(bundle);
    let mended = mend(bundle, most, &All);
    let after = All.findings(&mended.bundle);
    assert_eq!(after, mended.left);
    assert_eq!(newly(after.clone(), &before), []);
    assert_eq!(before.len() - after.len(), mended.fixed);
    assert_eq!(bundle.with(&mended.draft), mended.bundle);
    assert_eq!(mended.draft.is_empty(), mended.fixed == 0);
    if most == Safety::Safe {
        for (old, new) in bundle.files.iter().zip(&mended.bundle.files) {
            assert_eq!(comments(old), comments(new));
        }
    }
    let again = mend(&mended.bundle, most, &All);
    assert!(again.draft.is_empty(), "{:?}", again.draft);
    mended.fixed
}

fn comments(file: &TextFile) -> Vec<String> {
    let text = file.source.text();
    let tree = Tree::parse(text);
    let comments = tree.tokens().iter().filter(|token| token.kind.is_comment());
    comments
        .map(|token| token.span.of(text).to_owned())
        .sorted()
        .collect()
}

fn shipped(dossier: &str) -> Bundle {
    let folder = project().join("stances").join(dossier);
    let names = fs::read_dir(&folder).unwrap();
    let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
    let names = names.filter(|name| name.ends_with(".ron")).sorted();
    let file = |name: String| TextFile {
        source: Source::new(&name, fs::read_to_string(folder.join(&name)).unwrap()),
        name,
    };
    Bundle {
        files: names.map(file).collect(),
        ..Bundle::default()
    }
}

/// The files with a slip in some of their names and short texts, in each round in
/// others.
fn with_slips(bundle: &Bundle, round: usize) -> Bundle {
    let file = |(at, file): (usize, &TextFile)| {
        let step = 61 + 17 * round + 7 * at;
        file.with_text(slipped(file.source.text(), step))
    };
    Bundle {
        files: bundle.files.iter().enumerate().map(file).collect(),
        ..Bundle::default()
    }
}

/// The text with a slip in one of every `step` words.
fn slipped(text: &str, step: usize) -> String {
    let tree = Tree::parse(text);
    let mut words = 0;
    let pieces = tree.tokens().iter().map(|token| {
        let piece = token.span.of(text);
        let is_word = matches!(token.kind, TokenKind::Name | TokenKind::Text)
            && piece.len() > 5
            && piece.is_ascii()
            && !piece.contains(' ');
        words += usize::from(is_word);
        match is_word && words % step == 0 {
            true => slip(piece, words / step),
            false => piece.to_owned(),
        }
    });
    pieces.collect()
}

/// A word with a letter left out, doubled, or in the place of its neighbour.
fn slip(word: &str, manner: usize) -> String {
    let at = word.len() / 2;
    let (before, rest) = word.split_at(at);
    let (letter, behind) = rest.split_at(1);
    match manner % 3 {
        0 => format!("{before}{behind}"),
        1 => format!("{before}{letter}{rest}"),
        _ => {
            let (next, behind) = behind.split_at(1);
            format!("{before}{next}{letter}{behind}")
        }
    }
}
