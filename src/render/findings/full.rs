//! Findings as text: what is wrong, where, with the place underlined.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::patch::patch;
use crate::finding::placed::sorted;
use crate::finding::spans::Spans;
use crate::finding::{Finding, code};
use crate::render::page::{Colour, Page};
use crate::render::plain::shown;
use crate::text::source::Source;
use crate::text::span::Span;

/// Above this many bytes of excerpt only the place is named: a file that is one
/// long line has no lines to show.
pub(super) const EXCERPT: usize = 16 * 1024;

/// All findings, in the order of files and places, with the texts they speak of.
pub fn draw(findings: &[Finding], sources: &[Source], page: &Page) -> String {
    let files = Files {
        spans: Spans::new(sources),
    };
    let renderer = match page.colour {
        Colour::On => Renderer::styled(),
        Colour::Off => Renderer::plain(),
    };
    let renderer = renderer.term_width(page.width);
    let mut text = String::new();
    for (finding, _) in sorted(findings, &files.spans) {
        text.push_str(&renderer.render(&files.report(finding)));
        text.push_str("\n\n");
    }
    text
}

/// The findings drawn with the texts they speak of.
struct Files<'a> {
    spans: Spans<'a>,
}

impl<'a> Files<'a> {
    /// A finding with its places, then its help, then what would mend it.
    fn report<'r>(&'r self, finding: &'r Finding) -> Vec<Group<'r>>
    where
        'a: 'r,
    {
        let level = match finding.level {
            code::Level::Deny => Level::ERROR,
            code::Level::Warn | code::Level::Allow => Level::WARNING,
        };
        let title = level
            .primary_title(shown(&finding.message))
            .id(finding.code.name);
        let group = self.places(finding, Group::with_title(title));
        let fix = finding.fix.as_ref();
        let mended = fix.and_then(|fix| Some((fix, patch(fix, &self.spans)?)));
        // What stands above a change is not said before as well.
        let is_said = |help: &str| matches!(&mended, Some((fix, _)) if fix.title == help);
        let help = finding.help.iter().filter(|help| !is_said(help));
        let help = help.map(|help| Level::HELP.message(shown(help)));
        let mut groups = vec![group.elements(help)];
        groups.extend(mended.map(|(_, patch)| patch));
        groups
    }

    /// The excerpts around the labels of a finding: one for those that stand
    /// close together in one file.
    fn places<'r>(&self, finding: &'r Finding, mut group: Group<'r>) -> Group<'r>
    where
        'a: 'r,
    {
        let file = finding.at.place.file.as_str();
        let (Some(source), Some(span)) = (self.spans.source(file), self.spans.of(&finding.at))
        else {
            return group.element(Origin::path(shown(file)));
        };
        let mut here = vec![(AnnotationKind::Primary, span, finding.at.text.as_str())];
        let mut elsewhere = Vec::new();
        for label in &finding.also {
            let also = (
                AnnotationKind::Context,
                self.spans.of(label),
                label.text.as_str(),
            );
            match (self.spans.source(&label.place.file), also) {
                (Some(its), (kind, Some(span), text)) if its.name() == file => {
                    here.push((kind, span, text))
                }
                (Some(its), (kind, Some(span), text)) => elsewhere.push((its, (kind, span, text))),
                _ => (),
            }
        }
        group = excerpt(group, source, &here);
        elsewhere.into_iter().fold(group, |group, (source, label)| {
            excerpt(group, source, &[label])
        })
    }
}

type Underline<'r> = (AnnotationKind, Span, &'r str);

/// The lines that hold the labels, or the place alone where those are too long.
fn excerpt<'r>(group: Group<'r>, source: &'r Source, labels: &[Underline<'r>]) -> Group<'r> {
    let lines = lines_around(source, labels);
    if lines.len() > EXCERPT {
        let at = source.position(labels[0].1.start);
        let place = Origin::path(shown(source.name()))
            .line(at.line)
            .char_column(at.column);
        return group.element(place);
    }
    let annotations = labels.iter().map(|(kind, span, text)| {
        let span = span.start - lines.start..span.end - lines.start;
        let annotation = kind.span(span);
        if text.is_empty() {
            annotation
        } else {
            annotation.label(shown(text))
        }
    });
    let snippet = Snippet::source(lines.of(source.text()))
        .path(shown(source.name()))
        .line_start(source.position(lines.start).line)
        .annotations(annotations);
    group.element(snippet)
}

/// Whole lines, from that of the first label to that of the last.
fn lines_around(source: &Source, labels: &[Underline]) -> Span {
    let text = source.text();
    let first = labels
        .iter()
        .map(|(_, span, _)| span.start)
        .min()
        .unwrap_or(0);
    let last = labels
        .iter()
        .map(|(_, span, _)| span.end)
        .max()
        .unwrap_or(0);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    Span::new(start, end)
}
