//! Markers in a Markdown file: comments that say where a table is to stand.
//!
//! A Markdown parser tells comments from text that only shows one, such as code.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::text::span::Span;

/// What an opening marker begins with, behind `<!--`.
const OPENING: &str = "stances:";

/// What a closing marker says.
const CLOSING: &str = "/stances";

const COMMENT: (&str, &str) = ("<!--", "-->");

/// What opens or closes a block, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker<'t> {
    pub sign: Sign<'t>,
    /// The comment, from `<!--` to `-->`.
    pub span: Span,
    pub stand: Stand,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign<'t> {
    /// With the words of a command.
    Opening(&'t str),
    Closing,
}

/// Whether a marker shares its lines with anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Alone,
    Amid,
}

/// What matters in a Markdown file, in its order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outline<'t> {
    pub markers: Vec<Marker<'t>>,
    /// Where headings stand, and their levels from 1 to 6.
    pub headings: Vec<(usize, usize)>,
}

/// Finds markers and headings.
pub(super) fn outline(text: &str) -> Outline<'_> {
    // A byte-order mark belongs to no line.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - body.len();
    let mut outline = Outline::default();
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        let span = Span::new(range.start + skipped, range.end + skipped);
        match event {
            Event::Start(Tag::HtmlBlock) => outline.block(text, span, skipped),
            Event::InlineHtml(_) => outline.inline(text, span),
            Event::Start(Tag::Heading { level, .. }) => {
                outline.headings.push((span.start, level as usize));
            }
            _ => {}
        }
    }
    outline
}

impl<'t> Outline<'t> {
    fn block(&mut self, text: &'t str, block: Span, skipped: usize) {
        let whole = block.of(text).trim();
        for span in comments(text, block) {
            let before = &text[line_start(text, span.start).max(skipped)..span.start];
            let alone = span.of(text) == whole && before.chars().all(|c| matches!(c, ' ' | '\t'));
            self.push(text, span, if alone { Stand::Alone } else { Stand::Amid });
        }
    }

    fn inline(&mut self, text: &'t str, span: Span) {
        if is_comment(span.of(text)) {
            self.push(text, span, Stand::Amid);
        }
    }

    fn push(&mut self, text: &'t str, span: Span, stand: Stand) {
        if let Some(sign) = sign(span.of(text)) {
            self.markers.push(Marker { sign, span, stand });
        }
    }
}

/// Where the line begins that a place lies on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The end of the line that a place lies on: what ends it, and where that stands.
/// Nothing on the last line, if nothing ends that.
pub(super) fn line_end(text: &str, at: usize) -> Option<Span> {
    let start = at + text[at..].find(['\n', '\r'])?;
    let length = if text[start..].starts_with("\r\n") {
        2
    } else {
        1
    };
    Some(Span::new(start, start + length))
}

/// The comments in a block of HTML.
fn comments(text: &str, block: Span) -> Vec<Span> {
    let (open, close) = COMMENT;
    let (mut found, mut at) = (Vec::new(), block.start);
    while let Some(start) = text[at..block.end].find(open).map(|start| at + start) {
        let inner = start + open.len();
        let Some(length) = text[inner..block.end].find(close) else {
            break;
        };
        at = inner + length + close.len();
        found.push(Span::new(start, at));
    }
    found
}

fn is_comment(html: &str) -> bool {
    let (open, close) = COMMENT;
    html.len() >= open.len() + close.len() && html.starts_with(open) && html.ends_with(close)
}

/// What a comment says to us; nothing for any other comment.
fn sign(comment: &str) -> Option<Sign<'_>> {
    let (open, close) = COMMENT;
    let said = comment[open.len()..comment.len() - close.len()].trim();
    match said.strip_prefix(OPENING) {
        Some(words) => Some(Sign::Opening(words.trim())),
        None => (said == CLOSING).then_some(Sign::Closing),
    }
}
