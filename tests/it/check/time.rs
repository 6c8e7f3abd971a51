//! The rules on days, in their corners. Today is 2025-07-15.

use insta::assert_snapshot;

use super::folder::Folder;

const RULES: [&str; 9] = [
    "future-date",
    "inverted-period",
    "repeated-stance",
    "stance-after-sources",
    "stance-after-as-of",
    "stale-stance",
    "long-undisclosed",
    "weaker-later-basis",
    "contradictory-stance",
];

const RELEASE: &str = r#"since: "2025-06-10",
            evidence: [(source: "interview", at: "answer 3"), (source: "letter", at: "page 3")],"#;

/// North's stance on the release of water with other days.
fn release(days: &str) -> Folder {
    let stance = RELEASE.replace(r#"since: "2025-06-10","#, days);
    Folder::example().with("north.ron", RELEASE, &stance)
}

/// North with one stance more, before all others.
fn with_stance(folder: Folder, fields: &str) -> Folder {
    let more = format!("    stances: [\n        ({fields}),\n");
    folder.with("north.ron", "    stances: [\n", &more)
}

/// North on crossings: freight, declared on 2025-05-02 in the communiqué and the interview.
const AGAIN: &str = r#"issue: "crossings", position: At("freight"),
    basis: Declared(by: "Delegation of North"),
    evidence: [(source: "interview", at: "answer 4"), (source: "communique", at: "point 4")]"#;

fn stale_after(folder: Folder, age: &str) -> Folder {
    let head = format!("    checks: (stale_after: {age:?}),\n    sources: [\n");
    folder.with("dossier.ron", "    sources: [\n", &head)
}

#[test]
fn months_and_years_are_wrong_only_as_a_whole() {
    for fine in [
        r#"since: "2025-07", date: External,"#,
        r#"since: "2025","#,
        r#"since: "2025-06","#,
        r#"since: "2025-06", until: "2025-06-10","#,
        r#"since: "2025-06-10", until: "2025","#,
        r#"since: "2025-06-10", until: "2031","#,
    ] {
        assert_eq!(release(fine).told(&RULES[..4]), "", "{fine}");
    }
    for (days, rule) in [
        (r#"since: "2025-07-16","#, "future-date"),
        (r#"since: "2025-08","#, "future-date"),
        (r#"since: "2026","#, "future-date"),
        (
            r#"since: "2025-06-10", until: "2025-05","#,
            "inverted-period",
        ),
        (r#"since: "2025", until: "2024-12-31","#, "inverted-period"),
        (r#"since: "2025-06-21","#, "stance-after-sources"),
    ] {
        let told = release(days).told(&RULES);
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.starts_with(&format!("{rule} north.ron:")), "{told}");
    }
}

#[test]
fn a_day_that_is_wrong_in_many_ways_is_said_once() {
    let folder = release(r#"since: "2052-06-10", until: "2025-12-31","#);
    assert_snapshot!(folder.told(&RULES), @"future-date north.ron:23:20 `2052-06-10` has not come yet");
    let folder = release(r#"since: "2025-07-10", until: "2025-01-31","#);
    assert_snapshot!(folder.told(&RULES), @"inverted-period north.ron:23:41 this stance ends before it begins");
}

#[test]
fn days_known_from_elsewhere_are_only_late_for_the_dossier() {
    let folder = release(r#"since: "2025-07-01", date: External,"#);
    assert_snapshot!(folder.told(&RULES), @"stance-after-as-of dossier.ron:5:12 a stance begins after the day that the dossier speaks of");
    let undated = folder.with("dossier.ron", "    as_of: \"2025-06-30\",\n", "");
    assert_snapshot!(undated.told(&RULES), @"");
}

#[test]
fn a_source_without_a_day_may_be_of_any_day() {
    let folder = release(r#"since: "2025-06-25","#).with(
        "dossier.ron",
        r#"title: "Letters of the delegations", published: "2025-06-20""#,
        r#"title: "Letters of the delegations""#,
    );
    assert_snapshot!(folder.told(&RULES), @"");
}

#[test]
fn all_days_of_the_head_have_come() {
    let folder = Folder::example()
        .with(
            "dossier.ron",
            r#"as_of: "2025-06-30""#,
            r#"as_of: "2025-08""#,
        )
        .with(
            "dossier.ron",
            r#"published: "2025-06-20""#,
            r#"published: "2026", under_revision: "2025-07-16""#,
        );
    assert_snapshot!(folder.told(&RULES), @"
    future-date dossier.ron:5:12 `2025-08` has not come yet
    future-date dossier.ron:38:72 `2026` has not come yet
    future-date dossier.ron:38:96 `2025-07-16` has not come yet
    ");
}

#[test]
fn only_what_is_the_same_throughout_is_a_repetition() {
    let on = |fields: &str| with_stance(Folder::example(), fields).told(&RULES[..4]);
    assert_snapshot!(on(&format!("{AGAIN}, since: \"2025-05-20\"")), @"repeated-stance north.ron:9:102 this stance repeats the one before it, from the same evidence");
    assert_snapshot!(on(&format!("{AGAIN}, since: \"2025-05-02\"")), @"repeated-stance north.ron:34:20 this stance repeats the one before it, from the same evidence");
    for other in [
        format!("{AGAIN}, since: \"2025-05-20\", firmness: Demand"),
        format!("{AGAIN}, since: \"2025-05-20\", condition: \"in winter\""),
        format!(
            "{}, since: \"2025-05-20\"",
            AGAIN.replace("point 4", "point 5")
        ),
        format!("{AGAIN}, since: \"2025-04-20\", until: \"2025-04-30\""),
    ] {
        assert_eq!(on(&other), "", "{other}");
    }
    // Something else came between.
    let between = r#"issue: "crossings", position: At("open"), since: "2025-05-10",
        basis: Declared(by: "Delegation of North"), evidence: [(source: "interview", at: "1")]"#;
    let folder = with_stance(Folder::example(), between);
    let folder = with_stance(folder, &format!("{AGAIN}, since: \"2025-05-20\""));
    assert_snapshot!(folder.told(&RULES[..4]), @"");
}

#[test]
fn only_what_holds_gets_stale() {
    let folder = stale_after(Folder::example(), "50d");
    let told = folder.told(&RULES);
    assert_eq!(told.lines().count(), 6, "the stances of 2025-05-02\n{told}");
    // Renewed, taken back, or of a kind that others look after.
    let renewed = AGAIN.replace("point 4", "point 7");
    let renewed = with_stance(folder.clone(), &format!("{renewed}, since: \"2025-06\""));
    assert_eq!(renewed.told(&RULES).lines().count(), 5);
    let position = "issue: \"crossings\",\n            position: At(\"freight\"),";
    let withdrawn = position.replace("At(\"freight\")", "Withdrawn");
    let withdrawn = folder.clone().with("north.ron", position, &withdrawn);
    assert_eq!(withdrawn.told(&RULES).lines().count(), 5);
    let undisclosed = position.replace("At(\"freight\")", "Undisclosed");
    let undisclosed = folder.with("north.ron", position, &undisclosed);
    let told = undisclosed.told(&RULES);
    assert_eq!(told.matches("stale-stance").count(), 5);
    assert_eq!(told.matches("long-undisclosed").count(), 1);
}

#[test]
fn a_party_that_was_looked_at_since_is_not_stale() {
    let folder = stale_after(Folder::example(), "50d");
    let seen = r#"issue: "crossings", position: At("freight"), basis: Conduct,
        since: "2025-06-15", evidence: [(source: "letter", at: "1")]"#;
    let told = with_stance(folder, seen).told(&RULES);
    assert_eq!(told.lines().count(), 5, "{told}");
}

#[test]
fn where_a_record_could_not_be_used_nothing_is_stale_on_its_issue() {
    let folder = stale_after(Folder::example(), "50d");
    let broken = with_stance(
        folder.clone(),
        r#"issue: "crossings", position: At("fright"),
        basis: Conduct, since: "2025-06-15""#,
    );
    let told = broken.told(&RULES);
    assert!(!told.contains("`north` on `crossings`"), "{told}");
    assert_eq!(told.lines().count(), 5, "{told}");
}

#[test]
fn an_age_that_nobody_can_read_makes_nothing_old() {
    let position = "issue: \"crossings\",\n            position: At(\"freight\"),";
    let undisclosed = Folder::example()
        .with(
            "north.ron",
            position,
            &position.replace("At(\"freight\")", "Undisclosed"),
        )
        .with(
            "dossier.ron",
            "as_of: \"2025-06-30\"",
            "as_of: \"2026-06-30\"",
        );
    let rules = ["stale-stance", "long-undisclosed"];
    assert_snapshot!(undisclosed.told(&rules), @"long-undisclosed north.ron:29:23 what `north` wants on `crossings` is undisclosed for over `180d`");
    assert_snapshot!(stale_after(undisclosed, "soon").told(&rules), @"");
}

#[test]
fn deeds_beside_words_are_said_where_they_differ() {
    let deed = |position: &str, since: &str| {
        let stance = format!(
            "issue: \"crossings\", position: {position}, basis: Conduct, since: {since:?},
            evidence: [(source: \"letter\", at: \"1\")]"
        );
        with_stance(Folder::example(), &stance).told(&RULES)
    };
    assert_snapshot!(deed("At(\"open\")", "2025-06-15"), @"weaker-later-basis north.ron:7:59 this stance is read from conduct and does not replace the declared one");
    assert_snapshot!(deed("At(\"open\")", "2025-05-02"), @"weaker-later-basis north.ron:7:59 this stance is read from conduct and does not replace the declared one");
    assert_eq!(deed("At(\"freight\")", "2025-06-15"), "");
    assert_eq!(deed("At(\"open\")", "2025-04-15"), "");
}
