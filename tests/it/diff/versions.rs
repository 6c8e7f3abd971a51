//! Two folders, and revisions of one.

use crate::harness::repository::{commit, git};
use crate::harness::run::parsed;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

fn talks() -> Talks {
    Talks::new()
        .statement("truce")
        .issue("monitor", "Choice([\"un\", \"osce\", \"nobody\"])")
        .party(
            "north",
            [says("truce", "Support"), says("monitor", "OneOf([\"un\"])")],
        )
        .party("south", [says("truce", "Oppose")])
}

/// The same in another order of options, with another position and another party.
fn later() -> Talks {
    Talks::new()
        .statement("truce")
        .issue("monitor", "Choice([\"nobody\", \"osce\", \"un\", \"eu\"])")
        .statement("border")
        .party(
            "north",
            [
                says("truce", "LeanOppose"),
                says("monitor", "OneOf([\"un\"])"),
            ],
        )
        .party("west", [says("truce", "Support"), says("border", "Oppose")])
}

fn put(scratch: &Scratch, talks: &Talks, name: &str) {
    let folder = scratch.folder().join("stances").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("dossier.ron"), talks.dossier()).unwrap();
    for (id, text) in talks.parties() {
        std::fs::write(folder.join(format!("{id}.ron")), text).unwrap();
    }
}

#[test]
fn two_folders_are_matched_by_ids_and_names() {
    let scratch = talks().scratch();
    put(&scratch, &later(), "later");
    let output = scratch
        .run(&["diff", "talks", "later", "--format", "json"])
        .output();
    assert_eq!((output.code, output.stderr.as_str()), (1, ""));
    let diff = parsed(&output.text());
    assert_eq!(diff["before"]["version"], "talks");
    assert_eq!(diff["only_before"]["parties"][0], "south");
    assert_eq!(diff["only_after"]["parties"][0], "west");
    assert_eq!(diff["only_after"]["issues"][0], "border");
    assert_eq!(diff["recast"][0], "monitor");
    let changes = diff["changes"].as_array().unwrap().iter();
    let told: Vec<String> = changes
        .map(|change| {
            let text = |what: &str| change[what].as_str().unwrap().to_owned();
            [
                text("party"),
                text("issue"),
                text("kind"),
                change["distance"].to_string(),
            ]
            .join(" ")
        })
        .collect();
    // The options of `monitor` stand in another order; by name the position is the same.
    assert_eq!(
        told,
        [
            "north truce changed 0.75",
            "west truce new null",
            "west border new null",
            "south truce gone null",
        ]
    );
}

#[test]
fn revisions_are_read_from_the_repository() {
    let scratch = talks().scratch();
    commit(&scratch, "first");
    let same = scratch.run(&["diff", "--from-rev", "first"]).fine();
    assert!(same.contains("Nothing differs."), "{same}");
    scratch.write("south.ron", "(stances: [])");
    let now = scratch.run(&["diff", "--from-rev", "first"]).output();
    assert_eq!(now.code, 1);
    let text = now.text();
    assert!(text.contains("Before (first): As of 2025-01-01"), "{text}");
    assert!(text.contains("After (as it is): As of"), "{text}");
    assert!(
        text.contains("1 position differs: 1 gone. Of 1 pair 1 has moved."),
        "{text}"
    );
    commit(&scratch, "second");
    scratch.write("south.ron", "no party at all");
    let arguments = [
        "diff",
        "--from-rev",
        "first",
        "--to-rev",
        "second",
        "--format",
        "csv",
    ];
    let between = scratch.run(&arguments).output();
    assert_eq!((between.code, between.stderr.as_str()), (1, ""));
    assert!(
        between
            .text()
            .contains("south,truce,matters,gone,held,oppose")
    );
}

#[test]
fn a_mistake_in_a_revision_is_told_at_its_place_there() {
    let scratch = talks().scratch();
    scratch.write("south.ron", "(stances: [(issue: \"truse\")])");
    commit(&scratch, "first");
    scratch.write("south.ron", "(stances: [])");
    let output = scratch.run(&["diff", "--from-rev", "first"]).output();
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.contains("first:stances/talks/south.ron:1:"),
        "{}",
        output.stderr
    );
    assert!(output.text().contains("Nothing differs."));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let scratch = talks().scratch();
    put(&scratch, &later(), "later");
    let refused = |arguments: &[&str]| {
        scratch
            .run(&[&["diff", "talks"], arguments].concat())
            .refused()
    };
    assert!(refused(&[]).contains("there is nothing to compare with: name a day with `--from`"));
    assert!(refused(&["--from", "2025-02", "--to", "2025-01"]).contains("turn them round"));
    assert!(refused(&["--from-rev", "HEAD"]).contains("a revision needs a git repository"));
    assert!(refused(&["later", "--party", "nobody"]).contains("there is no party `nobody`"));
    commit(&scratch, "first");
    assert!(refused(&["--from-rev=--version"]).contains("there is no revision `--version`"));
    assert!(refused(&["--from-rev", "nowhere"]).contains("there is no revision `nowhere`"));
    git(&scratch, &["rm", "-r", "-q", "--cached", "stances/talks"]);
    git(&scratch, &["commit", "--quiet", "-m", "without"]);
    assert!(
        refused(&["--from-rev", "HEAD"]).contains("there is no dossier `talks` at the revision")
    );
}

#[test]
fn what_one_of_two_lacks_may_be_asked_for() {
    let scratch = talks().scratch();
    put(&scratch, &later(), "later");
    let arguments = [
        "diff", "talks", "later", "--party", "west", "--format", "csv",
    ];
    let text = scratch.run(&arguments).output().text();
    assert_eq!(text.lines().count(), 1 + 2, "{text}");
    assert!(
        text.lines().skip(1).all(|line| line.starts_with("west,")),
        "{text}"
    );
}
