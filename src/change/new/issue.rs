//! A new issue, behind the last one of its area.

use super::id;
use crate::change::add::{cannot, items, last_before};
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::heading::headed;
use crate::change::insert::{List, Shape, insert};
use crate::change::record;
use crate::change::refusal::Refusal;
use crate::change::text_file::HEAD;
use crate::dossier::Dossier;
use crate::record::dossier::Issue;
use crate::record::order;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;

/// The list of issues of `dossier.ron`.
const ISSUES: List = List {
    field: "issues",
    order: &order::of_dossier,
    alone: Shape::OnLines,
};

/// The draft that adds an issue to `dossier.ron`.
///
/// # Errors
///
/// When the id will not do, when there is no such area, when the kind leaves
/// nothing to choose, or when the file has mistakes that must be mended first.
pub fn issue(bundle: &Bundle, issue: &Issue) -> Result<Draft, Refusal> {
    let meaning = bundle.meaning();
    let known = meaning.files.dossier.value.issues.iter();
    id::check(&issue.id, "an issue", known.map(|known| known.id.as_str()))?;
    let dossier = &meaning.dossier;
    let tree = Tree::parse(bundle.head());
    let areas: Vec<Option<usize>> = areas(&tree, dossier);
    let own = dossier.areas.iter().position(|area| area.id == issue.area);
    let index = last_before(&areas, own).map_or(0, |last| last + 1);
    let text = insert(&tree, ISSUES, index, &record::issue(issue));
    let text = text.map_err(|refused| cannot(HEAD, &refused))?;
    Ok(bundle.draft(HEAD, with_heading(text, dossier, index)))
}

fn with_heading(text: String, dossier: &Dossier, index: usize) -> String {
    let after = Tree::parse(&text);
    let name = |area: usize| dossier.areas[area].name.as_str();
    let names: Vec<Option<&str>> = (areas(&after, dossier).into_iter())
        .map(|area| area.map(name))
        .collect();
    headed(text, ISSUES.field, index, &names)
}

/// The area of each issue as they stand in the file, readable or not.
fn areas(tree: &Tree, dossier: &Dossier) -> Vec<Option<usize>> {
    let area = |record: Value| {
        let id = record.field("area")?.value().inside_some().as_text()?;
        dossier.areas.iter().position(|area| area.id == id)
    };
    items(tree, ISSUES.field).map(area).collect()
}
