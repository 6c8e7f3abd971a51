//! Where reports go, how files are called in them, and how a check ends.

use std::fs;

use super::formats::FORMATS;
use crate::harness::run::{parsed, stances};
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// A dossier of which nothing is wrong but that every stance has no more than one
/// source, for those who want to know.
fn single_sourced(stances: usize) -> Scratch {
    let talks = (0..stances).fold(Talks::new().source("paper"), |talks, at| {
        let issue = format!("i{at}");
        let said = says(&issue, "Support").from("paper", "page 1");
        talks.statement(&issue).party("a", [said])
    });
    talks.scratch()
}

/// The same with an issue that is not there.
fn broken() -> Scratch {
    let talks = Talks::new().statement("truce");
    talks.party("a", [says("trcue", "Support")]).scratch()
}

const WARN: [&str; 5] = ["check", "--allow", "all", "--warn", "single-source"];

#[test]
fn the_exit_code_tells_whether_something_is_denied() {
    let code = |scratch: &Scratch, line: &[&str]| scratch.run(line).output().code;
    let sourced = single_sourced(1);
    assert_eq!(code(&sourced, &["check"]), 0);
    assert_eq!(code(&sourced, &WARN), 0);
    assert_eq!(code(&sourced, &["check", "--deny", "single-source"]), 1);
    assert_eq!(code(&broken(), &["check"]), 1);
    assert_eq!(code(&broken(), &["check", "elsewhere"]), 2);
    for format in FORMATS {
        assert_eq!(
            code(&broken(), &["check", "--format", format]),
            1,
            "{format}"
        );
    }
}

#[test]
fn on_request_a_check_ends_well_whatever_is_found() {
    let line = ["check", "--allow", "all", "--exit-zero", "--exit-zero"];
    let output = broken().run(&line).output();
    assert_eq!(output.code, 0);
    assert!(
        output.text().contains("\n1 error; 1 can be fixed"),
        "{}",
        output.text()
    );
    let unknown = broken()
        .run(&["check", "elsewhere", "--exit-zero"])
        .output();
    assert_eq!(unknown.code, 2);
}

