//! On what terms a matrix stands: one scale, weights by a rule, enough issues; and
//! every output says so.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::harness::run::{shipped, stances};
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

const GRADES: &str = r#"Scale(["none", "some", "full"])"#;

/// Two parties on issues of several scales, with what weighs.
fn talks() -> Talks {
    Talks::new()
        .issue_with("truce", "peace", "Statement", "weight: 3")
        .issue_with("border", "peace", "Statement", "")
        .issue_with("elections", "peace", "Statement", "")
        .issue_with("army", "arms", GRADES, "")
        .issue_with("fleet", "arms", GRADES, "")
        .issue_with("drones", "arms", r#"Scale(["few", "some", "many"])"#, "")
        .issue_with("watch", "arms", r#"Choice(["un", "osce"])"#, "")
        .party(
            "north",
            [
                says("truce", "Support").with("salience: 1.0, stake: 4, firmness: RedLine"),
                says("border", "Oppose").with("salience: 0.25, stake: 2"),
                says("elections", "Support").on_condition("a truce"),
                says("army", r#"At("full")"#),
                says("fleet", r#"AtLeast("some")"#),
                says("drones", r#"At("few")"#),
                says("watch", r#"OneOf(["un"])"#),
            ],
        )
        .party(
            "south",
            [
                says("truce", "Oppose").with("salience: 0.25, stake: 1"),
                says("border", "Oppose").with("salience: 1.0"),
                says("elections", "Support").with("salience: 0.5"),
                says("army", r#"At("none")"#),
                says("fleet", r#"At("full")"#),
                says("drones", r#"At("few")"#),
                says("watch", r#"OneOf(["osce"])"#),
            ],
        )
}

/// The answer for north and south, as JSON.
fn matrix(scratch: &Scratch, more: &[&str]) -> Value {
    let arguments = [&["matrix", "--format", "json"], more].concat();
    scratch.run(&arguments).json()
}

/// The value and the `n` of a single matrix for north and south.
fn cell(scratch: &Scratch, more: &[&str]) -> (Value, Value) {
    let answer = matrix(scratch, more);
    (answer["values"][0][1].clone(), answer["n"][0][1].clone())
}

#[test]
fn each_scale_has_a_matrix_and_what_has_no_place_is_counted() {
    let answer = matrix(&talks().scratch(), &["--measure", "kappa"]);
    let matrices = answer["matrices"].as_array().unwrap();
    let [statements, grades] = &matrices[..] else {
        panic!("{answer}");
    };
    assert_eq!(
        statements["scale"]["issues"],
        json!(["truce", "border", "elections"])
    );
    assert_eq!(statements["values"][0][1], json!(0.0));
    assert_eq!(statements["n"][0][1], 2);
    assert_eq!(statements["left_out"]["conditional"], 1);
    assert_eq!(grades["scale"]["names"], json!(["none", "some", "full"]));
    assert_eq!(grades["n"][0][1], 1);
    assert_eq!(grades["left_out"]["not_at_one_point"], 1);
    for matrix in matrices {
        assert_eq!(matrix["left_out"]["issues_alone_on_their_scale"], 2);
    }
}

#[test]
fn as_many_levels_of_other_names_are_another_scale() {
    let answer = matrix(
        &talks().scratch(),
        &["--measure", "pi", "--issue", "army,drones"],
    );
    assert_eq!(answer["values"], json!([[null, null], [null, null]]));
    assert_eq!(answer["scale"], Value::Null);
    let scratch = talks().scratch();
    let run = scratch.run(&["matrix", "--measure", "pi", "--issue", "army,drones"]);
    let text = run.fine();
    assert!(
        text.contains("· no value: no two issues share a scale"),
        "{text}"
    );
}

#[test]
fn options_are_one_scale_in_whatever_order_they_stand() {
    let scratch = Talks::new()
        .issue("one", r#"Choice(["un", "osce"])"#)
        .issue("two", r#"Choice(["osce", "un"])"#)
        .party(
            "north",
            [
                says("one", r#"OneOf(["un"])"#),
                says("two", r#"OneOf(["osce"])"#),
            ],
        )
        .party(
            "south",
            [
                says("one", r#"OneOf(["un"])"#),
                says("two", r#"OneOf(["osce"])"#),
            ],
        )
        .scratch();
    assert_eq!(
        cell(&scratch, &["--measure", "kappa"]),
        (json!(1.0), json!(2))
    );
    assert_eq!(
        cell(&scratch, &["--measure", "kappa-linear"]).0,
        Value::Null
    );
}

#[test]
fn every_rule_weighs_as_it_says() {
    let scratch = talks().scratch();
    // Conflict on the truce, agreement on the border, half-way on the elections.
    let weighed = |rule: &str| {
        let lens = ["--issue", "truce,border,elections", "--weight", rule];
        cell(&scratch, &lens)
    };
    assert_eq!(weighed("issue"), (json!(0.2), json!(3)));
    assert_eq!(weighed("salience-row"), (json!(0.2), json!(2)));
    assert_eq!(weighed("salience-mean"), (json!(0.5), json!(2)));
    assert_eq!(weighed("salience-geometric"), (json!(0.5), json!(2)));
    assert_eq!(weighed("salience-min"), (json!(0.5), json!(2)));
    assert_eq!(
        weighed("firmness:red-line=3,position=1"),
        (json!(0.25), json!(3))
    );
    assert_eq!(weighed("firmness-min:red-line=3"), (Value::Null, json!(0)));
}

#[test]
fn a_rule_that_takes_the_row_shows_both_halves() {
    let scratch = talks().scratch();
    let arguments = ["--issue", "truce,border", "--weight", "salience-row"];
    let answer = matrix(&scratch, &arguments);
    assert_eq!(answer["symmetric"], false);
    assert_eq!(answer["values"], json!([[null, 0.2], [0.8, null]]));
    let csv = |layout: &str| {
        let data = ["matrix", "--format", "csv", "--layout", layout];
        scratch.run(&[&data[..], &arguments].concat()).fine()
    };
    assert_snapshot!(csv("square"), @"
    party,weight,north,south
    north,salience-row,,0.2
    south,salience-row,0.8,
    ");
    assert_snapshot!(csv("long"), @"
    a,b,n,agreement,weight
    north,south,2,0.2,salience-row
    south,north,2,0.8,salience-row
    ");
    let table = scratch.run(&[&["matrix"], &arguments[..]].concat()).fine();
    assert_snapshot!(table, @"
    talks
    ═════

    As of 2025-01-01 · declared, attributed and conduct · 2 parties, 2 issues · issue truce, border

    Agreement, weighted by salience-row

    party  north     south
    ─────────────────────────
    north  —         0.20 (2)
    south  0.80 (2)  —
    ─────────────────────────
    in brackets: on how many issues it rests
    An issue weighs its salience for the party of the row. So the two halves differ: read along a row.
    ");
    let markdown = ["matrix", "--format", "markdown"];
    let markdown = scratch.run(&[&markdown[..], &arguments].concat()).fine();
    assert!(markdown.contains("weighted by salience-row"), "{markdown}");
    assert!(markdown.contains("read along a row"), "{markdown}");
}

#[test]
fn several_records_that_say_the_same_weigh_what_most_of_them_say() {
    for order in [[0, 1], [1, 0]] {
        let records = [
            says("q", "Support").with("salience: 0.5, stake: 1"),
            says("q", "Support").with("salience: 0.25, stake: 3"),
        ];
        let scratch = Talks::new()
            .statement("q")
            .statement("r")
            .party("north", order.map(|at| records[at].clone()))
            .party(
                "north",
                [says("r", "Oppose").with("salience: 0.5, stake: 1")],
            )
            .party(
                "south",
                [
                    says("q", "Oppose").with("stake: 0"),
                    says("r", "Oppose").with("stake: 1"),
                ],
            )
            .scratch();
        let weighed = cell(&scratch, &["--weight", "salience-row"]);
        assert_eq!(weighed, (json!(0.5), json!(2)));
        let torn = cell(&scratch, &["--measure", "convergence-2"]);
        assert_eq!(torn, (json!(1.0), json!(2)));
    }
}

#[test]
fn on_too_few_issues_there_is_no_value() {
    let scratch = talks().scratch();
    let answer = matrix(&scratch, &["--min-joint", "8"]);
    assert_eq!(answer["min_joint"], 8);
    assert_eq!(answer["values"][0][1], Value::Null);
    assert_eq!(answer["n"][0][1], 7);
    let table = scratch.run(&["matrix", "--min-joint", "8"]).fine();
    assert!(
        table.contains("no pair comes to a value on 8 joint issues"),
        "{table}"
    );
    assert_ne!(cell(&scratch, &["--min-joint", "7"]).0, Value::Null);
}

#[test]
fn stakes_and_influence_make_aims_weigh() {
    let influence = |entries: &str| talks().head(&format!("influence: [{entries}]"));
    let on = |talks: Talks, measure: &str| cell(&talks.scratch(), &["--measure", measure]);
    assert_eq!(on(talks(), "convergence-1"), (json!(1.0), json!(2)));
    assert_eq!(on(talks(), "divergence-1"), (json!(1.0), json!(2)));
    // Of the border the stake of one is not told.
    assert_eq!(on(talks(), "divergence-2"), (json!(2.5), json!(1)));
    assert_eq!(on(talks(), "divergence-3").0, Value::Null);
    let two = r#"(of: "north", on: "south", level: 3)"#;
    assert_eq!(on(influence(two), "divergence-3").0, Value::Null);
    let entry = |of: &str, on: &str, level: u8| format!("(of: {of:?}, on: {on:?}, level: {level})");
    let even: Vec<String> = [("north", "south"), ("south", "west"), ("west", "north")]
        .into_iter()
        .flat_map(|(of, on)| [entry(of, on, 2), entry(on, of, 2)])
        .collect();
    let even = influence(&even.join(", ")).party("west", []);
    assert_eq!(on(even, "divergence-3"), (json!(2.5), json!(1)));
    let weak = [entry("north", "south", 2), entry("west", "south", 1)].join(", ");
    let weak = influence(&weak).party("west", []).scratch();
    let table = weak.run(&["matrix", "--measure", "divergence-3"]).fine();
    assert!(table.contains("one of the two has no power"), "{table}");
}

#[test]
fn what_rests_on_a_file_that_cannot_be_read_is_left_out_in_silence() {
    let talks = talks().head(r#"influence: [(of: "north", on: "south", level: 3)]"#);
    let scratch = talks.scratch();
    scratch.write("south.ron", "not a party");
    let (said, _) = scratch.run(&["matrix"]).left_out();
    assert!(!said.contains("unknown-party"), "{said}");
}

#[test]
fn a_renamed_party_keeps_its_influence() {
    let talks = talks().head(r#"influence: [(of: "north", on: "south", level: 3)]"#);
    let scratch = talks.scratch();
    let output = scratch.run(&["rename", "party", "south", "east"]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    let head = std::fs::read_to_string(scratch.talks().join("dossier.ron")).unwrap();
    assert!(
        head.contains(r#"(of: "north", on: "east", level: 3)"#),
        "{head}"
    );
}

#[test]
fn statements_are_normalised_on_request() {
    let scratch = talks().scratch();
    let congruence = |more: &[&str]| {
        let asked = [
            &["--measure", "congruence", "--issue", "truce,border,army"],
            more,
        ]
        .concat();
        let answer = matrix(&scratch, &asked);
        (
            answer["values"][0][1].as_f64().unwrap(),
            answer["normalise"].clone(),
        )
    };
    assert_eq!(congruence(&[]), (1.0, json!("none")));
    let by = |how: &str| congruence(&["--normalise", how]).0;
    assert!((by("average") - 1.0 / 3.0).abs() < 1e-12);
    assert!((by("jaccard") - 1.0 / 5.0).abs() < 1e-12);
    assert!((by("activity-product") - 1.0 / 9.0).abs() < 1e-12);
}

#[test]
fn terms_that_a_measure_has_no_place_for_are_refused() {
    let refused = |more: &[&str]| {
        let scratch = talks().scratch();
        scratch.run(&[&["matrix"], more].concat()).refused()
    };
    assert_snapshot!(refused(&["--measure", "agreement,coverage", "--weight", "issue"]), @"error: `coverage` takes no weights, and `--weight issue` asks for them: leave out one of the two");
    assert_snapshot!(refused(&["--normalise", "average"]), @"error: `--normalise` is for measures of statements, and none is asked for: add `--measure congruence`, `discord` or `subtract`");
    assert_snapshot!(refused(&["--weight", "salience"]), @"
    error: invalid value 'salience' for '--weight <RULE>': there is no rule `salience`: the rules are `issue`, `salience-row`, `salience-mean`, `salience-geometric`, `salience-min`, `firmness-row`, `firmness-mean`, `firmness-geometric`, `firmness-min`

    For more information, try '--help'.
    ");
    assert_snapshot!(refused(&["--weight", "firmness:hard=2"]), @"
    error: invalid value 'firmness:hard=2' for '--weight <RULE>': there is no firmness `hard`: the degrees are `red-line`, `demand`, `position`, `preference`, `concern`

    For more information, try '--help'.
    ");
    assert_snapshot!(refused(&["--weight", "firmness"]), @"
    error: invalid value 'firmness' for '--weight <RULE>': `firmness` gives no numbers: write such as `firmness:red-line=5,demand=3,position=1`

    For more information, try '--help'.
    ");
}

#[test]
fn all_measures_are_listed_by_what_they_take() {
    let text = shipped(&["measures"]).fine();
    for measure in stances::measure::ALL {
        assert!(
            text.contains(&format!("\n{} ", measure.name)),
            "{}",
            measure.name
        );
    }
    let answer = shipped(&["measures", "--format", "json"]).json();
    assert_eq!(answer["schema"], "stances/measures/1");
    let listed = answer["measures"].as_array().unwrap();
    assert_eq!(listed.len(), stances::measure::catalogue::entries().len());
    let congruence = listed
        .iter()
        .find(|measure| measure["name"] == "congruence");
    let congruence = congruence.unwrap();
    assert_eq!(
        (&congruence["lowest"], &congruence["highest"]),
        (&json!(0.0), &Value::Null)
    );
    let csv = shipped(&["measures", "--format", "csv"]).fine();
    assert_eq!(csv.lines().count(), listed.len() + 1);
}

#[test]
fn every_listed_measure_is_explained() {
    let names = stances::measure::catalogue::entries()
        .into_iter()
        .map(|entry| entry.name);
    for name in names {
        let page = stances(&crate::harness::run::project(), &["explain", name]).fine();
        assert!(page.starts_with(&format!("# {name}\n")));
    }
}

/// A third party that speaks to one issue alone.
fn with_east() -> Scratch {
    let east = ("east", [says("truce", "Support").with("salience: 1.0")]);
    talks().party(east.0, east.1).scratch()
}

#[test]
fn with_weights_every_cell_is_written_in_the_same_way() {
    let scratch = with_east();
    let words = ["matrix", "--measure", "agreement", "--weight", "issue"];
    let weighted = scratch.run(&words).fine();
    assert!(
        weighted.contains("1.00 (1)") && weighted.contains("0.00 (1)"),
        "{weighted}"
    );
    assert!(!weighted.contains("/1"), "{weighted}");
    assert!(scratch.run(&words[..3]).fine().contains("1/1"));
}

#[test]
fn too_few_joint_issues_are_told_with_their_number() {
    let scratch = with_east();
    let asked = |least| {
        let words = ["matrix", "--measure", "agreement", "--min-joint", least];
        scratch.run(&words).fine()
    };
    let some = asked("2");
    assert!(some.contains("· (1)"), "{some}");
    assert!(
        some.contains("· (n) n joint issues, fewer than 2"),
        "{some}"
    );
    let none = asked("50");
    assert!(
        none.contains("Agreement: no pair comes to a value on 50 joint issues."),
        "{none}"
    );
    assert!(!none.contains("· ("), "{none}");
}

#[test]
fn what_is_left_out_in_both_directions_says_so() {
    let scratch = with_east();
    let asked = |rule| {
        let words = ["matrix", "--measure", "agreement", "--weight", rule];
        let said = scratch.run(&words).fine();
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let twice = "counted in both directions of a pair";
    assert!(asked("salience-row").contains(twice));
    assert!(!asked("salience-mean").contains(twice));
}

#[test]
fn a_reason_for_no_position_belongs_to_one_party_alone() {
    let said = shipped(&["issues", "paris-and-moscow", "--format", "markdown"]).fine();
    assert!(
        said.contains("EL, EU, FR, UA; US\u{a0}undisclosed"),
        "{said}"
    );
}
