//! Mistakes as people make them in a list of records, and what is left of the
//! other records.

use stances::syntax::tree::Tree;

/// Reads `records` as the list of a file; each letter of `expected` stands for
/// an item, `o` for a clean one and `x` for a broken one, and `messages` are
/// all the problems.
fn check(records: &str, expected: &str, messages: &[&str]) {
    let text = format!(
        "(\n    name: \"Ukraine\",\n    stances: [\n{records}\n    ],\n    notes: [],\n)\n"
    );
    let tree = Tree::parse(&text);
    let root = tree.root().expect("the file holds a value");
    let stances = root.field("stances").expect("the list is there").value();
    let found: String = stances
        .items()
        .map(|item| if item.is_broken() { 'x' } else { 'o' })
        .collect();
    let problems: Vec<_> = tree
        .problems()
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    assert_eq!(
        (found.as_str(), problems.as_slice()),
        (expected, messages),
        "{text}"
    );
    assert!(root.field("notes").is_some(), "{text}");
}

#[test]
fn a_missing_comma_between_fields() {
    check(
        r#"        (
            issue: "a"
            position: Support,
        ),
        (issue: "b", position: Oppose),"#,
        "xo",
        &["no comma before the next item"],
    );
}

#[test]
fn a_missing_comma_between_records() {
    check(
        r#"        (issue: "a", position: Support)
        (issue: "b", position: Oppose),"#,
        "oo",
        &["no comma before the next item"],
    );
}

#[test]
fn a_missing_quotation_mark() {
    check(
        r#"        (
            issue: "a,
            position: At("robust"),
            gist: "One.",
        ),
        (issue: "b", position: Oppose),
        (issue: "c", position: Oppose),"#,
        "xoo",
        &["this text has no closing quotation mark"],
    );
}

#[test]
fn a_missing_quotation_mark_before_the_closing_bracket() {
    check(
        r#"        (issue: "a", gist: "One.),
        (issue: "b", gist: "Two."),
        (issue: "c", gist: "Three."),"#,
        "xoo",
        &["this text has no closing quotation mark"],
    );
}

#[test]
fn a_missing_quotation_mark_in_the_middle_of_a_line() {
    check(
        r#"        (issue: "a, position: At("robust"), gist: "One."),
        (issue: "b", gist: "Two."),"#,
        "xo",
        &["this text goes on behind its closing `\"`"],
    );
}

#[test]
fn a_quotation_mark_inside_text() {
    check(
        r#"        (
            issue: "a",
            gist: "He said "no" to it",
            position: Support,
        ),
        (issue: "b", gist: "Two."),"#,
        "xo",
        &["this text goes on behind its closing `\"`"],
    );
}

#[test]
fn a_missing_bracket_at_the_end_of_a_record() {
    let message = &["this `(` is not closed"];
    check(
        r#"        (
            issue: "a",
            position: Support,
        (
            issue: "b",
            position: Support,
        ),
        (
            issue: "c",
        ),"#,
        "xoo",
        message,
    );
    check(
        "        (issue: \"a\", position: Support,\n        (issue: \"b\"),\n        (issue: \"c\"),",
        "xoo",
        message,
    );
    check(
        "        (issue: \"a\", position: Support\n        (issue: \"b\"),\n        (issue: \"c\"),",
        "xoo",
        message,
    );
}

#[test]
fn a_missing_bracket_of_a_variant() {
    let message = &["this `(` is not closed"];
    check(
        r#"        (
            issue: "a",
            position: At("robust",
            firmness: RedLine,
        ),
        (
            issue: "b",
        ),"#,
        "xo",
        message,
    );
    check(
        r#"        (
            issue: "a",
            position: At("robust",
        ),
        (
            issue: "b",
        ),"#,
        "xo",
        message,
    );
    check(
        "        (issue: \"a\", position: At(\"robust\", firmness: RedLine),\n        (issue: \"b\"),",
        "xo",
        message,
    );
}

#[test]
fn a_missing_bracket_of_a_list() {
    check(
        r#"        (
            issue: "a",
            evidence: [(source: "article", at: "P3"),
            gist: "One.",
        ),
        (issue: "b"),"#,
        "xo",
        &["this `[` is not closed"],
    );
    check(
        r#"        (
            issue: "a",
            evidence: [
                (source: "article", at: "P3"),
            gist: "One.",
        ),
        (issue: "b"),"#,
        "xo",
        &["this `[` is not closed"],
    );
}

#[test]
fn a_closing_bracket_of_the_wrong_kind() {
    check(
        r#"        (
            issue: "a",
            evidence: [(source: "article", at: "P3")),
            gist: "One.",
        ),
        (issue: "b"),"#,
        "xo",
        &["`)` stands where `[` is to be closed"],
    );
    check(
        r#"        (
            issue: "a",
        ],
        (issue: "b"),"#,
        "xo",
        &["`]` stands where `(` is to be closed"],
    );
}

