//! What is told of issues, for people and for machines.

use insta::assert_snapshot;

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// One issue of each kind, and one for each way of being missing.
fn talks() -> Scratch {
    let quantity = "Quantity(unit: \"men\", min: 0, max: 100)";
    Talks::new()
        .statement("pledge")
        .issue("army", "Scale([\"none\", \"small\", \"large\"])")
        .issue("ceiling", quantity)
        .issue("seat", "Choice([\"here\", \"there\"])")
        .statement("nobody")
        .party_with(
            "north",
            "name: \"The North\", code: \"N\"",
            [
                says("pledge", "Support"),
                says("army", "At(\"none\")"),
                says("ceiling", "At(10)"),
                says("seat", "OneOf([\"here\"])"),
            ],
        )
        .party(
            "south",
            [
                says("pledge", "Oppose").attributed(),
                says("army", "At(\"large\")"),
                says("ceiling", "At(25)"),
                says("seat", "OneOf([\"there\"])"),
            ],
        )
        .party(
            "west",
            [
                says("pledge", "Support").on_condition("the south signs"),
                says("army", "AtLeast(\"small\")"),
                says("ceiling", "At(25)").by_conduct(),
                says("seat", "Withdrawn"),
            ],
        )
        .party(
            "east",
            [says("pledge", "Undisclosed"), says("army", "At(\"large\")")],
        )
        .scratch()
}

#[test]
fn every_kind_of_issue_and_of_silence() {
    assert_snapshot!(talks().run(&["issues"]).fine(), @"
    Issues: talks
    ═════════════

    As of 2025-01-01 · declared, attributed and conduct · 4 parties, 5 issues

    issue    who stands where                  no position       comparable    agree  partial  conflict
    ── matters ────────────────────────────────────────────────────────────────────────────────────────
    pledge   + support: N; − oppose: south; +  east undisclosed         3/4      0/3      2/3       1/3
             support ?: west
    army     large: east, south; none: N;      ·                        4/4  1/6 17%  2/6 33%   3/6 50%
             small – large: west
    ceiling  10 men: N; 25 men: south, west    east                     3/4      1/3      0/3       2/3
    seat     here: N; there: south             east;                    2/4      0/1      0/1       1/1
                                               west withdrawn
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    agree, partial, conflict: of the pairs that can be compared · · nobody, nothing to compare · ? on a
      condition
    N The North

    How far of one mind, and where the middle is
    ────────────────────────────────────────────
    issue    points  van-der-eijk  consensus       mean  median
    ───────────────────────────────────────────────────────────
    pledge      2/3         −1.00       0.00       0.00    0.00
    army        3/4         −0.33       0.08  2.33 of 3   large
    ceiling     3/3             ·          ·     20 men  25 men
    ───────────────────────────────────────────────────────────
    points: on how many of the positions the numbers rest; ranges, and what depends on something, are no
      points
    van-der-eijk: −1 two camps at the ends, 0 spread evenly, 1 all the same · consensus: 0 two camps, 1
      all the same
    mean, median: baselines for where talks might settle, each party counted once; statements from −1
      oppose to +1 support, levels counted from 1

    Not on a line: options have no order (seat).

    Nobody has a record on 1 issue: nobody.
    ");
}

#[test]
fn data_has_all_counts() {
    assert_snapshot!(talks().run(&["issues", "--format", "csv"]).fine(), @"
    area,issue,text,parties,comparable,declared,attributed,conduct,conditional,silent,outside_lens,undisclosed,withdrawn,contradictory,unusable,n,independent,agree,partial,conflict,points,not_placed,van_der_eijk,consensus,mean,median,positions,holders
    matters,pledge,What about pledge?,4,3,2,1,0,1,0,0,1,0,0,0,3,3,0,2,1,2,1,-1.0,0.0,0.0,0.0,support;oppose;support on condition,north;south;west
    matters,army,What about army?,4,4,4,0,0,0,0,0,0,0,0,0,6,6,1,2,3,3,1,-0.3333333333333333,0.08170416594551033,2.3333333333333335,3.0,large;none;small – large,east|south;north;west
    matters,ceiling,What about ceiling?,4,3,2,0,1,0,1,0,0,0,0,0,3,3,1,0,2,3,0,,,20.0,25.0,10;25,north;south|west
    matters,seat,What about seat?,4,2,2,0,0,0,1,0,0,1,0,0,1,1,0,0,1,2,0,,,,,here;there,north;south
    matters,nobody,What about nobody?,4,0,0,0,0,0,4,0,0,0,0,0,0,0,0,0,0,0,0,,,,,,
    ");
}

#[test]
fn the_reason_why_nothing_is_measured_is_told() {
    let answer = talks().run(&["issues", "--format", "json"]).json();
    assert_eq!(answer["schema"], "stances/issues/1");
    let why = |issue: usize, list: &str, measure: &str| {
        answer["issues"][issue][list][measure]["why"]
            .as_str()
            .map(str::to_owned)
    };
    let reasons = [
        why(0, "spread", "van-der-eijk"),
        why(2, "spread", "van-der-eijk"),
        why(2, "baselines", "median"),
        why(3, "spread", "van-der-eijk"),
        why(3, "baselines", "mean"),
        why(4, "spread", "rice"),
    ];
    assert_eq!(
        reasons.map(Option::unwrap_or_default),
        [
            "",
            "a quantity has no levels",
            "",
            "the answers have no order",
            "the answers have no order",
            "fewer than two positions are points",
        ]
    );
}

#[test]
fn most_disputed_first() {
    let sorted = [
        "issues",
        "ukraine-peace-texts",
        "--sort",
        "conflict",
        "--format",
        "json",
    ];
    let answer = shipped(&sorted).json();
    let first = &answer["issues"][0];
    assert_eq!(answer["sort"], "conflict");
    assert_eq!(first["issue"], "neutral-status");
    assert_eq!(
        (&first["pairs"]["conflict"], &first["pairs"]["n"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn an_unknown_order_is_refused() {
    let said = shipped(&["issues", "ukraine-peace-texts", "--sort", "size"]).refused();
    assert!(said.contains("possible values: given, agreement"), "{said}");
}

#[test]
fn nothing_in_view_is_said() {
    let empty = Talks::new()
        .statement("pledge")
        .party("north", [])
        .scratch();
    let said = empty.run(&["issues"]).fine();
    assert!(
        said.contains("No party has a position on any issue in view."),
        "{said}"
    );
}
