//! When a record holds: replacement, precision, ends, contradictions.

use stances::dossier::scene::Cell;

use crate::harness::look::Look;
use crate::harness::talks::{Says, Talks, says};

/// Talks of one party on one issue.
fn said(stances: impl IntoIterator<Item = Says>) -> Talks {
    Talks::new().statement("q").party("a", stances)
}

fn support(since: &str) -> Says {
    says("q", "Support").since(since)
}

fn oppose(since: &str) -> Says {
    says("q", "Oppose").since(since)
}

fn check(look: &Look, position: &str) {
    assert_eq!(look.says("a", "q"), position, "as of {:?}", look.as_of);
}

#[test]
fn the_latest_record_holds_and_replaces_the_earlier_ones() {
    let talks = said([oppose("2025-03-01"), support("2025-02-01")]);
    let look = talks.look();
    check(&look, "− oppose");
    assert_eq!(look.hidden.replaced, 1);
    check(&talks.as_of("2025-02-28"), "+ support");
}

#[test]
fn a_record_counts_from_its_day_on() {
    let talks = said([support("2025-02-01")]);
    let before = talks.as_of("2025-01-31");
    check(&before, "silent");
    assert_eq!(before.hidden.future, 1);
    check(&talks.as_of("2025-02-01"), "+ support");
}

#[test]
fn a_month_counts_from_its_last_day() {
    let talks = said([support("2024-02")]);
    let within = talks.as_of("2024-02-28");
    check(&within, "silent");
    assert_eq!((within.hidden.possible, within.hidden.future), (1, 0));
    check(&talks.as_of("2024-02-29"), "+ support");
}

#[test]
fn a_year_counts_from_its_last_day() {
    let talks = said([support("2024")]);
    check(&talks.as_of("2024-12-30"), "silent");
    check(&talks.as_of("2024-12-31"), "+ support");
}

#[test]
fn between_its_first_and_last_day_a_record_is_possible_and_the_answer_says_how_many_are() {
    let talks = said([support("2024"), oppose("2025")]);
    let look = talks.as_of("2025-06-30");
    check(&look, "+ support");
    assert_eq!(look.hidden.possible, 1);
    assert!(look.tells("1 record dated so broadly"), "{}", look.table);
    assert_eq!(talks.as_of("2023-12-31").hidden.possible, 0);
    assert_eq!(talks.as_of("2024-01-01").hidden.possible, 1);
}

#[test]
fn a_month_and_its_last_day_are_the_same_day() {
    let look = said([support("2025-02"), oppose("2025-02-28")]).look();
    check(&look, "contradictory");
}

#[test]
fn until_is_the_last_day_a_record_holds() {
    let talks = said([support("2025-02-01").until("2025-02-10")]);
    check(&talks.as_of("2025-02-10"), "+ support");
    let after = talks.as_of("2025-02-11");
    check(&after, "silent");
    assert_eq!(after.hidden.ended, 1);
}

#[test]
fn until_may_be_a_month() {
    let talks = said([support("2025-02-01").until("2025-02")]);
    check(&talks.as_of("2025-02-28"), "+ support");
    check(&talks.as_of("2025-03-01"), "silent");
}

#[test]
fn nothing_older_revives_when_a_record_ends() {
    let talks = said([
        support("2025-01-01"),
        oppose("2025-02-01").until("2025-02-10"),
    ]);
    let after = talks.as_of("2025-03-01");
    check(&after, "silent");
    assert_eq!((after.hidden.ended, after.hidden.replaced), (1, 1));
}

#[test]
fn nothing_weaker_and_older_revives_when_a_declared_record_ends() {
    let talks = said([
        support("2025-01-01").by_conduct(),
        oppose("2025-02-01").until("2025-02-10"),
    ]);
    check(&talks.as_of("2025-03-01"), "silent");
}

#[test]
fn what_came_later_holds_when_a_declared_record_has_ended() {
    let talks = said([
        oppose("2025-02-01").until("2025-02-10"),
        support("2025-02-20").by_conduct(),
    ]);
    check(&talks.as_of("2025-03-01"), "+ support");
}

