//! What is told of gaps, for people and for machines.

use insta::assert_snapshot;
use itertools::Itertools;
use serde_json::{Value, json};

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// One place for each way in which a party may be heard or not.
fn talks() -> Scratch {
    Talks::new()
        .head("as_of: \"2025-06-01\"")
        .statement("truce")
        .statement("border")
        .statement("fleet")
        .statement("amnesty")
        .statement("flag")
        .party_with(
            "union",
            "name: \"Union\", code: \"UN\", kind: Group, members: [\"east\", \"west\"]",
            [says("fleet", "Support"), says("border", "Undisclosed")],
        )
        .party(
            "east",
            [
                says("truce", "Support").with("firmness: RedLine"),
                says("amnesty", "Undisclosed"),
            ],
        )
        .party(
            "north",
            [
                says("truce", "Oppose"),
                says("border", "Support").with("firmness: RedLine"),
                says("fleet", "Support").until("2025-02-01"),
            ],
        )
        .party(
            "south",
            [
                says("truce", "Withdrawn"),
                says("border", "Support").by_conduct(),
                says("fleet", "Support"),
                says("fleet", "Oppose"),
                says("amnesty", "Oppose"),
            ],
        )
        .party("west", [])
        .scratch()
}

/// What is known of each party on an issue, in JSON.
fn issue(gaps: &Value, id: &str) -> Vec<String> {
    let issues = gaps["issues"].as_array().unwrap();
    let issue = issues.iter().find(|issue| issue["issue"] == id).unwrap();
    let kinds = [
        "speaking",
        "silent",
        "ended",
        "undisclosed",
        "withdrawn",
        "contradictory",
        "hidden",
        "from_group",
    ];
    let told = kinds.iter().filter_map(|kind| {
        let who = issue[kind].as_array().unwrap();
        let who = who.iter().map(|who| who.as_str().unwrap()).join(" ");
        (!who.is_empty()).then(|| format!("{kind}: {who}"))
    });
    told.collect()
}

fn question(gaps: &Value, party: &str, issue: &str) -> Option<Value> {
    let questions = gaps["questions"].as_array().unwrap().iter();
    let mut found = questions.filter(|q| q["party"] == party && q["issue"] == issue);
    found.next().cloned()
}

