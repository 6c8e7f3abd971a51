//! Two positions on one issue: verdict and distance; what is no position.

use crate::harness::look::{Counts, Look};
use crate::harness::talks::{Talks, says};

/// Verdict and distance of two positions on an issue of this kind.
fn check(kind: &str, (one, other): (&str, &str), verdict: &str, distance: f64) {
    check_with(kind, "", (one, other), verdict, distance);
}

fn check_with(kind: &str, more: &str, pair: (&str, &str), verdict: &str, distance: f64) {
    for (one, other) in [pair, (pair.1, pair.0)] {
        let look = Talks::new()
            .issue_with("q", "matters", kind, more)
            .party("a", [says("q", one)])
            .party("b", [says("q", other)])
            .look();
        let (found, apart) = look.verdict("a", "b", "q").expect("it is joint");
        assert_eq!(found, verdict, "{one} and {other}");
        let apart = apart.expect("there is a distance");
        assert!((apart - distance).abs() < 1e-12, "{one}, {other}: {apart}");
    }
}

#[test]
fn statements_agree_on_the_same_side_however_firmly() {
    check("Statement", ("Support", "Support"), "agree", 0.0);
    check("Statement", ("Support", "LeanSupport"), "agree", 0.25);
    check("Statement", ("LeanOppose", "Oppose"), "agree", 0.25);
    check("Statement", ("Neutral", "Neutral"), "agree", 0.0);
}

#[test]
fn statements_agree_in_part_where_one_is_neutral() {
    check("Statement", ("Neutral", "Support"), "partial", 0.5);
    check("Statement", ("LeanOppose", "Neutral"), "partial", 0.25);
}

#[test]
fn statements_conflict_on_opposite_sides() {
    check("Statement", ("Support", "Oppose"), "conflict", 1.0);
    check("Statement", ("LeanSupport", "LeanOppose"), "conflict", 0.5);
}

const SCALE: &str = r#"Scale(["none", "some", "much", "most", "all"])"#;

