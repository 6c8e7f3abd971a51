//! Amendments, each as a text before and after.

use stances::syntax::amend::{Amendment, Refused};
use stances::syntax::route::Route;
use stances::syntax::tree::Tree;

fn route(text: &str) -> Route {
    text.parse().unwrap()
}

fn set(at: &str, value: &str) -> Amendment {
    Amendment::Set {
        route: route(at),
        value: value.to_owned(),
    }
}

fn insert(into: &str, index: usize, item: &str) -> Amendment {
    Amendment::Insert {
        into: route(into),
        index,
        item: item.to_owned(),
    }
}

fn append(into: &str, item: &str) -> Amendment {
    Amendment::Append {
        into: route(into),
        item: item.to_owned(),
    }
}

fn remove(at: &str) -> Amendment {
    Amendment::Remove { route: route(at) }
}

fn shift(at: &str, index: usize) -> Amendment {
    Amendment::Move {
        route: route(at),
        index,
    }
}

fn rename(at: &str, name: &str) -> Amendment {
    Amendment::Rename {
        route: route(at),
        name: name.to_owned(),
    }
}

fn check(before: &str, amendment: &Amendment, after: &str) {
    let found = amendment.apply(&Tree::parse(before));
    assert_eq!(found.as_deref(), Ok(after), "{amendment:?}\nin {before}");
}

fn refusal(before: &str, amendment: &Amendment) -> String {
    amendment
        .apply(&Tree::parse(before))
        .unwrap_err()
        .to_string()
}

#[test]
fn set_replaces_the_value_only() {
    let party = "(a /* why */ : /* so */ 1 , // one\n)";
    check(
        party,
        &set("a", "2"),
        "(a /* why */ : /* so */ 2 , // one\n)",
    );
    check("(a: Some(1))", &set("a", "2"), "(a: Some(2))");
    check("(a: Some(1))", &set("a", "None"), "(a: None)");
    check("(a: Some(1))", &set("a", "Some(2)"), "(a: Some(2))");
    check("{\"k\": 1}", &set("{\"k\"}", "[2]"), "{\"k\": [2]}");
    check("[At(\"x\")]", &set("[0][0]", "\"y\""), "[At(\"y\")]");
    check("// a\n1 // b\n", &set("", "2"), "// a\n2 // b\n");
}

#[test]
fn set_adds_a_field_that_is_missing() {
    check("(a: 1)", &set("b", "2"), "(a: 1, b: 2)");
    check(
        "(\n\ta: 1,\n)\n",
        &set("red-line", "2"),
        "(\n\ta: 1,\n\tr#red-line: 2,\n)\n",
    );
    check("{}", &set("{\"k\"}", "Allow"), "{\"k\": Allow}");
    check("(a: ())", &set("a.b", "1"), "(a: (b: 1))");
    assert_eq!(
        refusal("(a: 1)", &set("b.c", "2")),
        "`b.c` leads nowhere: there is no `b`"
    );
}

#[test]
fn set_to_the_same_value_changes_nothing() {
    for (text, at, value) in [
        ("(a: r\"x\")", "a", "\"x\""),
        ("[0x10]", "[0]", "16"),
        ("(a: [1,2,],)", "a", "[1, 2]"),
    ] {
        assert!(set(at, value).edits(&Tree::parse(text)).unwrap().is_empty());
    }
}

#[test]
fn lines_of_a_value_are_moved_in() {
    check(
        "(\r\n    a: [],\r\n)\r\n",
        &set("a", "[\n    \"x\n  y\",\n]"),
        "(\r\n    a: [\r\n        \"x\n  y\",\r\n    ],\r\n)\r\n",
    );
}

