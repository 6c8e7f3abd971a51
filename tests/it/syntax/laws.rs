//! Laws that hold for every text.

use proptest::prelude::*;
use stances::syntax::tree::Tree;

use super::assertions::tree::{every_text_is_a_tree, reads};
use super::generate::{mutated_ron, ron, soup};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_tree(text in any::<String>()) {
        every_text_is_a_tree(&text);
    }

    #[test]
    fn soup_is_a_tree(text in soup()) {
        every_text_is_a_tree(&text);
    }

    #[test]
    fn ron_is_a_tree_without_problems(text in ron()) {
        every_text_is_a_tree(&text);
        prop_assert!(reads(&text), "the generator writes RON: {text}");
    }

    #[test]
    fn ron_with_mistakes_is_a_tree(text in mutated_ron()) {
        every_text_is_a_tree(&text);
    }
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
        "#",
        "#\n",
        "a # \n\n",
        "“ ‘",
        "“a‘b",
        "<<<<<<< a\n",
        "<<<<<<< a\n(\n=======\n",
        "<<<<<<< a\n(\n=======\n>>>>>>> b\n",
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
