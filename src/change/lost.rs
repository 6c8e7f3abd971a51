//! Why an address leads nowhere, in words that lead on.

use itertools::Itertools;

use super::address::Address;
use super::text_file::TextFile;
use crate::finding::suggest;
use crate::syntax::candidate::Candidate;
use crate::syntax::kind::Kind;
use crate::syntax::locate::Lost;
use crate::syntax::route::{Condition, Route, Step};
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// How many of several matches are listed.
const LISTED: usize = 12;

/// What to tell somebody whose address is lost in this file.
pub fn explain(address: &Address, file: &TextFile, tree: &Tree, lost: &Lost) -> String {
    match lost {
        Lost::Several { candidates, .. } => several(address, candidates),
        Lost::Nothing {
            deepest, missing, ..
        } => match (tree.locate(deepest), missing) {
            (Ok(place), Some(missing)) => {
                nothing(&address.at(deepest.clone()), file, place.value, missing)
            }
            _ => format!("`{}` holds no value", file.source.name()),
        },
    }
}

fn several(address: &Address, candidates: &[Candidate]) -> String {
    let ways = candidates.iter().take(LISTED);
    let ways = ways.map(|candidate| format!("\n  {}", address.at(way(address, candidate))));
    let more = match candidates.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    };
    format!(
        "`{address}` names {} items; one of them is meant by{}{more}",
        candidates.len(),
        ways.format("")
    )
}

/// The address with what tells this candidate from the others, the steps behind
/// it included.
fn way(address: &Address, candidate: &Candidate) -> Route {
    let at = candidate.route.steps.len().saturating_sub(1);
    let mut route = address.route.clone();
    match (route.steps.get_mut(at), candidate.telling.first()) {
        (Some(Step::Select(conditions)), Some(telling)) => conditions.push(telling.clone()),
        (Some(step), _) => step.clone_from(&candidate.route.steps[at]),
        (None, _) => route = candidate.route.clone(),
    }
    route
}

fn nothing(deepest: &Address, file: &TextFile, value: Value, missing: &Step) -> String {
    let fact = match missing {
        Step::Field(name) if file.fields(&deepest.route).contains(&name.as_str()) => {
            format!("`{name}` is not given in `{deepest}`")
        }
        _ => format!("there is no `{missing}` in `{deepest}`"),
    };
    let help = match missing {
        Step::Field(name) => field(name, value),
        Step::Select(conditions) => selected(conditions, value),
        Step::Key(key) => key_of(key, value),
        Step::Index(_) => String::new(),
    };
    match help.as_str() {
        "" => format!("{fact}, which is {}", what(value)),
        help => format!("{fact}: {help}"),
    }
}

fn field(name: &str, value: Value) -> String {
    suggest::help(name, "field", value.items().filter_map(|item| item.name()))
}

fn key_of(key: &str, value: Value) -> String {
    let keys = value.items().filter_map(|item| item.key());
    suggest::help(key, "key", keys.map(Value::text))
}

/// What the first field that no item says so could have said.
fn selected(conditions: &[Condition], value: Value) -> String {
    let said = |condition: &Condition| -> Vec<String> {
        let items = value.items().map(|item| item.value().inside_some());
        let fields = items.filter_map(|item| Some(item.field(&condition.field)?.value()));
        let scalars = fields.filter(|value| !value.inside_some().kind().is_group());
        scalars.map(plain).unique().collect()
    };
    let mut helps = conditions.iter().map(|condition| {
        let said = said(condition);
        match said.contains(&condition.value) {
            true => String::new(),
            false => suggest::help(
                &condition.value,
                &condition.field,
                said.iter().map(String::as_str),
            ),
        }
    });
    helps.find(|help| !help.is_empty()).unwrap_or_default()
}

/// The content of a string, the text of anything else.
fn plain(value: Value) -> String {
    let value = value.inside_some();
    value.as_text().unwrap_or_else(|| value.text().to_owned())
}

/// What stands at a place, in a few words.
fn what(value: Value) -> String {
    let items = match value.items().len() {
        0 => "nothing in it".to_owned(),
        1 => "one item".to_owned(),
        many => format!("{many} items"),
    };
    match value.kind() {
        Kind::List => format!("a list with {items}"),
        Kind::Map => format!("a map with {items}"),
        Kind::Tuple => format!("`{}(…)` with {items}", value.name().unwrap_or("")),
        Kind::Struct => "a record".to_owned(),
        _ => format!("`{}`", value.text()),
    }
}