const RECORDS: &str = "\
(
    stances: [
        // About a.
        (issue: \"a\"), // sure

        // Loose.

        // About b.
        (issue: \"b\"),
        // The end.
    ],
)
";

#[test]
fn insert_goes_below_the_comments_of_the_item_before() {
    check(
        RECORDS,
        &insert("stances", 1, "(\n    issue: \"n\",\n)"),
        &RECORDS.replace(
            " // sure\n",
            " // sure\n        (\n            issue: \"n\",\n        ),\n",
        ),
    );
    check(
        RECORDS,
        &insert("stances", 0, "(issue: \"n\")"),
        &RECORDS.replace("stances: [\n", "stances: [\n        (issue: \"n\"),\n"),
    );
    check(
        RECORDS,
        &append("stances", "(issue: \"n\")"),
        &RECORDS.replace("\"b\"),\n", "\"b\"),\n        (issue: \"n\"),\n"),
    );
}

#[test]
fn append_keeps_the_habit_of_a_trailing_comma() {
    check("[1, 2]", &append("", "3"), "[1, 2, 3]");
    check("[1, 2,]", &append("", "3"), "[1, 2, 3,]");
    check("[\n  1,\n  2\n]", &append("", "3"), "[\n  1,\n  2,\n  3\n]");
    check(
        "[\n  1,\n  2,\n]",
        &append("", "3"),
        "[\n  1,\n  2,\n  3,\n]",
    );
    check(
        "[\n  1 // one\n]",
        &append("", "3"),
        "[\n  1, // one\n  3\n]",
    );
    check("[1 /* one */]", &append("", "3"), "[1 /* one */, 3]");
    check("[ 1\n, 2\n]", &append("", "3"), "[ 1\n, 2, 3\n]");
    check("[1, 2, // two\n]", &append("", "3"), "[1, 2, // two\n3,\n]");
    check("[1\r\n]\r\n", &append("", "3"), "[1, 3\r\n]\r\n");
    check(
        "(\n    a: 1,\n    b: 2)",
        &append("", "c: 3"),
        "(\n    a: 1,\n    b: 2,\n    c: 3)",
    );
}

#[test]
fn lines_end_as_the_others_do_and_not_as_in_a_string() {
    check(
        "[\"a\nb\", // c\r\n]",
        &append("", "7"),
        "[\"a\nb\", // c\r\n7,\r\n]",
    );
}

#[test]
fn insert_into_an_empty_bracket() {
    check("[]", &append("", "1"), "[1]");
    check("[ ]", &append("", "1"), "[ 1 ]");
    check(
        "(a: [])",
        &append("a", "(\n    b: 1,\n)"),
        "(a: [\n    (\n        b: 1,\n    ),\n])",
    );
    check(
        "(\n  a: [\n  ],\n)",
        &append("a", "1"),
        "(\n  a: [\n    1,\n  ],\n)",
    );
    check(
        "[ // none\n  // yet\n]",
        &append("", "1"),
        "[ // none\n    1,\n  // yet\n]",
    );
    check("()", &append("", "a: 1"), "(a: 1)");
}

#[test]
fn remove_takes_the_comments_of_the_item_and_no_others() {
    check(
        RECORDS,
        &remove("stances[0]"),
        "(\n    stances: [\n\n        // Loose.\n\n        // About b.\n        (issue: \"b\"),\n        // The end.\n    ],\n)\n",
    );
    check(
        RECORDS,
        &remove("stances[issue=b]"),
        "(\n    stances: [\n        // About a.\n        (issue: \"a\"), // sure\n\n        // Loose.\n\n        // The end.\n    ],\n)\n",
    );
}

#[test]
fn remove_leaves_no_space_or_comma_behind() {
    check("[1, 2, 3]", &remove("[0]"), "[2, 3]");
    check("[1, 2, 3]", &remove("[1]"), "[1, 3]");
    check("[1, 2, 3]", &remove("[2]"), "[1, 2]");
    check("[1, 2,]", &remove("[1]"), "[1,]");
    check("[1]", &remove("[0]"), "[]");
    check("[\n    1,\n]", &remove("[0]"), "[]");
    check("(a: 1, b: 2,\n c: 3)", &remove("b"), "(a: 1,\n c: 3)");
    check("(\n    a: 1, b: 2,\n)", &remove("a"), "(\n    b: 2,\n)");
    check("[ 1\n, 2\n, 3\n]", &remove("[1]"), "[ 1\n, 3\n]");
    check("[ 1\n, 2\n, 3\n]", &remove("[2]"), "[ 1\n, 2\n]");
    check(
        "[/* a */ 1 /* b */, /* c */ 2]",
        &remove("[0]"),
        "[/* c */ 2]",
    );
    check(
        "[\n1, // one\n2 // two\n]",
        &remove("[1]"),
        "[\n1 // one\n]",
    );
}

#[test]
fn remove_leaves_the_space_that_others_need() {
    check("[  7, 1]", &remove("[0]"), "[  1]");
    check("(\r    b: 7, a: 1,\r)", &remove("b"), "(\r    a: 1,\r)");
    check("(\n a: 1,\n b: 7,\r)", &remove("b"), "(\n a: 1,\r)");
}

#[test]
fn remove_keeps_a_loose_comment_before_a_late_comma() {
    check(
        "[\n    1 // one\n    // loose\n    ,\n    2,\n]",
        &remove("[0]"),
        "[\n    // loose\n    2,\n]",
    );
}

#[test]
fn move_takes_the_comments_along() {
    check(
        RECORDS,
        &shift("stances[issue=b]", 0),
        "(\n    stances: [\n        // About b.\n        (issue: \"b\"),\n        // About a.\n        (issue: \"a\"), // sure\n\n        // Loose.\n\n        // The end.\n    ],\n)\n",
    );
    check("[1, 2, 3]", &shift("[0]", 2), "[2, 3, 1]");
    check("[1, 2, 3]", &shift("[2]", 0), "[3, 1, 2]");
    check("[1, 2, 3]", &shift("[1]", 2), "[1, 3, 2]");
    check(
        "[\n1, // one\n2 // two\n]",
        &shift("[0]", 1),
        "[\n2, // two\n1 // one\n]",
    );
}

#[test]
fn rename_changes_the_name_only() {
    check(
        "(a /* x */: 1, b: 2)",
        &rename("a", "c"),
        "(a /* x */: 1, b: 2)".replace("(a", "(c").as_str(),
    );
    check("{\"a\": 1}", &rename("{\"a\"}", "\"b\""), "{\"b\": 1}");
    assert_eq!(
        refusal("(a: 1, b: 2)", &rename("a", "b")),
        "`b` is there already in the value of the file"
    );
    assert_eq!(refusal("[1]", &rename("[0]", "b")), "`[0]` has no name");
}

#[test]
fn what_is_not_ron_is_refused() {
    assert_eq!(
        refusal("(a: 1)", &set("a", "2, b: 3")),
        "`2, b: 3` is not one RON value"
    );
    assert_eq!(
        refusal("(a: 1)", &set("a", "2 // two")),
        "`2 // two` is not one RON value"
    );
    assert_eq!(
        refusal("(a: [])", &append("a", "b: 1")),
        "`b: 1` is not one item of `a`"
    );
    assert_eq!(
        refusal("(a: 1)", &append("a", "b: 1")),
        "`a` holds no items"
    );
    assert_eq!(
        refusal("[1]", &insert("", 3, "2")),
        "the value of the file has 1 items, so there is no place 3 in it"
    );
    assert_eq!(
        refusal("[1", &append("", "2")),
        Refused::Mistakes.to_string()
    );
    assert_eq!(
        refusal("1", &remove("")),
        "the value of the file is no item"
    );
}