#[test]
fn everything_that_is_open_is_told() {
    assert_snapshot!(talks().run(&["gaps"]).fine(), @"
    Gaps: talks
    ═══════════

    As of 2025-06-01 · declared, attributed and conduct · 5 parties, 5 issues

    What to ask next
    ────────────────
    ask one of  about    has spoken                 new pairs  so far
    ─────────────────────────────────────────────────────────────────────────────
    UN, west    truce    east* (red line), north*           2  silent
    UN          border   north* (red line), south*          2  undisclosed
    west        border   north* (red line), south*          2  silent
    south       truce    east* (red line), north            2  withdrawn
    east        border   north (red line), south*           2  silent
    east, west  fleet    UN*                                1  silent
    north       fleet    UN*                                1  no longer in force
    south       fleet    UN*                                1  contradictory
    east        amnesty  south*                             1  undisclosed
    UN, west    amnesty  south*                             1  silent
    ─────────────────────────────────────────────────────────────────────────────
    new pairs: pairs that one answer makes comparable on one issue more · * nothing joint so far with
      those to be asked
    UN Union

    1 more question: see more of them with a larger `--top`.

    Pairs with few joint issues
    ───────────────────────────
    pair           n  one answer that would add to n
    ────────────────────────────────────────────────────────────
    east – south   0  east on border and amnesty; south on truce
    north – UN     0  north on fleet; UN on truce and border
    south – UN     0  south on fleet; UN on border and amnesty
    east – UN      0  east on fleet; UN on truce
    north – west   0  west on truce and border
    south – west   0  west on border and amnesty
    east – west    0  west on truce
    UN – west      0  west on fleet
    north – south  1  north on amnesty; south on truce
    east – north   1  east on border
    ────────────────────────────────────────────────────────────
    n joint issues, fewer than 5
    UN Union

    Spoken, and not to be compared
    ──────────────────────────────
    - Undisclosed: Union on border; east on amnesty.
    - Withdrawn: south on truce.
    - Contradictory: south on fleet.
    - No longer in force: north on fleet.

    Nobody has a position on 1 issue: flag.

    Silent on every issue: west.

    Not counted: 1 record no longer in force.
    ");
}

#[test]
fn each_kind_of_gap_is_told_apart() {
    let gaps = talks().run(&["gaps", "--format", "json"]).json();
    assert_eq!(gaps["schema"], "stances/gaps/1");
    assert_eq!(
        issue(&gaps, "truce"),
        [
            "speaking: east north",
            "silent: union west",
            "withdrawn: south"
        ]
    );
    assert_eq!(
        issue(&gaps, "fleet"),
        [
            "speaking: union",
            "silent: east west",
            "ended: north",
            "contradictory: south"
        ]
    );
    assert_eq!(
        issue(&gaps, "amnesty"),
        [
            "speaking: south",
            "silent: north union west",
            "undisclosed: east"
        ]
    );
    assert_eq!(
        issue(&gaps, "flag"),
        ["silent: east north south union west"]
    );
    // Nobody has spoken to the flag: no one answer makes anybody comparable.
    assert_eq!(question(&gaps, "east", "flag"), None);
    assert_eq!(
        question(&gaps, "west", "truce").unwrap(),
        json!({
            "party": "west", "issue": "truce", "area": "matters", "so_far": "silent",
            "new_pairs": 2, "first_pairs": 2, "comparable_with": ["east", "north"],
            "and_for": [], "red_lines_of": ["east"],
        })
    );
    assert_eq!(
        gaps["red_lines"][0],
        json!({
            "party": "east", "issue": "truce", "answered_by": ["north"],
            "open_to": ["south", "union", "west"],
        })
    );
    let pair = gaps["pairs"].as_array().unwrap().iter();
    let mut pair = pair.filter(|pair| pair["a"] == "south" && pair["b"] == "union");
    assert_eq!(
        *pair.next().unwrap(),
        json!({"a": "south", "b": "union", "n": 0, "ask_a": ["fleet"], "ask_b": ["border", "amnesty"]})
    );
}

#[test]
fn what_the_lens_hides_is_no_silence() {
    let gaps = talks()
        .run(&["gaps", "--format", "json", "--basis", "declared"])
        .json();
    assert_eq!(issue(&gaps, "border")[0], "speaking: north");
    assert!(issue(&gaps, "border").contains(&"hidden: south".to_owned()));
    assert_eq!(question(&gaps, "south", "border"), None);
    let earlier = talks()
        .run(&["gaps", "--format", "json", "--as-of", "2024"])
        .json();
    assert_eq!(
        issue(&earlier, "truce"),
        ["silent: union west", "hidden: east north south"]
    );
    let said = talks().run(&["gaps", "--basis", "declared"]).fine();
    assert!(
        said.contains("- Hidden by the lens: south on border."),
        "{said}"
    );
}

#[test]
fn members_are_not_asked_for_what_their_group_has_said() {
    let gaps = talks()
        .run(&["gaps", "--format", "json", "--inherit"])
        .json();
    assert_eq!(
        issue(&gaps, "fleet"),
        [
            "speaking: east union west",
            "ended: north",
            "contradictory: south"
        ]
    );
    // What the group does not disclose, the group is to be asked for.
    let border = issue(&gaps, "border");
    assert!(
        border.contains(&"from_group: east west".to_owned()),
        "{border:?}"
    );
    assert_eq!(question(&gaps, "west", "border"), None);
    let union = question(&gaps, "union", "border").unwrap();
    assert_eq!(union["and_for"], json!(["east", "west"]));
    // Each of three with each of two, and among themselves.
    assert_eq!(union["new_pairs"], 9);
    let said = talks().run(&["gaps", "--inherit"]).fine();
    assert!(said.contains("UN for east and west"), "{said}");
}

#[test]
fn some_can_be_asked_while_the_others_stay_in_view() {
    let scratch = talks();
    let gaps = scratch
        .run(&["gaps", "--ask", "south", "--format", "json"])
        .json();
    assert_eq!(gaps["ask"], json!(["south"]));
    assert_eq!(gaps["lens"]["parties"], Value::Null);
    let parties = gaps["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|q| &q["party"]);
    assert!(parties.clone().count() > 0);
    assert!(parties.clone().all(|party| party == "south"));
    assert_snapshot!(scratch.run(&["gaps", "--ask", "south"]).fine(), @"
    Gaps: talks
    ═══════════

    As of 2025-06-01 · declared, attributed and conduct · 5 parties, 5 issues

    Only what is open to south.

    What to ask next
    ────────────────
    ask one of  about  has spoken               new pairs  so far
    ────────────────────────────────────────────────────────────────────
    south       truce  east* (red line), north          2  withdrawn
    south       fleet  UN*                              1  contradictory
    ────────────────────────────────────────────────────────────────────
    new pairs: pairs that one answer makes comparable on one issue more · * nothing joint so far with
      those to be asked
    UN Union

    Red lines without an answer
    ───────────────────────────
    - east on truce: support; ask south.

    Pairs with few joint issues
    ───────────────────────────
    pair           n  one answer that would add to n
    ────────────────────────────────────────────────
    east – south   0  south on truce
    south – UN     0  south on fleet
    north – south  1  south on truce
    ────────────────────────────────────────────────
    n joint issues, fewer than 5
    UN Union

    Spoken, and not to be compared
    ──────────────────────────────
    - Withdrawn: south on truce.
    - Contradictory: south on fleet.

    Nobody has a position on 1 issue: flag.

    Silent on every issue: west.

    Not counted: 1 record no longer in force.
    ");

    let outside = ["gaps", "--ask", "south", "--party", "east,north"];
    assert!(
        scratch
            .run(&outside)
            .refused()
            .contains("`south` is outside of `--party`")
    );
    assert!(
        scratch
            .run(&["gaps", "--ask", "sout"])
            .refused()
            .contains("did you mean `south`?")
    );
}

#[test]
fn what_is_left_off_is_said_and_data_have_it_all() {
    let scratch = talks();
    let all = scratch.run(&["gaps", "--format", "json"]).json();
    let all = all["questions"].as_array().unwrap().len();
    let short = scratch.run(&["gaps", "--top", "1"]).fine();
    assert!(
        short.contains("more questions: see more of them with a larger `--top`."),
        "{short}"
    );
    assert!(short.contains("more pairs: see more of them"), "{short}");
    let long = scratch.run(&["gaps", "--top", "100"]).fine();
    assert!(!long.contains("larger `--top`"), "{long}");
    let csv = scratch
        .run(&["gaps", "--top", "1", "--format", "csv"])
        .fine();
    assert_eq!(csv.lines().count(), all + 1);
    assert!(
        scratch
            .run(&["gaps", "--top", "0"])
            .refused()
            .contains("1 or more")
    );
}

#[test]
fn data_have_one_record_a_question() {
    let csv = talks()
        .run(&["gaps", "--format", "csv", "--issue", "truce"])
        .fine();
    assert_snapshot!(csv, @"
    party,issue,area,so_far,new_pairs,first_pairs,comparable_with,first_with,red_lines_of,and_for
    south,truce,matters,withdrawn,2,2,east|north,east|north,east,
    union,truce,matters,silent,2,2,east|north,east|north,east,
    west,truce,matters,silent,2,2,east|north,east|north,east,
    ");
}

#[test]
fn where_nothing_is_open_that_is_said() {
    let full = Talks::new()
        .statement("truce")
        .party("a", [says("truce", "Support")])
        .party("b", [says("truce", "Oppose")]);
    let said = full.scratch().run(&["gaps"]).fine();
    assert!(
        said.contains("has a position on every issue in view"),
        "{said}"
    );
    let said = full.scratch().run(&["gaps", "--party", "a"]).fine();
    assert!(said.contains("one party in view"), "{said}");
    let apart = full.clone().party("c", [says("truce", "Undisclosed")]);
    let said = apart.scratch().run(&["gaps", "--ask", "a"]).fine();
    assert!(said.contains("No single answer would"), "{said}");
    let silent = Talks::new()
        .statement("truce")
        .party("a", [])
        .party("b", []);
    let said = silent.scratch().run(&["gaps"]).fine();
    assert!(said.contains("No party has a position"), "{said}");
    assert_eq!(Talks::new().scratch().run(&["gaps"]).output().code, 0);
}

#[test]
fn the_public_learns_nothing_of_what_is_confidential() {
    let talks = Talks::new()
        .statement("truce")
        .party("a", [says("truce", "Support").with("confidential: true")])
        .party("b", [says("truce", "Oppose")]);
    let gaps = talks
        .scratch()
        .run(&["gaps", "--public", "--format", "json"])
        .json();
    assert_eq!(issue(&gaps, "truce"), ["speaking: b", "silent: a"]);
}

#[test]
fn red_lines_that_nobody_has_answered_are_told() {
    let said = shipped(&["gaps", "paris-and-moscow"]).fine();
    let (_, list) = said
        .split_once("Red lines that nobody has answered\n")
        .unwrap();
    let lines = list.lines().skip(1).take_while(|line| !line.is_empty());
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "- Ukraine on sovereignty-preserved: support.",
            "- Ukraine on guarantee-strength: robust.",
        ]
    );
}

#[test]
fn the_shipped_dossiers_have_gaps() {
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        for format in ["table", "markdown", "csv", "tsv", "json", "html", "xlsx"] {
            let output = shipped(&["gaps", dossier, "--format", format]).output();
            assert_eq!((output.code, output.stderr.as_str()), (0, ""));
            assert!(!output.stdout.is_empty());
        }
    }
}
