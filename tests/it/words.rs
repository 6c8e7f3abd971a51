//! What is said beside the numbers: who is silent, what is left out, what is cut short.

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

fn told(scratch: &Scratch, arguments: &[&str]) -> String {
    scratch.run(arguments).fine()
}

fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    let mut lines = text.lines().filter(|line| line.contains(words));
    lines.next().unwrap_or_default()
}

#[test]
fn who_is_hidden_by_the_lens_is_not_silent() {
    let text = Talks::new()
        .statement("truce")
        .party("a", [says("truce", "Support")])
        .party("b", [says("truce", "Oppose").attributed()])
        .party("c", [])
        .scratch();
    let all = told(&text, &["compare"]);
    assert!(all.contains("Silent on every issue: c."), "{all}");
    assert!(!all.contains("under this lens:"), "{all}");
    let declared = told(&text, &["compare", "--basis", "declared"]);
    assert!(declared.contains("Silent on every issue: c."), "{declared}");
    assert!(
        declared.contains("No record counts under this lens: b."),
        "{declared}"
    );
    let nobody = told(&text, &["compare", "--basis", "conduct"]);
    assert!(
        nobody.contains("No record on any issue in view counts under this lens."),
        "{nobody}"
    );
}

#[test]
fn an_empty_cell_says_whether_the_lens_empties_it() {
    let talks = Talks::new()
        .statement("truce")
        .statement("border")
        .party("a", [says("truce", "Support"), says("border", "Support")])
        .party(
            "b",
            [
                says("truce", "Oppose"),
                says("border", "Oppose").since("2025-02-01"),
            ],
        )
        .party("c", [says("truce", "Oppose")])
        .scratch();
    let legend = |arguments: &[&str]| {
        let text = told(&talks, arguments);
        line_with(&text, "· no record").to_owned()
    };
    assert_eq!(legend(&["positions"]), "· no record");
    let before = ["positions", "--as-of", "2025-01-15"];
    assert_eq!(legend(&before), "· no record under this lens");
}

#[test]
fn the_lens_tells_parties_and_records_that_are_only_possible() {
    let talks = Talks::new()
        .statement("truce")
        .party("a", [says("truce", "Support")])
        .party("b", [says("truce", "Oppose").since("2025")])
        .scratch();
    let day = ["matrix", "--as-of", "2025-06-01", "--party", "b,a"];
    let text = told(&talks, &day);
    assert_eq!(
        line_with(&text, "As of"),
        "As of 2025-06-01 · declared, attributed and conduct · 2 parties, 1 issue · party b, a · 1 \
         record"
    );
    assert!(text.contains("only possible by that day"), "{text}");
    assert!(
        text.trim_end().ends_with(
            "Not counted: 1 record dated so broadly as to be possibly from after that day."
        ),
        "{text}"
    );
}

#[test]
fn a_relation_is_told_as_it_stands() {
    let talks = Talks::new()
        .statement("money")
        .statement("duty")
        .implies(("money", "Support"), ("duty", "Support"))
        .party("payer", [says("duty", "Oppose")])
        .party("victim", [says("money", "Support")])
        .scratch();
    let text = told(&talks, &["why", "payer", "victim", "--width", "400"]);
    assert_eq!(
        line_with(&text, "Linked clash"),
        "- Linked clash on money: the record of payer on duty (− oppose) is held against that of \
         victim on money (+ support). Relation 1: + support on money implies + support on duty, \
         because: It follows."
    );
}

#[test]
fn many_linked_results_are_cut() {
    let issues: Vec<String> = (10..30).map(|at| format!("issue-{at}")).collect();
    let mut talks = issues
        .iter()
        .fold(Talks::new(), |talks, issue| talks.statement(issue));
    talks = talks.excludes(("issue-10", "Support"), ("issue-11", "Support"));
    for at in 10..30 {
        let mine = if at < 20 { "issue-10" } else { "issue-11" };
        let hidden = issues[2..].iter().map(|issue| says(issue, "Undisclosed"));
        let said = std::iter::once(says(mine, "Support")).chain(hidden);
        talks = talks.party(&format!("party-{at}"), said);
    }
    let text = told(&talks.scratch(), &["compare", "--width", "2000"]);
    let some = |from: usize| {
        let names: Vec<String> = (from..from + 6).map(|at| format!("party-{at}")).collect();
        format!("{} and 4 others", names.join(", "))
    };
    assert_eq!(
        line_with(&text, "Linked clash"),
        format!(
            "- Linked clash, in no count: {} on issue-10 with {} on issue-11. Not both.",
            some(10),
            some(20)
        )
    );
    let undisclosed = line_with(&text, "Undisclosed: ");
    assert!(undisclosed.len() < 1200, "{undisclosed}");
    assert!(undisclosed.ends_with("; 252 more."), "{undisclosed}");
}

#[test]
fn parties_of_the_same_name_are_told_apart() {
    let talks = Talks::new()
        .statement("truce")
        .party_with(
            "north",
            "name: \"Council\", code: \"C\"",
            [says("truce", "Support")],
        )
        .party_with(
            "south",
            "name: \"Council\", code: \"C\"",
            [says("truce", "Oppose")],
        )
        .scratch();
    let text = talks.run(&["compare"]).output().text();
    assert!(text.contains("Council (north)  Council (south)"), "{text}");
    assert!(
        text.contains("Conflict on truce. north: support; south: oppose."),
        "{text}"
    );
    let narrow = talks.run(&["matrix", "--width", "30"]).output().text();
    assert!(
        narrow.contains("north") && narrow.contains("south"),
        "{narrow}"
    );
}

#[test]
fn a_measure_is_shown_once_and_named_behind_the_pair() {
    let csv = |layout: &str| {
        let measures = "agreement,conflict,agreement";
        let format = ["--layout", layout, "--format", "csv"];
        let dossier = ["matrix", "paris-and-moscow", "--measure", measures];
        let party = [
            "--party",
            "russia,ukraine",
            "--by",
            "area",
            "--area",
            "conduct-of-war",
        ];
        shipped(&[&dossier[..], &party, &format].concat()).fine()
    };
    insta::assert_snapshot!(csv("square"), @"
    party,measure,area,russia,ukraine
    russia,agreement,conduct-of-war,,0.0
    ukraine,agreement,conduct-of-war,0.0,
    russia,conflict,conduct-of-war,,1.0
    ukraine,conflict,conduct-of-war,1.0,
    ");
    insta::assert_snapshot!(csv("long"), @"
    a,b,n,value,measure,area
    russia,ukraine,1,0.0,agreement,conduct-of-war
    russia,ukraine,1,1.0,conflict,conduct-of-war
    ");
}
