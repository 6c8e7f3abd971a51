//! The rules on values, in their corners.

use insta::assert_snapshot;

use super::folder::Folder;

fn with_checks(checks: &str) -> Folder {
    let checks = format!("    ],\n    checks: ({checks}),\n)\n");
    Folder::example().with("dossier.ron", "    ],\n)\n", &checks)
}

#[test]
fn an_age_is_read_when_it_is_needed() {
    for age in ["30d", "6 weeks", "1y 6mo", "P30D"] {
        let folder = with_checks(&format!("stale_after: {age:?}"));
        assert_eq!(folder.told(&["invalid-value"]), "", "{age}");
    }
    let folder = with_checks("stale_after: \"soon\"");
    assert_snapshot!(folder.told(&["invalid-value"]), @"invalid-value dossier.ron:40:27 `soon` is no age");
}

#[test]
fn a_broken_field_is_no_age_as_well() {
    let folder = with_checks("stale_after: 30, levels: {}");
    assert_snapshot!(folder.told(&["invalid-value"]), @"invalid-value dossier.ron:40:27 a text in quotation marks is due here");
}

#[test]
fn keys_are_the_same_however_they_are_written() {
    let folder = with_checks(
        r#"levels: {"unused-issue": Deny, "unused\u{2d}issue": Warn, "silent": Warn, "silent": Warn}"#,
    );
    assert_snapshot!(folder.told(&["duplicate-key", "unknown-rule"]), @"
    unknown-rule dossier.ron:40:72 there is no rule `silent`: `stances explain` lists them
    duplicate-key dossier.ron:40:45 `unused-issue` is given twice in one map
    duplicate-key dossier.ron:40:88 `silent` is given twice in one map
    ");
}

#[test]
fn what_has_no_keys_is_a_matter_for_others() {
    for levels in [
        "levels: []",
        "levels: {1: Warn, 1: Warn}",
        "levels: {\"a\": Warn",
        "stale_after: \"1d\"",
    ] {
        assert_eq!(with_checks(levels).told(&["duplicate-key"]), "", "{levels}");
    }
}

#[test]
fn conditions_of_positions_that_are_known_are_fine() {
    let folder = Folder::example()
        .with(
            "north.ron",
            "position: AtMost(200),",
            "position: AtMost(200), condition: \"later\",",
        )
        .with(
            "south.ron",
            "position: AtLeast(300),",
            "position: Withdrawn, condition: \"z\",",
        )
        .with(
            "south.ron",
            "position: Oppose,",
            "condition: \"x\", position: Undisclosed,",
        );
    assert_snapshot!(folder.told(&["conditional-undisclosed"]), @"
    conditional-undisclosed south.ron:9:24 a condition says nothing on an undisclosed position
    conditional-undisclosed south.ron:20:45 a condition says nothing on a withdrawn position
    ");
}
