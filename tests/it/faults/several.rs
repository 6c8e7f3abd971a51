//! Every mistake of a run is said at once.

use insta::assert_snapshot;

use super::{DOSSIER, SOUND, all_said, with_stance};
use crate::harness::scratch::Scratch;

#[test]
fn several_mistakes_in_one_record_are_all_said() {
    let scratch = with_stance(
        r#"(
            issue: "truce", position: Suport, basis: Conduct(by: "x"),
            since: "soon", evidence: [(at: "P1")], note: 5, gist: "fine",
        ),"#,
    );
    assert_snapshot!(all_said(&scratch), @r#"
    error[invalid-value]: `Suport` is none of the values that can stand here
     --> stances/talks/a.ron:5:39
      |
    5 |             issue: "truce", position: Suport, basis: Conduct(by: "x"),
      |                                       ^^^^^^
      |
    help: did you mean `Support`?
      |
    5 |             issue: "truce", position: Support, basis: Conduct(by: "x"),
      |                                          +

    error[invalid-value]: `Conduct` stands alone
     --> stances/talks/a.ron:5:54
      |
    5 |             issue: "truce", position: Suport, basis: Conduct(by: "x"),
      |                                                      ^^^^^^^
      |
      = help: leave out what follows it in brackets

    error[invalid-value]: `soon` is no date: write a day (`2025-12-01`), a month (`2025-12`) or a year (`2025`)
     --> stances/talks/a.ron:6:20
      |
    6 |             since: "soon", evidence: [(at: "P1")], note: 5, gist: "fine",
      |                    ^^^^^^

    error[missing-field]: this record lacks `source`
     --> stances/talks/a.ron:6:39
      |
    6 |             since: "soon", evidence: [(at: "P1")], note: 5, gist: "fine",
      |                                       ^
      |
      = help: add `source: …`

    error[invalid-value]: a text in quotation marks is due here
     --> stances/talks/a.ron:6:58
      |
    6 |             since: "soon", evidence: [(at: "P1")], note: 5, gist: "fine",
      |                                                          ^
    "#);
}

#[test]
fn several_mistakes_in_the_meaning_of_one_record_are_all_said() {
    let scratch = with_stance(
        r#"(
            issue: "monitor", position: OneOf(["us"]), basis: Conduct, since: "2025",
            evidence: [(source: "memo"), (source: "letter")], confidence: 2, salience: -1, stake: 5,
        ),"#,
    );
    assert_snapshot!(all_said(&scratch), @r#"
    error[unknown-option]: `monitor` has no option `us`
     --> stances/talks/a.ron:5:48
      |
    5 |             issue: "monitor", position: OneOf(["us"]), basis: Conduct, since: "2025",
      |                                                ^^^^
      |
      = help: the options are `un`, `osce`

    error[unknown-source]: there is no source `memo`
     --> stances/talks/a.ron:6:33
      |
    6 | ...   evidence: [(source: "memo"), (source: "letter")], confidence: 2, salience: -1, stake: 5,
      |                           ^^^^^^
      |
      = help: the only source is `article`

    error[unknown-source]: there is no source `letter`
     --> stances/talks/a.ron:6:51
      |
    6 | ...   evidence: [(source: "memo"), (source: "letter")], confidence: 2, salience: -1, stake: 5,
      |                                             ^^^^^^^^
      |
      = help: the only source is `article`

    error[out-of-bounds]: a confidence of 2 lies outside 0 to 1
     --> stances/talks/a.ron:6:75
      |
    6 | ...   evidence: [(source: "memo"), (source: "letter")], confidence: 2, salience: -1, stake: 5,
      |                                                                     ^

    error[out-of-bounds]: a salience of -1 lies outside 0 to 1
     --> stances/talks/a.ron:6:88
      |
    6 | ...   evidence: [(source: "memo"), (source: "letter")], confidence: 2, salience: -1, stake: 5,
      |                                                                                  ^^

    error[out-of-bounds]: a stake of 5 lies outside 0 to 4
     --> stances/talks/a.ron:6:99
      |
    6 | ...ter")], confidence: 2, salience: -1, stake: 5,
      |                                                ^
    "#);
}

#[test]
fn mistakes_in_several_files_are_said_by_file_and_place() {
    let scratch = Scratch::new([
        (
            "dossier.ron",
            DOSSIER
                .replace("kind: Statement", "kind: Statment")
                .as_str(),
        ),
        ("a.ron", "(nam: \"A\", stances: [(issue: \"army\")])\n"),
        ("a-b.ron", "(code: 5)\n"),
        ("b.ron", SOUND),
    ]);
    assert_snapshot!(all_said(&scratch), @r#"
    error[invalid-value]: a text in quotation marks is due here
     --> stances/talks/a-b.ron:1:8
      |
    1 | (code: 5)
      |        ^

    error[unknown-field]: there is no field `nam` in this record
     --> stances/talks/a.ron:1:2
      |
    1 | (nam: "A", stances: [(issue: "army")])
      |  ^^^
      |
      = help: did you mean `name`?

    error[missing-field]: this record lacks `position`, `basis`, `since`
     --> stances/talks/a.ron:1:22
      |
    1 | (nam: "A", stances: [(issue: "army")])
      |                      ^^^^^^^^^^^^^^
      |
      = help: add `position`, `basis`, `since`: each record of this list must have it

    error[invalid-value]: `Statment` is none of the values that can stand here
     --> stances/talks/dossier.ron:4:44
      |
    4 |         (id: "truce", area: "peace", kind: Statment, text: "A truce."),
      |                                            ^^^^^^^^
      |
    help: did you mean `Statement`?
      |
    4 |         (id: "truce", area: "peace", kind: Statement, text: "A truce."),
      |                                                +
    "#);
}

#[test]
fn the_number_of_mistakes_is_said() {
    let scratch = Scratch::new([("dossier.ron", DOSSIER), ("a.ron", "(nam: 1, kode: 2)")]);
    let (said, _) = scratch.run(&["compare"]).left_out();
    assert!(said.ends_with("\n\n2 mistakes: what they concern is left out of the answer.\n"));
}

#[test]
fn every_command_that_looks_at_a_dossier_says_its_mistakes() {
    let scratch = with_stance(r#"(issue: "truse"),"#);
    let (compare, _) = scratch.run(&["compare"]).left_out();
    let (matrix, _) = scratch.run(&["matrix"]).left_out();
    assert_eq!(compare, matrix);
}
