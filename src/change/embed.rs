//! Blocks between markers in Markdown files, and what is to stand in them.
//!
//! Knows no command: what a block is to hold is given to it as a text.

mod marker;

use self::marker::{Marker, Sign, Stand, line_end, line_start, outline};
use crate::finding::code::{MISPLACED_MARKER, MISSING_MARKER, UNCLOSED_MARKER, UNOPENED_MARKER};
use crate::finding::{Finding, Place};
use crate::text::source::Source;
use crate::text::span::Span;

/// The deepest level of a heading.
const DEEPEST: usize = 6;

/// A Markdown file and the blocks in it, of which there is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'t> {
    pub source: &'t Source,
    pub blocks: Vec<Block<'t>>,
}

/// What stands between two markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<'t> {
    /// The words of the opening marker.
    pub command: &'t str,
    /// The opening marker.
    pub marker: Span,
    /// The lines between the markers.
    inside: Span,
    /// What each line of the block begins with: the blanks before its marker.
    indent: &'t str,
    /// What ends its lines.
    line_end: &'t str,
    /// The level of the heading that it stands under; 0 where there is none.
    level: usize,
}

impl<'t> Page<'t> {
    /// The blocks of a file.
    ///
    /// # Errors
    ///
    /// What is wrong with its markers, or that it has none.
    pub fn read(source: &'t Source) -> Result<Self, Vec<Finding>> {
        let text = source.text();
        let outline = outline(text);
        let pairs = paired(source, &outline.markers)?;
        let mut blocks: Vec<Block> = Vec::new();
        for (opening, command, closing) in pairs {
            let outside = |at: usize| {
                blocks
                    .iter()
                    .all(|b| at < b.inside.start || b.inside.end <= at)
            };
            let mut above = outline.headings.iter().rev();
            let above = above.find(|(at, _)| *at < opening.start && outside(*at));
            let level = above.map_or(0, |(_, level)| *level);
            blocks.push(Block::between(text, opening, command, closing, level));
        }
        match blocks.is_empty() {
            true => Err(vec![missing(source)]),
            false => Ok(Self { source, blocks }),
        }
    }

    /// The file with these texts in its blocks, one for each. Headings go below
    /// the one that their block stands under; everything else in the file stays.
    ///
    /// # Errors
    ///
    /// With the first block that would not be the same block afterwards, since its
    /// text would not stay between its markers.
    pub fn filled(&self, texts: &[String]) -> Result<String, &Block<'t>> {
        let old = self.source.text();
        let (mut new, mut at, mut laid) = (String::new(), 0, Vec::new());
        for (block, text) in self.blocks.iter().zip(texts) {
            new.push_str(&old[at..block.inside.start]);
            let start = new.len();
            new.push_str(&block.laid_out(text));
            laid.push(Span::new(start, new.len()));
            at = block.inside.end;
        }
        new.push_str(&old[at..]);
        match self.first_broken(&new, &laid) {
            Some(block) => Err(block),
            None => Ok(new),
        }
    }

    /// The first block that is not in the new text as it was laid there.
    fn first_broken(&self, new: &str, laid: &[Span]) -> Option<&Block<'t>> {
        let source = Source::new(self.source.name(), new);
        let Ok(page) = Page::read(&source) else {
            return self.blocks.first();
        };
        let is_kept = |at: usize| {
            let (new, old) = (page.blocks.get(at), &self.blocks[at]);
            new.is_some_and(|new| (new.command, new.inside) == (old.command, laid[at]))
        };
        let broken = (0..self.blocks.len()).find(|at| !is_kept(*at));
        let broken = broken.or((page.blocks.len() > self.blocks.len()).then_some(0));
        broken.map(|at| &self.blocks[at])
    }
}

