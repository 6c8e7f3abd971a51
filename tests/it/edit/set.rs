use super::{AWKWARD, HEAD, differences, names, scratch, text};

/// Sets a value in the file full of comments and checks what differs then.
fn check(route: &str, value: &str, expected: &[&str]) {
    let scratch = scratch();
    let address = format!("norland:{route}");
    let output = scratch.run(&["set", &address, value]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    let expected: Vec<String> = expected.iter().map(|line| format!("{line}\n")).collect();
    assert_eq!(
        differences(AWKWARD, &text(&scratch, "norland.ron")),
        expected
    );
    assert_eq!(
        names(&scratch),
        ["both-lands.ron", "dossier.ron", "norland.ron"]
    );
    assert_eq!(text(&scratch, "dossier.ron"), HEAD);
    let again = scratch.run(&["set", &address, value]).output();
    assert_eq!(
        (again.code, again.stderr.as_str()),
        (0, "nothing to change\n")
    );
}

fn refused(address: &str, value: &str) -> String {
    let scratch = scratch();
    let output = scratch.run(&["set", address, value]).output();
    assert_ne!(output.code, 0, "{}", output.stderr);
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
    assert_eq!(
        names(&scratch),
        ["both-lands.ron", "dossier.ron", "norland.ron"]
    );
    output.stderr
}

#[test]
fn one_line_differs_however_awkward_the_comments() {
    check(
        "name",
        "Nordland",
        &[
            r#"-    name /* the short name */ : /* as printed */ "Norland", // not "Northland""#,
            r#"+    name /* the short name */ : /* as printed */ "Nordland", // not "Northland""#,
        ],
    );
    check(
        "stances[issue=tariffs].firmness",
        "RedLine",
        &[
            "-            position: Support, /* since ever */ firmness: Demand, // says the speech",
            "+            position: Support, /* since ever */ firmness: RedLine, // says the speech",
        ],
    );
    check(
        "stances[0].since",
        "2025-12-01",
        &[
            r#"-            since: "2025-03-01","#,
            r#"+            since: "2025-12-01","#,
        ],
    );
    check(
        "stances[0].evidence[1].source",
        "paper",
        &[
            r#"-            evidence: [/* first */ (source: "paper", at: "p. 1"), /* second */ (source: "speech")],"#,
            r#"+            evidence: [/* first */ (source: "paper", at: "p. 1"), /* second */ (source: "paper")],"#,
        ],
    );
    check(
        "stances[1].position[0]",
        "none",
        &[
            r#"-            issue: "crossings", position: Between(/* at least */ "few", "many"),"#,
            r#"+            issue: "crossings", position: Between(/* at least */ "none", "many"),"#,
        ],
    );
}

#[test]
fn a_field_that_was_not_there_stands_in_its_order() {
    check(
        "stances[0].quote",
        "No tariffs.",
        &[r#"+            quote: "No tariffs.","#],
    );
    check(
        "stances[0].until",
        "2026",
        &[r#"+            until: "2026","#],
    );
    check("code", "NO", &[r#"+    code: "NO","#]);
}

#[test]
fn records_on_the_way_are_made() {
    let scratch = scratch();
    let address = "dossier:checks.levels{\"single-source\"}";
    let output = scratch.run(&["set", address, "Allow"]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(
        differences(HEAD, &text(&scratch, "dossier.ron")),
        ["+    checks: (levels: {\"single-source\": Allow}),\n"]
    );
}

#[test]
fn hostile_text_is_only_text() {
    for value in [
        "\"), (issue: \"x\"",
        "a\nb\r\n\tc",
        "back\\slash \\u{41}",
        "// no comment",
        "/* open",
        "\u{1b}[31mred",
        "r#\"raw\"# and more",
        "a\u{202e}b",
        "-1",
        "Support",
        "None of it",
        "",
    ] {
        let scratch = scratch();
        let output = scratch
            .run(&["set", "norland:stances[0].gist", value])
            .output();
        assert_eq!(output.code, 0, "{value:?}: {}", output.stderr);
        let written = scratch.run(&["get", "norland:stances[0].gist"]).fine();
        assert_eq!(ron::from_str::<String>(&written).unwrap(), value);
        assert_eq!(
            differences(AWKWARD, &text(&scratch, "norland.ron")).len(),
            2
        );
    }
}

#[test]
fn ron_comes_before_bare_text() {
    let given = |value: &str| {
        let scratch = scratch();
        let address = "norland:stances[0].gist";
        assert_eq!(scratch.run(&["set", address, value]).output().code, 0);
        scratch.run(&["get", address]).fine().trim_end().to_owned()
    };
    assert_eq!(given("\"quoted\""), "\"quoted\"");
    assert_eq!(given("None"), "None");
    assert_eq!(given("\"None\""), "\"None\"");
    assert_eq!(given("2025"), "\"2025\"");
}

#[test]
fn a_value_that_fits_neither_way_is_told_why() {
    let said = refused("norland:stances[0].firmness", "redline");
    assert!(
        said.contains("as RON: `redline` is none of the values"),
        "{said}"
    );
    assert!(said.contains("did you mean `RedLine`?"), "{said}");
    let said = refused("norland:stances[0].firmness", "red-line");
    assert!(said.contains("did you mean `RedLine`?"), "{said}");
    let said = refused("norland:stances[0].confidence", "0,9");
    assert!(said.contains("write `0.9`, with a decimal point"), "{said}");
    let said = refused("norland:stances[1].position", "\"few\"");
    let forms = "write `At(\"few\")` on a scale, `OneOf([\"few\"])` on a choice";
    assert!(said.contains(forms), "{said}");
    let said = refused("norland:stances[0].since", "next spring");
    assert!(said.contains("as RON: this is not one RON value"), "{said}");
    assert!(said.contains("as text: `next spring` is no date"), "{said}");
    let said = refused("norland:stances[0].firmnes", "Demand");
    assert!(said.contains("did you mean `firmness`?"), "{said}");
}

#[test]
fn what_would_not_be_bound_any_more_is_shown_and_not_written() {
    let said = refused("norland:stances[0].issue", "tarifs");
    assert!(
        said.contains("error[unknown-issue]: there is no issue `tarifs`"),
        "{said}"
    );
    assert!(
        said.ends_with("nothing was written because of this mistake\n"),
        "{said}"
    );
    let said = refused("dossier:issues[id=tariffs].id", "duties");
    assert!(said.contains("both-lands.ron"), "{said}");
}

#[test]
fn mistakes_that_were_there_before_do_not_hinder() {
    let scratch = scratch();
    let broken = AWKWARD.replace("Conduct", "Hearsay");
    scratch.write("norland.ron", &broken);
    let output = scratch.run(&["set", "norland:name", "N"]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    let output = scratch
        .run(&["set", "norland:stances[1].basis", "Conduct"])
        .output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(text(&scratch, "norland.ron").contains("basis: Conduct"));
}

#[test]
fn a_broken_file_is_shown_and_left_alone() {
    let scratch = scratch();
    scratch.write("norland.ron", "(name: \"N\", stances: [}");
    let output = scratch.run(&["set", "norland:name", "M"]).output();
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.contains("stances/talks/norland.ron:1:"),
        "{}",
        output.stderr
    );
    assert_eq!(text(&scratch, "norland.ron"), "(name: \"N\", stances: [}");
}

#[test]
fn line_endings_and_the_end_of_the_file_stay() {
    let scratch = scratch();
    let dos = AWKWARD.replace('\n', "\r\n");
    let dos = dos.trim_end();
    scratch.write("norland.ron", dos);
    let set = |route: &str, value: &str| {
        let output = scratch.run(&["set", route, value]).output();
        assert_eq!(output.code, 0, "{}", output.stderr);
    };
    set("norland:stances[0].gist", "a");
    set("norland:stances[0].quote", "b");
    let expected = dos.replace(
        "\"Tariffs go.\", // paraphrase\r\n",
        "\"a\", // paraphrase\r\n            quote: \"b\",\r\n",
    );
    assert_eq!(text(&scratch, "norland.ron"), expected);
}

#[test]
fn a_dry_run_prints_the_difference_and_writes_nothing() {
    let scratch = scratch();
    let hostile = AWKWARD.replace("// paraphrase", "// \u{1b}[2J\u{202e}paraphrase");
    scratch.write("norland.ron", &hostile);
    let arguments = ["set", "norland:stances[0].gist", "New.", "--dry-run"];
    insta::assert_snapshot!(scratch.run(&arguments).fine());
    let coloured = [arguments.as_slice(), &["--color", "always"]].concat();
    let coloured = scratch.run(&coloured).fine();
    assert!(
        coloured.contains("\u{1b}[31m-            gist"),
        "{coloured:?}"
    );
    assert!(!coloured.contains("\u{1b}[2J"), "{coloured:?}");
    assert_eq!(text(&scratch, "norland.ron"), hostile);
    assert_eq!(names(&scratch).len(), 3);
}

#[test]
fn what_changed_is_said_in_one_line() {
    let output = scratch().run(&["set", "norland:name", "N"]).output();
    assert_eq!(output.text(), "");
    assert_eq!(output.stderr, "changed stances/talks/norland.ron: 1 line\n");
}
