//! Canonical layout, as texts before and after, and its laws.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use stances::syntax::layout::{FieldOrder, as_written, is_plainly_canonical, layout};
use stances::syntax::tree::Tree;

use super::assertions::layout::{
    layout_keeps_value_and_comments_and_is_idempotent, order, row_order,
    what_is_plainly_canonical_is_canonical,
};
use super::fixtures::texts;
use super::generate::{mutated, mutation, plain_ron, ron};

proptest! {
    #![proptest_config(ProptestConfig { cases: 30000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn layout_of_ron(text in ron()) {
        layout_keeps_value_and_comments_and_is_idempotent(&text);
    }

    #[test]
    fn what_is_plain_is_seen_at_a_glance(text in plain_ron()) {
        for order in ORDERS {
            let laid_out = layout(&Tree::parse(&text), *order).unwrap();
            prop_assert!(is_plainly_canonical(&laid_out, *order), "of {laid_out}");
            prop_assert_eq!(is_plainly_canonical(&text, *order), text == laid_out);
        }
    }

    #[test]
    fn a_glance_is_never_wrong(text in plain_ron(), mutations in vec(mutation(), 1..3)) {
        for order in ORDERS {
            let laid_out = layout(&Tree::parse(&text), *order).unwrap();
            what_is_plainly_canonical_is_canonical(&mutated(&laid_out, &mutations), *order);
        }
    }

    /// A space or a line break more or less, which is all that a careless hand does.
    #[test]
    fn a_glance_sees_space(
        text in plain_ron(),
        place in any::<Index>(),
        space in select(&["", " ", "\n", ",", "\n    "][..]),
    ) {
        for order in ORDERS {
            let laid_out = layout(&Tree::parse(&text), *order).unwrap();
            let spaces: Vec<_> = laid_out.match_indices([' ', '\n', ',']).collect();
            let (at, old) = spaces[place.index(spaces.len())];
            let mut text = laid_out.clone();
            text.replace_range(at..at + old.len(), space);
            what_is_plainly_canonical_is_canonical(&text, *order);
        }
    }
}

const ORDERS: &[&FieldOrder] = &[&as_written, &order, &row_order];

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
fn fields_of_a_row_share_a_line_if_they_can() {
    let rows = |before: &str, after: &str| {
        assert_eq!(
            layout(&Tree::parse(before), &row_order).as_deref(),
            Ok(after)
        );
        assert_eq!(
            layout(&Tree::parse(after), &row_order).as_deref(),
            Ok(after)
        );
    };
    rows(
        "(b: 1, c: 2,\n// of a\na: 3, // behind\n)",
        "(\n    // of a\n    a: 3, // behind\n    b: 1,\n    c: 2,\n)\n",
    );
    rows(
        "(c: 2, d: 3, a: 1, b: 4,)",
        "(\n    a: 1, b: 4,\n    c: 2, d: 3,\n)\n",
    );
    rows("(a: 1,\n\nb: 4)", "(\n    a: 1,\n\n    b: 4,\n)\n");
    let long = "x".repeat(90);
    rows(
        &format!("(a: {long}, b: 4)"),
        &format!("(\n    a: {long},\n    b: 4,\n)\n"),
    );
}

#[test]
fn a_variant_breaks_with_the_bracket_it_holds() {
    check(
        "(a: Scale(\n[\n1, 2]\n), b: Some(\n[1]))",
        "(\n    a: Scale([\n        1,\n        2,\n    ]),\n    b: Some([1]),\n)\n",
    );
    check(
        "(a: Scale([1, // one\n2]))",
        "(\n    a: Scale([\n        1, // one\n        2,\n    ]),\n)\n",
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
