//! The canonical layout keeps the value and every comment, and laying a text
//! out again changes nothing.

use stances::syntax::layout::{
    FieldOrder, NotLaidOut, Rows, as_written, is_plainly_canonical, layout,
};
use stances::syntax::route::Route;
use stances::syntax::same::{same, same_but_for_order};
use stances::syntax::tree::Tree;

/// What holds for the layout of every text; one with mistakes is refused.
pub fn layout_keeps_value_and_comments_and_is_idempotent(text: &str) {
    let tree = Tree::parse(text);
    for order in [&as_written as &FieldOrder, &order, &row_order] {
        what_is_plainly_canonical_is_canonical(text, order);
    }
    if !tree.problems().is_empty() {
        assert_eq!(layout(&tree, &as_written), Err(NotLaidOut::Mistakes));
        return;
    }
    let laid_out = Tree::parse(&laid_out(text, &as_written));
    assert!(same(tree.root().unwrap(), laid_out.root().unwrap()));
    assert_eq!(comments(&tree), comments(&laid_out), "of {text:?}");
    for order in [&order as &FieldOrder, &row_order] {
        let ordered = Tree::parse(&self::laid_out(text, order));
        let (one, other) = (tree.root().unwrap(), ordered.root().unwrap());
        assert!(same_but_for_order(one, other), "of {text:?}");
        assert_eq!(comments(&tree), comments(&ordered), "of {text:?}");
    }
}

/// The text as laid out, which is the same the second time.
fn laid_out(text: &str, order: &FieldOrder) -> String {
    let lay_out = |text: &str| {
        let result = layout(&Tree::parse(text), order);
        result.unwrap_or_else(|error| panic!("{error}: {text:?}"))
    };
    let once = lay_out(text);
    assert_eq!(lay_out(&once), once, "of {text:?}");
    what_is_plainly_canonical_is_canonical(&once, order);
    once
}

/// A glance never takes a text for canonical that is not.
pub fn what_is_plainly_canonical_is_canonical(text: &str, order: &FieldOrder) {
    if is_plainly_canonical(text, order) {
        let laid_out = layout(&Tree::parse(text), order);
        assert_eq!(laid_out.as_deref(), Ok(text), "of {text:?}");
    }
}

/// What the comments of a text say, sorted.
fn comments(tree: &Tree) -> Vec<&str> {
    let tokens = tree.tokens().iter();
    let mut comments: Vec<_> = tokens
        .filter(|token| token.kind.is_comment())
        .map(|token| token.span.of(tree.text()).trim_end())
        .collect();
    comments.sort_unstable();
    comments
}

/// An order of fields for the records in a list, one a line.
pub fn order(route: &Route) -> Rows {
    match route.steps.len() {
        1 => &[&["issue"], &["a"], &["position"]],
        _ => &[],
    }
}

/// An order in which fields share lines.
pub fn row_order(_: &Route) -> Rows {
    &[&["a", "b"], &["c", "d"]]
}
