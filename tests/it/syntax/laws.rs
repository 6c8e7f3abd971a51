//! Laws that hold for every text.

use proptest::prelude::*;
use stances::syntax::tree::Tree;
use stances::syntax::value::Value;

use super::generate::{mutated_ron, ron, soup};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_tree(text in any::<String>()) {
        check_tree(&text);
    }

    #[test]
    fn soup_is_a_tree(text in soup()) {
        check_tree(&text);
    }

    #[test]
    fn ron_is_a_tree_without_problems(text in ron()) {
        check_tree(&text);
        prop_assert!(reads(&text), "the generator writes RON: {text}");
    }

    #[test]
    fn ron_with_mistakes_is_a_tree(text in mutated_ron()) {
        check_tree(&text);
    }
}

/// What holds for the tree of every text.
fn check_tree(text: &str) {
    let tree = Tree::parse(text);
    assert_eq!(tree.to_string(), text);
    let covered = tree.tokens().iter().fold(0, |end, token| {
        assert_eq!(token.span.start, end);
        token.span.end
    });
    assert_eq!(covered, text.len());
    if reads(text) {
        assert_eq!(tree.problems(), [], "in {text:?}");
    }
    for problem in tree.problems() {
        assert!(problem.span.end <= text.len());
        let _ = problem.span.of(text);
    }
    if let Some(root) = tree.root() {
        assert_eq!(root.is_broken(), !tree.problems().is_empty());
        check_value(root);
    }
    for (offset, _) in text.char_indices() {
        let _ = tree.locate(&tree.route_at(offset));
        let _ = tree.value_at(offset);
    }
}

/// Values lie inside one another, in their order, and a broken one breaks
/// everything around it.
fn check_value(value: Value<'_>) {
    let mut end = value.span().start;
    for item in value.items() {
        assert!(item.span().start >= end && value.span().encloses(item.span()));
        end = item.span().end;
        assert!(!item.is_broken() || value.is_broken());
        assert!(!item.value().is_broken() || item.is_broken());
        check_value(item.value());
    }
}

/// Whether the `ron` crate can read the text.
fn reads(text: &str) -> bool {
    ron::from_str::<ron::Value>(text).is_ok()
}

#[test]
fn deep_and_broken_texts_are_read_in_linear_time() {
    for piece in [
        "(",
        "[",
        "{",
        "Some(",
        "{a:",
        "(a:",
        "[\"",
        "\\\"\n",
        "/*",
        "r#\"",
        "'",
        "'' ",
        "“",
        "“ \n",
        "#![",
        "[(\n",
        "\"a\"b\",",
        "\"(",
        "'a ",
        "=",
        "a-",
        "a::",
        "1..",
        ")\n",
    ] {
        check_deep(&piece.repeat(200_000));
    }
    check_deep(&("[".repeat(100_000) + &"]".repeat(100_000)));
    check_deep(&("(a:".repeat(150) + &"\n]".repeat(100_000)));
    check_deep(&("\"".to_owned() + &"\\\"\n".repeat(100_000)));
}

fn check_deep(text: &str) {
    let tree = Tree::parse(text);
    assert!(!tree.problems().is_empty());
    assert_eq!(tree.to_string(), text);
}

/// The one text that the crate reads and the tree does not: with
/// `implicit_some`, `ron` 0.12.3 takes a value behind a bare `Some` as its
/// payload. The tree asks for the brackets.
#[test]
fn some_without_brackets_is_a_mistake() {
    let text = "#![enable(implicit_some)] [Some 5]";
    assert!(reads(text));
    let tree = Tree::parse(text);
    assert_eq!(tree.problems()[0].message, "no comma before the next item");
}
