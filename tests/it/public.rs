//! `--public`: what is confidential leaves no trace, neither in words nor in numbers.

use std::fs::File;
use std::io::Read;

use proptest::prelude::*;
use stances::dossier::lens::{Inheritance, Lens};

use crate::harness::look::{everything, published};
use crate::harness::run::CommandOutput;
use crate::harness::scratch::Scratch;
use crate::harness::sketch::sketches;

/// What stands in every confidential part of the dossier below, and nowhere else.
const MARKER: &str = "zebra";

const DOSSIER: &str = r#"(
    title: "Talks",
    areas: [(id: "peace", name: "Peace"), (id: "zebra-area", name: "The zebra area")],
    issues: [
        (id: "truce", area: "peace", kind: Statement, text: "A truce."),
        (id: "zebra-issue", area: "zebra-area", kind: Choice(["zebra-one", "zebra-two"]), text: "The zebra wording.", confidential: true),
        (id: "border", area: "peace", kind: Statement, text: "A border."),
        (id: "army", area: "peace", kind: Quantity(unit: "men", min: 0, max: 10), text: "An army."),
    ],
    relations: [
        Implies(if: ("truce", Support), then: ("zebra-issue", OneOf(["zebra-one"])), because: "zebra, as it names the issue"),
        Implies(if: ("truce", Support), then: ("army", AtMost(5)), because: "zebra logic", confidential: true),
        Excludes(one: ("truce", Support), other: ("border", Support), because: "not both"),
    ],
    sources: [
        (id: "article", title: "The article"),
        (id: "zebra-cable", title: "The zebra cable", urls: ["https://zebra.example"], confidential: true),
    ],
)
"#;

const HOME: &str = r#"(
    name: "Home",
    stances: [
        (issue: "truce", position: Support, basis: Conduct, since: "2025-01-01", evidence: [(source: "article", at: "P1"), (source: "zebra-cable", at: "zebra 1")]),
        (issue: "truce", position: Oppose, basis: Declared(by: "zebra speaker"), since: "2025-02-01", gist: "The zebra gist.", confidential: true),
        (issue: "zebra-issue", position: OneOf(["zebra-one"]), basis: Conduct, since: "2025-03-01", gist: "zebra"),
        (issue: "border", position: Support, basis: Conduct, since: "2025-04-01", gist: "zebra", evidence: [(source: "zebra-cable")]),
        (issue: "army", position: At(3), basis: Declared(by: "Speaker"), since: "2025-01-01"),
    ],
    notes: [
        (kind: Claim, text: "The zebra claim.", confidential: true),
        (kind: Event, text: "A zebra event.", evidence: [(source: "zebra-cable")]),
    ],
)
"#;

const GROUP: &str = r#"(
    name: "Group",
    kind: Group,
    members: ["home", "zebraland"],
    stances: [
        (issue: "truce", position: Support, basis: Conduct, since: "2025-01-01"),
        (issue: "border", position: Support, basis: Conduct, since: "2025-01-01"),
        (issue: "army", position: At(9), basis: Conduct, since: "2025-01-01", confidential: true, note: "zebra"),
    ],
)
"#;

const ZEBRALAND: &str = r#"(
    name: "Zebraland",
    code: "ZEBRA",
    confidential: true,
    members: ["home"],
    stances: [
        (issue: "truce", position: Oppose, firmness: RedLine, basis: Conduct, since: "2026-01-01"),
        (issue: "army", position: At(9), basis: Conduct, since: "2025-01-01"),
    ],
)
"#;

fn full() -> Scratch {
    Scratch::new([
        ("dossier.ron", DOSSIER),
        ("home.ron", HOME),
        ("group.ron", GROUP),
        ("zebraland.ron", ZEBRALAND),
    ])
}

/// The same without the lines that are confidential.
fn stripped() -> Scratch {
    let without = |text: &str| {
        let kept = text.replace(", (source: \"zebra-cable\", at: \"zebra 1\")", "");
        let kept = kept.replace(", (id: \"zebra-area\", name: \"The zebra area\")", "");
        let kept = kept.replace(", \"zebraland\"", "");
        let lines = kept.lines().filter(|line| !line.contains(MARKER));
        lines.collect::<Vec<_>>().join("\n")
    };
    Scratch::new([
        ("dossier.ron", without(DOSSIER).as_str()),
        ("home.ron", without(HOME).as_str()),
        ("group.ron", without(GROUP).as_str()),
    ])
}

const FORMATS: [&str; 7] = ["table", "markdown", "csv", "tsv", "json", "html", "xlsx"];

