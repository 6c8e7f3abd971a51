//! Groups and what they hand on, where the reader asks for it.

use stances::dossier::lens::{Inheritance, Lens};
use stances::dossier::scene::Cell;

use crate::harness::look::Look;
use crate::harness::talks::{Says, Talks, says};

const GROUP: &str = r#"kind: Group, members: ["member"]"#;

/// A group that supports, and its member.
fn group(member: impl IntoIterator<Item = Says>) -> Talks {
    Talks::new()
        .statement("q")
        .party_with("group", GROUP, [says("q", "Support")])
        .party("member", member)
}

fn inherited(talks: &Talks) -> Look {
    talks.through(Lens {
        inheritance: Inheritance::FromGroups,
        ..Lens::default()
    })
}

#[test]
fn nothing_is_inherited_unless_it_is_asked_for() {
    let look = group([]).look();
    assert_eq!(look.says("member", "q"), "silent");
    assert_eq!(look.counts("group", "member").n, 0);
}

#[test]
fn a_member_has_what_its_group_holds_where_that_is_asked_for() {
    let look = inherited(&group([]));
    assert_eq!(look.says("member", "q"), "+ support");
    assert!(look.row("q").contains("+ support g"));
    assert!(look.tells("members inherit from groups"));
}

#[test]
fn a_group_has_nothing_from_its_member() {
    let talks = Talks::new()
        .statement("q")
        .party_with("group", GROUP, [])
        .party("member", [says("q", "Support")]);
    assert_eq!(inherited(&talks).says("group", "q"), "silent");
}

#[test]
fn a_members_own_record_wins() {
    let look = inherited(&group([says("q", "Oppose")]));
    assert_eq!(look.says("member", "q"), "− oppose");
}

#[test]
fn a_members_own_contradiction_wins() {
    let look = inherited(&group([says("q", "Oppose"), says("q", "Neutral")]));
    assert_eq!(look.says("member", "q"), "contradictory");
}

#[test]
fn two_groups_that_differ_make_the_cell_contradictory() {
    let talks = group([]).party_with("other", GROUP, [says("q", "Oppose")]);
    let look = inherited(&talks);
    assert_eq!(look.says("member", "q"), "contradictory");
}

#[test]
fn two_groups_that_say_the_same_do_not_contradict_each_other() {
    let talks = group([]).party_with("other", GROUP, [says("q", "Support")]);
    let look = inherited(&talks);
    assert_eq!(look.says("member", "q"), "+ support");
    let Cell::Held(held) = look.cell("member", "q") else {
        panic!("it holds");
    };
    assert!(held.from_group.is_some() && held.repeated.len() == 1);
}

#[test]
fn a_member_of_a_member_inherits_nothing() {
    let talks = group([])
        .party_with("member", r#"kind: Group, members: ["third"]"#, [])
        .party("third", []);
    assert_eq!(inherited(&talks).says("third", "q"), "silent");
}

#[test]
fn a_group_hands_its_positions_on_from_outside_the_view() {
    let talks = group([]).party("z", [says("q", "Support")]);
    let look = talks.through(Lens {
        inheritance: Inheritance::FromGroups,
        parties: vec!["member".into(), "z".into()],
        ..Lens::default()
    });
    assert_eq!(look.counts("member", "z").agree, 1);
}

#[test]
fn what_the_lens_hides_of_a_group_is_not_handed_on() {
    let talks = group([]).head("as_of: \"2024-12-31\"");
    assert_eq!(inherited(&talks).says("member", "q"), "silent");
}

#[test]
fn outsiders_may_be_members() {
    let talks = Talks::new()
        .statement("q")
        .party_with(
            "group",
            r#"kind: Group, members: ["Somebody else"], complete: false"#,
            [says("q", "Support")],
        )
        .party("member", []);
    assert_eq!(inherited(&talks).says("member", "q"), "silent");
}

#[test]
fn two_members_that_inherit_from_one_group_are_no_two_facts() {
    let talks = Talks::new()
        .statement("q")
        .source("text")
        .party_with(
            "group",
            r#"kind: Group, members: ["one", "two"]"#,
            [says("q", "Support").from("text", "1")],
        )
        .party("one", [])
        .party("two", []);
    let pair = inherited(&talks).pair("one", "two").clone();
    assert_eq!((&pair["n"], &pair["independent"]), (&1.into(), &0.into()));
}

#[test]
fn two_members_that_inherit_a_record_without_evidence_are_no_two_facts_either() {
    let talks = Talks::new()
        .statement("q")
        .party_with(
            "group",
            r#"kind: Group, members: ["one", "two"]"#,
            [says("q", "Support")],
        )
        .party("one", [])
        .party("two", []);
    let pair = inherited(&talks).pair("one", "two").clone();
    assert_eq!((&pair["n"], &pair["independent"]), (&1.into(), &0.into()));
}
