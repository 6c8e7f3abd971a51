//! Where something stands in a file in names instead of numbers, so that it is the
//! same place when lines move and records change places.

use super::spans::Spans;
use super::{Label, Spot};
use crate::syntax::kind::Kind;
use crate::syntax::route::Step;
use crate::syntax::value::{Item, Value};

/// The fields that together tell a record from the others of its list. The first
/// line of which the first field is there counts.
const TELLING: [&[&str]; 7] = [
    &["id"],
    &["issue", "since"],
    &["source", "at"],
    &["if", "then"],
    &["one", "other"],
    &["name"],
    &["text"],
];

/// The way to a label's place: `stances[issue=dam, since=2025-05-02].evidence`.
/// Nothing where it is no place inside of the file's value.
pub fn whereabouts(label: &Label, spans: &Spans) -> Option<String> {
    if label.place.spot == Spot::File {
        return None;
    }
    let tree = spans.tree(&label.place.file)?;
    let route = tree.route_at(spans.of(label)?.start);
    let mut value = tree.root()?.inside_some();
    let mut way = String::new();
    for step in route.steps {
        let item = item_at(value, &step)?;
        way.push_str(&match &step {
            Step::Index(_) if value.kind() == Kind::List => format!("[{}]", told(item)),
            Step::Field(_) if !way.is_empty() => format!(".{step}"),
            _ => step.to_string(),
        });
        value = item.value().inside_some();
    }
    (!way.is_empty()).then_some(way)
}

fn item_at<'t>(value: Value<'t>, step: &Step) -> Option<Item<'t>> {
    match step {
        Step::Field(name) => value.field(name),
        Step::Index(index) => value.item(*index),
        Step::Key(key) => {
            let mut items = value.items();
            items.find(|item| item.key().is_some_and(|found| found.text() == key))
        }
        Step::Select(_) => None,
    }
}

/// What a record says of itself; of anything else, the text.
fn told(item: Item<'_>) -> String {
    let value = item.value().inside_some();
    let telling = TELLING
        .iter()
        .find(|fields| value.field(fields[0]).is_some());
    let Some(fields) = telling else {
        return plain(value);
    };
    let fields = fields.iter().filter_map(|name| value.field(name));
    let told =
        fields.filter_map(|field| Some(format!("{}={}", field.name()?, plain(field.value()))));
    told.collect::<Vec<_>>().join(", ")
}

/// The content of a string, the text of anything else on one line.
fn plain(value: Value<'_>) -> String {
    let value = value.inside_some();
    let text = value.as_text().unwrap_or_else(|| value.text().to_owned());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
