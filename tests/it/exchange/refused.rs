//! Imports that cannot be made say why, and change nothing.

use std::fs;

use insta::assert_snapshot;

use crate::harness::scratch::Scratch;
use crate::write::untouched;

/// What is said of a table that nobody can take over.
fn refused(table: impl AsRef<[u8]>, more: &[&str]) -> String {
    let scratch = Scratch::empty();
    fs::write(scratch.folder().join("t.csv"), table).unwrap();
    let arguments = [
        &["import", "t.csv", "--into", "new", "--since", "2025"],
        more,
    ]
    .concat();
    untouched(&scratch, &arguments)
}

#[test]
fn files_that_are_no_tables() {
    let said = [
        refused("", &[]),
        refused("\n \n", &[]),
        refused("party\nA\n", &[]),
        refused(b"a,b\nx,\xe4\n", &[]),
        refused(b"a,b\nx,\xe4\n", &["--encoding", "klingon"]),
        refused(b"a,b\nx,\0\n", &[]),
        refused("PK\x03\x04 no workbook", &[]),
        refused("a,b,b\nx,1,2\n", &[]),
        refused("party,issue\nx,y\n", &["--from", "long"]),
        refused("party,issue\nx,y\n", &["--from", "ktab"]),
        refused("party,concept\nx,y\n", &["--from", "statements"]),
    ];
    assert_snapshot!(said.concat(), @"
    error: `t.csv` is no table that can be read: it is empty: its first row names the columns
    error: `t.csv` is no table that can be read: it is empty: its first row names the columns
    error: `t.csv` cannot be read: there is no column beside the actor: each item has a column, or choose `--from long`
    error: `t.csv` is no table that can be read: line 2 is not UTF-8: save it as `CSV UTF-8`, or name its encoding, such as `--encoding windows-1252` (Western Europe) or `--encoding windows-1251` (Cyrillic)
    error: `t.csv` is no table that can be read: there is no encoding `klingon`: write its name as web pages do, such as `windows-1251`
    error: `t.csv` is no table that can be read: it is no text: there is a byte 0 in line 2; give CSV, or a workbook as .xlsx
    error: `t.csv` is no table that can be read: it is no workbook: Zip error: invalid Zip archive: Could not find EOCD; save it as .xlsx again, or as CSV
    error: `t.csv` cannot be read: columns 2 and 3 are both called `b`: rename one of them
    error: `t.csv` cannot be read: there is no column for the position: name it `position` or `value`
    error: `t.csv` cannot be read: there is no column for the influence of an actor, with position and salience behind it: name it `Actor,Description,Power,Position,Salience`
    error: `t.csv` cannot be read: there is no column for the actor: name it `organization`
    ");
}

#[test]
fn values_that_nobody_can_read() {
    let table = "party,peace,war\nA,3,x\nB,4,y\n";
    let said = [
        refused(table, &[]),
        refused(table, &["--as", "scale"]),
        refused(table, &["--as", "quantity"]),
        refused(table, &["--levels", "1..7"]),
        refused(table, &["--levels", "1..2.5", "--as", "scale"]),
        refused("party,peace\nA,x\n", &["--as", "choice"]),
        refused("party,issue,position,kind\nA,b,c,Sclae\n", &[]),
    ];
    assert_snapshot!(said.concat(), @"
    error: nothing was taken over from `t.csv`: on `peace` nobody knows what `3` means (line 2): say it with `--levels LO..HI`, with `--as statement`, `--as choice`, or in a file of items with `--items FILE` (and 1 more issues like that)
    error: nothing was taken over from `t.csv`: on `peace` nobody knows its levels in their order: give `--levels LO..HI` or `--levels A,B,C` (and 1 more issues like that)
    error: nothing was taken over from `t.csv`: on `peace` nobody knows between which numbers it lies: give `--levels LO..HI` (and 1 more issues like that)
    error: nothing was taken over from `t.csv`: on `peace` a statement has 5 degrees and cannot tell 7 levels apart: choose `--as scale` or `--as quantity` (and 1 more issues like that)
    error: nothing was taken over from `t.csv`: on `peace` 1 to 2.5 are not 2 to 254 levels: choose `--as quantity` for numbers between them (and 1 more issues like that)
    error: nothing was taken over from `t.csv`: on `peace` a choice needs two options or more, and only one comes up: name all with `--levels A,B,C`
    error: nothing was taken over from `t.csv`: on `b` `Sclae` is no kind of issue: write `statement`, `scale`, `quantity` or `choice`, or the kind in RON
    ");
}

#[test]
fn rows_that_leave_nothing() {
    let scratch = Scratch::empty();
    fs::write(
        scratch.folder().join("t.csv"),
        "party,issue,position\n,b,support\n",
    )
    .unwrap();
    let said = untouched(&scratch, &["import", "t.csv", "--into", "new"]);
    assert_snapshot!(said, @"
    line 2, column 1: there is no actor
    t.csv: 1 row, 0 positions: 0 new, 1 left out
    ");
}

#[test]
fn folders_that_are_taken() {
    let scratch = Scratch::new([]);
    fs::write(scratch.folder().join("t.csv"), "party,peace\nA,yes\n").unwrap();
    scratch.write("a.ron", "()");
    let said = [
        untouched(&scratch, &["import", "t.csv", "--into", "stances/talks"]),
        untouched(&scratch, &["import", "t.csv", "--into", "t.csv"]),
        untouched(&scratch, &["import", "none.csv", "--into", "new"]),
        untouched(&scratch, &["import", "stances", "--into", "new"]),
    ];
    assert_snapshot!(said.concat(), @"
    error: there is `stances/talks/a.ron`, which would become a party: name another folder
    error: `t.csv` is a file: name another folder
    error: cannot read `none.csv`: No such file or directory (os error 2)
    error: cannot read `stances`: it is not a regular file
    ");
}

#[test]
fn files_with_mistakes_are_mended_first() {
    let scratch = Scratch::new([("dossier.ron", "(issues: [")]);
    fs::write(scratch.folder().join("t.csv"), "party,peace\nA,yes\n").unwrap();
    let into = ["import", "t.csv", "--into", "talks", "--since", "2025"];
    assert_snapshot!(untouched(&scratch, &into), @"error: nothing was taken over from `t.csv`: `dossier.ron` cannot be changed: the file has mistakes, which have to be mended first");
}
