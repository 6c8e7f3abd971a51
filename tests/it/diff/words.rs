//! What has become of a position, in words; and text that would like to be more.

use insta::assert_snapshot;

use crate::harness::talks::{Talks, says};

/// Between the two days everything happens that can happen to a position.
fn everything() -> Talks {
    let on = |issue: &str, position: &str| says(issue, position).since("2025-01-10");
    Talks::new()
        .head("checks: (stale_after: \"60d\")")
        .statement("changed")
        .statement("repeated")
        .statement("disclosed")
        .statement("undisclosed")
        .statement("withdrawn")
        .statement("resumed")
        .statement("contradictory")
        .statement("settled")
        .statement("ended")
        .statement("conditional")
        .statement("stale")
        .statement("new")
        .party(
            "north",
            [
                says("changed", "Support"),
                on("changed", "LeanOppose"),
                says("repeated", "Support"),
                on("repeated", "Support").with("firmness: RedLine"),
                says("disclosed", "Undisclosed"),
                on("disclosed", "Oppose"),
                says("undisclosed", "Oppose"),
                on("undisclosed", "Undisclosed"),
                says("withdrawn", "Oppose"),
                on("withdrawn", "Withdrawn"),
                says("resumed", "Withdrawn"),
                on("resumed", "Support"),
                says("contradictory", "Support"),
                on("contradictory", "Support"),
                on("contradictory", "Oppose"),
                says("settled", "Support"),
                says("settled", "Oppose"),
                on("settled", "Neutral"),
                says("ended", "Support").until("2025-01-20"),
                says("conditional", "Support"),
                on("conditional", "Support").on_condition("elections"),
                says("stale", "Support"),
                on("new", "Support").attributed(),
            ],
        )
        .party("south", [on("changed", "Oppose").since("2025-01-01")])
}

#[test]
fn everything_that_can_become_of_a_position() {
    let scratch = everything().scratch();
    let output = scratch
        .run(&["diff", "--from", "2025-01-05", "--to", "2025-03-05"])
        .output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    assert_snapshot!(output.text(), @"
    What differs: talks
    ═══════════════════

    Before: As of 2025-01-05 · declared, attributed and conduct · 2 parties, 12 issues

    After: As of 2025-03-05 · declared, attributed and conduct · 2 parties, 12 issues

    11 positions differ: 1 new, 2 changed, 1 repeated, 1 disclosed, 1 undisclosed, 1 withdrawn, 1
    resumed, 1 contradictory, 1 settled, 1 ended. Of 1 pair 1 has moved.

    Positions

    issue          what           before         after                       distance  towards others
    ── north ─────────────────────────────────────────────────────────────────────────────────────────
    changed        changed        + support      − leans to oppose               0.75  nearer to south
    repeated       repeated       + support      + support, position → red          0
                                                 line
    disclosed      disclosed      undisclosed    − oppose                           ·
    undisclosed    undisclosed    − oppose       undisclosed                        ·
    withdrawn      withdrawn      − oppose       withdrawn                          ·
    resumed        resumed        withdrawn      + support                          ·
    contradictory  contradictory  + support      contradictory                      ·
    settled        settled        contradictory  0 neutral                          ·
    ended          ended          + support      ·                                  ·
    conditional    changed        + support      + support (on a condition)         ·
    new            new            ·              + support (attributed)             ·
    ──────────────────────────────────────────────────────────────────────────────────────────────────

    Pairs that moved

    pair               before       after  moved by
    ───────────────────────────────────────────────────────
    north – south  0/0/1 of 1  1/0/0 of 1  north: 1 changed
    ───────────────────────────────────────────────────────
    agree/partial/conflict of n

    Issue by issue

    issue    before    after  distance before  distance after  by
    ── north – south ──────────────────────────────────────────────────────────────────────────
    changed  conflict  agree                1            0.25  north: changed, since 2025-01-10
    ───────────────────────────────────────────────────────────────────────────────────────────

    Gone stale
    ──────────
    - north on stale: + support, since 2025-01-01
    - south on changed: − oppose, since 2025-01-01
    ");
}

#[test]
fn text_that_would_be_more_is_harmless_in_every_format() {
    let scratch = Talks::new()
        .head("title: \"<script>\\u{1b}[31m\"")
        .issue("i", "Choice([\"=1+1\", \"|b|\", \"<b>\"])")
        .party_with(
            "north",
            "name: \"=cmd\\u{1b}]0;x\\u{7}<script>|\", code: \"=N\"",
            [
                says("i", "OneOf([\"=1+1\"])"),
                says("i", "OneOf([\"|b|\"])").since("2025-02-01"),
                says("i", "OneOf([\"<b>\"])")
                    .since("2025-03-01")
                    .with("gist: \"@x\\u{1b}[0m\""),
            ],
        )
        .party("south", [says("i", "OneOf([\"<b>\"])")])
        .scratch();
    for command in [
        &["diff", "--from", "2025-01-02"][..],
        &["timeline"],
        &["timeline", "--pair", "north,south"],
        &["timeline", "--party", "north"],
        &["matrix", "--leave-out", "issue"],
    ] {
        for format in ["table", "markdown", "csv", "html"] {
            let output = scratch
                .run(&[command, &["--format", format]].concat())
                .output();
            let text = output.text();
            assert!(
                !text.contains('\u{1b}') && !text.contains('\u{7}'),
                "{text}"
            );
            assert_ne!(output.code, 2, "{}", output.stderr);
            match format {
                "html" => assert!(
                    !text.contains("<script>") && !text.contains("<b>"),
                    "{text}"
                ),
                "csv" => assert!(!text.contains("\n=") && !text.contains(",="), "{text}"),
                _ => (),
            }
        }
    }
}
