//! A new area, behind the others.

use super::id;
use crate::change::add::{cannot, items};
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::insert::{List, Shape, insert};
use crate::change::record;
use crate::change::refusal::Refusal;
use crate::change::text_file::HEAD;
use crate::record::dossier::Area;
use crate::record::order;
use crate::syntax::tree::Tree;

/// The draft that adds an area to `dossier.ron`.
///
/// # Errors
///
/// When the id will not do, or the file has mistakes that must be mended first.
pub fn area(bundle: &Bundle, area: &Area) -> Result<Draft, Refusal> {
    let head = bundle.meaning().files.dossier.value;
    id::check(
        &area.id,
        "an area",
        head.areas.iter().map(|known| known.id.as_str()),
    )?;
    let list = List {
        field: "areas",
        order: &order::of_dossier,
        alone: Shape::OnOneLine,
    };
    let tree = Tree::parse(bundle.head());
    let text = insert(
        &tree,
        list,
        items(&tree, list.field).count(),
        &record::area(area),
    );
    let text = text.map_err(|refused| cannot(HEAD, &refused))?;
    Ok(bundle.draft(HEAD, text))
}
