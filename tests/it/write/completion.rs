//! What a shell is offered.

use std::fs;

use super::shipped;
use crate::harness::scratch::Scratch;

/// The offers for the last of the words.
fn offers(scratch: &Scratch, words: &[&str]) -> Vec<String> {
    let line = [&["--", "stances"], words].concat();
    let run = scratch.run(&line);
    let run = run.env("STANCES_COMPLETE", "bash").env("_CLAP_IFS", "\n");
    let output = run
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .output();
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{words:?}");
    let text = output.text();
    let offers = text.lines().filter(|offer| !offer.starts_with('-'));
    offers.map(str::to_owned).collect()
}

fn check(words: &str, expected: &[&str]) {
    let scratch = shipped();
    let words: Vec<&str> = words.split(' ').collect();
    assert_eq!(offers(&scratch, &words), expected, "{words:?}");
}

#[test]
fn the_ids_of_the_dossier_are_offered() {
    check("compare u", &["ukraine-peace-texts"]);
    check(
        "why --in ukraine-peace-texts u",
        &["ukraine", "united-states"],
    );
    check(
        "why --in ukraine-peace-texts ukraine russia crim",
        &["crimea-status"],
    );
    check(
        "compare paris-and-moscow --party poland,ger",
        &["poland,germany"],
    );
    check("compare paris-and-moscow --area so", &["sovereignty"]);
    check("matrix paris-and-moscow --source a", &["article"]);
    check("matrix --measure clo", &["closeness"]);
    check("gaps paris-and-moscow --ask rus", &["russia"]);
    check("gaps u", &["ukraine-peace-texts"]);
    check("explain cov", &["coverage"]);
    check("explain alpha-", &["alpha-ordinal", "alpha-interval"]);
    check("matrix --measure alph", &[]);
    check("add --in paris-and-moscow ukr", &["ukraine"]);
    check(
        "add --in paris-and-moscow ukraine guar",
        &["guarantee-strength"],
    );
    check(
        "add --in paris-and-moscow ukraine guarantee-strength ",
        &["none", "limited", "robust", "undisclosed", "withdrawn"],
    );
    check(
        "revise --in paris-and-moscow ukraine revise-us-plan lean",
        &["lean-support", "lean-oppose"],
    );
    check(
        "revise --in paris-and-moscow ukraine territory-decision p",
        &["popular-vote"],
    );
    check(
        "add --in ukraine-peace-texts --source e",
        &["e3-counter-draft"],
    );
    check(
        "new issue x --in paris-and-moscow --area p",
        &["pressure", "process"],
    );
    check("edit --in paris-and-moscow d", &["dossier"]);
    check("rename --in paris-and-moscow source a", &["article"]);
    check("rename --in paris-and-moscow party ru", &["russia"]);
    check("fmt p", &["paris-and-moscow"]);
}

#[test]
fn where_there_is_nothing_to_offer_nothing_is_said() {
    check("add ukr", &[]);
    check("add --in nowhere ukr", &[]);
    check("no-such-command u", &[]);
    let scratch = shipped();
    fs::write(
        scratch
            .folder()
            .join("stances/paris-and-moscow/dossier.ron"),
        "(((",
    )
    .unwrap();
    assert_eq!(
        offers(
            &scratch,
            &["add", "--in", "paris-and-moscow", "ukraine", ""]
        ),
        [""; 0]
    );
    let asked = scratch
        .run(&["--", "stances", ""])
        .env("STANCES_COMPLETE", "no-such-shell");
    assert_eq!(asked.fine(), "");
}

#[test]
fn names_that_a_shell_would_run_are_not_offered() {
    let issue = r#"(issues: [(id: "i", area: "a", kind: Scale(["$(reboot)", "a b", "x;y", "fine", "gut-größer"]), text: "T")])"#;
    let scratch = Scratch::new([("dossier.ron", issue), ("p.ron", "()"), ("`id`.ron", "()")]);
    assert_eq!(offers(&scratch, &["add", ""]), ["p"]);
    assert_eq!(
        offers(&scratch, &["add", "p", "i", ""]),
        ["fine", "gut-größer", "undisclosed", "withdrawn"]
    );
}

#[test]
fn every_shell_gets_its_script() {
    let scratch = shipped();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = scratch.run(&["completions", shell]).fine();
        assert!(script.contains("STANCES_COMPLETE"), "{shell}");
    }
}