#[test]
fn levels_agree_where_the_range_is_the_same() {
    check(SCALE, (r#"At("some")"#, r#"At("some")"#), "agree", 0.0);
    check(
        SCALE,
        (r#"AtLeast("most")"#, r#"Between("most", "all")"#),
        "agree",
        0.0,
    );
    check(SCALE, (r#"AtMost("none")"#, r#"At("none")"#), "agree", 0.0);
}

#[test]
fn levels_agree_in_part_where_the_ranges_overlap() {
    check(
        SCALE,
        (r#"AtMost("much")"#, r#"AtLeast("much")"#),
        "partial",
        0.5,
    );
    check(
        SCALE,
        (r#"AtMost("some")"#, r#"At("none")"#),
        "partial",
        0.125,
    );
}

#[test]
fn levels_conflict_where_the_ranges_are_disjoint() {
    check(SCALE, (r#"At("none")"#, r#"At("all")"#), "conflict", 1.0);
    check(
        SCALE,
        (r#"AtMost("some")"#, r#"AtLeast("much")"#),
        "conflict",
        0.625,
    );
}

#[test]
fn the_distance_is_taken_over_the_declared_scale_and_not_the_one_observed() {
    check(SCALE, (r#"At("none")"#, r#"At("some")"#), "conflict", 0.25);
}

const QUANTITY: &str = r#"Quantity(unit: "men", min: 100, max: 1100)"#;

#[test]
fn numbers_are_compared_as_ranges() {
    check(QUANTITY, ("At(600)", "At(600.0)"), "agree", 0.0);
    check(QUANTITY, ("AtMost(600)", "AtLeast(600)"), "partial", 0.5);
    check(QUANTITY, ("At(600)", "At(601)"), "conflict", 0.001);
    check(QUANTITY, ("AtLeast(100)", "AtMost(1100)"), "agree", 0.0);
}

#[test]
fn two_points_at_most_the_tolerance_apart_are_the_same() {
    let tolerance = "tolerance: 50";
    check_with(QUANTITY, tolerance, ("At(600)", "At(650)"), "agree", 0.0);
    check_with(
        QUANTITY,
        tolerance,
        ("At(600)", "At(651)"),
        "conflict",
        0.051,
    );
}

#[test]
fn the_tolerance_is_for_points_and_not_for_ranges() {
    check_with(
        QUANTITY,
        "tolerance: 50",
        ("Between(500, 600)", "At(610)"),
        "conflict",
        0.06,
    );
}

const CHOICE: &str = r#"Choice(["us", "un", "osce", "eu"])"#;

#[test]
fn options_agree_where_the_sets_are_the_same() {
    check(
        CHOICE,
        (r#"OneOf(["un", "eu"])"#, r#"OneOf(["eu", "un"])"#),
        "agree",
        0.0,
    );
}

#[test]
fn options_agree_in_part_where_the_sets_meet() {
    check(
        CHOICE,
        (r#"OneOf(["un", "eu"])"#, r#"OneOf(["eu", "us"])"#),
        "partial",
        2.0 / 3.0,
    );
    check(
        CHOICE,
        (r#"OneOf(["un", "eu"])"#, r#"OneOf(["eu"])"#),
        "partial",
        0.5,
    );
}

#[test]
fn options_conflict_where_the_sets_are_disjoint() {
    check(
        CHOICE,
        (r#"OneOf(["un", "eu"])"#, r#"OneOf(["us"])"#),
        "conflict",
        1.0,
    );
}

fn against_support(position: &str) -> Look {
    Talks::new()
        .statement("q")
        .party("a", [says("q", "Support")])
        .party("b", [says("q", position)])
        .look()
}

#[test]
fn an_undisclosed_position_is_not_comparable_and_counted_apart() {
    let look = against_support("Undisclosed");
    assert_eq!(look.says("b", "q"), "undisclosed");
    assert_eq!(look.counts("a", "b").n, 0);
    assert!(look.tells("Undisclosed: b on q."));
}

#[test]
fn a_withdrawn_position_is_not_comparable_and_counted_apart() {
    let look = against_support("Withdrawn");
    assert_eq!(look.says("b", "q"), "withdrawn");
    assert_eq!(look.counts("a", "b").n, 0);
    assert!(look.tells("Withdrawn: b on q."));
}

#[test]
fn two_undisclosed_positions_do_not_agree() {
    let look = Talks::new()
        .statement("q")
        .party("a", [says("q", "Undisclosed")])
        .party("b", [says("q", "Undisclosed")])
        .look();
    assert_eq!(look.counts("a", "b").n, 0);
}

#[test]
fn silence_is_the_absence_of_a_record_and_never_counted() {
    let look = Talks::new()
        .statement("q")
        .party("a", [says("q", "Neutral")])
        .party("b", [])
        .look();
    assert_eq!(look.says("b", "q"), "silent");
    assert_eq!(look.counts("a", "b").n, 0);
    assert!(look.tells("Silent on every issue: b."));
}

#[test]
fn a_pair_counts_the_issues_on_which_both_have_a_position() {
    let look = Talks::new()
        .statement("one")
        .statement("two")
        .statement("three")
        .statement("four")
        .party(
            "a",
            [
                says("one", "Support"),
                says("two", "Support"),
                says("three", "Neutral"),
                says("four", "Support"),
            ],
        )
        .party(
            "b",
            [
                says("one", "Support"),
                says("two", "Oppose"),
                says("three", "Oppose"),
            ],
        )
        .look();
    let counts = Counts {
        n: 3,
        agree: 1,
        partial: 1,
        conflict: 1,
    };
    assert_eq!(look.counts("a", "b"), counts);
}

#[test]
fn every_pair_is_there_once_also_where_nothing_can_be_compared() {
    let look = Talks::new()
        .statement("q")
        .party("c", [])
        .party("a", [])
        .party("b", [])
        .look();
    let pairs = look.json["pairs"].as_array().unwrap();
    let ids: Vec<_> = pairs.iter().map(|pair| [&pair["a"], &pair["b"]]).collect();
    assert_eq!(ids, [["a", "b"], ["a", "c"], ["b", "c"]]);
    assert!(pairs.iter().all(|pair| pair["n"] == 0));
}

#[test]
fn firmness_changes_no_count_and_sorts_clashes() {
    let with = |firmness: &str| {
        Talks::new()
            .statement("early")
            .statement("late")
            .party(
                "a",
                [
                    says("early", "Support"),
                    says("late", "Support").with(firmness),
                ],
            )
            .party("b", [says("early", "Oppose"), says("late", "Oppose")])
            .look()
    };
    let (soft, hard) = (with("firmness: Concern"), with("firmness: RedLine"));
    assert_eq!(soft.json, hard.json);
    let first = |look: &Look| {
        let clash = |line: &&str| line.starts_with("- ");
        look.table.lines().find(clash).unwrap().to_owned()
    };
    assert!(first(&soft).starts_with("- Conflict on early."));
    assert!(first(&hard).starts_with("- Red-line clash on late."));
}

#[test]
fn notes_are_never_counted() {
    let talks = Talks::new()
        .statement("q")
        .party("a", [says("q", "Support")])
        .party("b", []);
    let noted = talks
        .clone()
        .note("b", "(kind: Claim, text: \"It is so.\")");
    assert_eq!(talks.look().table, noted.look().table);
    assert_eq!(talks.look().json, noted.look().json);
}
