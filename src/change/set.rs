//! A value put at a place, as RON or, where a text is due, as bare text.
//!
//! Which of the two is meant is decided by the records: whatever the file is not
//! the worse for. RON comes first, so `"None"` and not `None` is the text.

use std::ops::ControlFlow;

use thiserror::Error;

use super::draft::Draft;
use super::fitness::newly;
use super::settled::settled;
use super::text_file::TextFile;
use crate::finding::Finding;
use crate::syntax::amend::{Amendment, Refused};
use crate::syntax::kind::Kind;
use crate::syntax::locate::Lost;
use crate::syntax::quote::quote;
use crate::syntax::route::{Route, Step};
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// Why a value is not put where it is asked for.
#[derive(Debug, Error)]
pub enum NotSet {
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What is wrong with the value read as RON, and as text.
    #[error("the value fits neither as RON nor as text")]
    FitsNeither {
        as_ron: Vec<Finding>,
        as_text: Vec<Finding>,
    },
}

/// Puts a value at a place of a file. A field that is not there yet is added
/// where it stands in the order of its record.
///
/// # Errors
///
/// When the file has mistakes, the place is not there, or the value fits neither
/// way.
pub fn set(file: &TextFile, route: &Route, value: &str) -> Result<Draft, NotSet> {
    let tree = Tree::parse(file.source.text());
    if !tree.problems().is_empty() {
        return Err(Refused::Mistakes.into());
    }
    let before = file.mistakes();
    let attempt = |value: &str| -> Result<ControlFlow<Draft, Vec<Finding>>, Refused> {
        let text = amendment(file, &tree, route, value)?.apply(&tree)?;
        let wrong = newly(file.with_text(text.as_str()).mistakes(), &before);
        Ok(match wrong.is_empty() {
            true => ControlFlow::Break(Draft::new([file.becomes(text)])),
            false => ControlFlow::Continue(wrong),
        })
    };
    let as_ron = match attempt(value) {
        Ok(ControlFlow::Break(draft)) => return Ok(draft),
        Ok(ControlFlow::Continue(wrong)) => wrong,
        Err(Refused::NotAValue(_) | Refused::NotAnItem { .. }) => Vec::new(),
        Err(refused) => return Err(refused.into()),
    };
    match attempt(&quote(value))? {
        ControlFlow::Break(draft) => Ok(draft),
        ControlFlow::Continue(as_text) => Err(NotSet::FitsNeither { as_ron, as_text }),
    }
}

/// The amendment that puts a value at a place, making the fields on the way
/// there that are missing.
fn amendment(
    file: &TextFile,
    tree: &Tree,
    route: &Route,
    value: &str,
) -> Result<Amendment, Refused> {
    let there = |route: Route| Amendment::Set {
        route,
        value: value.to_owned(),
    };
    let deepest = match tree.locate(route) {
        Err(Lost::Nothing { deepest, .. }) => deepest,
        _ => return Ok(there(settled(tree, route)?)),
    };
    let into = settled(tree, &deepest)?;
    let record = tree.locate(&into)?.value;
    match missing(&route.steps[deepest.steps.len()..], value) {
        Some((Step::Field(name), value)) if is_record(record) => Ok(Amendment::Insert {
            index: place(file.fields(&into), name, record),
            item: format!("{name}: {value}"),
            into,
        }),
        Some((key @ Step::Key(_), value)) => Ok(Amendment::Set {
            route: into.then(key.clone()),
            value,
        }),
        _ => Ok(there(route.clone())),
    }
}

/// The first of the steps that lead nowhere, and what has to stand there for the
/// others to lead to the value; nothing where one of those leads into a list.
fn missing<'s>(steps: &'s [Step], value: &str) -> Option<(&'s Step, String)> {
    let (first, below) = steps.split_first()?;
    Some((first, wrapped(below, value)?))
}

/// A value with the records and maps around it that these steps lead through.
fn wrapped(steps: &[Step], value: &str) -> Option<String> {
    steps
        .iter()
        .rev()
        .try_fold(value.to_owned(), |value, step| match step {
            Step::Field(name) => Some(format!("({name}: {value})")),
            Step::Key(key) => Some(format!("{{{key}: {value}}}")),
            Step::Index(_) | Step::Select(_) => None,
        })
}

fn is_record(value: Value) -> bool {
    let is_empty = value.items().len() == 0;
    value.kind() == Kind::Struct || (value.kind() == Kind::Tuple && is_empty)
}

/// Behind all fields that come before this one in the order of the record. A
/// field that the order does not know goes last.
fn place(order: &[&str], name: &str, record: Value) -> usize {
    let rank = |name: &str| order.iter().position(|field| *field == name);
    let Some(own) = rank(name) else {
        return record.items().len();
    };
    let comes_before = |field: &str| rank(field).is_some_and(|rank| rank < own);
    let mut fields = record.items().map(|item| item.name());
    let last = fields.rposition(|name| name.is_some_and(comes_before));
    last.map_or(0, |at| at + 1)
}
