//! Laws of amendments, over RON in every form it can be written.

use proptest::prelude::*;
use proptest::sample::Index;
use stances::syntax::amend::Amendment;
use stances::syntax::kind::Kind;
use stances::syntax::route::{Route, Step};
use stances::syntax::same::same;
use stances::syntax::tree::Tree;
use stances::syntax::value::Value;
use stances::text::edit::EditSet;

use super::generate::ron;

const VALUES: &[&str] = &[
    "7",
    "\"seven\"",
    "[7, 8]",
    "(seven: 7)",
    "Seven",
    "Some(7)",
    "None",
    "[\n    7,\n]",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn set_is_read_back(text in ron(), at: Index, value in prop::sample::select(VALUES)) {
        let tree = Tree::parse(&text);
        let Some(route) = pick(&routes(&tree), &at) else { return Ok(()) };
        let set = set(&route, value);
        let edits = set.edits(&tree).unwrap();
        leaves_the_rest_alone(&text, &edits);
        let after = Tree::parse(&set.apply(&tree).unwrap());
        let meant = Tree::parse(value);
        let found = after.locate(&route).unwrap().value;
        prop_assert!(same(found, meant.root().unwrap().inside_some()));
    }

    #[test]
    fn setting_the_present_value_changes_nothing(text in ron(), at: Index) {
        let tree = Tree::parse(&text);
        let Some(route) = pick(&routes(&tree), &at) else { return Ok(()) };
        let value = tree.locate(&route).unwrap().value.text();
        prop_assert!(set(&route, value).edits(&tree).unwrap().is_empty());
    }

    #[test]
    fn removing_what_was_inserted_gives_back_the_text(text in ron(), at: Index, index: Index) {
        let tree = Tree::parse(&text);
        let Some(into) = pick(&groups(&tree), &at) else { return Ok(()) };
        let group = tree.locate(&into).unwrap().value;
        if holds_only_space_or_comments(&tree, group) { return Ok(()) }
        let index = index.index(group.items().len() + 1);
        let insert = Amendment::Insert { into: into.clone(), index, item: item_for(group).to_owned() };
        let inserted = insert.apply(&tree).unwrap();
        leaves_the_rest_alone(&text, &insert.edits(&tree).unwrap());
        let route = into.then(new_step(group, index));
        let removed = Amendment::Remove { route }.apply(&Tree::parse(&inserted)).unwrap();
        prop_assert_eq!(removed, text, "by way of {:?}", inserted);
    }

    #[test]
    fn disjoint_amendments_commute(text in ron(), one: Index, other: Index) {
        let tree = Tree::parse(&text);
        let routes = routes(&tree);
        let (Some(one), Some(other)) = (pick(&routes, &one), pick(&routes, &other)) else { return Ok(()) };
        let [a, b] = [set(&one, "7"), set(&other, "8")].map(|set| set.edits(&tree).unwrap());
        let merged = a.clone().merge(b.clone());
        prop_assert_eq!(&merged, &b.merge(a));
        if let Ok(merged) = merged && one != other {
            let first = set(&one, "7").apply(&tree).unwrap();
            let both = set(&other, "8").apply(&Tree::parse(&first)).unwrap();
            prop_assert_eq!(merged.apply(), both);
        }
    }

    #[test]
    fn every_item_can_be_removed_moved_and_renamed(text in ron(), at: Index, to: Index) {
        let tree = Tree::parse(&text);
        let Some(route) = pick(&routes(&tree), &at) else { return Ok(()) };
        faithful(&tree, &Amendment::Remove { route: route.clone() });
        let (into, step) = route.split_last().unwrap();
        let count = tree.locate(&into).unwrap().value.items().len();
        faithful(&tree, &Amendment::Move { route: route.clone(), index: to.index(count) });
        if !matches!(step, Step::Index(_)) {
            faithful(&tree, &Amendment::Rename { route, name: "brand_new".to_owned() });
        }
    }
}

fn set(route: &Route, value: &str) -> Amendment {
    Amendment::Set {
        route: route.clone(),
        value: value.to_owned(),
    }
}

/// The amendment is made, verified, and touches nothing outside its edits.
fn faithful(tree: &Tree, amendment: &Amendment) {
    let edits = amendment.edits(tree).unwrap();
    leaves_the_rest_alone(tree.text(), &edits);
    let result = amendment.apply(tree);
    assert!(
        result.is_ok(),
        "{amendment:?} in {:?}: {result:?}\n{:?}",
        tree.text(),
        edits.apply()
    );
}

fn leaves_the_rest_alone(text: &str, edits: &EditSet<'_>) {
    let mut rest = edits.clone().apply();
    let mut done = 0;
    for edit in edits.edits() {
        let kept = &text[done..edit.span.start];
        rest = rest
            .strip_prefix(kept)
            .unwrap()
            .strip_prefix(&edit.text)
            .unwrap()
            .to_owned();
        done = edit.span.end;
    }
    assert_eq!(rest, text[done..]);
}

fn pick(routes: &[Route], at: &Index) -> Option<Route> {
    (!routes.is_empty()).then(|| at.get(routes).clone())
}

/// The ways to all items that a route can name.
fn routes(tree: &Tree) -> Vec<Route> {
    let mut found = Vec::new();
    collect(
        tree,
        tree.root().unwrap().inside_some(),
        &Route::default(),
        &mut found,
    );
    found
}

fn collect(tree: &Tree, group: Value<'_>, into: &Route, found: &mut Vec<Route>) {
    for (index, item) in group.items().enumerate() {
        let route = into.clone().then(step_of(group, index));
        // Of fields with the same name, only the first can be named.
        if tree
            .locate(&route)
            .is_ok_and(|place| place.item_span() == item.span())
        {
            collect(tree, item.value().inside_some(), &route, found);
            found.push(route);
        }
    }
}

fn groups(tree: &Tree) -> Vec<Route> {
    let is_group = |route: &Route| tree.locate(route).unwrap().value.kind().is_group();
    let mut groups = routes(tree);
    groups.push(Route::default());
    groups.retain(is_group);
    groups
}

fn step_of(group: Value<'_>, index: usize) -> Step {
    let key = group.item(index).and_then(|item| item.key());
    match (group.kind(), key) {
        (Kind::Struct, Some(key)) => Step::Field(key.name().unwrap().to_owned()),
        (Kind::Map, Some(key)) => Step::Key(key.text().to_owned()),
        _ => Step::Index(index),
    }
}

/// The step to what [`item_for`] puts into a group.
fn new_step(group: Value<'_>, index: usize) -> Step {
    match group.kind() {
        Kind::Struct => Step::Field("brand_new".to_owned()),
        Kind::Map => Step::Key("BrandNew".to_owned()),
        _ => Step::Index(index),
    }
}

fn item_for(group: Value<'_>) -> &'static str {
    match group.kind() {
        Kind::Struct => "brand_new: 7",
        Kind::Map => "BrandNew: 7",
        _ => "7",
    }
}

/// Space alone in a bracket is not given back, and a comment alone in one gets
/// a line of its own.
fn holds_only_space_or_comments(tree: &Tree, group: Value<'_>) -> bool {
    let (open, close) = (group.open().unwrap(), group.close().unwrap());
    group.items().len() == 0 && open.to(close).of(tree.text()).len() > 2
}