const COMMANDS: [&[&str]; 9] = [
    &["compare"],
    &["compare", "--inherit"],
    &["compare", "--basis", "declared"],
    &["matrix", "--measure", "closeness,coverage"],
    &["matrix", "--measure", "agreement", "--by", "area"],
    &["matrix", "--layout", "long"],
    &["positions", "--evidence"],
    &["why", "home", "group"],
    &["common-ground"],
];

fn run(scratch: &Scratch, command: &[&str], format: &str, public: &[&str]) -> CommandOutput {
    let arguments = [command, &["--format", format], public].concat();
    scratch.run(&arguments).output()
}

/// Everything that is written in an answer; what a workbook holds is unpacked.
fn written(output: &CommandOutput) -> String {
    let mut text = output.stderr.clone();
    if !output.stdout.starts_with(b"PK") {
        return text + &output.text();
    }
    let cursor = std::io::Cursor::new(&output.stdout);
    let mut archive = zip::ZipArchive::new(cursor).expect("a workbook is an archive");
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        text.push_str(&file.name().unwrap());
        file.read_to_string(&mut text).expect("its parts are text");
    }
    text
}

fn betrays(text: &str) -> bool {
    text.to_lowercase().contains(MARKER)
}

#[test]
fn nothing_confidential_is_written_for_the_public_in_any_format() {
    let scratch = full();
    for command in COMMANDS {
        for format in FORMATS {
            let public = run(&scratch, command, format, &["--public"]);
            assert_eq!(public.code, 0, "{}", public.stderr);
            assert!(!betrays(&written(&public)), "{command:?} {format}");
        }
    }
}

#[test]
fn without_being_asked_nothing_is_kept_back() {
    let scratch = full();
    for format in FORMATS {
        let output = run(&scratch, &["compare"], format, &[]);
        assert!(betrays(&written(&output)), "{format}");
    }
}

#[test]
fn every_answer_is_that_of_a_dossier_in_which_it_was_never_written() {
    let (full, stripped) = (full(), stripped());
    for command in COMMANDS {
        for format in FORMATS {
            let public = run(&full, command, format, &["--public"]);
            let never = run(&stripped, command, format, &["--public"]);
            assert_eq!(never.stderr, "");
            assert_eq!(written(&public), written(&never), "{command:?} {format}");
        }
    }
}

#[test]
fn a_confidential_name_is_as_unknown_as_any_other() {
    let (full, stripped) = (full(), stripped());
    for lens in [
        ["--party", "zebraland"],
        ["--issue", "zebra-issue"],
        ["--area", "zebra-area"],
        ["--source", "zebra-cable"],
    ] {
        let public = full.run(&[&["compare", "--public"][..], &lens].concat());
        let never = stripped.run(&[&["compare"][..], &lens].concat());
        assert_eq!(public.refused(), never.refused());
    }
}

/// A dossier for which all is well but for this file.
fn broken(name: &str, text: &str) -> Scratch {
    let scratch = full();
    scratch.write(name, text);
    scratch
}

/// That nothing of a file is shown to the public, whatever is wrong with it.
fn check_silent(name: &str, text: &str) {
    let scratch = broken(name, text);
    for format in FORMATS {
        let public = run(&scratch, &["compare"], format, &["--public"]);
        assert_ne!(public.code, 2, "{}", public.stderr);
        let text = written(&public);
        let at = text.to_lowercase().find(MARKER).unwrap_or(0);
        assert!(
            !betrays(&text),
            "{format}: {}",
            &text[at.saturating_sub(200)..]
        );
    }
}

#[test]
fn mistakes_in_a_confidential_record_are_kept_back() {
    let mistaken = HOME.replace("gist: \"The zebra gist.\"", "gost: \"The zebra gist.\"");
    let scratch = broken("home.ron", &mistaken);
    let public = run(&scratch, &["compare"], "table", &["--public"]);
    let never = run(&stripped(), &["compare"], "table", &["--public"]);
    assert_eq!(written(&public), written(&never));
    assert_eq!((public.code, never.code), (0, 0));
}

#[test]
fn mistakes_beside_confidential_records_are_told_by_file_alone() {
    let mistaken = HOME.replace("issue: \"army\"", "isue: \"army\"");
    let scratch = broken("home.ron", &mistaken);
    let public = run(&scratch, &["compare"], "table", &["--public"]);
    assert_eq!(
        public.stderr,
        "error: not all of `stances/talks/home.ron` could be used; run without `--public` to see \
         why\n"
    );
    assert!(!betrays(&written(&public)));
}

