//! Chosen pairs of a table, in parts and put together, from end to end.

use insta::assert_snapshot;

use stances::exchange::bulk::{Layout, Levels, Shape, read};
use stances::kernel::plan::{Load, Plan, Way};
use stances::kernel::rung::Rung;
use stances::kernel::sums::Wanted;
use stances::table::Table;
use stances::table::digest::digest;

use crate::harness::scratch::Scratch;

const VOTES: &str = "\
party,truce,border,fleet
ann,1,2,3
bob,3,2,3
cy,1,,1
=dee,1,2,3
eve,,,
";

const ASKED: [&str; 5] = ["matrix", "--table", "votes.csv", "--levels", "1..3"];

fn votes() -> Scratch {
    let scratch = Scratch::empty();
    put(&scratch, "votes.csv", VOTES.as_bytes());
    scratch
}

fn put(scratch: &Scratch, name: &str, text: &[u8]) {
    std::fs::write(scratch.folder().join(name), text).unwrap();
}

fn asked(scratch: &Scratch, more: &[&str]) -> String {
    scratch.run(&[&ASKED, more].concat()).fine()
}

fn refused(scratch: &Scratch, more: &[&str]) -> String {
    scratch.run(&[&ASKED, more].concat()).refused()
}

#[test]
fn the_first_ones_of_each_are_listed() {
    let votes = votes();
    assert_snapshot!(asked(&votes, &["--top", "2"]), @"");
    assert_snapshot!(asked(&votes, &["--bottom", "1", "--min-joint", "3", "--format", "tsv"]), @"");
    // A measure that is made of more than sums has them too.
    assert_snapshot!(asked(&votes, &["--top", "1", "--measure", "kappa"]), @"");
}

#[test]
fn pairs_above_a_threshold_are_listed_once() {
    assert_snapshot!(asked(&votes(), &["--edges", "0.5"]), @"");
}

#[test]
fn parts_put_together_are_the_whole() {
    let votes = votes();
    for wanted in [["--top", "3"], ["--edges", "0"]] {
        let whole = asked(&votes, &wanted);
        let mut names = vec!["merge"];
        for (part, name) in [("1/3", "1.csv"), ("2/3", "2.csv"), ("3/3", "3.csv")] {
            asked(
                &votes,
                &[&wanted[..], &["--part", part, "--output", name]].concat(),
            );
            names.insert(1, name);
        }
        assert_eq!(votes.run(&names).fine(), whole);
    }
}

#[test]
fn what_does_not_belong_together_is_not_put_together() {
    let votes = votes();
    let part = |more: &[&str], part, name| {
        asked(
            &votes,
            &[more, &["--part", part, "--output", name]].concat(),
        );
    };
    part(&["--top", "1"], "1/2", "one.csv");
    part(&["--top", "1"], "2/2", "two.csv");
    part(&["--top", "2"], "2/2", "other.csv");
    part(&["--top", "1", "--min-joint", "2"], "2/2", "few.csv");
    part(&["--top", "1"], "2/3", "third.csv");
    part(&["--top", "1", "--party", "cy,bob"], "2/2", "table.csv");
    let file = std::fs::read(votes.folder().join("two.csv")).unwrap();
    put(&votes, "cut.csv", &file[..file.len() - 3]);
    let merged = |files: &[&str]| votes.run(&[&["merge"], files].concat()).refused();
    let told = [
        merged(&["one.csv"]),
        merged(&["one.csv", "two.csv", "one.csv"]),
        merged(&["one.csv", "other.csv"]),
        merged(&["one.csv", "few.csv"]),
        merged(&["one.csv", "third.csv"]),
        merged(&["one.csv", "table.csv"]),
        merged(&["one.csv", "cut.csv"]),
        merged(&["votes.csv"]),
    ];
    assert_snapshot!(told.concat(), @"");
}

#[test]
fn what_cannot_be_wanted_is_refused() {
    let votes = votes();
    let told = [
        refused(&votes, &["--part", "1/2"]),
        refused(&votes, &["--top", "1", "--format", "json"]),
        refused(&votes, &["--top", "1", "--measure", "agreement,conflict"]),
        refused(&votes, &["--top", "1", "--memory", "10kB"]),
    ];
    assert_snapshot!(told.concat(), @"");
}

#[test]
fn the_way_is_told_when_it_is_asked_for() {
    let votes = votes();
    let output = votes
        .run(&[&ASKED[..], &["--top", "1", "--verbose"]].concat())
        .output();
    // What it takes hangs on the machine.
    let told: Vec<&str> = output.stderr.lines().collect();
    assert!(told[0].starts_with("counting "), "{told:?}");
    assert!(told[1].starts_with("up to "), "{told:?}");
}

fn table(text: &str) -> Table {
    let shape = Shape {
        layout: Layout::Wide,
        levels: Some(Levels { lo: 1, hi: 3 }),
        separator: b',',
    };
    read(text.as_bytes(), &shape, None).unwrap().table
}

#[test]
fn a_digest_is_of_what_a_table_says_and_not_of_its_form() {
    let whole = table(VOTES);
    let form = Way::of(&whole.cells).unwrap();
    let load = Load::of(&whole.cells, whole.items.len(), whole.levels, Wanted::Sides);
    let plan = Plan::new(load, form, Rung::best(), u64::MAX);
    for way in [Way::Bits, Way::Postings] {
        let turned = Table {
            cells: Plan { way, ..plan }.turned(&whole.cells),
            ..whole.clone()
        };
        assert_eq!(digest(&turned), digest(&whole));
    }
    for (old, new) in [
        ("bob,3", "bob,2"),
        ("bob,3", "bob,"),
        ("eve", "eva"),
        ("truce", "peace"),
    ] {
        assert_ne!(
            digest(&table(&VOTES.replace(old, new))),
            digest(&whole),
            "{new}"
        );
    }
}
