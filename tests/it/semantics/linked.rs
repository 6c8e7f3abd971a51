//! What relations say about two parties: beside the counts, never in them.

use crate::harness::look::Look;
use crate::harness::talks::{Talks, says};

const CHOICE: &str = r#"Choice(["alone", "together", "others"])"#;
const SCALE: &str = r#"Scale(["none", "some", "full"])"#;

/// Statements p, q, r and t, a choice and a scale.
fn talks() -> Talks {
    ["p", "q", "r", "t"]
        .into_iter()
        .fold(Talks::new(), Talks::statement)
        .issue("who", CHOICE)
        .issue("strength", SCALE)
}

fn check(look: &Look, expected: &[&str]) {
    assert_eq!(look.linked("a", "b"), expected);
}

#[test]
fn an_implication_makes_its_holder_agree_with_who_holds_the_conclusion() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support")])
        .look();
    check(&look, &["agreement on q by [1]"]);
    let linked = &look.pair("a", "b")["linked"][0];
    assert_eq!(linked["from"]["party"], "a");
    assert_eq!(linked["from"]["issue"], "p");
    assert_eq!(linked["to"]["party"], "b");
    assert_eq!(linked["because"][0], "it follows");
    assert_eq!(linked["direct"], false);
}

#[test]
fn an_implication_makes_its_holder_clash_with_who_rejects_the_conclusion() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Oppose")])
        .look();
    check(&look, &["clash on q by [1]"]);
}

#[test]
fn linked_results_are_in_no_count() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support")])
        .look();
    assert_eq!(look.counts("a", "b").n, 0);
    assert!(look.tells("Linked agreement, in no count"));
}

#[test]
fn a_linked_result_is_shown_as_a_number_behind_the_fraction() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support"), says("r", "Support")])
        .party("b", [says("q", "Oppose"), says("r", "Support")])
        .look();
    assert!(look.tells("0/1 +1"), "{}", look.table);
    assert!(look.tells("+k: k linked clashes"));
    assert!(!look.tells("1/1 +1"));
}

#[test]
fn a_neutral_party_neither_agrees_nor_clashes_with_what_follows() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Neutral")])
        .look();
    check(&look, &[]);
}

#[test]
fn support_in_a_literal_means_the_supporting_side() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "LeanSupport")])
        .party("b", [says("q", "LeanSupport")])
        .look();
    check(&look, &["agreement on q by [1]"]);
}

