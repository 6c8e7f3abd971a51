use super::{AWKWARD, HEAD, SECOND, names, scratch, text};

/// Renames something and checks what the three files are then.
fn check(what: &str, old: &str, new: &str, expected: [(&str, String); 3]) {
    let scratch = scratch();
    let output = scratch.run(&["rename", what, old, new]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    let mut left: Vec<&str> = expected.iter().map(|(name, _)| *name).collect();
    left.sort_unstable();
    assert_eq!(names(&scratch), left);
    for (name, expected) in expected {
        assert_eq!(text(&scratch, name), expected, "{name}");
    }
}

fn refused(what: &str, old: &str, new: &str) -> String {
    let scratch = scratch();
    let said = scratch.run(&["rename", what, old, new]).refused();
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
    assert_eq!(text(&scratch, "dossier.ron"), HEAD);
    said
}

#[test]
fn an_issue_is_renamed_where_it_is_meant_and_nowhere_else() {
    check(
        "issue",
        "tariffs",
        "duties",
        [
            (
                "dossier.ron",
                HEAD.replace("id: \"tariffs\"", "id: \"duties\"")
                    .replace("(\"tariffs\", Support)", "(\"duties\", Support)"),
            ),
            (
                "norland.ron",
                AWKWARD.replace(
                    ": \"tariffs\",\n            position",
                    ": \"duties\",\n            position",
                ),
            ),
            (
                "both-lands.ron",
                SECOND.replace("\"tariffs\"", "\"duties\""),
            ),
        ],
    );
}

#[test]
fn a_source_is_renamed_in_stances_and_notes() {
    check(
        "source",
        "paper",
        "white-paper",
        [
            ("dossier.ron", HEAD.replace("\"paper\"", "\"white-paper\"")),
            (
                "norland.ron",
                AWKWARD.replace("\"paper\"", "\"white-paper\""),
            ),
            ("both-lands.ron", SECOND.to_owned()),
        ],
    );
}

#[test]
fn an_area_is_renamed_with_its_issues() {
    check(
        "area",
        "trade",
        "commerce",
        [
            ("dossier.ron", HEAD.replace("\"trade\"", "\"commerce\"")),
            ("norland.ron", AWKWARD.to_owned()),
            ("both-lands.ron", SECOND.to_owned()),
        ],
    );
}

#[test]
fn a_partys_file_goes_along() {
    check(
        "party",
        "norland",
        "north-land",
        [
            ("dossier.ron", HEAD.to_owned()),
            ("north-land.ron", AWKWARD.to_owned()),
            (
                "both-lands.ron",
                SECOND.replace("[\"norland\"", "[\"north-land\""),
            ),
        ],
    );
}

#[test]
fn what_cannot_be_a_new_name_is_refused() {
    for (what, old, new, message) in [
        (
            "issue",
            "tariffs",
            "crossings",
            "the issue `crossings` is there already, in `stances/talks/dossier.ron`",
        ),
        (
            "issue",
            "tarifs",
            "duties",
            "there is no issue `tarifs`: did you mean `tariffs`?",
        ),
        (
            "party",
            "norland",
            "both-lands",
            "the party `both-lands` is there already",
        ),
        (
            "party",
            "norland",
            "dossier",
            "`dossier` is the name of the file",
        ),
        ("party", "dossier", "x", "there is no party `dossier`"),
        ("area", "trade", "Free Trade", "`Free Trade` is no id"),
        ("area", "trade", "../x", "`../x` is no id"),
        ("area", "trade", "a--b", "`a--b` is no id"),
    ] {
        let said = refused(what, old, new);
        assert!(said.contains(message), "{said}");
    }
}

#[test]
fn an_outsiders_name_is_taken_too() {
    let scratch = scratch();
    scratch.write("both-lands.ron", SECOND.replace("Outland", "outland"));
    let said = scratch
        .run(&["rename", "party", "norland", "outland"])
        .refused();
    assert!(
        said.contains("the party `outland` is there already, in `stances/talks/both-lands.ron`"),
        "{said}"
    );
}

#[test]
fn the_same_name_changes_nothing() {
    let output = scratch()
        .run(&["rename", "issue", "tariffs", "tariffs"])
        .output();
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "nothing to change\n")
    );
}

#[test]
fn one_broken_file_keeps_all_as_they_are() {
    let scratch = scratch();
    scratch.write("both-lands.ron", "(stances: [}");
    let output = scratch
        .run(&["rename", "issue", "tariffs", "duties"])
        .output();
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.contains("both-lands.ron"),
        "{}",
        output.stderr
    );
    assert_eq!(text(&scratch, "dossier.ron"), HEAD);
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
}

#[test]
fn a_dry_run_shows_every_file() {
    let scratch = scratch();
    let shown = scratch
        .run(&["rename", "party", "norland", "north-land", "--dry-run"])
        .fine();
    insta::assert_snapshot!(shown);
    assert_eq!(
        names(&scratch),
        ["both-lands.ron", "dossier.ron", "norland.ron"]
    );
}

#[test]
fn what_changed_is_said_in_one_line() {
    let said = |arguments: &[&str]| scratch().run(arguments).output().stderr;
    assert_eq!(
        said(&["rename", "party", "norland", "north-land"]),
        "renamed stances/talks/norland.ron to north-land.ron; changed stances/talks/both-lands.ron: 1 line\n"
    );
    assert_eq!(
        said(&["rename", "issue", "tariffs", "duties"]),
        "changed 3 files in stances/talks: both-lands.ron (1 line), dossier.ron (3 lines), norland.ron (1 line)\n"
    );
}
