//! Positions that depend on something.

use crate::harness::look::{Counts, Look};
use crate::harness::talks::{Says, Talks, says};

fn two(one: Says, other: Says) -> Look {
    Talks::new()
        .statement("q")
        .party("a", [one])
        .party("b", [other])
        .look()
}

const PARTIAL: Counts = Counts {
    n: 1,
    agree: 0,
    partial: 1,
    conflict: 0,
};

#[test]
fn a_condition_on_one_side_makes_the_pair_partial_without_a_distance() {
    for other in ["Support", "Oppose", "Neutral"] {
        let look = two(
            says("q", "Support").on_condition("a truce"),
            says("q", other),
        );
        assert_eq!(look.counts("a", "b"), PARTIAL, "{other}");
        assert_eq!(
            look.verdict("a", "b", "q"),
            Some(("partial".to_owned(), None))
        );
    }
}

#[test]
fn different_conditions_make_the_pair_partial_without_a_distance() {
    let look = two(
        says("q", "Support").on_condition("a truce"),
        says("q", "Support").on_condition("elections"),
    );
    assert_eq!(look.counts("a", "b"), PARTIAL);
}

#[test]
fn the_same_condition_on_both_sides_makes_the_pair_count_like_any_other() {
    let look = two(
        says("q", "Support").on_condition("a truce"),
        says("q", "Oppose").on_condition("a truce"),
    );
    assert_eq!(
        look.verdict("a", "b", "q"),
        Some(("conflict".to_owned(), Some(1.0)))
    );
}

#[test]
fn a_conditional_position_is_marked() {
    let look = two(
        says("q", "Support").on_condition("a truce"),
        says("q", "Support"),
    );
    assert!(look.row("q").contains("+ support ?"));
}

#[test]
fn a_condition_keeps_a_pair_out_of_means_and_in_the_shares() {
    let scratch = Talks::new()
        .statement("q")
        .statement("r")
        .party(
            "a",
            [
                says("q", "Support").on_condition("a truce"),
                says("r", "Support"),
            ],
        )
        .party("b", [says("q", "Oppose"), says("r", "LeanSupport")])
        .scratch();
    let matrix = |measure| {
        let arguments = ["matrix", "--format", "json", "--measure", measure];
        let matrix = scratch.run(&arguments).json();
        (matrix["values"][0][1].clone(), matrix["n"][0][1].clone())
    };
    assert_eq!(matrix("closeness"), (0.75.into(), 1.into()));
    assert_eq!(matrix("partial"), (0.5.into(), 2.into()));
}
