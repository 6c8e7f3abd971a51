//! The canonical layout of a text: what `rustfmt` is to Rust.
//!
//! Four spaces a level; a bracket stands on one line if it fits into
//! [`MAX_WIDTH`] columns, holds no comment and no line break in a string, and
//! was not broken behind its opening already; else each item has a line and a
//! comma. Fields of one row share a line if they fit, and a variant around a
//! single bracket breaks with it: `Scale([`. Single blank lines between items
//! stay. Comments stay with their
//! owners: those above an item above it, those after it on its line; comments
//! inside an item, such as between a name and its colon, move above it.
//! Literals are left as written. Line endings are those of the first line that
//! ends outside of a string or comment.

mod glance;
mod plan;
mod preamble;
mod print;

use thiserror::Error;

use super::faithful::{comments, reads};
use super::route::Route;
use super::same::same_but_for_order;
use super::style;
use super::tree::Tree;

/// How many columns a line may take that could be broken.
pub const MAX_WIDTH: usize = 100;

/// The fields of a struct in their order, row by row.
pub type Rows = &'static [&'static [&'static str]];

/// The order of the fields of the struct at a route. Fields that are not named
/// stand behind the others, as they stood; so do all fields of a struct without
/// an order.
pub type FieldOrder = dyn Fn(&Route) -> Rows;

/// Why a text is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotLaidOut {
    #[error("the file has mistakes, which have to be mended first")]
    Mistakes,
    #[error("laid out, {0}")]
    Unfaithful(&'static str),
}

/// The text in canonical layout. Laying it out again changes nothing.
///
/// The result has been read again: it holds the same value, but for the order
/// of fields, and the same comments.
///
/// # Errors
///
/// When the text has mistakes, or the comparison fails.
pub fn layout(tree: &Tree, order: &FieldOrder) -> Result<String, NotLaidOut> {
    let text = unread(tree, order)?;
    // What changes nothing loses nothing.
    if text != tree.text() {
        verify(tree, &Tree::parse(&text))?;
    }
    Ok(text)
}

/// The text in canonical layout, which has not been read again: good for looking
/// whether a text is in it, and not for writing.
///
/// # Errors
///
/// When the text has mistakes.
pub fn unread(tree: &Tree, order: &FieldOrder) -> Result<String, NotLaidOut> {
    let root = tree.root().filter(|_| tree.problems().is_empty());
    let root = root.ok_or(NotLaidOut::Mistakes)?;
    let plan = plan::Planner { tree, order }.file(root);
    Ok(print::print(&plan, style::newline(tree)))
}

/// Whether a text is certainly in canonical layout, which is seen far quicker than
/// by laying it out. `false` where it may be, as of every text with a comment.
pub fn is_plainly_canonical(text: &str, order: &FieldOrder) -> bool {
    glance::is_canonical(text, order)
}

/// An order for those who have none: fields stay where they are.
pub fn as_written(_: &Route) -> Rows {
    &[]
}

fn verify(before: &Tree, after: &Tree) -> Result<(), NotLaidOut> {
    let (Some(old), Some(new)) = (before.root(), after.root()) else {
        return Err(NotLaidOut::Unfaithful("it would hold no value"));
    };
    let reads_still = after.problems().is_empty() && (!reads(before) || reads(after));
    check(reads_still, "it could not be read")?;
    check(same_but_for_order(old, new), "it would hold another value")?;
    let keeps_comments = comments(before, |_| true) == comments(after, |_| true);
    check(keeps_comments, "a comment would be lost")
}

fn check(holds: bool, otherwise: &'static str) -> Result<(), NotLaidOut> {
    match holds {
        true => Ok(()),
        false => Err(NotLaidOut::Unfaithful(otherwise)),
    }
}
