//! A new source, behind the others.

use super::id;
use crate::change::add::{cannot, items};
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::insert::{List, Shape, insert};
use crate::change::record;
use crate::change::refusal::Refusal;
use crate::change::text_file::HEAD;
use crate::record::dossier::Source;
use crate::record::order;
use crate::syntax::tree::Tree;

/// The draft that adds a source to `dossier.ron`.
///
/// # Errors
///
/// When the id will not do, or the file has mistakes that must be mended first.
pub fn source(bundle: &Bundle, source: &Source) -> Result<Draft, Refusal> {
    let head = bundle.meaning().files.dossier.value;
    id::check(
        &source.id,
        "a source",
        head.sources.iter().map(|known| known.id.as_str()),
    )?;
    let list = List {
        field: "sources",
        order: &order::of_dossier,
        alone: Shape::OnLines,
    };
    let tree = Tree::parse(bundle.head());
    let text = insert(
        &tree,
        list,
        items(&tree, list.field).count(),
        &record::source(source),
    );
    let text = text.map_err(|refused| cannot(HEAD, &refused))?;
    Ok(bundle.draft(HEAD, text))
}
