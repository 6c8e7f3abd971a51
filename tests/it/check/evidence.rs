//! The rules on evidence, gists and voices, in their corners.

use insta::assert_snapshot;

use super::folder::Folder;

const RULES: [&str; 8] = [
    "unsourced-stance",
    "unplaced-evidence",
    "missing-gist",
    "copied-gist",
    "unknown-speaker",
    "foreign-speaker",
    "group-evidence",
    "member-against-group",
];

const PATROLS: &str = r#"OneOf(["joint"]),
            basis: Declared(by: "Delegation of South"),
            since: "2025-05-02",
            evidence: [
                (source: "communique", at: "point 5"),
                (source: "interview", at: "answer 5"),
            ],"#;

/// South's stance on patrols, said anew.
fn patrols(position: &str, basis: &str, evidence: &str) -> Folder {
    let stance =
        format!("{position},\n basis: {basis},\n since: \"2025-06-20\",\n evidence: [{evidence}],");
    Folder::example().with("south.ron", PATROLS, &stance)
}

/// A group of both with a stance on patrols.
fn union(folder: Folder, position: &str, basis: &str) -> Folder {
    folder.and(
        "union.ron",
        &format!(
            r#"(
    name: "River union", kind: Group, aliases: ["the union"],
    speakers: [(name: "Secretary")],
    members: ["north", "south", "West", "union", "south"],
    stances: [(
        issue: "patrols", position: {position}, basis: {basis}, since: "2025-06-20",
        evidence: [(source: "letter", at: "page 7"), (source: "letter", at: "page 8")],
        gist: "Of the union.",
    )],
)"#
        ),
    )
}

const PLACE: &str = r#"(source: "letter", at: "page 7")"#;
const JOINT: &str = r#"OneOf(["joint"])"#;
const BY_SECRETARY: &str = r#"Declared(by: "Secretary")"#;

#[test]
fn blanks_are_no_place_and_no_gist() {
    let folder = Folder::example()
        .with("north.ron", r#"at: "answer 3""#, r#"at: " ""#)
        .with("north.ron", r#""Insists on the dam.""#, r#""  ""#);
    assert_snapshot!(folder.told(&RULES), @"
    missing-gist north.ron:8:20 this stance on `dam` has no gist
    unplaced-evidence north.ron:24:24 nobody can tell where in `interview` this stands
    ");
}

#[test]
fn notes_need_places_and_no_gists() {
    let note = r#"    ],
    notes: [
        (kind: Event, text: "Came late.", evidence: [(source: "letter")]),
        (kind: Event, text: "Left early."),
    ],
)
"#;
    let folder = Folder::example();
    let text = folder.0["south.ron"].trim_end().strip_suffix("    ],\n)");
    let text = format!("{}{note}", text.unwrap());
    assert_snapshot!(folder.and("south.ron", &text).told(&RULES), @"unplaced-evidence south.ron:50:54 nobody can tell where in `letter` this stands");
}

#[test]
fn a_record_that_could_not_be_used_lacks_nothing() {
    let folder = Folder::example().with(
        "south.ron",
        PATROLS,
        r#"OneOf(["nobody"]), basis: Declared(by: "Delegation of North"), since: "2025","#,
    );
    assert_snapshot!(folder.told(&RULES), @"");
}

#[test]
fn a_foreign_speaker_is_said_once_in_a_file() {
    let folder = Folder::example();
    let text =
        folder.0["south.ron"].replace("by: \"Delegation of South\"", "by: \"Delegation of North\"");
    assert_snapshot!(folder.and("south.ron", &text).told(&RULES), @"foreign-speaker south.ron:10:33 `Delegation of North` does not speak for `south`");
}

#[test]
fn members_speak_for_their_group_and_not_the_other_way_round() {
    for by in ["Delegation of North", "North", "S", "West", "the union"] {
        let by = format!("Declared(by: {by:?})");
        let folder = union(Folder::example(), JOINT, &by);
        assert_eq!(folder.told(&RULES), "", "{by}");
    }
    let own = patrols(JOINT, BY_SECRETARY, r#"(source: "letter", at: "page 9")"#);
    let folder = union(own, JOINT, BY_SECRETARY);
    assert_snapshot!(folder.told(&RULES), @"foreign-speaker south.ron:40:22 `Secretary` does not speak for `south`");
}

#[test]
fn what_a_group_said_is_no_evidence_of_a_member() {
    for (basis, its) in [
        (BY_SECRETARY, BY_SECRETARY),
        ("Declared(by: \"the union\")", "Conduct"),
        (
            "Attributed(by: \"a reporter\")",
            "Attributed(by: \"a reporter\")",
        ),
    ] {
        let folder = union(patrols(JOINT, basis, PLACE), JOINT, its);
        assert_eq!(
            folder.told(&RULES),
            "group-evidence south.ron:42:12 this stance of `south` is only what its group `union` said\n",
            "{basis}"
        );
    }
}

#[test]
fn what_a_member_says_or_does_is_its_own() {
    let more = format!("{PLACE}, (source: \"interview\", at: \"answer 5\")");
    for (basis, its, evidence) in [
        ("Declared(by: \"Delegation of South\")", BY_SECRETARY, PLACE),
        ("Conduct", "Conduct", PLACE),
        (
            "Attributed(by: \"a reporter\")",
            "Attributed(by: \"another\")",
            PLACE,
        ),
        (
            "Attributed(by: \"a reporter\")",
            "Attributed(by: \"a reporter\")",
            &*more,
        ),
        (
            "Attributed(by: \"a reporter\")",
            "Attributed(by: \"a reporter\")",
            "(source: \"letter\", at: \"7\")",
        ),
    ] {
        let folder = union(patrols(JOINT, basis, evidence), JOINT, its);
        assert_eq!(folder.told(&RULES), "", "{basis} {its}");
    }
}

#[test]
fn a_member_against_its_group_is_said_once() {
    let folder = union(Folder::example(), r#"OneOf(["north"])"#, BY_SECRETARY);
    assert_snapshot!(folder.told(&RULES), @"member-against-group south.ron:39:23 `south` conflicts with its group `union` on `patrols`");
    let conditional = PATROLS.replace("basis:", "condition: \"in winter\", basis:");
    let folder = folder.with("south.ron", PATROLS, &conditional);
    assert_snapshot!(folder.told(&RULES), @"");
}