impl<'t> Block<'t> {
    fn between(
        text: &'t str,
        opening: Span,
        command: &'t str,
        closing: Span,
        level: usize,
    ) -> Self {
        let end = closing_line(text, opening);
        let start = line_start(text, opening.start);
        let indent = text[start..opening.start].trim_start_matches('\u{feff}');
        Self {
            command,
            marker: opening,
            inside: Span::new(end.end, line_start(text, closing.start)),
            indent,
            line_end: end.of(text),
            level,
        }
    }

    /// The lines between the markers, which are replaced.
    pub fn inside(&self) -> Span {
        self.inside
    }

    /// A text as it stands in the block, with a blank line above and below.
    fn laid_out(&self, text: &str) -> String {
        let mut laid = self.line_end.to_owned();
        for line in text.lines() {
            if !line.is_empty() {
                laid.push_str(self.indent);
                laid.push_str(&self.lowered(line));
            }
            laid.push_str(self.line_end);
        }
        laid + self.line_end
    }

    /// A line; a heading below the one that the block stands under.
    fn lowered(&self, line: &str) -> String {
        let marks = line.len() - line.trim_start_matches('#').len();
        let level = (marks + self.level).min(DEEPEST);
        match marks {
            0 => line.to_owned(),
            _ => "#".repeat(level) + &line[marks..],
        }
    }
}

/// What ends the line of an opening marker. A closing one stands on a later line,
/// so something does.
fn closing_line(text: &str, opening: Span) -> Span {
    line_end(text, opening.end).unwrap_or(Span::new(text.len(), text.len()))
}

/// An opening marker, its words, and the closing one.
type Pair<'t> = (Span, &'t str, Span);

/// Each opening marker with the closing one behind it.
fn paired<'t>(source: &Source, markers: &[Marker<'t>]) -> Result<Vec<Pair<'t>>, Vec<Finding>> {
    let (mut pairs, mut findings, mut open) = (Vec::new(), Vec::new(), None);
    for marker in markers {
        let here = || Place::bytes(source.name(), marker.span);
        match (marker.sign, open) {
            _ if marker.stand == Stand::Amid => findings.push(not_alone(here())),
            (Sign::Opening(words), None) => open = Some((marker.span, words)),
            (Sign::Opening(_), Some((before, _))) => {
                findings.push(nested(here(), Place::bytes(source.name(), before)));
            }
            (Sign::Closing, Some((before, words))) => {
                pairs.push((before, words, marker.span));
                open = None;
            }
            (Sign::Closing, None) => findings.push(unopened(here())),
        }
    }
    findings.extend(open.map(|(span, _)| unclosed(Place::bytes(source.name(), span))));
    match findings.is_empty() {
        true => Ok(pairs),
        false => Err(findings),
    }
}

fn not_alone(place: Place) -> Finding {
    Finding::new(
        &MISPLACED_MARKER,
        place,
        "this marker does not stand on a line of its own",
    )
    .help("put it on a line of its own, with nothing but blanks before it")
    .help("to show a marker as text, put it into code: between backquotes, or into a fenced block")
}

fn nested(place: Place, before: Place) -> Finding {
    Finding::new(
        &MISPLACED_MARKER,
        place,
        "this marker stands inside the block of another one",
    )
    .also(before, "which begins here")
    .help("close that block above this line, with `<!-- /stances -->`")
}

fn unopened(place: Place) -> Finding {
    Finding::new(
        &UNOPENED_MARKER,
        place,
        "this marker closes a block that nothing opens",
    )
    .help("open it above with `<!-- stances: COMMAND -->`, or take this line out")
}

fn unclosed(place: Place) -> Finding {
    Finding::new(
        &UNCLOSED_MARKER,
        place,
        "the block that this marker opens is not closed",
    )
    .help("write `<!-- /stances -->` on a line of its own where the block is to end")
}

fn missing(source: &Source) -> Finding {
    Finding::new(
        &MISSING_MARKER,
        Place::file(source.name()),
        "this file has no marker",
    )
    .help(
        "where a table is to stand, write `<!-- stances: COMMAND -->` on one line and \
         `<!-- /stances -->` on the next",
    )
}
