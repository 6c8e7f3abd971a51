//! `stances init`.

use super::{state, text, untouched};
use crate::harness::scratch::Scratch;

#[test]
fn a_dossier_is_ready_to_compare() {
    let scratch = Scratch::empty();
    let output = scratch.run(&["init"]).output();
    assert_eq!(output.code, 0);
    assert!(
        output.stderr.contains("stances compare stances/my-talks"),
        "{}",
        output.stderr
    );
    let table = scratch.run(&["compare"]).fine();
    for shown in [
        "Lowland",
        "Upland",
        "1/4",
        "Red-line clash on release",
        "joint-commission (support)",
    ] {
        assert!(table.contains(shown), "{shown}: {table}");
    }
    let check = scratch.run(&["fmt", "--check"]).output();
    assert_eq!(
        (check.code, check.text().as_str(), check.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn its_files_show_the_common_fields() {
    let scratch = Scratch::empty();
    let _ = scratch.run(&["init", "a/b"]).output();
    let all: String = ["dossier", "lowland", "upland"]
        .map(|name| text(&scratch, &format!("a/b/{name}.ron")))
        .concat();
    for shown in [
        "Statement",
        "Scale(",
        "Choice(",
        "Quantity(",
        "tolerance:",
        "relations:",
        "RedLine",
        "Declared(by:",
        "Conduct",
        "date: Inferred",
        "condition:",
        "gist:",
        "quote:",
        "confidence:",
        "notes:",
        "OneOf(",
        "AtLeast(",
        "Between(",
        "published:",
        "as_of:",
    ] {
        assert!(all.contains(shown), "{shown}");
    }
}

#[test]
fn checks_for_elsewhere_are_made_on_request() {
    let scratch = Scratch::empty();
    let words = [
        "init",
        "stances/talks",
        "--ci",
        "github",
        "--ci",
        "pre-commit",
    ];
    assert_eq!(scratch.run(&words).output().code, 0);
    for path in [".github/workflows/stances.yml", ".pre-commit-config.yaml"] {
        let made = text(&scratch, path);
        for command in ["fmt", "check"] {
            let called = format!("stances {command} \"stances/talks\"");
            assert!(made.contains(&called), "{called}: {made}");
        }
    }
    let again = ["init", "stances/others", "--ci", "github"];
    assert!(untouched(&scratch, &again).contains("is there already"));
    let odd = ["init", "stances/$(id)", "--ci", "pre-commit"];
    assert!(untouched(&scratch, &odd).contains("plainer name"));
}

#[test]
fn what_it_makes_passes_its_own_checks() {
    let scratch = Scratch::empty();
    let made = scratch.run(&["init", "stances/talks", "--ci", "github"]);
    assert_eq!(made.output().code, 0);
    let workflow = text(&scratch, ".github/workflows/stances.yml");
    let steps = workflow.lines().filter_map(|line| {
        let called = line.trim().strip_prefix("- run: stances ")?;
        Some(called.replace('"', ""))
    });
    let steps: Vec<String> = steps.collect();
    assert_eq!(steps.len(), 2, "{workflow}");
    for step in steps {
        let words: Vec<&str> = step.split(' ').collect();
        let output = scratch.run(&words).output();
        assert_eq!(output.code, 0, "{step}: {}", output.text());
    }
}

#[test]
fn nothing_is_written_over() {
    let scratch = Scratch::new([("other.ron", "()")]);
    assert!(untouched(&scratch, &["init", "stances/talks"]).contains("would become a party"));
    scratch.write("dossier.ron", "()");
    assert!(untouched(&scratch, &["init", "stances/talks"]).contains("is a dossier already"));
    assert!(untouched(&scratch, &["init", "stances/talks/other.ron"]).contains("is a file"));
}

#[test]
fn a_dry_run_writes_nothing() {
    let scratch = Scratch::empty();
    let shown = scratch.run(&["init", "x", "--dry-run"]).fine();
    assert!(shown.contains("+++ x/dossier.ron"), "{shown}");
    assert_eq!(state(scratch.folder()), []);
}
