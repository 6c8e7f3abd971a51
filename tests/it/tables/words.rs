//! The command on a table, from end to end.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use insta::assert_snapshot;
use serde_json::json;

use crate::harness::run::Run;
use crate::harness::scratch::Scratch;

const VOTES: &str = "\
party,truce,border,fleet
ann,1,2,3
bob,3,2,3
cy,1,,1
";

pub(super) fn folder(files: &[(&str, &str)]) -> Scratch {
    let scratch = Scratch::empty();
    for (name, text) in files {
        std::fs::write(scratch.folder().join(name), text).unwrap();
    }
    scratch
}

fn votes() -> Scratch {
    folder(&[("votes.csv", VOTES)])
}

pub(super) fn matrix(scratch: &Scratch, more: &[&str]) -> Run {
    scratch.run(&[&["matrix", "--table"], more].concat())
}

#[test]
fn a_table_is_shown_with_what_it_is() {
    let votes = votes();
    assert_snapshot!(matrix(&votes, &["votes.csv", "--levels", "1..3"]).fine(), @"
    votes.csv
    ═════════

    votes.csv · 3 parties, 3 items · 8 of 9 cells answered · statements from 1 to 3

    Agreement

    party  ann  bob  cy
    ────────────────────
    ann    —    2/3  1/2
    bob    2/3  —    0/2
    cy     1/2  0/2  —
    ────────────────────
    ");
    let more = [
        "votes.csv",
        "--levels",
        "1..3",
        "--as",
        "scale",
        "--measure",
        "kappa",
        "--format",
        "markdown",
    ];
    assert_snapshot!(matrix(&votes, &more).fine(), @"
    # votes.csv

    votes.csv · 3 parties, 3 items · 8 of 9 cells answered · a scale from 1 to 3

    Kappa on 3 scales 1 – 2 – 3

    | party | ann       | bob       | cy       |
    | ----- | --------- | --------- | -------- |
    | ann   | —         | +0.50 (3) | 0.00 (2) |
    | bob   | +0.50 (3) | —         | 0.00 (2) |
    | cy    | 0.00 (2)  | 0.00 (2)  | —        |

    - in brackets: on how many issues it rests
    ");
}

#[test]
fn data_have_the_columns_that_a_dossier_gives() {
    let votes = votes();
    let square = [
        "votes.csv",
        "--levels",
        "1..3",
        "--format",
        "csv",
        "--measure",
        "agreement,kappa",
    ];
    assert_snapshot!(matrix(&votes, &square).fine(), @"
    party,measure,scale,ann,bob,cy
    ann,agreement,,,0.6666666666666666,0.5
    bob,agreement,,0.6666666666666666,,0.0
    cy,agreement,,0.5,0.0,
    ann,kappa,statements,,0.5,0.0
    bob,kappa,statements,0.5,,0.0
    cy,kappa,statements,0.0,0.0,
    ");
    let long = [
        "votes.csv",
        "--levels",
        "1..3",
        "--format",
        "tsv",
        "--rows",
        "long",
    ];
    assert_snapshot!(matrix(&votes, &long).fine(), @"
    a	b	n	agreement
    ann	bob	3	0.6666666666666666
    ann	cy	2	0.5
    bob	cy	2	0.0
    ");
    let json = matrix(
        &votes,
        &["votes.csv", "--levels", "1..3", "--format", "json"],
    )
    .json();
    assert_eq!(json["schema"], "stances/matrix/1");
    assert_eq!(json["lens"]["dossier"], "votes.csv");
    assert_eq!(
        json["table"],
        json!({"parties": 3, "items": 3, "answers": 8, "levels": [1, 3], "read_as": "statement"})
    );
    assert_eq!(json["n"], json!([[null, 3, 2], [3, null, 2], [2, 2, null]]));
}

/// The same table in other clothes.
#[test]
fn a_table_is_the_same_however_it_is_written() {
    let semicolons = VOTES.replace(',', ";");
    let quoted = VOTES
        .replace("border", "\"bor\nder\"")
        .replace("bor\nder", "border");
    let long = "\
item,value,party
truce,1,ann\nborder,2,ann\nfleet,3,ann\ntruce,3,bob\nborder,2,bob\nfleet,3,bob\ntruce,1,cy\nfleet,1,cy\n";
    let scratch = folder(&[
        ("votes.csv", VOTES),
        ("votes.tsv", &VOTES.replace(',', "\t")),
        ("semicolons.csv", &semicolons),
        (
            "marked.csv",
            &format!("\u{feff}{}", VOTES.replace('\n', "\r\n")),
        ),
        ("quoted.csv", &quoted.replace("ann", "\"ann\"")),
        ("long.csv", long),
    ]);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(VOTES.as_bytes()).unwrap();
    std::fs::write(scratch.folder().join("packed"), packed.finish().unwrap()).unwrap();
    let same = ["--levels", "1..3", "--format", "csv"];
    let plain = matrix(&scratch, &[&["votes.csv"][..], &same].concat()).fine();
    for other in [
        &["votes.tsv"][..],
        &["semicolons.csv", "--separator", ";"],
        &["marked.csv"],
        &["quoted.csv"],
        &["long.csv", "--layout", "long"],
        &["packed"],
        &["votes.csv", "--rows", "square", "--layout", "wide"],
        &["votes.csv", "--output", "/dev/stdout"],
    ] {
        assert_eq!(
            matrix(&scratch, &[other, &same].concat()).fine(),
            plain,
            "{other:?}"
        );
    }
}

#[test]
fn what_cannot_be_used_is_told_by_its_place() {
    let text = "party,a,b\r\nann,1,4\r\n\"b\nob\",x,2\r\n,1,1\r\nann,2,2\r\ncy,1\r\ndan,1,2,3\r\n";
    let scratch = folder(&[("votes.csv", text)]);
    let (told, data) = matrix(
        &scratch,
        &["votes.csv", "--levels", "1..3", "--format", "csv"],
    )
    .left_out();
    assert_snapshot!(told, @"
    error: votes.csv: line 2, column 3: `4` lies outside 1 to 3
    error: votes.csv: line 3, column 2: `x` is no whole number
    error: votes.csv: line 5, column 1: there is no name
    error: votes.csv: line 6, column 1: `ann` stands in line 2 already
    error: votes.csv: line 7: there are 2 fields, and the first row has 3
    error: votes.csv: line 8: there are 4 fields, and the first row has 3
    ");
    assert_snapshot!(data, @r#"
    party,ann,"b
    ob",cy,dan
    ann,,,1.0,1.0
    "b
    ob",,,,1.0
    cy,1.0,,,1.0
    dan,1.0,1.0,1.0,
    "#);
}

#[test]
fn what_is_told_fits_on_a_screen() {
    let rows: String = (0..100).map(|at| format!("p{at},9\n")).collect();
    let scratch = folder(&[("votes.csv", &format!("party,a\n{rows}"))]);
    let (told, _) = matrix(
        &scratch,
        &["votes.csv", "--levels", "1..3", "--format", "csv"],
    )
    .left_out();
    assert_eq!(told.lines().count(), 21);
    assert_eq!(told.lines().last(), Some("error: votes.csv: and 80 more"));
}

#[test]
fn items_have_ranges_and_weights() {
    let scratch = folder(&[
        ("t.csv", "party,a,b,c\nx,0.5,10,1\ny,1,0,1\n"),
        (
            "items.csv",
            "item,min,max,weight\na,0,1,3\nb,0,20,1\nd,0,1,1\nb,0,1,1\n",
        ),
    ]);
    let more = [
        "t.csv",
        "--items",
        "items.csv",
        "--as",
        "scale",
        "--measure",
        "closeness",
        "--weight",
        "issue",
    ];
    let (told, shown) = matrix(&scratch, &more).left_out();
    assert_snapshot!(told, @"
    error: items.csv: line 5, column 1: `b` stands in line 3 already
    error: items.csv: line 4: the table has no item `d`
    error: t.csv: line 1, column 4: `c` has no `min` and `max` in the file about the items
    ");
    assert_snapshot!(shown, @"
    t.csv
    ═════

    t.csv · 2 parties, 2 items · 4 of 4 cells answered · quantities, each within its range

    Closeness, weighted by issue

    party  x         y
    ─────────────────────────
    x      —         0.50 (2)
    y      0.50 (2)  —
    ─────────────────────────
    in brackets: on how many issues it rests
    An item weighs its own `weight` in the file about the items, else 1.
    ");
}

#[test]
fn what_a_table_does_not_have_is_refused() {
    let scratch = folder(&[
        ("votes.csv", VOTES),
        ("semicolons.csv", "party;a\nx;1\n"),
        ("empty.csv", ""),
        ("items.csv", "item,weight\ntruce,1\n"),
        ("ranges.csv", "item,min,max\ntruce,0,9\n"),
        ("twice.csv", "party,a,a\n"),
        ("wide.csv", "party,a\n"),
    ]);
    let levels = ["--levels", "1..3"];
    let mut told = String::new();
    for more in [
        &["votes.csv"][..],
        &["votes.csv", "--items", "items.csv"],
        &["votes.csv", "--items", "ranges.csv", "--levels", "1..3"],
        &["votes.csv", "--items", "ranges.csv", "--as", "choice"],
        &["missing.csv", "--levels", "1..3"],
        &["semicolons.csv", "--levels", "1..3"],
        &["empty.csv", "--levels", "1..3"],
        &["twice.csv", "--levels", "1..3"],
        &["wide.csv", "--levels", "1..3", "--layout", "long"],
        &["votes.csv", "--levels", "1..3", "--layout", "square"],
        &["votes.csv", "--levels", "1..3", "--as-of", "2025"],
        &["votes.csv", "--levels", "1..3", "--by", "area"],
        &["votes.csv", "--levels", "1..3", "--order", "bloc"],
        &["votes.csv", "--levels", "1..3", "--weight", "issue"],
        &["votes.csv", "--levels", "1..3", "--weight", "salience-mean"],
        &["votes.csv", "--levels", "1..3", "--party", "bobb"],
        &["votes.csv", "--levels", "1..3", "talks"],
    ] {
        told += &matrix(&scratch, more).refused();
    }
    told += &scratch.run(&["matrix", "--layout", "wide"]).refused();
    assert_snapshot!(told, @"
    error: the scale is not known, since the numbers that happen to be there do not tell it: say it with such as `--levels 1..3`, or give `min` and `max` of each item with `--items`
    error: `items.csv` gives no `min` and `max`, so the scale is not known: say it with such as `--levels 1..3`
    error: `--levels 1..3` and the range of `truce` in `ranges.csv` say different things: leave out one of the two
    error: votes.csv: line 1, column 3: `border` has no `min` and `max` in the file about the items
    error: votes.csv: line 1, column 4: `fleet` has no `min` and `max` in the file about the items
    error: numbers within ranges are no options: say which whole numbers are with `--levels`
    error: cannot read `missing.csv`: No such file or directory (os error 2)
    error: cannot read `semicolons.csv`: the first row names one column only, with semicolons in it: if that is what parts the columns, say so with `--separator ';'`
    error: cannot read `empty.csv`: the file is empty: its first row names the columns
    error: cannot read `twice.csv`: column 3 is called `a` like column 2
    error: cannot read `wide.csv`: there is no column `item`: the first row of a long table names `party`, `item` and `value`
    error: with `--table`, `--layout` says how the table is laid out, `wide` or `long`: for the answer write `--rows square`
    error: `--as-of` asks for what only a dossier tells: with `--table` there are `--party` and `--issue`
    error: `--by area` asks for what only a dossier tells: leave it out
    error: `--order bloc` works on a dossier only: leave it out
    error: `--weight issue` takes the weights of the items: name the file that tells them with `--items`
    error: `--weight salience-mean` takes what only a dossier tells: `--weight issue` takes the weights of `--items`
    error: the table has no party `bobb`: did you mean `bob`?
    error: a table takes the place of a dossier: leave out one of the two
    error: `--layout wide` says how a table is laid out: name the table with `--table`, or write `--rows square`
    ");
    let header_only = matrix(
        &scratch,
        &[&["wide.csv"][..], &levels, &["--format", "csv"]].concat(),
    );
    assert_eq!(header_only.fine(), "party\n");
}

#[test]
fn the_lens_takes_parties_and_items() {
    let votes = votes();
    let more = [
        "votes.csv",
        "--levels",
        "1..3",
        "--party",
        "cy,ann",
        "--issue",
        "fleet",
        "--format",
        "csv",
    ];
    assert_snapshot!(matrix(&votes, &more).fine(), @"
    party,cy,ann
    cy,,0.0
    ann,0.0,
    ");
}

#[test]
fn pages_for_thousands_are_refused_with_what_fits() {
    let rows: String = (0..501).map(|at| format!("p{at},1\n")).collect();
    let scratch = folder(&[("votes.csv", &format!("party,a\n{rows}"))]);
    let levels = ["votes.csv", "--levels", "1..3"];
    assert_snapshot!(matrix(&scratch, &levels).refused(), @"error: 501 parties are too many for `--format table`, which takes 500: write `--format csv`, or name some with `--party`");
    let csv = matrix(&scratch, &[&levels[..], &["--format", "csv"]].concat()).fine();
    assert_eq!(csv.lines().count(), 502);
}