#[test]
fn two_different_positions_of_the_same_day_are_contradictory() {
    let talks = said([support("2025-02-01"), oppose("2025-02-01")]);
    let talks = talks.party("b", [says("q", "Support")]);
    let look = talks.look();
    check(&look, "contradictory");
    assert_eq!(look.counts("a", "b").n, 0);
    assert!(look.row("q").contains("contradictory"));
    assert!(look.tells("Contradictory: a on q."));
}

#[test]
fn the_same_position_with_and_without_a_condition_is_contradictory() {
    let bare = support("2025-02-01");
    let look = said([bare.clone(), bare.on_condition("a truce")]).look();
    check(&look, "contradictory");
}

#[test]
fn the_same_position_twice_on_one_day_is_no_contradiction() {
    let look = said([support("2025-02-01"), support("2025-02-01")]).look();
    check(&look, "+ support");
    let Cell::Held(held) = look.cell("a", "q") else {
        panic!("it holds");
    };
    assert_eq!(held.repeated.len(), 1);
    assert_eq!(look.hidden.total(), 0);
}

#[test]
fn a_later_record_settles_a_contradiction() {
    let talks = said([
        support("2025-02-01"),
        oppose("2025-02-01"),
        oppose("2025-03-01"),
    ]);
    check(&talks.look(), "− oppose");
}

#[test]
fn of_two_records_of_one_day_the_one_still_in_force_holds() {
    let talks = said([
        support("2025-02-01").until("2025-02-10"),
        oppose("2025-02-01"),
    ]);
    check(&talks.as_of("2025-02-10"), "contradictory");
    let after = talks.as_of("2025-02-11");
    check(&after, "− oppose");
    assert_eq!((after.hidden.ended, after.hidden.weaker), (1, 0));
}

#[test]
fn a_withdrawn_position_replaces_what_was_said_before() {
    let talks = said([
        support("2025-02-01"),
        says("q", "Withdrawn").since("2025-03-01"),
    ]);
    check(&talks.look(), "withdrawn");
}

#[test]
fn a_cell_is_marked_where_a_later_record_lies_outside_the_lens() {
    let talks = said([support("2025-02-01"), oppose("2025-03-01")]);
    assert!(talks.as_of("2025-02-15").row("q").contains("+ support >"));
    assert!(!talks.look().row("q").contains('>'));
}

#[test]
fn a_cell_is_not_marked_for_an_earlier_record_outside_the_lens() {
    let talks = said([support("2025-02-01").by_conduct(), oppose("2025-03-01")]);
    let lens = stances::dossier::lens::Lens {
        bases: vec![stances::dossier::BasisKind::Declared],
        ..Default::default()
    };
    assert!(!talks.through(lens).row("q").contains('>'));
}

#[test]
fn without_a_day_asked_for_that_of_the_dossier_is_taken() {
    let talks = said([support("2025-02-01"), oppose("2025-03-01")]);
    let look = talks.head("as_of: \"2025-02-15\"").look();
    assert_eq!(look.as_of.as_deref(), Some("2025-02-15"));
    check(&look, "+ support");
}

#[test]
fn a_month_as_the_day_looked_at_means_its_last_day() {
    let talks = said([support("2025-02-01")]);
    let look = talks.clone().head("as_of: \"2025-02\"").look();
    assert_eq!(look.as_of.as_deref(), Some("2025-02-28"));
    let asked = talks.as_of("2025");
    assert_eq!(asked.as_of.as_deref(), Some("2025-12-31"));
}

#[test]
fn a_day_asked_for_beats_that_of_the_dossier() {
    let talks = said([support("2025-02-01"), oppose("2025-03-01")]);
    let talks = talks.head("as_of: \"2025-02-15\"");
    check(&talks.as_of("2025-03-15"), "− oppose");
}

#[test]
fn without_any_day_the_latest_since_of_the_dossier_is_taken() {
    let talks = said([support("2025-02-01")]).party("b", [oppose("2025-05")]);
    assert_eq!(talks.look().as_of.as_deref(), Some("2025-05-31"));
}

#[test]
fn without_any_stance_there_is_no_day_and_the_answer_says_so() {
    let look = said([]).look();
    assert_eq!(look.as_of, None);
    assert!(look.json["lens"]["as_of"].is_null());
    assert!(look.tells("Without a date"));
}
