//! A key that stands twice in a map. The `ron` crate takes the last without a word.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::finding::{Finding, Place};
use crate::syntax::amend::Amendment;
use crate::syntax::kind::Kind;
use crate::syntax::quote::quote;
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

/// One finding for each key that stands there already.
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
    let keys = keys.iter();
    keys.flat_map(|(key, items)| findings(file, route, key, items))
        .collect()
}

fn findings(file: &str, route: &Route, key: &str, items: &[Item]) -> Vec<Finding> {
    let place = |item: &Item| Place::bytes(file, item.key().map_or(item.span(), Value::span));
    let value = |at: usize| items[at].value().text();
    let last = items.len() - 1;
    let finding = |at: usize| {
        let message = format!("`{key}` is given twice in one map");
        let finding = Finding::new(&CODE, place(&items[at]), message)
            .label(if at == last { "this one counts" } else { "" })
            .also(place(&items[at - 1]), "this one counts for nothing")
            .help("keep one of them");
        let fix = match value(0) == value(last) {
            true => Fix::safe("take the first one out"),
            false => Fix::doubtful("take the first one out"),
        };
        // A route to a key leads to the first of its name.
        let route = route.clone().then(Step::Key(quote(key)));
        finding.fix(fix.amend(file, Amendment::Remove { route }))
    };
    (1..items.len()).map(finding).collect()
}