#[test]
fn a_literal_holds_where_all_that_is_accepted_lies_inside_it() {
    let talks = talks()
        .implies(("who", r#"OneOf(["alone", "together"])"#), ("q", "Support"))
        .party("b", [says("q", "Support")]);
    let with = |position: &str| {
        let look = talks.clone().party("a", [says("who", position)]).look();
        look.linked("a", "b").len()
    };
    assert_eq!(with(r#"OneOf(["alone"])"#), 1);
    assert_eq!(with(r#"OneOf(["together", "alone"])"#), 1);
    assert_eq!(with(r#"OneOf(["alone", "others"])"#), 0);
}

#[test]
fn a_literal_on_a_scale_holds_for_the_ranges_inside_it() {
    let talks = talks()
        .implies(("strength", r#"AtLeast("some")"#), ("q", "Support"))
        .party("b", [says("q", "Support")]);
    let with = |position: &str| {
        let look = talks
            .clone()
            .party("a", [says("strength", position)])
            .look();
        look.linked("a", "b").len()
    };
    assert_eq!(with(r#"At("full")"#), 1);
    assert_eq!(with(r#"Between("some", "full")"#), 1);
    assert_eq!(with(r#"AtLeast("none")"#), 0);
}

#[test]
fn an_exclusion_gives_a_clash_from_either_side() {
    let talks = talks().excludes(("p", "Support"), ("q", "Support"));
    let look = talks
        .clone()
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support")])
        .look();
    check(&look, &["clash on q by [1]"]);
    let look = talks
        .party("a", [says("q", "Support")])
        .party("b", [says("p", "Support")])
        .look();
    assert_eq!(look.linked("a", "b").len(), 1);
}

#[test]
fn who_holds_both_sides_of_an_exclusion_refuses_both() {
    let look = talks()
        .excludes(
            ("strength", r#"AtMost("some")"#),
            ("strength", r#"At("none")"#),
        )
        .party("a", [says("strength", r#"At("none")"#)])
        .party("b", [says("strength", r#"AtMost("some")"#)])
        .look();
    check(&look, &["clash on strength by [1]"]);
}

#[test]
fn an_exclusion_never_gives_an_agreement() {
    let look = talks()
        .excludes(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Oppose")])
        .look();
    check(&look, &[]);
}

#[test]
fn an_exclusion_clashes_only_with_who_lies_inside_what_is_excluded() {
    let talks = talks()
        .excludes(("p", "Support"), ("who", r#"OneOf(["others"])"#))
        .party("a", [says("p", "Support")]);
    let with = |position: &str| {
        let look = talks.clone().party("b", [says("who", position)]).look();
        look.linked("a", "b").len()
    };
    assert_eq!(with(r#"OneOf(["others"])"#), 1);
    assert_eq!(with(r#"OneOf(["others", "together"])"#), 0);
}

#[test]
fn the_contrapositive_gives_a_clash_with_who_holds_the_premise() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .party("a", [says("r", "Oppose")])
        .party("b", [says("p", "Support")])
        .look();
    assert_eq!(look.linked("a", "b").len(), 1);
    assert!(look.linked("a", "b")[0].starts_with("clash on "));
}

#[test]
fn the_contrapositive_never_gives_an_agreement() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("q", "Oppose")])
        .party("b", [says("p", "Oppose")])
        .look();
    check(&look, &[]);
}

#[test]
fn a_party_that_is_neutral_on_the_conclusion_does_not_reject_the_premise() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("q", "Neutral")])
        .party("b", [says("p", "Support")])
        .look();
    check(&look, &[]);
}

#[test]
fn relations_chain_and_the_chain_is_shown() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("r", "Support")])
        .look();
    check(&look, &["agreement on r by [1,2]"]);
}

#[test]
fn a_chain_may_end_in_an_exclusion() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .excludes(("q", "Support"), ("r", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("r", "Support")])
        .look();
    check(&look, &["clash on r by [1,2]"]);
}

#[test]
fn of_several_chains_the_shortest_is_shown() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .implies(("p", "Support"), ("r", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("r", "Support")])
        .look();
    check(&look, &["agreement on r by [3]"]);
}

#[test]
fn relations_that_go_in_a_circle_come_to_an_end() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("p", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support")])
        .look();
    assert_eq!(look.linked("a", "b").len(), 2);
}

#[test]
fn a_relation_gives_one_result_for_each_pair() {
    let look = talks()
        .excludes(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support"), says("q", "Support")])
        .party("b", [says("p", "Support"), says("q", "Support")])
        .look();
    assert_eq!(look.linked("a", "b").len(), 1);
}

#[test]
fn a_relation_speaks_of_every_pair_it_concerns() {
    let look = talks()
        .excludes(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support")])
        .party("c", [says("q", "Support")])
        .look();
    assert_eq!(look.linked("a", "b").len(), 1);
    assert_eq!(look.linked("a", "c").len(), 1);
    assert_eq!(look.linked("b", "c").len(), 0);
}

#[test]
fn a_conditional_position_fires_no_relation() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("b", [says("q", "Support")]);
    let look = talks
        .party("a", [says("p", "Support").on_condition("a truce")])
        .look();
    check(&look, &[]);
}

#[test]
fn a_conditional_position_meets_no_linked_one() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("q", "Support").on_condition("a truce")])
        .look();
    check(&look, &[]);
}

#[test]
fn undisclosed_and_contradictory_positions_fire_no_relation() {
    let with = |stances: Vec<_>| {
        let look = talks()
            .implies(("p", "Support"), ("q", "Support"))
            .party("a", stances)
            .party("b", [says("q", "Support")])
            .look();
        look.linked("a", "b").len()
    };
    assert_eq!(with(vec![says("p", "Undisclosed")]), 0);
    assert_eq!(with(vec![says("p", "Support"), says("p", "Oppose")]), 0);
}

#[test]
fn relations_speak_only_of_issues_in_view() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .party("a", [says("p", "Support")])
        .party("b", [says("r", "Support")]);
    let look = talks.through(stances::dossier::lens::Lens {
        issues: vec!["p".into(), "r".into()],
        ..Default::default()
    });
    check(&look, &[]);
}

#[test]
fn what_a_party_says_itself_does_not_follow_from_a_relation() {
    let look = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support"), says("q", "Support")])
        .party("b", [says("q", "Support")])
        .look();
    check(&look, &[]);
}

#[test]
fn a_result_that_repeats_a_plain_verdict_says_so_and_is_not_counted_again() {
    let look = talks()
        .excludes(("p", "Support"), ("q", "Support"))
        .party("a", [says("p", "Support"), says("q", "Oppose")])
        .party("b", [says("p", "Oppose"), says("q", "Support")])
        .look();
    assert_eq!(look.pair("a", "b")["linked"][0]["direct"], true);
    assert!(!look.tells("+1"));
    assert!(!look.tells("Linked clash"));
}
