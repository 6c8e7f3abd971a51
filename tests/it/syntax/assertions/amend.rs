//! An amendment does what was asked and leaves every other byte alone.
//!
//! A text with mistakes is refused, which is all there is to say of it.

use stances::syntax::amend::{Amendment, Refused};
use stances::syntax::kind::Kind;
use stances::syntax::route::{Route, Step};
use stances::syntax::same::same;
use stances::syntax::tree::Tree;
use stances::syntax::value::Value;
use stances::text::edit::EditSet;

/// Values to set, of every kind.
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

pub fn set_is_read_back(text: &str, at: usize, value: usize) {
    let tree = Tree::parse(text);
    let Some(route) = pick(routes(&tree), at) else {
        return;
    };
    let value = VALUES[value % VALUES.len()];
    let set = set(&route, value);
    made(&tree, &set);
    let after = Tree::parse(&set.apply(&tree).unwrap());
    let meant = Tree::parse(value);
    let found = after.locate(&route).unwrap().value;
    assert!(
        same(found, meant.root().unwrap().inside_some()),
        "{route} in {text:?}"
    );
}

pub fn setting_the_present_value_changes_nothing(text: &str, at: usize) {
    let tree = Tree::parse(text);
    let Some(route) = pick(routes(&tree), at) else {
        return;
    };
    let set = set(&route, tree.locate(&route).unwrap().value.text());
    let edits = set.edits(&tree);
    assert!(edits.unwrap().is_empty(), "{route} in {text:?}");
}

pub fn removing_what_was_inserted_gives_back_the_text(text: &str, at: usize, index: usize) {
    let tree = Tree::parse(text);
    let Some(into) = pick(groups(&tree), at) else {
        return;
    };
    let group = tree.locate(&into).unwrap().value;
    if holds_only_space_or_comments(&tree, group) {
        return;
    }
    let index = index % (group.items().len() + 1);
    let insert = Amendment::Insert {
        into: into.clone(),
        index,
        item: item_for(group).to_owned(),
    };
    made(&tree, &insert);
    let inserted = insert.apply(&tree).unwrap();
    let route = into.then(new_step(group, index));
    let remove = Amendment::Remove { route };
    let removed = remove.apply(&Tree::parse(&inserted)).unwrap();
    assert_eq!(removed, text, "by way of {inserted:?}");
}

pub fn disjoint_amendments_commute(text: &str, one: usize, other: usize) {
    let tree = Tree::parse(text);
    let (one, other) = (pick(routes(&tree), one), pick(routes(&tree), other));
    let (Some(one), Some(other)) = (one, other) else {
        return;
    };
    let [a, b] = [set(&one, "7"), set(&other, "8")].map(|set| set.edits(&tree).unwrap());
    // What changes nothing goes with a change of the bracket around it as well.
    if a.is_empty() || b.is_empty() {
        return;
    }
    let merged = a.clone().merge(b.clone());
    assert_eq!(merged, b.merge(a), "{text:?}");
    if let Ok(merged) = merged
        && one != other
    {
        let first = set(&one, "7").apply(&tree).unwrap();
        let both = set(&other, "8").apply(&Tree::parse(&first)).unwrap();
        assert_eq!(merged.apply(), both, "{text:?}");
    }
}

pub fn every_item_can_be_removed_moved_and_renamed(text: &str, at: usize, to: usize) {
    let tree = Tree::parse(text);
    let Some(route) = pick(routes(&tree), at) else {
        return;
    };
    let (into, step) = route.split_last().unwrap();
    let count = tree.locate(&into).unwrap().value.items().len();
    let has_name = !matches!(step, Step::Index(_));
    let index = to % count;
    made(
        &tree,
        &Amendment::Remove {
            route: route.clone(),
        },
    );
    made(
        &tree,
        &Amendment::Move {
            route: route.clone(),
            index,
        },
    );
    if has_name {
        let name = "brand_new".to_owned();
        made(&tree, &Amendment::Rename { route, name });
    }
}

pub fn mistakes_have_to_be_mended_first(text: &str) {
    let tree = Tree::parse(text);
    let refused = set(&Route::default(), "7").edits(&tree).err();
    assert_eq!(
        refused == Some(Refused::Mistakes),
        !tree.problems().is_empty(),
        "{refused:?} in {text:?}"
    );
}

fn set(route: &Route, value: &str) -> Amendment {
    Amendment::Set {
        route: route.clone(),
        value: value.to_owned(),
    }
}

/// The amendment is made, verified, and touches nothing outside its edits.
fn made(tree: &Tree, amendment: &Amendment) {
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

fn pick(mut routes: Vec<Route>, at: usize) -> Option<Route> {
    (!routes.is_empty()).then(|| routes.swap_remove(at % routes.len()))
}

/// The ways to all items that a route can name; none in a text with mistakes.
fn routes(tree: &Tree) -> Vec<Route> {
    let mut found = Vec::new();
    if let Some(root) = tree.root().filter(|root| !root.is_broken()) {
        collect(tree, root.inside_some(), &Route::default(), &mut found);
    }
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

/// The ways to all brackets that items can be put into.
fn groups(tree: &Tree) -> Vec<Route> {
    if tree.root().is_none_or(Value::is_broken) {
        return Vec::new();
    }
    let is_group = |route: &Route| {
        let value = tree.locate(route).unwrap().value;
        value.kind().is_group() && !is_empty_some(value)
    };
    let mut groups = routes(tree);
    groups.push(Route::default());
    groups.retain(is_group);
    groups
}

/// What is put into `Some()` is no item of it: routes look through `Some(7)`.
fn is_empty_some(value: Value<'_>) -> bool {
    value.name() == Some("Some") && value.items().len() == 0
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