#[test]
fn a_record_whose_mark_is_misspelt_is_kept_back() {
    check_silent(
        "home.ron",
        &HOME.replace("confidential: true", "confidental: true"),
    );
    check_silent(
        "home.ron",
        &HOME.replace("confidential: true", "confidential: yes"),
    );
    check_silent(
        "home.ron",
        &HOME.replace("confidential: true", "confidential: \"true\""),
    );
}

#[test]
fn a_party_whose_mark_is_misspelt_is_kept_back() {
    for mark in [
        "confidental: true",
        "confidential: yes",
        "confidential true",
        "Confidential: true",
    ] {
        let text = ZEBRALAND.replace("confidential: true", mark);
        check_silent("zebraland.ron", &text);
    }
}

#[test]
fn a_party_that_is_marked_twice_is_kept_back() {
    let twice = "confidential: false, confidential: true";
    check_silent(
        "zebraland.ron",
        &ZEBRALAND.replace("confidential: true", twice),
    );
}

#[test]
fn a_party_that_cannot_be_read_is_kept_back() {
    check_silent("zebraland.ron", "zebra");
    check_silent("zebraland.ron", &ZEBRALAND[..ZEBRALAND.len() / 2]);
    check_silent("zebraland.ron", &ZEBRALAND.replace("\"ZEBRA\"", "\"ZEBRA"));
}

#[test]
fn a_bracket_that_cuts_a_record_from_its_mark_keeps_the_party_back() {
    let cut = HOME.replace("gist: \"The zebra gist.\",", "gist: \"The zebra gist.\"),");
    check_silent("home.ron", &cut);
}

#[test]
fn a_dossier_in_which_marks_may_be_lost_is_not_shown_to_the_public() {
    let misplaced = DOSSIER.replace("title:", "confidential: true, title:");
    let cut = DOSSIER.replace("\"The zebra wording.\",", "\"The zebra wording.\"),");
    for text in ["", "zebra", &misplaced, &cut] {
        let message = broken("dossier.ron", text)
            .run(&["compare", "--public"])
            .refused();
        assert_eq!(
            message,
            "error: `stances/talks/dossier.ron` has mistakes that could hide what is \
             confidential: run without `--public` to see them\n"
        );
    }
}

#[test]
fn an_issue_whose_mark_is_misspelt_is_kept_back_with_all_that_speaks_of_it() {
    check_silent(
        "dossier.ron",
        &DOSSIER.replace("confidential: true", "confidental: true"),
    );
}

#[test]
fn what_rests_on_a_source_whose_id_is_misspelt_is_kept_back() {
    let misspelt = HOME.replace("source: \"zebra-cable\"", "source: \"zebra-cabel\"");
    check_silent("home.ron", &misspelt);
    let scratch = broken("home.ron", &misspelt);
    let public = run(&scratch, &["compare"], "table", &["--public"]);
    assert_eq!(public.code, 1);
    assert!(
        public
            .stderr
            .starts_with("error: not all of `stances/talks/home.ron`")
    );
}

#[test]
fn a_party_that_is_kept_back_for_its_mistakes_is_counted_and_not_named() {
    let text = ZEBRALAND.replace("confidential: true", "confidental: true");
    let scratch = broken("zebraland.ron", &text);
    let public = run(&scratch, &["compare"], "table", &["--public"]);
    assert_eq!(
        public.stderr,
        "error: 1 party is left out, with mistakes that could hide what is confidential; run \
         without `--public` to see them\n"
    );
    assert_eq!(public.code, 1);
}

#[test]
fn a_file_written_for_the_public_holds_nothing_confidential() {
    let scratch = full();
    let arguments = ["compare", "--public", "--output", "answer.html"];
    assert_eq!(scratch.run(&arguments).fine(), "");
    let mut text = String::new();
    let mut file = File::open(scratch.folder().join("answer.html")).unwrap();
    file.read_to_string(&mut text).unwrap();
    assert!(!betrays(&text));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The law of this file: in every format, byte for byte.
    #[test]
    fn the_public_sees_what_was_never_confidential(sketch in sketches(), inherit: bool) {
        let lens = Lens {
            inheritance: if inherit { Inheritance::FromGroups } else { Inheritance::None },
            ..Lens::default()
        };
        let public = everything(&published(&sketch.talks()), &lens);
        let never = everything(&sketch.stripped().loaded(), &lens);
        for ((format, public), (_, never)) in public.iter().zip(&never) {
            prop_assert_eq!(public, never, "{}", format);
        }
    }
}
