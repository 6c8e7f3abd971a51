//! An item taken out of a file, with its comma and its own comments.

use super::draft::Draft;
use super::settled::settled;
use super::text_file::TextFile;
use crate::syntax::amend::{Amendment, Refused};
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;

/// The change, and the text of the item that goes.
///
/// # Errors
///
/// When the file has mistakes, or the place is not there or no item.
pub fn remove(file: &TextFile, route: &Route) -> Result<(Draft, String), Refused> {
    let tree = Tree::parse(file.source.text());
    if !tree.problems().is_empty() {
        return Err(Refused::Mistakes);
    }
    let amendment = Amendment::Remove {
        route: settled(&tree, route)?,
    };
    let text = amendment.apply(&tree)?;
    let item = tree.locate(route)?.item_span().of(tree.text()).to_owned();
    Ok((Draft::new([file.becomes(text)]), item))
}
