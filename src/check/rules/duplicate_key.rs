//! A key that stands twice in a map. The `ron` crate takes the last without a word.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::finding::{Finding, Place};
use crate::syntax::amend::Amendment;
use crate::syntax::kind::Kind;
use crate::syntax::route::{Route, Step};
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};

static CODE: Code = Code::deny("duplicate-key", "a map gives one key twice");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("duplicate_key.md"), look);

/// Looks at `checks.levels` of the dossier: no other field of any record is a map.
fn look(case: &Case) -> Vec<Finding> {
    let head = &case.files.dossier.file;
    let Some(source) = case.texts.iter().find(|source| source.name() == head) else {
        return Vec::new();
    };
    let tree = Tree::parse(source.text());
    let route = Route::default().field("checks").field("levels");
    let map = tree.locate(&route).ok().map(|place| place.value);
    let map = map.filter(|map| map.kind() == Kind::Map && !map.is_broken());
    map.map_or(Vec::new(), |map| repeated(head, &route, map))
}

/// One finding for each key that stands there more than once, at its last place.
fn repeated(file: &str, route: &Route, map: Value) -> Vec<Finding> {
    let mut keys: Vec<(String, Vec<Item>)> = Vec::new();
    for item in map.items() {
        let Some(key) = item.key().and_then(Value::as_text) else {
            continue;
        };
        match keys.iter_mut().find(|(known, _)| *known == key) {
            Some((_, items)) => items.push(item),
            None => keys.push((key, vec![item])),
        }
    }
    keys.retain(|(_, items)| items.len() > 1);
    let findings = keys.iter();
    findings
        .map(|(key, items)| finding(file, route, key, items))
        .collect()
}

fn finding(file: &str, route: &Route, key: &str, items: &[Item]) -> Finding {
    let place = |item: &Item| Place::bytes(file, item.key().map_or(item.span(), Value::span));
    let (last, others) = items.split_last().expect("a key that stands there twice");
    let same = (others.iter()).all(|item| item.value().text() == last.value().text());
    let fix = match same {
        true => Fix::safe("keep one of them"),
        false => Fix::doubtful("keep the last one"),
    };
    let route = route.clone().then(Step::Key(format!("{key:?}")));
    // Each one that goes is the first of this key that is left.
    let fix = (others.iter()).fold(fix, |fix, _| {
        let route = route.clone();
        fix.amend(file, Amendment::Remove { route })
    });
    let finding = Finding::new(
        &CODE,
        place(last),
        format!("`{key}` is given twice in one map"),
    )
    .label("this one counts")
    .help("keep one of them")
    .fix(fix);
    let also = |finding: Finding, item| finding.also(place(item), "this one counts for nothing");
    others.iter().fold(finding, also)
}
