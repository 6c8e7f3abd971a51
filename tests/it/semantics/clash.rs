//! What cannot hold together in one party's file, and why, in a few lines each.

use itertools::Itertools;
use stances::dossier::Dossier;
use stances::logic::chain::{Chain, Known, Step};
use stances::logic::clash::{self, Clashes};
use stances::logic::sound;

use crate::harness::talks::{Says, Talks, says};

/// Statements p, q, r and t, a choice, a scale and a quantity.
fn talks() -> Talks {
    ["p", "q", "r", "t"]
        .into_iter()
        .fold(Talks::new(), Talks::statement)
        .issue("who", r#"Choice(["alone", "together", "others"])"#)
        .issue("strength", r#"Scale(["none", "some", "full"])"#)
        .issue("army", r#"Quantity(unit: "men", min: 0, max: 100)"#)
}

/// A chain in words: what is held by the number of its record, relations by theirs.
fn words(dossier: &Dossier, chain: &Chain) -> String {
    let step = |step: &Step| match step {
        Step::Supposes => "suppose".to_owned(),
        Step::Holds(stance) => format!("holds {}", stance + 1),
        Step::Implies(relation) => format!("implies [{}]", relation + 1),
        Step::Excludes { relation, known } => {
            let side = match known {
                Known::One => "one",
                Known::Other => "other",
            };
            format!("excludes [{}] by its {side}", relation + 1)
        }
    };
    let steps = chain.steps.iter().map(step).join(", ");
    format!("{steps}: {}", dossier.issues[chain.on].id)
}

/// What is told of the only party.
fn told(talks: Talks, stances: impl IntoIterator<Item = Says>) -> (Dossier, Option<Clashes>) {
    let dossier = talks.party("a", stances).loaded();
    let clashes = clash::among(&dossier);
    assert!(clashes.len() <= 1);
    (dossier, clashes.into_iter().next())
}

/// That the only party is broken in these ways, and nothing else is told.
fn check(talks: Talks, stances: impl IntoIterator<Item = Says>, expected: &[&str]) {
    let (dossier, clashes) = told(talks, stances);
    let broken = clashes.iter().flat_map(|clashes| &clashes.broken);
    let chains = broken.map(|broken| words(&dossier, &broken.clash.chain));
    assert_eq!(chains.collect_vec(), expected);
    assert!(clashes.is_none_or(|clashes| clashes.contradictions.is_empty()));
}

#[test]
fn a_chain_through_several_relations_is_told_step_by_step() {
    let talks = talks()
        .excludes(("t", "Support"), ("r", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .implies(("p", "Support"), ("q", "Support"));
    check(
        talks,
        [says("t", "LeanSupport"), says("p", "Support")],
        &["holds 2, implies [3], implies [2], excludes [1] by its other, holds 1: t"],
    );
}

#[test]
fn what_is_implied_and_what_is_said_leave_nothing() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("r", "Support"));
    check(
        talks.clone(),
        [says("p", "Support"), says("r", "Oppose")],
        &["holds 1, implies [1], implies [2], holds 2: r"],
    );
    check(talks, [says("p", "Support"), says("r", "LeanSupport")], &[]);
}

#[test]
fn who_rejects_the_conclusion_may_not_hold_the_premise() {
    // The contrapositive: it is the same two records that cannot hold together.
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    let broken = ["holds 2, implies [1], holds 1: q"];
    check(
        talks.clone(),
        [says("q", "Oppose"), says("p", "Support")],
        &broken,
    );
    check(
        talks.clone(),
        [says("q", "Oppose"), says("p", "Neutral")],
        &[],
    );
    check(talks, [says("q", "Oppose")], &[]);
}

#[test]
fn nobody_is_neutral_on_what_follows_from_its_own_word() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    check(
        talks,
        [says("p", "Support"), says("q", "Neutral")],
        &["holds 1, implies [1], holds 2: q"],
    );
}

#[test]
fn ranges_of_two_conclusions_meet_in_a_third() {
    let talks = talks()
        .implies(("p", "Support"), ("army", "AtLeast(40)"))
        .implies(("q", "Support"), ("army", "AtMost(60)"))
        .excludes(("army", "Between(30, 70)"), ("r", "Support"));
    let stances = ["p", "q", "r"].map(|issue| says(issue, "Support"));
    check(
        talks.clone(),
        stances.clone(),
        &["holds 1, implies [1], holds 2, implies [2], excludes [3] by its one, holds 3: r"],
    );
    check(talks, [stances[0].clone(), stances[2].clone()], &[]);
}

#[test]
fn ranges_may_touch_and_may_not_miss() {
    let with = |position: &str| {
        let talks = talks().implies(("p", "Support"), ("army", "AtMost(60)"));
        let (_, clashes) = told(talks, [says("p", "Support"), says("army", position)]);
        clashes.map_or(0, |clashes| clashes.broken.len())
    };
    assert_eq!(with("AtLeast(60)"), 0);
    assert_eq!(with("At(60.5)"), 1);
    assert_eq!(with("Between(59, 100)"), 0);
}

#[test]
fn what_counts_as_the_same_number_breaks_nothing() {
    let with = |number: &str| {
        let talks = Talks::new()
            .statement("p")
            .issue_with(
                "army",
                "matters",
                r#"Quantity(unit: "men", min: 0, max: 100)"#,
                "tolerance: 5",
            )
            .implies(("p", "Support"), ("army", "At(60)"));
        let (_, clashes) = told(talks, [says("p", "Support"), says("army", number)]);
        clashes.map_or(0, |clashes| clashes.broken.len())
    };
    assert_eq!(with("At(65)"), 0);
    assert_eq!(with("At(55)"), 0);
    assert_eq!(with("At(65.1)"), 1);
}

#[test]
fn three_sets_may_meet_two_by_two_and_leave_nothing_to_all() {
    let talks = talks()
        .implies(("p", "Support"), ("who", r#"OneOf(["alone", "together"])"#))
        .implies(
            ("q", "Support"),
            ("who", r#"OneOf(["together", "others"])"#),
        )
        .implies(("r", "Support"), ("who", r#"OneOf(["others", "alone"])"#));
    let stances = ["p", "q", "r"].map(|issue| says(issue, "Support"));
    let (_, clashes) = told(talks.clone(), stances.clone());
    let clash = &clashes.unwrap().broken[0].clash;
    assert_eq!(
        (&*clash.stances, &*clash.relations),
        (&[0, 1, 2][..], &[0, 1, 2][..])
    );
    for pair in stances.into_iter().combinations(2) {
        check(talks.clone(), pair, &[]);
    }
}

#[test]
fn relations_in_a_circle_hold_nothing_up_by_themselves() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("q", "Support"), ("p", "Support"))
        .implies(("r", "Support"), ("p", "Support"))
        .implies(("t", "Support"), ("q", "Support"))
        .excludes(("p", "Support"), ("who", r#"OneOf(["alone"])"#));
    let alone = || says("who", r#"OneOf(["alone"])"#);
    check(talks.clone(), [alone()], &[]);
    check(
        talks,
        [alone(), says("r", "Support"), says("t", "Support")],
        &[
            "holds 2, implies [3], excludes [5] by its one, holds 1: who",
            "holds 3, implies [4], implies [2], excludes [5] by its one, holds 1: who",
        ],
    );
}

#[test]
fn what_is_conditional_undisclosed_or_withdrawn_takes_no_part() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    for other in [
        says("q", "Oppose").on_condition("a truce"),
        says("q", "Undisclosed"),
        says("q", "Withdrawn"),
    ] {
        check(talks.clone(), [says("p", "Support"), other], &[]);
    }
}

#[test]
fn records_that_say_the_same_are_spoken_for_by_the_firmest() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    let stances = [
        says("p", "Support"),
        says("q", "Oppose"),
        says("p", "Support").with("firmness: RedLine"),
    ];
    check(talks, stances, &["holds 3, implies [1], holds 2: q"]);
}

#[test]
fn records_that_contradict_each_other_are_told_without_relations() {
    let talks = talks().excludes(("p", "Support"), ("p", "Oppose"));
    let stances = [
        says("p", "Oppose"),
        says("q", "Support"),
        says("p", "Support"),
    ];
    let (dossier, clashes) = told(talks, stances);
    let clashes = clashes.unwrap();
    assert_eq!(clashes.broken, []);
    let [contradiction] = &clashes.contradictions[..] else {
        panic!("{clashes:?}");
    };
    assert_eq!(contradiction.stances, [0, 2]);
    assert_eq!(dossier.issues[contradiction.issue].id, "p");
}

#[test]
fn each_of_contradictory_records_may_be_broken_by_relations_too() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    let stances = [
        says("p", "Oppose"),
        says("p", "Support"),
        says("q", "Oppose"),
    ];
    let (dossier, clashes) = told(talks, stances);
    let clashes = clashes.unwrap();
    assert_eq!(clashes.contradictions.len(), 1);
    let chains = clashes.broken.iter();
    let chains = chains.map(|broken| words(&dossier, &broken.clash.chain));
    assert_eq!(chains.collect_vec(), ["holds 2, implies [1], holds 3: q"]);
}

#[test]
fn a_set_is_told_once_with_the_first_day_on_which_it_stands() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    let stances = [
        says("p", "Support").since("2025-01-01").until("2025-03"),
        says("q", "Support").since("2025-01-01"),
        says("q", "Oppose").since("2025-02"),
        says("r", "Oppose").since("2025-03-05"),
        // The premise has ended by then.
        says("q", "Neutral").since("2025-04-01"),
    ];
    let (_, clashes) = told(talks, stances);
    let [broken] = &clashes.unwrap().broken[..] else {
        panic!("one set");
    };
    assert_eq!(broken.clash.stances, [0, 2]);
    assert_eq!(broken.first.to_string(), "2025-02-28");
}

#[test]
fn what_a_replaced_or_weaker_record_says_breaks_nothing() {
    let talks = talks().implies(("p", "Support"), ("q", "Support"));
    let stances = [
        says("p", "Support"),
        says("q", "Oppose").attributed(),
        says("q", "Support"),
    ];
    check(talks, stances, &[]);
}

#[test]
fn more_sets_than_can_be_told_are_said_to_be_more() {
    let broken = |count: usize| {
        let ids = (0..count).map(|at| format!("x{at}")).collect_vec();
        let talks = ids.iter().fold(Talks::new().statement("p"), |talks, id| {
            (talks.statement(id)).excludes(("p", "Support"), (id, "Support"))
        });
        let stances = ids.iter().map(|id| says(id, "Support"));
        let (_, clashes) = told(talks, stances.chain([says("p", "Support")]));
        let clashes = clashes.unwrap();
        (clashes.broken.len(), clashes.more)
    };
    assert_eq!(broken(clash::MOST), (clash::MOST, false));
    assert_eq!(broken(clash::MOST + 1), (clash::MOST, true));
}

#[test]
fn independent_breaks_are_found_one_by_one() {
    // As many ways to be rid of all of them as there are ways to choose one of four
    // members, thirty times: no search may go through those.
    let ids = (0..30)
        .map(|at| [format!("x{at}"), format!("y{at}")])
        .collect_vec();
    let talks = ids
        .iter()
        .fold(Talks::new().statement("p"), |talks, [x, y]| {
            (talks.statement(x).statement(y))
                .implies(("p", "Support"), (x, "Support"))
                .implies((x, "Support"), (y, "Support"))
        });
    let stances = ids.iter().map(|[_, y]| says(y, "Oppose"));
    let (_, clashes) = told(talks, stances.chain([says("p", "Support")]));
    let clashes = clashes.unwrap();
    assert_eq!((clashes.broken.len(), clashes.more), (30, false));
}

/// What is wrong with the relations themselves.
fn sound(talks: &Talks) -> sound::Soundness {
    sound::of(&talks.loaded())
}

#[test]
fn a_position_that_leads_to_two_that_exclude_each_other_is_impossible() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("p", "Support"), ("q", "Oppose"))
        .implies(("r", "Support"), ("p", "Support"));
    let dossier = talks.loaded();
    let sound = sound::of(&dossier);
    assert_eq!(sound.never, [0, 1, 2]);
    let [impossible] = &sound.impossible[..] else {
        panic!("{sound:?}");
    };
    assert_eq!(dossier.issues[impossible.literal.issue].id, "p");
    assert_eq!(impossible.relations, [0, 1]);
    assert_eq!(
        words(&dossier, &impossible.chain),
        "suppose, implies [1], implies [2]: q"
    );
}

#[test]
fn relations_that_nobody_satisfies_contradict_each_other() {
    let all = r#"OneOf(["alone", "together", "others"])"#;
    let talks = talks()
        .implies(("who", all), ("p", "Support"))
        .implies(("strength", r#"AtLeast("none")"#), ("p", "Oppose"))
        .implies(("q", "Support"), ("r", "Support"));
    let sound = sound(&talks);
    assert_eq!(sound.contradictory.len(), 1);
    assert_eq!(sound.contradictory[0].relations, [0, 1]);
    // No party is at fault.
    check(talks, [says("q", "Support")], &[]);
}

#[test]
fn a_relation_that_follows_from_others_is_redundant() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .implies(("p", "Support"), ("r", "Support"))
        .implies(("q", "Support"), ("r", "Support"))
        .implies(("q", "LeanSupport"), ("r", "LeanSupport"))
        .excludes(("t", "Support"), ("t", "Oppose"));
    let redundant = sound(&talks).redundant.into_iter();
    let redundant = redundant.map(|found| (found.relation, found.by));
    assert_eq!(
        redundant.collect_vec(),
        [(1, vec![0, 2]), (3, vec![2]), (4, vec![])]
    );
}

#[test]
fn sound_relations_have_nothing_against_them() {
    let talks = talks()
        .implies(("p", "Support"), ("q", "Support"))
        .excludes(("q", "Support"), ("r", "Support"));
    assert_eq!(sound(&talks), sound::Soundness::default());
}
