//! The rules on contradictions, in their corners.

use insta::assert_snapshot;

use super::folder::Folder;

const RULES: [&str; 6] = [
    "contradictory-stance",
    "broken-relation",
    "clashing-relations",
    "redundant-relation",
    "future-date",
    "weaker-later-basis",
];

/// North with stances more, before all others.
fn with_stances(folder: Folder, stances: &[&str]) -> Folder {
    let fields = r#"evidence: [(source: "letter", at: "1")], gist: "So.""#;
    let by = r#"Declared(by: "Delegation of North")"#;
    let more = stances.iter().map(|stance| {
        let basis = if stance.contains("basis") {
            String::new()
        } else {
            format!("basis: {by}, ")
        };
        format!("        ({stance}, {basis}{fields}),\n")
    });
    let more: String = more.collect();
    folder.with(
        "north.ron",
        "    stances: [\n",
        &format!("    stances: [\n{more}"),
    )
}

fn with_relations(relations: &str) -> Folder {
    let more = format!("    relations: [\n{relations}\n");
    Folder::example().with("dossier.ron", "    relations: [\n", &more)
}

#[test]
fn all_that_differ_from_a_day_on_are_one_finding() {
    let folder = with_stances(
        Folder::example(),
        &[
            r#"issue: "crossings", position: At("open"), since: "2025-05-02""#,
            r#"issue: "crossings", position: At("closed"), since: "2025-05-02", until: "2025-05-20""#,
            r#"issue: "crossings", position: At("open"), since: "2025-05-02""#,
        ],
    );
    assert_snapshot!(folder.told(&RULES), @"contradictory-stance north.ron:7:40 `north` holds different positions on `crossings` on 2025-05-02");
}

