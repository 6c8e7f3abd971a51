//! What is told of groups, for people and for machines.

use insta::assert_snapshot;

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Says, Talks, says};

const ISSUES: [&str; 3] = ["border", "fleet", "trade"];

/// A league of three with a file and one without, of whom one differs; and two others.
fn talks() -> Scratch {
    let talks = ISSUES.into_iter().fold(Talks::new(), Talks::statement);
    talks
        .party_with(
            "league",
            "name: \"The League\", code: \"L\", kind: Group, members: [\"ash\", \"birch\", \"cedar\", \"Dogwood\"]",
            [says("border", "Support"), says("fleet", "Support")],
        )
        .party("ash", all(["Support", "Support", "Support"]))
        .party("birch", all(["Support", "Neutral", "Support"]))
        .party("cedar", all(["Oppose", "LeanSupport", "Oppose"]))
        .party("reed", all(["Oppose", "Oppose", "Oppose"]))
        .party("moss", [])
        .scratch()
}

fn all(positions: [&str; 3]) -> Vec<Says> {
    let pairs = ISSUES.iter().zip(positions);
    pairs
        .map(|(issue, position)| says(issue, position))
        .collect()
}

#[test]
fn groups_blocs_and_camps() {
    assert_snapshot!(talks().run(&["groups"]).fine(), @"
    Groups: talks
    ═════════════

    As of 2025-01-01 · declared, attributed and conduct · 6 parties, 3 issues

    Groups of the dossier
    ─────────────────────
    group     parties                            agreement  conflict  closeness      rice  pairs  differ
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    The       ash, birch and cedar; 1 without a    3/9 33%   4/9 44%   0.44 (9)  0.56 (3)    3/3     2/6
      League  file
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    agreement, conflict: of the joint issues of all pairs together · closeness: in brackets of how many
      with a distance
    rice: mean over the issues, in brackets, on which two or more take a side · pairs: with a joint
      issue
    differ: positions of members that do not agree with the group's own record, of those that can be
      compared with it

    Members that differ from their group
    ────────────────────────────────────
    - cedar on border: oppose; The League: support (conflict).
    - birch on fleet: neutral; The League: support (partial).

    Blocs by agreement
    ──────────────────
    Joined while two blocs come to more than 0.5 over the joint issues of all pairs between them; a pair
    without a joint issue has no say.

    bloc    parties           agreement  conflict  closeness      rice  pairs
    ─────────────────────────────────────────────────────────────────────────
    bloc 1  L, ash and birch    5/7 71%    0/7 0%   0.86 (7)  1.00 (3)    3/3
    bloc 2  cedar and reed          2/3       1/3   0.75 (3)  0.67 (3)    1/1
    ─────────────────────────────────────────────────────────────────────────
    L The League

    bloc 1: 3 of 7 joint issues are independent; elsewhere a group meets its member, or both rest on the
    same evidence.

    Not comparable with anybody, so nothing is known: moss.

    Rice's index, issue by issue

    issue   The League    bloc 1    bloc 2
    ──────────────────────────────────────
    border    0.33 (3)  1.00 (3)  1.00 (2)
    fleet     1.00 (2)  1.00 (2)  0.00 (2)
    trade     0.33 (3)  1.00 (2)  1.00 (2)
    ──────────────────────────────────────
    1 all on one side, 0 as many on either · sides: support and oppose, the upper and the lower half of
      a scale, so two who differ within one half stand on one side · in brackets: how many take a side

    Two camps
    ─────────
    A pair that agrees more often than it conflicts fits within a camp, one that conflicts more often
    fits between two; it weighs as much as the one exceeds the other.

    - ash, birch and The League against cedar and reed: everything fits.

    In neither camp: moss.

    Silent on every issue: moss.
    ");
}

#[test]
fn data_is_one_record_a_group() {
    assert_snapshot!(talks().run(&["groups", "--format", "csv"]).fine(), @"
    kind,id,parties,pairs,compared,n,independent,agree,partial,conflict,measured,closeness,rice,rice_issues,own,differ,against
    group,league,ash|birch|cedar,3,3,9,9,3,2,4,9,0.4444444444444444,0.5555555555555555,3,6,2,
    bloc,1,league|ash|birch,3,3,7,3,5,2,0,7,0.8571428571428572,1.0,3,,,
    bloc,2,cedar|reed,1,1,3,3,2,0,1,3,0.75,0.6666666666666666,3,,,
    camp,1a,ash|birch|league,3,3,7,3,5,2,0,7,0.8571428571428572,1.0,3,,,cedar|reed
    camp,1b,cedar|reed,1,1,3,3,2,0,1,3,0.75,0.6666666666666666,3,,,ash|birch|league
    ");
}

#[test]
fn the_texts_on_peace_fall_into_two_camps() {
    let answer = shipped(&["groups", "ukraine-peace-texts", "--format", "json"]).json();
    assert_eq!(answer["schema"], "stances/groups/1");
    let split = &answer["splits"][0];
    assert_eq!(
        split["camps"].to_string(),
        r#"[["e3","ukraine"],["russia","united-states"]]"#
    );
    assert_eq!(
        (&split["exact"], &split["as_good"]),
        (&true.into(), &0.into())
    );
    assert_eq!(
        answer["blocs"]["blocs"][0]["parties"].to_string(),
        r#"["e3","ukraine"]"#
    );
}

#[test]
fn a_measure_that_takes_no_side_makes_no_blocs() {
    let said = shipped(&["groups", "ukraine-peace-texts", "--measure", "coverage"]).refused();
    assert_snapshot!(said, @"error: `coverage` takes no side, so it makes no blocs: take another measure, such as `agreement`");
    let said = shipped(&[
        "groups",
        "ukraine-peace-texts",
        "-m",
        "net",
        "--beyond",
        "-2",
    ])
    .refused();
    assert_snapshot!(said, @"error: `-2` is no value of `net`: write a number from -1 to 1");
}

#[test]
fn rows_and_columns_stand_as_asked() {
    let parties = |more: &[&str]| {
        let matrix = ["matrix", "ukraine-peace-texts", "--format", "json"];
        let answer = shipped(&[&matrix, more].concat()).json();
        answer["parties"].to_string()
    };
    assert_eq!(
        parties(&["--order", "bloc"]),
        r#"["ukraine","e3","united-states","russia"]"#
    );
    assert_eq!(
        parties(&["--order", "name"]),
        r#"["e3","russia","ukraine","united-states"]"#
    );
    assert_eq!(
        parties(&["--order", "kind"]),
        r#"["russia","ukraine","united-states","e3"]"#
    );
    // On sovereignty, the first area, Russia holds four positions and the others five; of
    // these Ukraine alone says nothing on one issue of the next area.
    assert_eq!(
        parties(&["--order", "area"]),
        r#"["e3","united-states","ukraine","russia"]"#
    );
    let asked = ["--party", "ukraine,russia"];
    assert_eq!(parties(&asked), r#"["ukraine","russia"]"#);
    assert_eq!(
        parties(&[&asked[..], &["--order", "bloc"]].concat()),
        r#"["russia","ukraine"]"#
    );
}

#[test]
fn only_the_order_changes() {
    let compare = |order: &str| {
        let answer = shipped(&[
            "compare",
            "ukraine-peace-texts",
            "--order",
            order,
            "--format",
            "json",
        ]);
        answer.json()["pairs"].clone()
    };
    assert_eq!(compare("bloc"), compare("given"));
}
