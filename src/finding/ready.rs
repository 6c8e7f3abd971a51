//! Fixes worked out in the texts that they are meant for.

use std::collections::BTreeMap;

use super::fix::{Change, Fix, Safety};
use super::spans::Spans;
use crate::syntax::amend::Amendment;
use crate::syntax::faithful::comment_text;
use crate::syntax::owned::tokens_in;
use crate::syntax::tree::Tree;
use crate::text::edit::{Edit, EditSet};

/// A fix that can be made.
#[derive(Debug, Clone)]
pub struct Ready<'s> {
    pub safety: Safety,
    pub edits: Edits<'s>,
}

/// Edits by the paths of their files.
pub type Edits<'s> = BTreeMap<&'s str, EditSet<'s>>;

/// The edits of a fix in each of its files; nothing where one of its changes
/// cannot be made or would lose a comment. Canonical form is no matter of edits.
pub fn ready<'s>(fix: &'s Fix, spans: &'s Spans) -> Option<Ready<'s>> {
    let mut edits = Edits::new();
    for (file, amendment) in amendments(fix) {
        let tree = spans.tree(file)?;
        let more = amendment.edits(tree).ok()?;
        if loses_comment(tree, more.edits()) {
            return None;
        }
        let all = match edits.remove(file) {
            Some(others) => others.merge(more).ok()?,
            None => more,
        };
        edits.insert(file, all);
    }
    let has_files = fix
        .patches
        .iter()
        .all(|patch| spans.source(&patch.file).is_some());
    has_files.then_some(Ready {
        safety: fix.safety,
        edits,
    })
}

/// The places that a fix amends, each with the path of its file.
pub fn amendments(fix: &Fix) -> impl Iterator<Item = (&str, &Amendment)> {
    fix.patches.iter().filter_map(|patch| match &patch.change {
        Change::Amend(amendment) => Some((patch.file.as_str(), amendment)),
        Change::Layout => None,
    })
}

/// Whether a comment is cut and put nowhere else.
fn loses_comment(tree: &Tree, edits: &[Edit]) -> bool {
    edits.iter().any(|edit| {
        let cut = tokens_in(tree, edit.span).iter();
        let comments = cut.filter(|token| token.kind.is_comment());
        let mut texts = comments.map(|token| comment_text(tree, token.span));
        texts.any(|text| !edits.iter().any(|edit| edit.text.contains(text)))
    })
}