#[test]
fn a_closing_bracket_too_many() {
    check(
        "        (issue: \"a\")),\n        (issue: \"b\"),",
        "oo",
        &["`)` means nothing here"],
    );
    check(
        r#"        (
            issue: "a",
            evidence: [(source: "article", at: "P3"))],
        ),
        (issue: "b"),"#,
        "xo",
        &["`)` means nothing here"],
    );
}

#[test]
fn a_missing_opening_bracket() {
    check(
        r#"        (issue: "a"),
            issue: "b",
            position: Support,
        ),
        (issue: "c"),"#,
        "oxxo",
        &[
            "a list holds values, not fields",
            "a list holds values, not fields",
            "`)` means nothing here",
        ],
    );
}

#[test]
fn a_missing_colon_or_value() {
    check(
        "        (issue \"a\", position: Support),\n        (issue: \"b\", position Support),\n        (issue: \"c\"),",
        "xxo",
        &["no `:` behind `issue`", "no `:` behind `position`"],
    );
    check(
        r#"        (
            issue:
            position: Support,
            firmness: ,
        ),
        (issue: "b"),"#,
        "xo",
        &["`issue` has no value", "`firmness` has no value"],
    );
}

#[test]
fn habits_from_other_notations() {
    check(
        r#"        ("issue": "a"),
        (issue = "b"),
        (issue: "c"; position: Support),
        (issue: 'no text'),
        (issue: “e”),
        (issue: red-line, since: 2025-12-01),
        {"issue": "g"},"#,
        "xxxxxxo",
        &[
            "`\"issue\"` is not a field name",
            "`=` stands where a colon is due",
            "`;` stands where a comma is due",
            "this text is not in RON's quotation marks",
            "this text is not in RON's quotation marks",
            "`red-line` is neither a name nor a number",
            "`2025-12-01` is neither a name nor a number",
        ],
    );
}

#[test]
fn an_unclosed_file() {
    let tree = Tree::parse("(\n    stances: [\n        (issue: \"a\"),\n        (issue: \"b\"),\n");
    let problems: Vec<_> = tree
        .problems()
        .iter()
        .map(|problem| &problem.message)
        .collect();
    assert_eq!(
        problems,
        ["this `[` is not closed", "this `(` is not closed"]
    );
    let stances = tree.root().unwrap().field("stances").unwrap().value();
    assert!(stances.items().all(|item| !item.is_broken()));
}

#[test]
fn a_merge_conflict() {
    check(
        r#"        (issue: "a"),
<<<<<<< HEAD
        (issue: "b", position: red-line),
=======
        (issue: "b", position: At("none"),
        (issue: "c"),
>>>>>>> other
        (issue: "d"),"#,
        "oxo",
        &["this file has an unresolved merge conflict"],
    );
    check(
        r#"        (
            issue: "a",
<<<<<<< HEAD
            position: Support,
        ),
        (
            issue: "b",
||||||| base
            position: Neutral,
=======
            position: Oppose,
>>>>>>> other
        ),
        (issue: "c"),"#,
        "xxo",
        &["this file has an unresolved merge conflict"],
    );
}

#[test]
fn markers_in_a_text_are_no_conflict() {
    check(
        "        (issue: \"a\n<<<<<<< HEAD\n=======\n>>>>>>> b\n\"),\n        (issue: \"b\"),",
        "oo",
        &[],
    );
}

#[test]
fn comments_of_other_notations() {
    check(
        r#"        (issue: "a"),
        # todo: check (this
        # and "that
        (issue: "b"), # see p. 3
        (
            issue: "c",
            # position: Support,
        ),
        (issue: "d"),"#,
        "ooxo",
        &["comments begin with `//`"; 3],
    );
}

#[test]
fn a_comment_without_end() {
    let tree =
        Tree::parse("(\n    stances: [\n        (issue: \"a\"),\n        /* (issue: \"b\"),\n");
    let problems = tree.problems().iter().map(|problem| &problem.message);
    assert_eq!(problems.collect::<Vec<_>>(), ["this comment is not closed"]);
}

#[test]
fn text_from_a_word_processor() {
    check(
        r#"        (issue: “a”, gist: “A war of Russia’s making…”, note: ‘It’s so’),
        (issue: "b"),"#,
        "xo",
        &["this text is not in RON's quotation marks"; 3],
    );
}

#[test]
fn other_brackets_behind_a_variant() {
    check(
        r#"        (issue: "a", position: OneOf["us"], gist: "One."),
        (issue: "b", basis: Declared { by: "x" }, gist: "Two."),
        (issue: "c", evidence ["x"]),
        (issue: "d"),"#,
        "xxxo",
        &[
            "no `(` behind `OneOf`",
            "no `(` behind `Declared`",
            "no `:` behind `evidence`",
        ],
    );
}

#[test]
fn numbers_as_people_write_them() {
    check(
        r#"        (issue: "a", confidence: 0,95),
        (issue: "b", confidence: 95%, salience: 1),
        (issue: "c", confidence: 0, 95),
        (issue: "d"),"#,
        "xxxo",
        &[
            "`0,95` is no number",
            "`95%` is no number",
            "a value without a name among fields",
        ],
    );
}
