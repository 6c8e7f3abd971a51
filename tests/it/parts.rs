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
    assert_snapshot!(asked(&votes, &["--top", "2"]), @"
    party,rank,other,n,agreement
    ann,1,'=dee,3,1.0
    ann,2,bob,3,0.6666666666666666
    bob,1,ann,3,0.6666666666666666
    bob,2,'=dee,3,0.6666666666666666
    cy,1,ann,2,0.5
    cy,2,'=dee,2,0.5
    '=dee,1,ann,3,1.0
    '=dee,2,bob,3,0.6666666666666666
    ");
    assert_snapshot!(asked(&votes, &["--bottom", "1", "--min-joint", "3", "--format", "tsv"]), @"
    party	rank	other	n	agreement
    ann	1	bob	3	0.6666666666666666
    bob	1	ann	3	0.6666666666666666
    '=dee	1	bob	3	0.6666666666666666
    ");
    // A measure that is made of more than sums has them too.
    assert_snapshot!(asked(&votes, &["--top", "1", "--measure", "kappa"]), @"
    party,rank,other,n,kappa
    ann,1,'=dee,3,1.0
    bob,1,ann,3,0.5
    cy,1,ann,2,0.0
    '=dee,1,ann,3,1.0
    ");
}

#[test]
fn pairs_above_a_threshold_are_listed_once() {
    assert_snapshot!(asked(&votes(), &["--edges", "0.5"]), @"
    a,b,n,agreement
    ann,bob,3,0.6666666666666666
    ann,cy,2,0.5
    ann,'=dee,3,1.0
    bob,'=dee,3,0.6666666666666666
    cy,'=dee,2,0.5
    ");
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
    assert_snapshot!(told.concat(), @"
    error: part 2 of 2 is missing
    error: `one.csv` and `one.csv` are both part 1
    error: `other.csv` answers another question than `one.csv`: `statement --measure agreement --normalise none --min-joint 0 --format csv --top 2`, and not `statement --measure agreement --normalise none --min-joint 0 --format csv --top 1`
    error: `few.csv` answers another question than `one.csv`: `statement --measure agreement --normalise none --min-joint 2 --format csv --top 1`, and not `statement --measure agreement --normalise none --min-joint 0 --format csv --top 1`
    error: `third.csv` is one of 3 parts, `one.csv` one of 2
    error: `table.csv` is of another table than `one.csv`
    error: cannot read `cut.csv`: it is cut off: make this part again
    error: cannot read `votes.csv`: it is no part of an answer: `stances matrix --table … --part 1/2` makes such files
    ");
}

#[test]
fn what_cannot_be_wanted_is_refused() {
    let votes = votes();
    let told = [
        refused(&votes, &["--part", "1/2"]),
        refused(&votes, &["--top", "1", "--format", "json"]),
        refused(&votes, &["--top", "1", "--measure", "agreement,conflict"]),
    ];
    assert_snapshot!(told.concat(), @"
    error: `--part` takes a part of `--top`, `--bottom` or `--edges`: say which is wanted
    error: `--format json` has no place for chosen pairs: write `--format csv` or `--format tsv`
    error: `--top 1` takes one measure on one scale: name one with `--measure`
    ");
    // How much it takes hangs on the number of threads.
    let told = refused(&votes, &["--top", "1", "--memory", "10"]);
    assert!(
        told.ends_with("allow as much, or use fewer threads\n"),
        "{told}"
    );
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
