//! Canonical layout, as texts before and after, and its laws.

use proptest::prelude::*;
use stances::syntax::layout::{as_written, layout};
use stances::syntax::tree::Tree;

use super::assertions::layout::{layout_keeps_value_and_comments_and_is_idempotent, order};
use super::fixtures::texts;
use super::generate::ron;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn layout_of_ron(text in ron()) {
        layout_keeps_value_and_comments_and_is_idempotent(&text);
    }
}

#[test]
fn layout_of_the_valid_files() {
    for folder in ["valid", "refused"] {
        for (_, text) in texts(folder) {
            layout_keeps_value_and_comments_and_is_idempotent(&text);
        }
    }
}

fn check(before: &str, after: &str) {
    assert_eq!(
        layout(&Tree::parse(before), &order).as_deref(),
        Ok(after),
        "of {before}"
    );
    layout_keeps_value_and_comments_and_is_idempotent(before);
}

#[test]
fn brackets_break_when_they_have_to() {
    check("[1,2 , 3,]", "[\n    1,\n    2,\n    3,\n]\n");
    check(
        "(a:[1,2 , 3,],b:(x:1,))",
        "(\n    a: [1, 2, 3],\n    b: (x: 1),\n)\n",
    );
    check("(a:[\n1])", "(\n    a: [\n        1,\n    ],\n)\n");
    check(
        "[\"a\nb\", {1:2}, ( ), [ ]]",
        "[\n    \"a\nb\",\n    {1: 2},\n    (),\n    [],\n]\n",
    );
    let long = format!("[[{}]]", "\"0123456789\", ".repeat(8));
    assert!(
        layout(&Tree::parse(&long), &order)
            .unwrap()
            .contains("[\n        \"0123456789\",\n")
    );
}

#[test]
fn comments_stay_with_their_owners() {
    check(
        "// top\n#![type = \"x\"] // header\n\n\n( // opens\n\n// about a\na /* why */ : /* so */ 1 // late\n, // later\n\n\n// loose\n\n/* b */ b: 2 /* two */,\n// end\n) // closes\n// bottom",
        "// top\n#![type = \"x\"] // header\n\n( // opens\n    // about a\n    /* why */\n    /* so */\n    // late\n    a: 1, // later\n\n    // loose\n\n    /* b */\n    b: 2, /* two */\n    // end\n) // closes\n// bottom\n",
    );
}

#[test]
fn fields_are_put_in_order_with_their_comments() {
    check(
        "[\n    (\n        position: At(\"x\"), // here\n        other: 1,\n\n        // About the issue.\n        issue: \"a\",\n    ),\n]\n",
        "[\n    (\n        // About the issue.\n        issue: \"a\",\n        position: At(\"x\"), // here\n        other: 1,\n    ),\n]\n",
    );
}

#[test]
fn line_endings_and_marks_are_kept() {
    check(
        "\u{FEFF}(a:1,\r\nb:2)",
        "\u{FEFF}(\r\n    a: 1,\r\n    b: 2,\r\n)\r\n",
    );
    check("\r\n\"two\nlines\"", "\"two\nlines\"\r\n");
    check(
        "\n#![\r\n    enable(unwrap_newtypes)\r\n]\r\n()",
        "#![\n    enable(unwrap_newtypes)\n]\n()\n",
    );
}

#[test]
fn mistakes_are_left_alone() {
    let error = layout(&Tree::parse("(a: 1"), &as_written).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file has mistakes, which have to be mended first"
    );
}
