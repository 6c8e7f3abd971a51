//! `stances revise`.

use super::{added, done, shipped, text, untouched};

const FILE: &str = "stances/ukraine-peace-texts/united-states.ron";

fn revise<'a>(words: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    let cited = ["--source", "ua-20-points", "--at", "4"];
    [
        &["revise", "united-states"],
        words,
        &cited,
        more,
        &["--in", "ukraine-peace-texts"],
    ]
    .concat()
}

#[test]
fn the_later_record_stands_right_below_the_one_it_replaces() {
    let scratch = shipped();
    let before = text(&scratch, FILE);
    let said = done(scratch.run(&revise(
        &["army-ceiling", "800k"],
        &["--since", "2025-12-24"],
    )));
    assert!(
        said.contains("not taken over from the earlier record: --confidence"),
        "{said}"
    );
    let after = text(&scratch, FILE);
    assert_eq!(
        added(&before, &after),
        r#"        (
            issue: "army-ceiling",
            position: At("800k"),
            basis: Declared(by: "the US draft of 28 points"),
            since: "2025-12-24",
            evidence: [(source: "ua-20-points", at: "4")],
        ),
"#
    );
    let earlier = after.find("issue: \"army-ceiling\"").unwrap();
    let later = after.rfind("issue: \"army-ceiling\"").unwrap();
    assert_eq!(after[earlier + 1..later].matches("issue:").count(), 0);
    let json = scratch.run(&["compare", "ukraine-peace-texts"]).output();
    assert_eq!(json.code, 0);
}

#[test]
fn the_words_of_the_earlier_record_are_listed_too() {
    let scratch = shipped();
    let gist = "gist: \"Sets a cap of 600,000";
    let file = text(&scratch, FILE);
    assert!(file.contains(gist));
    let words = format!("quote: \"q\", note: \"n\", {gist}");
    std::fs::write(scratch.folder().join(FILE), file.replace(gist, &words)).unwrap();
    let words = ["army-ceiling", "800k"];
    let said = done(scratch.run(&revise(&words, &["--since", "2025-12-24", "--note", "m"])));
    assert!(said.contains("--gist \"Sets a cap of 600,000"), "{said}");
    assert!(said.contains(" --quote \"q\""), "{said}");
    assert!(!said.contains("--note"), "{said}");
}

#[test]
fn what_would_not_replace_is_refused() {
    let scratch = shipped();
    for (words, more, said) in [
        (
            ["army-ceiling", "800k"],
            &["--since", "2025-11-01"][..],
            "is not later than",
        ),
        (
            ["army-ceiling", "800k"],
            &["--since", "2025-12-24", "--basis", "conduct"],
            "is not replaced by",
        ),
        (
            ["army-ceiling", "80k"],
            &["--since", "2025-12-24"],
            "no level `80k`",
        ),
        (
            ["ceasefire-monito", "x"],
            &["--since", "2025-12-24"],
            "did you mean `ceasefire-monitor`?",
        ),
    ] {
        let message = untouched(&scratch, &revise(&words, more));
        assert!(message.contains(said), "{said}: {message}");
    }
    let silent = [
        "revise",
        "germany",
        "guarantee-strength",
        "robust",
        "--since",
        "2026",
        "--in",
        "paris-and-moscow",
    ];
    assert!(untouched(&scratch, &silent).contains("`stances add`"));
    let old = [
        "revise",
        "ukraine",
        "guarantee-strength",
        "limited",
        "--since",
        "2026",
        "--source",
        "article",
        "--at",
        "T1",
        "--in",
        "paris-and-moscow",
    ];
    assert!(untouched(&scratch, &old).contains("the evidence is that of the stance"));
}
