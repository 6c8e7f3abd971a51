//! `stances new`.

use super::{added, done, shipped, text, untouched};
use crate::harness::scratch::Scratch;

const HEAD: &str = "stances/paris-and-moscow/dossier.ron";

/// What a command adds to the file that all parties share.
fn adds(words: &[&str]) -> String {
    let scratch = shipped();
    let before = text(&scratch, HEAD);
    done(scratch.run(&[&["new"], words, &["--in", "paris-and-moscow"]].concat()));
    let check = scratch
        .run(&["fmt", "paris-and-moscow", "--check"])
        .output();
    assert_eq!((check.code, check.text().as_str()), (0, ""));
    added(&before, &text(&scratch, HEAD))
}

#[test]
fn an_issue_goes_behind_the_last_one_of_its_area() {
    assert_eq!(
        adds(&[
            "issue",
            "monitors",
            "--area",
            "territory",
            "--kind",
            "Choice([\"osce\", \"un\"])",
            "--text",
            "Who should watch the line."
        ]),
        r#"        (
            id: "monitors", area: "territory",
            kind: Choice(["osce", "un"]),
            text: "Who should watch the line.",
        ),
"#
    );
    assert_eq!(
        adds(&[
            "issue",
            "count",
            "--area",
            "conduct-of-war",
            "--kind",
            "Quantity(unit: \"m\", min: 0, max: 9)",
            "--tolerance",
            "0.5",
            "--text",
            "T.",
            "--weight",
            "2",
            "--note",
            "N.",
            "--confidential"
        ]),
        r#"        (
            id: "count", area: "conduct-of-war",
            kind: Quantity(unit: "m", min: 0, max: 9), tolerance: 0.5,
            text: "T.",
            weight: 2,
            note: "N.",
            confidential: true,
        ),
"#
    );
}

#[test]
fn an_area_and_a_source_go_behind_the_others() {
    assert_eq!(
        adds(&["area", "prisoners", "--name", "Prisoners"]),
        "        (id: \"prisoners\", name: \"Prisoners\"),\n"
    );
    assert_eq!(
        adds(&[
            "source",
            "readout",
            "--title",
            "Readout",
            "--published",
            "2025-12-03",
            "--url",
            "https://example.org/a"
        ]),
        r#"        (
            id: "readout",
            title: "Readout",
            published: "2025-12-03",
            urls: ["https://example.org/a"],
        ),
"#
    );
}

#[test]
fn an_area_of_its_own_gets_a_heading_for_its_first_issue() {
    let scratch = shipped();
    let into = ["--in", "paris-and-moscow"];
    done(
        scratch.run(
            &[
                &["new", "area", "prisoners", "--name", "Prisoners"],
                &into[..],
            ]
            .concat(),
        ),
    );
    let before = text(&scratch, HEAD);
    let words = [
        "new",
        "issue",
        "exchange",
        "--area",
        "prisoners",
        "--kind",
        "statement",
        "--text",
        "All should.",
    ];
    done(scratch.run(&[&words, &into[..]].concat()));
    let new = added(&before, &text(&scratch, HEAD));
    assert!(
        new.starts_with("\n        // Prisoners\n\n        (\n"),
        "{new}"
    );
}

#[test]
fn a_party_gets_a_file_of_its_own() {
    let scratch = shipped();
    let words = [
        "new",
        "party",
        "turkey",
        "--name",
        "Türkiye",
        "--code",
        "TR",
        "--kind",
        "state",
        "--alias",
        "Ankara",
        "--speaker",
        "Hakan Fidan",
        "--in",
        "paris-and-moscow",
    ];
    done(scratch.run(&words));
    assert_eq!(
        text(&scratch, "stances/paris-and-moscow/turkey.ron"),
        r#"(
    name: "Türkiye",
    code: "TR",
    kind: State,
    aliases: ["Ankara"],
    speakers: [(name: "Hakan Fidan")],
    stances: [],
)
"#
    );
    assert!(untouched(&scratch, &words).contains("there is a party `turkey` already"));
    let add = [
        "add",
        "turkey",
        "guarantee-strength",
        "robust",
        "--source",
        "article",
        "--at",
        "P1",
        "--in",
        "paris-and-moscow",
    ];
    done(scratch.run(&add));
}

#[test]
fn ids_are_checked() {
    let scratch = shipped();
    for (words, said) in [
        (&["area", "Sub_Area"][..], "write `sub-area`"),
        (&["area", "ä"], "is no id"),
        (&["area", "../x"], "write `x`"),
        (&["area", "territory"], "already"),
        (&["party", "dossier"], "what all parties share"),
        (&["party", "a/b"], "is no id"),
        (&["source", "article", "--title", "T"], "already"),
        (
            &[
                "issue",
                "x",
                "--area",
                "teritory",
                "--kind",
                "Statement",
                "--text",
                "T",
            ],
            "did you mean `territory`?",
        ),
        (
            &[
                "issue",
                "x",
                "--area",
                "territory",
                "--kind",
                "Scale([\"a\"])",
                "--text",
                "T",
            ],
            "two levels or more",
        ),
        (
            &[
                "issue",
                "x",
                "--area",
                "territory",
                "--kind",
                "Scal([\"a\"])",
                "--text",
                "T",
            ],
            "did you mean `Scale`?",
        ),
        (
            &[
                "issue",
                "revise-us-plan",
                "--area",
                "territory",
                "--kind",
                "Statement",
                "--text",
                "T",
            ],
            "already",
        ),
    ] {
        let message = untouched(
            &scratch,
            &[&["new"], words, &["--in", "paris-and-moscow"]].concat(),
        );
        assert!(message.contains(said), "{words:?}: {message}");
    }
}

#[test]
fn a_bare_file_gets_its_lists_in_their_places() {
    let scratch = Scratch::new([(
        "dossier.ron",
        "(title: \"T\", checks: (stale_after: \"9d\"))\n",
    )]);
    done(scratch.run(&["new", "source", "s", "--title", "S"]));
    done(scratch.run(&["new", "area", "a"]));
    done(scratch.run(&[
        "new",
        "issue",
        "i",
        "--area",
        "a",
        "--kind",
        "Statement",
        "--text",
        "T.",
    ]));
    let text = text(&scratch, "stances/talks/dossier.ron");
    let places: Vec<usize> = ["title:", "areas:", "issues:", "sources:", "checks:"]
        .map(|field| text.find(field).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{text}");
}
