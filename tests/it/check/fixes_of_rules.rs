//! What the rules offer as a fix takes away what they found, and nothing else.

use stances::change::mend::mend;
use stances::finding::fix::Safety;

use super::folder::{All, Folder, findings};

/// The difference that the fixes of a rule make, as lines that go and lines that come.
fn mended(folder: &Folder, rule: &str, most: Safety) -> String {
    let bundle = folder.bundle();
    let before = findings(&bundle).len();
    let mended = mend(&bundle, most, &All(&[rule]));
    let left = mended.left.iter();
    assert!(left.clone().all(|finding| finding.code.name != rule));
    assert!(mended.fixed > 0 && mended.left.len() == before - mended.fixed);
    let mut told = String::new();
    for change in mended
        .draft
        .files
        .iter()
        .filter(|file| file.before != file.after)
    {
        let text = |text: &Option<String>| text.clone().unwrap();
        let (before, after) = (text(&change.before), text(&change.after));
        for (sign, one, other) in [("-", &before, &after), ("+", &after, &before)] {
            let lines = one
                .lines()
                .filter(|line| !other.lines().any(|same| same == *line));
            let lines = lines.map(|line| format!("{sign} {}\n", line.trim()));
            told.extend(lines);
        }
    }
    told
}

#[test]
fn a_condition_on_nothing_goes() {
    let folder = Folder::example().with(
        "north.ron",
        "position: AtMost(200),\n",
        "position: Withdrawn,\n            condition: \"later\",\n",
    );
    insta::assert_snapshot!(mended(&folder, "conditional-undisclosed", Safety::Unsafe), @r#"- condition: "later","#);
}

#[test]
fn the_key_that_does_not_count_goes() {
    let twice = |levels: &str| {
        let checks = format!("    ],\n    checks: (levels: {{{levels}}}),\n)\n");
        Folder::example().with("dossier.ron", "    ],\n)\n", &checks)
    };
    let folder = twice(r#""unused-issue": Deny, "unused-issue": Warn"#);
    insta::assert_snapshot!(mended(&folder, "duplicate-key", Safety::Unsafe), @r#"
    - checks: (levels: {"unused-issue": Deny, "unused-issue": Warn}),
    + checks: (levels: {"unused-issue": Warn}),
    "#);
    let same =
        twice(r#""unused-issue": Deny, "a": Warn, "unused-issue": Deny, "unused-issue": Deny"#);
    insta::assert_snapshot!(mended(&same, "duplicate-key", Safety::Safe), @r#"
    - checks: (levels: {"unused-issue": Deny, "a": Warn, "unused-issue": Deny, "unused-issue": Deny}),
    + checks: (levels: {"a": Warn, "unused-issue": Deny}),
    "#);
}

#[test]
fn files_get_their_form() {
    let folder = Folder::example()
        .with("north.ron", "code: \"N\",", "code:\"N\",")
        .with(
            "south.ron",
            "code: \"S\",\n    kind: State,",
            "kind: State, code: \"S\",",
        );
    insta::assert_snapshot!(mended(&folder, "unformatted-file", Safety::Safe), @r#"
    - code:"N",
    + code: "N",
    - kind: State, code: "S",
    + code: "S",
    + kind: State,
    "#);
}

#[test]
fn members_get_their_ids() {
    let group =
        "(\n    name: \"Both\",\n    kind: Group,\n    members: [\"North\", \"SOUTH\"],\n)\n";
    let folder = Folder::example().and("both.ron", group);
    insta::assert_snapshot!(mended(&folder, "unknown-member", Safety::Safe), @r#"
    - members: ["North", "SOUTH"],
    + members: ["north", "south"],
    "#);
}

#[test]
fn a_speaker_is_corrected_in_all_records_or_listed() {
    let south = |by: &str| {
        let mut folder = Folder::example();
        let text = folder.0.get_mut("south.ron").unwrap();
        *text = text.replace("by: \"Delegation of South\"", &format!("by: {by:?}"));
        folder
    };
    let slip = south("delegation of South");
    insta::assert_snapshot!(mended(&slip, "unknown-speaker", Safety::Unsafe), @r#"
    - basis: Declared(by: "delegation of South"),
    - basis: Declared(by: "delegation of South"),
    - basis: Declared(by: "delegation of South"),
    - basis: Declared(by: "delegation of South"),
    + basis: Declared(by: "Delegation of South"),
    + basis: Declared(by: "Delegation of South"),
    + basis: Declared(by: "Delegation of South"),
    + basis: Declared(by: "Delegation of South"),
    "#);
    let unknown = south("A. Nobody");
    insta::assert_snapshot!(mended(&unknown, "unknown-speaker", Safety::Unsafe), @r#"
    - speakers: [(name: "Delegation of South", role: "delegation")],
    + speakers: [(name: "Delegation of South", role: "delegation"), (name: "A. Nobody")],
    "#);
}

#[test]
fn a_source_that_nothing_rests_on_goes() {
    let folder = Folder::example().with(
        "dossier.ron",
        "    sources: [\n",
        "    sources: [\n        (id: \"treaty\", title: \"Treaty\"),\n",
    );
    insta::assert_snapshot!(mended(&folder, "unused-source", Safety::Unsafe), @r#"- (id: "treaty", title: "Treaty"),"#);
}
