//! What would mend a finding, as the lines that it changes.

use annotate_snippets::{Group, Level, Patch, Snippet};

use super::full::EXCERPT;
use crate::finding::fix::{Fix, Safety};
use crate::finding::ready::ready;
use crate::finding::spans::Spans;
use crate::render::plain::shown;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;

/// The change that a fix makes, under its title; nothing for one that cannot be
/// made, and for one without lines to show.
pub(super) fn patch<'r>(fix: &'r Fix, spans: &'r Spans) -> Option<Group<'r>> {
    let ready = ready(fix, spans)?;
    let title = match ready.safety {
        Safety::Safe => shown(&fix.title).into_owned(),
        Safety::Unsafe => format!("{} (look at it first)", shown(&fix.title)),
    };
    let mut group = Group::with_title(Level::HELP.secondary_title(title));
    for (file, edits) in &ready.edits {
        let source = spans.source(file)?;
        group = group.element(snippet(source, edits.edits())?);
    }
    let is_shown = ready.edits.values().any(|edits| !edits.is_empty());
    is_shown.then_some(group)
}

/// The lines around some edits; nothing where those are too long.
fn snippet<'r>(source: &'r Source, edits: &[Edit]) -> Option<Snippet<'r, Patch<'r>>> {
    let lines = lines_around(source.text(), edits)?;
    let patches = edits.iter().map(|edit| {
        let span = edit.span.start - lines.start..edit.span.end - lines.start;
        Patch::new(span, edit.text.clone())
    });
    let snippet = Snippet::source(lines.of(source.text()))
        .path(shown(source.name()))
        .line_start(source.position(lines.start).line);
    Some(snippet.patches(patches))
}

/// Whole lines, from that of the first edit to that of the last.
fn lines_around(text: &str, edits: &[Edit]) -> Option<Span> {
    let (first, last) = (edits.first()?.span.start, edits.last()?.span.end);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    Some(Span::new(start, end)).filter(|lines| lines.len() <= EXCERPT)
}
