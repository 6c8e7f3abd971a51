//! The rules on what is missing, in their corners.

use insta::assert_snapshot;

use super::folder::Folder;

const RULES: [&str; 6] = [
    "silent-party",
    "lonely-issue",
    "unused-issue",
    "empty-area",
    "unanimous-issue",
    "unknown-issue",
];

#[test]
fn an_issue_lacks_one_thing_at_a_time() {
    let folder = Folder::example().with(
        "dossier.ron",
        "    issues: [\n",
        "    issues: [\n        (id: \"fish\", area: \"water\", kind: Statement, text: \"Fish.\"),\n",
    );
    assert_snapshot!(folder.told(&RULES), @"unused-issue dossier.ron:11:14 no party takes a position on `fish`");
    let spoken = folder
        .clone()
        .with("south.ron", "issue: \"dam\"", "issue: \"fish\"");
    assert_snapshot!(spoken.told(&RULES), @"lonely-issue dossier.ron:11:14 only `south` takes a position on `fish`");
}

#[test]
fn a_misspelt_issue_lacks_nobody() {
    let folder = Folder::example().with("south.ron", "issue: \"crossings\"", "issue: \"crosings\"");
    assert_snapshot!(folder.told(&RULES), @"unknown-issue south.ron:27:20 there is no issue `crosings`");
}

#[test]
fn where_something_could_not_be_read_nothing_is_missing() {
    let folder = Folder::example().with(
        "dossier.ron",
        "    issues: [\n",
        "    issues: [\n        (id: \"fish\", area: \"water\", kind: Statement, text: \"Fish.\"),\n",
    );
    let broken = folder.and("west.ron", "(stances: [(issue: 1)])");
    assert_snapshot!(broken.told(&RULES), @"");
}

#[test]
fn one_who_speaks_alone_has_no_lonely_issues() {
    let mut folder = Folder::example();
    folder.0.remove("south.ron");
    assert_snapshot!(folder.told(&RULES), @"");
}

#[test]
fn unanimity_takes_all_who_speak() {
    let freight = |folder: Folder, position: &str| {
        folder.with("south.ron", "Between(\"freight\", \"open\")", position)
    };
    let all = freight(Folder::example(), "At(\"freight\")");
    assert_snapshot!(all.told(&RULES), @"unanimous-issue dossier.ron:20:19 both who take a position on `crossings` agree");
    let west = |position: &str| {
        let stance = format!(
            "(stances: [(issue: \"crossings\", position: {position}, since: \"2025-06\", basis: Conduct)])"
        );
        all.clone().and("west.ron", &stance).told(&RULES)
    };
    assert_snapshot!(west("Between(\"freight\", \"freight\")"), @"unanimous-issue dossier.ron:20:19 all 3 who take a position on `crossings` agree");
    assert_snapshot!(west("Withdrawn"), @"unanimous-issue dossier.ron:20:19 both who take a position on `crossings` agree");
    assert_eq!(west("Undisclosed"), "");
    assert_eq!(west("At(\"freight\"), condition: \"x\""), "");
    assert_eq!(west("AtLeast(\"freight\")"), "");
}

#[test]
fn points_within_a_tolerance_agree_only_if_all_do() {
    let with = |tolerance: &str, north: &str, south: &str| {
        Folder::example()
            .with("dossier.ron", "min: 0, max: 500),", &format!("min: 0, max: 500), tolerance: {tolerance},"))
            .with("north.ron", "AtMost(200)", north)
            .with("south.ron", "AtLeast(300)", south)
            .and("west.ron", "(stances: [(issue: \"release\", position: At(210), since: \"2025-06\", basis: Conduct)])")
            .told(&RULES)
    };
    assert_snapshot!(with("20", "At(200)", "At(220)"), @"unanimous-issue dossier.ron:15:19 all 3 who take a position on `release` agree");
    assert_eq!(with("15", "At(200)", "At(220)"), "");
}

#[test]
fn areas_are_filled_by_what_is_misspelt() {
    let folder = Folder::example().with("dossier.ron", "(id: \"border\"", "(id: \"boarder\"");
    assert_snapshot!(folder.told(&RULES), @"");
}