#[test]
fn contradictions_of_other_days_than_that_of_the_dossier_are_found() {
    let folder = with_stances(
        Folder::example(),
        &[
            r#"issue: "crossings", position: At("open"), since: "2025-03""#,
            r#"issue: "crossings", position: At("closed"), since: "2025-03-31""#,
            r#"issue: "dam", position: Support, since: "2025-07-02""#,
            r#"issue: "dam", position: Neutral, since: "2025-07-02""#,
        ],
    );
    assert_snapshot!(folder.told(&RULES), @"
    contradictory-stance north.ron:7:40 `north` holds different positions on `crossings` on 2025-03-31
    contradictory-stance north.ron:9:34 `north` holds different positions on `dam` on 2025-07-02
    ");
}

#[test]
fn a_period_that_is_over_contradicts_nobody() {
    let folder = with_stances(
        Folder::example(),
        &[
            r#"issue: "crossings", position: At("open"), since: "2025-05-02", until: "2025-05-01""#,
            r#"issue: "crossings", position: At("open"), since: "2025-04-01", until: "2025-12-31""#,
            r#"issue: "crossings", position: At("open"), since: "2025-05-02", basis: Attributed(by: "x")"#,
            r#"issue: "crossings", position: At("closed"), since: "2027-05-02""#,
            r#"issue: "crossings", position: At("open"), since: "2027-05-02""#,
        ],
    );
    assert_snapshot!(folder.told(&RULES), @"
    future-date north.ron:10:61 `2027-05-02` has not come yet
    future-date north.ron:11:59 `2027-05-02` has not come yet
    weaker-later-basis north.ron:9:80 this stance is attributed and does not replace the declared one
    ");
}

#[test]
fn chains_go_over_several_relations() {
    let relations = r#"
        Implies(if: ("release", AtMost(450)), then: ("patrols", OneOf(["north"])), because: "x"),
        Excludes(one: ("patrols", OneOf(["north", "joint"])), other: ("crossings", At("freight")), because: "y"),"#;
    let folder = with_relations(relations);
    assert_snapshot!(folder.told(&RULES), @"
    broken-relation north.ron:9:23 by relations 1, 2 and 3 `north` cannot hold these together on 2025-05-02
    broken-relation north.ron:21:23 by relations 1 and 2 `north` cannot hold these together on 2025-06-10
    broken-relation north.ron:29:23 by relation 2 `north` cannot hold these together on 2025-05-02
    ");
    let bundle = folder.bundle();
    let findings = super::folder::findings(&bundle);
    let helps = findings
        .iter()
        .filter(|finding| finding.code.name == "broken-relation")
        .map(|finding| finding.help.join("\n"));
    let helps: Vec<String> = helps.collect();
    assert_snapshot!(helps.join("\n\n"), @r#"
    it holds `Support` on `dam`
    so it holds `AtMost(400)` on `release`, by relation 3
    so it holds `OneOf(["north"])` on `patrols`, by relation 1
    so it cannot hold `At("freight")` on `crossings`, by relation 2
    but it holds `At("freight")` on `crossings`
    mend a stance or a relation
    if the party does contradict itself: `// stances: allow(broken-relation) why` above it

    it holds `AtMost(200)` on `release`
    so it holds `OneOf(["north"])` on `patrols`, by relation 1
    so it cannot hold `At("freight")` on `crossings`, by relation 2
    but it holds `At("freight")` on `crossings`
    mend a stance or a relation
    if the party does contradict itself: `// stances: allow(broken-relation) why` above it

    it holds `OneOf(["north", "joint"])` on `patrols`
    so it cannot hold `At("freight")` on `crossings`, by relation 2
    but it holds `At("freight")` on `crossings`
    mend a stance or a relation
    if the party does contradict itself: `// stances: allow(broken-relation) why` above it
    "#);
}

#[test]
fn conditions_and_broken_records_take_no_part() {
    let relation = r#"        Excludes(one: ("dam", Support), other: ("crossings", At("freight")), because: "y"),"#;
    let folder = with_relations(relation);
    assert_snapshot!(folder.told(&RULES), @"broken-relation north.ron:9:23 by relation 1 `north` cannot hold these together on 2025-05-02");
    let position = "position: At(\"freight\"),";
    let conditional = format!("{position} condition: \"in winter\",");
    let folder = folder.with("north.ron", position, &conditional);
    assert_snapshot!(folder.told(&RULES), @"");
    let lost = with_stances(
        with_relations(relation),
        &[r#"issue: "dam", position: Suport, since: "2025-06""#],
    );
    assert_snapshot!(lost.told(&RULES), @"");
}

#[test]
fn a_broken_record_hides_only_what_it_could_replace() {
    let relation = r#"        Excludes(one: ("dam", Support), other: ("crossings", At("freight")), because: "y"),"#;
    let told = |record: &str| with_stances(with_relations(relation), &[record]).told(&RULES);
    let broken = |told: String| told.contains("broken-relation");
    let on = |issue: &str| format!(r#"issue: "{issue}", position: Suport, since: "2025-06""#);
    assert!(broken(told(&on("patrols"))));
    assert!(broken(told(&on("moon"))));
    assert!(!broken(told(&on("damm"))));
    assert!(!broken(told(&on("crossings"))));
    assert!(!broken(told(r#"position: Support, since: "2025-06""#)));
    let unbound = r#"issue: "patrols", position: OneOf(["nobody"]), since: "2025-06""#;
    assert!(broken(told(unbound)));
}

#[test]
fn no_allowance_is_called_unused_while_something_is_broken() {
    let allowed = "// stances: allow(broken-relation) as they said\n(\n    name: \"North\"";
    let folder = Folder::example().with("north.ron", "(\n    name: \"North\"", allowed);
    let rules = ["unused-allowance"];
    assert_eq!(folder.told(&rules).lines().count(), 1);
    let folder = folder.with("north.ron", "position: Support", "position: Suport");
    assert_eq!(folder.told(&rules), "");
}

#[test]
fn what_nobody_can_hold_is_said_of_the_relations_alone() {
    let relations = r#"
        Implies(if: ("patrols", OneOf(["joint"])), then: ("crossings", At("open")), because: "x"),
        Implies(if: ("patrols", OneOf(["joint"])), then: ("crossings", At("closed")), because: "y"),"#;
    assert_snapshot!(with_relations(relations).told(&RULES), @r#"clashing-relations dossier.ron:30:9 by relations 1 and 2 nobody can hold `OneOf(["joint"])` on `patrols`"#);
}

#[test]
fn of_relations_that_say_the_same_one_goes() {
    let relation = r#"        Implies(if: ("dam", LeanSupport), then: ("release", AtMost(400)), because: "x"),
        Implies(if: ("dam", Support), then: ("release", AtMost(500)), because: "all"),"#;
    assert_snapshot!(with_relations(relation).told(&RULES), @"
    redundant-relation dossier.ron:30:9 relation 2 says what holds anyway
    redundant-relation dossier.ron:31:9 relation 3 follows from relation 1
    ");
}
