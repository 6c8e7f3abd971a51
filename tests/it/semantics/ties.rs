//! Pairs of positions that are no two independent facts.

use crate::harness::look::Look;
use crate::harness::talks::{Says, Talks, says};

fn two(one: Says, other: Says) -> Look {
    Talks::new()
        .statement("q")
        .statement("r")
        .source("text")
        .source("other")
        .party("a", [one, says("r", "Support")])
        .party("b", [other, says("r", "Support")])
        .look()
}

/// Of two joint issues, how many are independent.
fn check(look: &Look, independent: u64) {
    let pair = look.pair("a", "b");
    assert_eq!(pair["n"], 2);
    assert_eq!(pair["independent"], independent, "{pair}");
}

fn support() -> Says {
    says("q", "Support")
}

#[test]
fn the_same_place_said_by_the_same_voice_is_one_piece_of_evidence() {
    let told = support().attributed().from("text", "1");
    let look = two(told.clone(), told);
    check(&look, 1);
    assert!(look.tells("2/2 e"));
    assert!(look.tells("e: in part the same evidence"));
}

#[test]
fn another_place_is_another_piece_of_evidence() {
    let told = |at| support().attributed().from("text", at);
    check(&two(told("1"), told("2")), 2);
}

#[test]
fn another_source_is_another_piece_of_evidence() {
    let told = |source| support().attributed().from(source, "1");
    check(&two(told("text"), told("other")), 2);
}

#[test]
fn another_basis_is_another_piece_of_evidence() {
    let one = support().attributed().from("text", "1");
    let other = support().from("text", "1");
    check(&two(one, other), 2);
}

#[test]
fn no_evidence_is_nothing_in_common() {
    check(&two(support(), support()), 2);
}

#[test]
fn a_group_and_its_member_are_marked_on_every_issue() {
    let look = Talks::new()
        .statement("q")
        .statement("r")
        .party_with(
            "a",
            r#"kind: Organisation, members: ["b"]"#,
            [support(), says("r", "Support")],
        )
        .party("b", [support(), says("r", "Oppose")])
        .look();
    check(&look, 0);
    assert!(look.tells("1/2 g"));
    assert!(look.tells("g: a group and its member"));
}
