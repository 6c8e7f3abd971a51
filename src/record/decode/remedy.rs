//! What would mend what the `ron` crate objects to.

use ron::Error;

use crate::finding::fix::Fix;
use crate::finding::{Finding, suggest};
use crate::record::{fault, misdated};
use crate::syntax::amend::Amendment;
use crate::syntax::kind::Kind;
use crate::syntax::quote::quote;
use crate::syntax::same::same;
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};

/// The finding with the change that does what its help says.
pub(super) fn with(finding: Finding, file: &str, amendment: Option<Amendment>) -> Finding {
    match (amendment, finding.help.first().cloned()) {
        (Some(amendment), Some(help)) => finding.fix(Fix::safe(help).amend(file, amendment)),
        _ => finding,
    }
}

/// Another name for a field or a value, where somebody certainly meant one that can
/// stand there. `values` are those around the error in a field, from the outside in.
pub(super) fn amendment(
    tree: &Tree,
    error: &Error,
    field: Item<'_>,
    (values, key): (&[Value<'_>], Option<Value<'_>>),
) -> Option<Amendment> {
    let value = *values.last()?;
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => {
            let key = key.filter(|key| key.name() == Some(found))?;
            let name = suggest::certain(found, expected.iter().copied())?;
            let route = tree.route_at(key.span().start);
            let name = name.to_owned();
            Some(Amendment::Rename { route, name })
        }
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => {
            let name = suggest::certain(found, expected.iter().copied())?;
            let written = value.name().filter(|written| written == found)?;
            let rest = value.text().strip_prefix(written)?;
            // Further lines would be moved in once more.
            (!rest.contains('\n')).then(|| written_as(tree, value, format!("{name}{rest}")))
        }
        Error::ExpectedIdentifier => {
            let name = fault::name_meant(field.name()?, &value.as_text()?)?;
            Some(written_as(tree, value, name.to_owned()))
        }
        Error::ExpectedBoolean => {
            let truth = fault::truth(value)?;
            Some(written_as(tree, value, truth.to_owned()))
        }
        Error::Message(message) => {
            let date = misdated::meant(&fault::undated(message, value)?)?;
            Some(written_as(tree, value, quote(&date.to_string())))
        }
        error => {
            let (variant, list) = fault::listed(error, values)?;
            Some(written_as(tree, variant, list))
        }
    }
}

fn written_as(tree: &Tree, value: Value<'_>, text: String) -> Amendment {
    let route = tree.route_at(value.span().start);
    Amendment::Set { route, value: text }
}

/// The first of two fields of one name goes, where the second says the same.
pub(super) fn without_first(tree: &Tree, first: Item<'_>, second: Item<'_>) -> Option<Amendment> {
    let is_same = same(first.value(), second.value()) && first.value().kind() != Kind::Broken;
    let route = tree.route_at(first.span().start);
    is_same.then_some(Amendment::Remove { route })
}
