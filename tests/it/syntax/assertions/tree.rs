//! The tree is lossless, is clean wherever the `ron` crate reads, and answers
//! questions about every place.

use stances::syntax::route::Route;
use stances::syntax::tree::Tree;
use stances::syntax::value::Value;

/// At how many places of a text the tree is asked what stands there.
const PLACES: usize = 256;

/// What holds for the tree of every text.
pub fn every_text_is_a_tree(text: &str) {
    let tree = Tree::parse(text);
    covers_every_byte(&tree);
    if reads(text) && !has_some_without_brackets(text) {
        assert_eq!(tree.problems(), [], "in {text:?}");
    }
    for problem in tree.problems() {
        assert!(problem.span.end <= text.len(), "{problem:?} in {text:?}");
        let _ = problem.span.of(text);
    }
    if let Some(root) = tree.root() {
        assert_eq!(root.is_broken(), !tree.problems().is_empty());
        values_lie_in_order(root);
    }
    places_are_found(&tree);
    let _ = text.parse::<Route>();
}

/// Whether the `ron` crate can read the text.
pub fn reads(text: &str) -> bool {
    ron::from_str::<ron::Value>(text).is_ok()
}

/// The one form that the crate reads and the tree does not: with
/// `implicit_some`, `ron` 0.12.3 takes a value behind a bare `Some` as its
/// payload.
fn has_some_without_brackets(text: &str) -> bool {
    text.contains("implicit_some") && text.contains("Some")
}

fn covers_every_byte(tree: &Tree) {
    assert_eq!(tree.to_string(), tree.text());
    let covered = tree.tokens().iter().fold(0, |end, token| {
        assert_eq!(token.span.start, end, "in {:?}", tree.text());
        token.span.end
    });
    assert_eq!(covered, tree.text().len());
}

/// Values lie inside one another, in their order, and a broken one breaks
/// everything around it.
fn values_lie_in_order(value: Value<'_>) {
    let mut end = value.span().start;
    for item in value.items() {
        assert!(item.span().start >= end && value.span().encloses(item.span()));
        end = item.span().end;
        assert!(!item.is_broken() || value.is_broken());
        assert!(!item.value().is_broken() || item.is_broken());
        values_lie_in_order(item.value());
    }
}

/// Routes are shown in a form that can be typed, and no question about a place
/// panics, whether the text has mistakes there or not.
fn places_are_found(tree: &Tree) {
    let text = tree.text();
    let stride = 1 + text.len() / PLACES;
    for (offset, _) in text.char_indices().step_by(stride) {
        let route = tree.route_at(offset);
        let _ = tree.locate(&route);
        let _ = route.to_string().parse::<Route>();
        let _ = tree.value_at(offset);
    }
}