#[test]
fn the_last_line_says_in_how_much_nothing_was_found() {
    let said = single_sourced(3).run(&["check", "--allow", "all"]).fine();
    assert_eq!(said, "checked 1 dossier, 1 party, 3 stances: no findings\n");
    let found = single_sourced(3).run(&WARN).fine();
    assert!(found.ends_with("\n\n3 warnings\n"), "{found}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let scratch = single_sourced(20);
    for format in FORMATS {
        let line = ["check", "--warn", "all", "--format", format];
        let once = scratch.run(&line).output();
        let alone = scratch.run(&line).env("RAYON_NUM_THREADS", "1").output();
        assert_eq!(once, alone, "{format}");
    }
}

#[test]
fn a_file_gets_the_report_and_the_terminal_all_of_it_in_full() {
    let scratch = single_sourced(2);
    let path = |name: &str| scratch.folder().join(name);
    let in_full = scratch.run(&WARN).fine();
    for (name, format) in [
        ("r.sarif", "sarif"),
        ("r.sarif.json", "sarif"),
        ("gl-code-quality-report.json", "gitlab"),
        ("r.xml", "junit"),
        ("r.json", "json"),
        ("r.jsonl", "jsonl"),
    ] {
        fs::write(path(name), "what was there before, and longer".repeat(999)).unwrap();
        let line = [&WARN[..], &["--output-file", name]].concat();
        assert_eq!(scratch.run(&line).fine(), in_full, "{name}");
        let line = [&WARN[..], &["--format", format]].concat();
        assert_eq!(
            fs::read_to_string(path(name)).unwrap(),
            scratch.run(&line).fine(),
            "{name}"
        );
    }
    let line = [
        &WARN[..],
        &["--output-file", "quality.json", "--format", "gitlab"],
    ]
    .concat();
    assert_eq!(scratch.run(&line).fine(), in_full);
    let report = parsed(&fs::read_to_string(path("quality.json")).unwrap());
    assert_eq!(report[0]["check_name"], "single-source");
}

#[test]
fn a_file_has_no_colour() {
    let scratch = broken();
    let line = ["check", "--color", "always", "--output-file", "r.txt"];
    let output = scratch.run(&line).output();
    assert!(output.text().contains('\u{1b}'));
    let written = fs::read_to_string(scratch.folder().join("r.txt")).unwrap();
    assert!(written.contains("error[unknown-issue]") && !written.contains('\u{1b}'));
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let scratch = broken();
    let refused = |line: &[&str]| scratch.run(&[&["check"], line].concat()).refused();
    let said = refused(&["--output-file", "stances/talks/a.ron", "--format", "json"]);
    assert!(said.contains("would be written over"), "{said}");
    let said = refused(&["--output-file", "report"]);
    assert!(said.contains("tells no format"), "{said}");
    let said = refused(&["--format", "sarif", "--statistics"]);
    assert!(said.contains("holds no counts by rule"), "{said}");
    let said = refused(&["--output-file", "no/such/folder.sarif"]);
    assert!(said.contains("cannot write"), "{said}");
}

#[test]
fn findings_are_counted_by_rule() {
    let talks = Talks::new().source("paper").statement("truce");
    let said = |issue| says(issue, "Support").from("paper", "page 1");
    let party = [said("truce"), says("trcue", "Support")];
    let scratch = talks
        .party("a", party)
        .party("b", [said("truce")])
        .scratch();
    let line = [&WARN[..], &["--statistics"]].concat();
    let output = scratch.run(&line).output();
    insta::assert_snapshot!(output.text(), @"
    2  warning  single-source  a stance rests on one source alone
    1  error    unknown-issue  a record names an issue that is not there

    1 error, 2 warnings; 1 can be fixed with `--fix`
    ");
    let line = [&line[..], &["--format", "json"]].concat();
    let report = parsed(&scratch.run(&line).output().text());
    insta::assert_snapshot!(report["statistics"], @r#"[{"count":2,"level":"warn","rule":"single-source"},{"count":1,"level":"deny","rule":"unknown-issue"}]"#);
    assert_eq!(report["counts"]["stances"], 2);
}

#[test]
fn github_gets_no_more_of_a_level_than_it_shows() {
    let commands = |stances: usize| -> Vec<String> {
        let line = [&WARN[..], &["--format", "github"]].concat();
        let text = single_sourced(stances).run(&line).fine();
        let lines = text.lines().filter(|line| line.starts_with("::warning "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(commands(10).len(), 10);
    let many = commands(46);
    assert_eq!(many.len(), 10);
    let last =
        "::warning title=stances check::and 37 more warnings: `stances check` lists them all";
    assert_eq!(many.last().unwrap(), last);
    assert!(many[8].starts_with("::warning file="), "{}", many[8]);
}

/// What stands in the summary of a step after a check, of which it held this before.
fn summary(scratch: &Scratch, line: &[&str], before: &str) -> String {
    let path = scratch.folder().join("summary.md");
    fs::write(&path, before).unwrap();
    let run = scratch.run(line).env("GITHUB_STEP_SUMMARY", &path);
    let _ = run.output();
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_summary_of_a_job_is_added_to() {
    let talks = Talks::new()
        .source("paper")
        .statement("truce")
        .party("a", [says("truce", "Support").from("paper", "a|b")])
        .party("b", [says("truce", "Oppose").from("paper", "c")]);
    let scratch = talks.head("title: \"Talks <b>&\"").scratch();
    let line = [&WARN[..], &["--format", "github"]].concat();
    insta::assert_snapshot!(summary(&scratch, &line, "Before.\n\n"), @r"
    Before.

    # stances check

    Checked 1 dossier, 2 parties, 2 stances. **2 warnings.**

    | level   | rule          | place                     | finding                               |
    | ------- | ------------- | ------------------------- | ------------------------------------- |
    | warning | single-source | stances/talks/a.ron:3:112 | this stance rests on one source alone |
    | warning | single-source | stances/talks/b.ron:3:111 | this stance rests on one source alone |

    ## Talks \<b\>\&

    As of 2025-01-01 · declared, attributed and conduct · 2 parties, 1 issue

    Agreement

    | party | a   | b   |
    | ----- | --- | --- |
    | a     | —   | 0/1 |
    | b     | 0/1 | —   |

    Conflict

    | party | a   | b   |
    | ----- | --- | --- |
    | a     | —   | 1/1 |
    | b     | 1/1 | —   |
    ");
    assert_eq!(
        summary(&scratch, &["check", "--allow", "all"], "Before.\n"),
        "Before.\n"
    );
    let _ = scratch.run(&line).fine();
}

#[test]
fn the_summary_of_a_job_fits_into_what_github_takes() {
    const MOST: usize = 1 << 20;
    let scratch = single_sourced(400);
    let line = [&WARN[..], &["--format", "github"]].concat();
    let added = |room: usize| {
        let before = "x".repeat(MOST - room);
        let after = summary(&scratch, &line, &before);
        assert!(after.starts_with(&before) && after.len() <= MOST, "{room}");
        after[before.len()..].to_owned()
    };
    assert!(added(MOST).contains("stances/talks/a.ron:402:"));
    let short = added(20_000);
    assert!(short.contains("not listed here"), "{short}");
    assert_eq!(added(10), "");
}

#[test]
fn files_are_named_from_the_root_of_the_repository() {
    let scratch = broken();
    fs::create_dir(scratch.folder().join(".git")).unwrap();
    let inner = scratch.folder().join("stances/talks");
    for (format, named) in [
        ("concise", "./a.ron:3:17: error"),
        ("github", "file=stances/talks/a.ron,"),
        ("gitlab", "\"path\": \"stances/talks/a.ron\""),
        ("sarif", "\"uri\": \"stances/talks/a.ron\""),
        ("junit", "file=\"stances/talks/a.ron\""),
        ("json", "\"file\": \"stances/talks/a.ron\""),
    ] {
        let output = stances(&inner, &["check", ".", "--format", format]).output();
        assert!(output.text().contains(named), "{format}: {}", output.text());
    }
}

#[test]
fn files_outside_of_the_repository_have_their_whole_path() {
    let scratch = broken();
    let elsewhere = scratch.folder().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let line = ["check", "../stances/talks", "--format", "sarif"];
    let report = parsed(&stances(&elsewhere, &line).output().text());
    let at = &report["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = at["artifactLocation"]["uri"].as_str().unwrap();
    assert!(
        uri.starts_with("file:///") && uri.ends_with("/stances/talks/a.ron"),
        "{uri}"
    );
    assert_eq!(at["artifactLocation"].get("uriBaseId"), None);
}

#[test]
fn a_rule_that_is_named_goes_before_all_of_them() {
    let said = |line: &[&str]| single_sourced(1).run(line).output().text();
    let all = ["check", "--warn", "all"];
    assert!(said(&all).contains("single-source"));
    let but_one = [&all[..], &["--allow", "single-source"]].concat();
    assert!(!said(&but_one).contains("single-source"));
    let one = ["check", "--deny", "all", "--warn", "single-source"];
    assert!(said(&one).contains("warning[single-source]"));
}

#[test]
fn what_would_do_nothing_is_refused() {
    for line in [
        &["check", "--unsafe-fixes"][..],
        &["check", "--write-baseline", "b.json", "--statistics"],
        &[
            "check",
            "--write-baseline",
            "b.json",
            "--output-file",
            "a.txt",
        ],
    ] {
        let output = broken().run(line).output();
        assert_eq!(output.code, 2, "{}", output.stderr);
    }
}
