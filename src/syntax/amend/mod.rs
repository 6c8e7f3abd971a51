//! Changes at a place: what was asked for and nothing else.
//!
//! An amendment copies the style of its neighbours (indentation, trailing
//! comma, line ending), and a comment goes where its owner goes (see
//! [`super::owned`]). What nobody asked to touch stays byte for byte.

mod fragment;
mod insert;
mod relocate;
mod remove;
mod rename;
mod set;
mod verify;

use thiserror::Error;

use super::kind::Kind;
use super::locate::{Lost, Place};
use super::route::Route;
use super::tree::Tree;
use super::value::Value;
use crate::text::edit::{Conflict, Edit, EditSet};

/// A change to the value of a file.
///
/// Values, items and names are given as RON. The lines of a longer value are
/// indented as if the value stood alone; they are moved in as far as their new
/// place needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// Puts a value in the place of another. A field or key that is not there
    /// yet is added behind the others. `Some(…)` around the old value stays,
    /// unless the new one is an option itself.
    Set { route: Route, value: String },
    /// Puts an item into a bracket, so that it has this index afterwards. An
    /// item of a struct is `name: value`, one of a map `key: value`.
    Insert {
        into: Route,
        index: usize,
        item: String,
    },
    /// Puts an item behind all others in a bracket.
    Append { into: Route, item: String },
    /// Takes out an item with its comma and its comments.
    Remove { route: Route },
    /// Gives an item another place in its bracket; its comments go along.
    Move { route: Route, index: usize },
    /// Gives a field another name, or a value of a map another key.
    Rename { route: Route, name: String },
}

/// Why an amendment is not made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("the file has mistakes, which have to be mended first")]
    Mistakes,
    #[error(transparent)]
    Lost(#[from] Lost),
    #[error("`{0}` is not one RON value")]
    NotAValue(String),
    #[error("`{text}` is not one item of {}", shown(.into))]
    NotAnItem { text: String, into: Route },
    #[error("{} holds no items", shown(.0))]
    NotAGroup(Route),
    #[error("{} is no item", shown(.0))]
    NotInside(Route),
    #[error("{} has {count} items, so there is no place {index} in it", shown(.into))]
    NoPlace {
        into: Route,
        index: usize,
        count: usize,
    },
    #[error("`{0}` has no name")]
    Nameless(Route),
    #[error("`{name}` is there already in {}", shown(.into))]
    Taken { name: String, into: Route },
    #[error(transparent)]
    Conflict(#[from] Conflict),
    #[error("the result would not be exactly what was asked: {0}")]
    Unfaithful(&'static str),
}

impl Amendment {
    /// The edits that make the amendment; none when it changes nothing.
    ///
    /// They are not verified. Edits of amendments at different places go
    /// together by [`EditSet::merge`].
    ///
    /// # Errors
    ///
    /// When the text has mistakes, the place is not there, or what is to be put
    /// there is not RON.
    pub fn edits<'t>(&self, tree: &'t Tree) -> Result<EditSet<'t>, Refused> {
        if !tree.problems().is_empty() {
            return Err(Refused::Mistakes);
        }
        let edits = match self {
            Self::Set { route, value } => set::edits(tree, route, value),
            Self::Insert { into, index, item } => insert::edits(tree, into, *index, item),
            Self::Append { into, item } => insert::edits(tree, into, count(tree, into)?, item),
            Self::Remove { route } => remove::edits(tree, route),
            Self::Move { route, index } => relocate::edits(tree, route, *index),
            Self::Rename { route, name } => rename::edits(tree, route, name),
        };
        Ok(EditSet::new(tree.text(), edits?)?)
    }

    /// The text as amended. It has been read again and compared: it says what
    /// was asked, and every other item and every comment that nobody asked to
    /// touch is still there.
    ///
    /// # Errors
    ///
    /// As [`Amendment::edits`], and when the comparison fails.
    pub fn apply(&self, tree: &Tree) -> Result<String, Refused> {
        let text = self.edits(tree)?.apply();
        verify::verify(self, tree, &Tree::parse(&text))?;
        Ok(text)
    }
}

fn shown(route: &Route) -> String {
    match route.steps.as_slice() {
        [] => "the value of the file".to_owned(),
        _ => format!("`{route}`"),
    }
}

type Edits = Result<Vec<Edit>, Refused>;

fn count(tree: &Tree, into: &Route) -> Result<usize, Refused> {
    Ok(group_at(tree, into)?.items().len())
}

fn group_at<'t>(tree: &'t Tree, route: &Route) -> Result<Value<'t>, Refused> {
    let value = tree.locate(route)?.value;
    match value.kind().is_group() {
        true => Ok(value),
        false => Err(Refused::NotAGroup(route.clone())),
    }
}

/// An item, the bracket it stands in, and its index there.
struct Spot<'t> {
    place: Place<'t>,
    group: Value<'t>,
    index: usize,
    into: Route,
}

fn spot_at<'t>(tree: &'t Tree, route: &Route) -> Result<Spot<'t>, Refused> {
    let place = tree.locate(route)?;
    let (into, _) = route
        .split_last()
        .ok_or_else(|| Refused::NotInside(route.clone()))?;
    let group = tree.locate(&into)?.value;
    let mut spans = group.items().map(|item| item.span());
    let index = spans.position(|span| span == place.item_span());
    Ok(Spot {
        place,
        group,
        index: index.ok_or_else(|| Refused::NotInside(route.clone()))?,
        into,
    })
}

/// Whether a bracket of this kind wants items with a name or key; `None` when
/// it has no items and either would do.
fn is_keyed(group: Value<'_>) -> Option<bool> {
    match group.kind() {
        Kind::Struct | Kind::Map => Some(true),
        Kind::Tuple if group.items().len() == 0 => None,
        _ => Some(false),
    }
}
