//! What people read, and what they are told where there is nothing to read.

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use stances::measure::Formula;

#[test]
fn a_pair_with_one_joint_issue() {
    let arguments = [
        "why",
        "russia",
        "ukraine",
        "--in",
        "paris-and-moscow",
        "--width",
        "100",
    ];
    insta::assert_snapshot!(shipped(&arguments).fine(), @"
    Russia and Ukraine: Paris and Moscow, 1 December 2025
    ═════════════════════════════════════════════════════

    As of 2025-12-01 · declared, attributed and conduct · 10 parties, 13 issues

    Compared on 1 of 13 issues: agree on 0, partial on 0, conflict on 1.

    strikes-on-oil-exports: conflict
    ────────────────────────────────
    Conduct of the war. Ukraine's long-range strikes on Russian oil export sites are acceptable.

    Conflict: distance 1, gap 1

                Russia                                       Ukraine
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    position    − oppose                                     + support
    firmness    position                                     position
    known as    declared by the Kremlin                      read from conduct
    since       2025-12-01 (inferred)                        2025-12-01 (inferred)
    source      News report on Ukraine's president in Paris  News report on Ukraine's president in Paris
                and the US envoy's trip to Moscow, P8.s3     and the US envoy's trip to Moscow, P8.s3
    gist        Denounces the strikes on its oil export      Answers with long-range strikes on oil
                sites.                                       export sites.
    confidence  0.9                                          0.85
    ────────────────────────────────────────────────────────────────────────────────────────────────────

    What the numbers are made of
    ────────────────────────────
    issue                   agree  partial  conflict  same  distance  distance²  gap
    ────────────────────────────────────────────────────────────────────────────────
    strikes-on-oil-exports      0        0         1     0         1          1    1
    Sum                         0        0         1     0         1          1    1
    ────────────────────────────────────────────────────────────────────────────────

    measure        from the sums  value  in the matrix
    ──────────────────────────────────────────────────
    agreement      0 / 1              0            0/1
    partial        0 / 1              0            0/1
    conflict       1 / 1              1            1/1
    net            (0 − 1) / 1       −1           −1/1
    identical      0 / 1              0            0/1
    closeness      1 − 1 / 1          0       0.00 (1)
    euclidean      1 − √(1 / 1)       0       0.00 (1)
    s              1 − 2 × 1 / 1     −1      −1.00 (1)
    common-ground  1 − 1 / 1          0       0.00 (1)
    coverage       1 / 13         0.077           1/13
    ──────────────────────────────────────────────────

    Linked results, in no count
    ───────────────────────────
    - Linked clash on no-reward-for-war: the record of Russia on wartime-demands-met (+ support) is held
      against that of Ukraine on no-reward-for-war (+ support). Relation 3: + support on no-reward-for-
      war excludes + support on wartime-demands-met, because: Granting what was demanded during the war
      rewards it.

    Not compared
    ────────────
    - Only Russia speaks (3): wartime-demands-met, us-russia-talks, strikes-on-cities
    - Only Ukraine speaks (5): sovereignty-preserved, guarantee-strength, no-reward-for-war, revise-us-
      plan, leaders-talk-after-mission
    - Neither speaks (4): territory-decision, balanced-deal, pressure-burden, back-ukraine-leadership
    ");
}

#[test]
fn an_issue_that_is_not_joint() {
    insta::assert_snapshot!(shipped(&[
        "why",
        "united-states",
        "ukraine",
        "wartime-demands-met",
        "--in",
        "paris-and-moscow",
        "--width",
        "100",
    ]).fine(), @"
    United States and Ukraine: Paris and Moscow, 1 December 2025
    ════════════════════════════════════════════════════════════

    As of 2025-12-01 · declared, attributed and conduct · 10 parties, 13 issues

    wartime-demands-met: no verdict
    ───────────────────────────────
    Pressure. The settlement should build in Russia's wartime demands.

    No verdict: the position of United States is undisclosed; Ukraine is silent

                United States                                                                   Ukraine
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    position    undisclosed                                                                     no
                                                                                                record
    firmness    position
    known as    attributed by the reporter
    since       2025-12-01 (inferred)
    source      News report on Ukraine's president in Paris and the US envoy's trip to Moscow,
                P6.s1
    gist        What has been changed in the plan since then is not public.
    note        Replaces the position of 2025-11-20.
    confidence  0.8
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    United States, replaced by a later one: + support; position, attributed by the reporter, since
      2025-11-20 (known from elsewhere); News report on Ukraine's president in Paris and the US envoy's
      trip to Moscow, P5.s2; The plan, as first handed over, took up what Russia demanded during the
      war.

    Not counted: 1 record replaced by a later one.
    ");
}

#[test]
fn a_pair_without_a_joint_issue_has_no_sums() {
    insta::assert_snapshot!(shipped(&[
        "why",
        "france",
        "ukraine",
        "--in",
        "paris-and-moscow",
        "--width",
        "100",
    ]).fine(), @"
    France and Ukraine: Paris and Moscow, 1 December 2025
    ═════════════════════════════════════════════════════

    As of 2025-12-01 · declared, attributed and conduct · 10 parties, 13 issues

    The two can be compared on none of 13 issues: there is no agreement and no conflict to count.
    Silence is not counted as either.

    Linked results, in no count
    ───────────────────────────
    - Linked agreement on sovereignty-preserved: the record of France on territory-decision (ukraine-
      alone) is held beside that of Ukraine on sovereignty-preserved (+ support). Relation 1: ukraine-
      alone on territory-decision implies + support on sovereignty-preserved, because: The sole right to
      decide about one's own land is part of being sovereign.

    Not compared
    ────────────
    - Only France speaks (2): territory-decision, back-ukraine-leadership
    - Only Ukraine speaks (6): sovereignty-preserved, guarantee-strength, no-reward-for-war, revise-us-
      plan, leaders-talk-after-mission, strikes-on-oil-exports
    - Neither speaks (5): balanced-deal, wartime-demands-met, pressure-burden, us-russia-talks, strikes-
      on-cities
    ");
}

/// A party of every mark: inherited, weaker later, later outside, contradictory.
#[test]
fn every_mark_is_shown() {
    let scratch = Scratch::new([
        ("dossier.ron", DOSSIER),
        ("allies.ron", ALLIES),
        ("home.ron", HOME),
    ]);
    let arguments = ["why", "allies", "home", "--inherit", "--width", "100"];
    insta::assert_snapshot!(scratch.run(&arguments).fine(), @"
    The allies and Home: Marks
    ══════════════════════════

    As of 2025-06-30 · declared, attributed and conduct · 2 parties, 3 issues · members inherit from
    groups

    Compared on 2 of 3 issues: agree on 1, partial on 1, conflict on 0. Independent of each other on 0
    of 2.

    truce: partial
    ──────────────
    All. There should be a truce.

    Partial: a condition is not shared, so there is no distance · Home is a member of The allies

               The allies                      Home
    ──────────────────────────────────────────────────────────────────────────────────────────────────
    position   + support                       + leans to support
    condition                                  guns fall silent first
    firmness   position                        position
    known as   read from conduct               declared by the minister
    since      2025-06-01                      2025-06-01 (inferred)
    source     A paper, 2, 5; A speech         A paper, 4
    mark       rests on a text under revision  also attributed or read from conduct; only the declared
                                               record counts
    mark                                       there is a later record outside this lens
    ──────────────────────────────────────────────────────────────────────────────────────────────────
    Home, of weaker basis than a declared one: − oppose; position, read from conduct, since 2025-06-10;
      A paper, 6; Keeps firing.
    Home, from after that day: + support; position, declared by the minister, since 2025-07-01; A
      paper, 9

    aid: agree
    ──────────
    All. How much aid.

    Agree: the same position · Home is a member of The allies

              The allies                      Home
    ────────────────────────────────────────────────────────────────────────
    position  some – much                     some – much
    firmness  red line                        red line
    known as  declared by the chair           declared by the chair
    since     2025-05, until 2025-12          2025-05, until 2025-12
    source    A speech, 1                     A speech, 1
    quote     “no less than some”             “no less than some”
    mark      rests on a text under revision  taken over from The allies
    mark      confidential                    rests on a text under revision
    mark                                      confidential
    ────────────────────────────────────────────────────────────────────────

    What the numbers are made of
    ────────────────────────────
    issue  agree  partial  conflict  same  distance  distance²  gap
    ───────────────────────────────────────────────────────────────
    truce      0        1         0     0         ·          ·    ·
    aid        1        0         0     1         0          0    0
    Sum        1        1         0     1         0          0    0
    ───────────────────────────────────────────────────────────────
    · no distance: a condition is not shared

    measure        from the sums  value  in the matrix
    ──────────────────────────────────────────────────
    agreement      1 / 2            0.5            1/2
    partial        1 / 2            0.5            1/2
    conflict       0 / 2              0            0/2
    net            (1 − 0) / 2      0.5           +1/2
    identical      1 / 2            0.5            1/2
    closeness      1 − 0 / 1          1       1.00 (1)
    euclidean      1 − √(0 / 1)       1       1.00 (1)
    s              1 − 2 × 0 / 1      1      +1.00 (1)
    common-ground  1 − 0 / 1          1       1.00 (1)
    coverage       2 / 3          0.667            2/3
    ──────────────────────────────────────────────────

    Not compared
    ────────────
    - The records of Home contradict each other (1): border

    Not counted: 2 records, 1 of weaker basis than a declared one and 1 from after that day.
    ");
    let arguments = ["why", "allies", "home", "border", "--width", "100"];
    insta::assert_snapshot!(scratch.run(&arguments).fine(), @"
    The allies and Home: Marks
    ══════════════════════════

    As of 2025-06-30 · declared, attributed and conduct · 2 parties, 3 issues

    border: no verdict
    ──────────────────
    All. Which border holds.

    No verdict: the records of Home contradict each other

              The allies             Home
    ───────────────────────────────────────────────────────────────
    position  old                    contradictory, so not compared
    firmness  position
    known as  declared by the chair
    since     2025-06-01
    source    A paper, 3
    ───────────────────────────────────────────────────────────────
    Home, contradicting itself: old; position, declared by the minister, since 2025-06-02; A paper, 7
    Home, contradicting itself: new; position, declared by the general, since 2025-06-02; A paper, 8
    ");
}

const DOSSIER: &str = r#"(
    title: "Marks", as_of: "2025-06-30",
    areas: [(id: "all", name: "All")],
    issues: [
        (id: "truce", area: "all", kind: Statement, text: "There should be a truce."),
        (id: "border", area: "all", kind: Choice(["old", "new"]), text: "Which border holds."),
        (id: "aid", area: "all", kind: Scale(["none", "some", "much"]), text: "How much aid."),
    ],
    sources: [
        (id: "speech", title: "A speech", under_revision: "2025-06-20"),
        (id: "paper", title: "A paper"),
    ],
)"#;

const ALLIES: &str = r#"(
    name: "The allies", code: "AL", kind: Group, members: ["home"],
    stances: [
        (issue: "truce", position: Support, basis: Conduct, since: "2025-06-01",
            evidence: [(source: "paper", at: "2"), (source: "paper", at: "5"), (source: "speech")]),
        (issue: "aid", position: Between("some", "much"), firmness: RedLine, confidential: true,
            basis: Declared(by: "the chair"), since: "2025-05", until: "2025-12",
            quote: "no less than some", evidence: [(source: "speech", at: "1")]),
        (issue: "border", position: OneOf(["old"]), basis: Declared(by: "the chair"),
            since: "2025-06-01", evidence: [(source: "paper", at: "3")]),
    ],
)"#;

const HOME: &str = r#"(
    name: "Home", code: "HO", kind: State,
    stances: [
        (issue: "truce", position: LeanSupport, basis: Declared(by: "the minister"),
            since: "2025-06-01", date: Inferred, condition: "guns fall silent first",
            evidence: [(source: "paper", at: "4")]),
        (issue: "truce", position: Oppose, basis: Conduct, since: "2025-06-10",
            gist: "Keeps firing.", evidence: [(source: "paper", at: "6")]),
        (issue: "truce", position: Support, basis: Declared(by: "the minister"),
            since: "2025-07-01", evidence: [(source: "paper", at: "9")]),
        (issue: "border", position: OneOf(["old"]), basis: Declared(by: "the minister"),
            since: "2025-06-02", evidence: [(source: "paper", at: "7")]),
        (issue: "border", position: OneOf(["new"]), basis: Declared(by: "the general"),
            since: "2025-06-02", evidence: [(source: "paper", at: "8")]),
    ],
)"#;

#[test]
fn unknown_names_are_told_with_what_was_meant() {
    let told = shipped(&["why", "russia", "ukrain", "--in", "paris-and-moscow"]).refused();
    assert_eq!(
        told,
        "error: there is no party `ukrain` in `paris-and-moscow`: did you mean `ukraine`?\n"
    );
    let told = shipped(&[
        "why",
        "russia",
        "ukraine",
        "us_russia_talk",
        "--in",
        "paris-and-moscow",
    ])
    .refused();
    assert_eq!(
        told,
        "error: there is no issue `us_russia_talk` in `paris-and-moscow`: did you mean `us-russia-talks`?\n"
    );
}

#[test]
fn a_party_is_not_compared_with_itself() {
    let told = shipped(&["why", "russia", "russia", "--in", "paris-and-moscow"]).refused();
    assert_eq!(
        told,
        "error: both parties are `russia`: name two different ones\n"
    );
}

#[test]
fn what_is_asked_for_lies_inside_the_lens() {
    let ask = |rest: &[&str]| {
        let all = [
            &["why", "russia", "ukraine", "--in", "paris-and-moscow"],
            rest,
        ]
        .concat();
        shipped(&all).refused()
    };
    assert_eq!(
        ask(&["--party", "russia,france"]),
        "error: the party `ukraine` is outside of `--party`: name it there too, or leave that out\n"
    );
    assert_eq!(
        ask(&["us-russia-talks", "--area", "territory"]),
        "error: the issue `us-russia-talks` is outside of `--area`: widen that, or leave it out\n"
    );
}

#[test]
fn every_measure_is_made_of_the_sums() {
    let arguments = ["why", "russia", "ukraine", "--in", "paris-and-moscow"];
    let text = shipped(&[&arguments[..], &["--format", "markdown"]].concat()).fine();
    let all = stances::measure::ALL.iter();
    for measure in all.filter(|measure| {
        matches!(
            measure.formula,
            Formula::Verdicts(_) | Formula::Distances(_)
        )
    }) {
        let row = (text.lines()).find(|line| line.starts_with(&format!("| {} ", measure.name)));
        let working = row.and_then(|row| row.split('|').nth(2)).unwrap();
        assert!(!working.trim().is_empty(), "{}", measure.name);
    }
}
