//! What a change does to files, as a unified diff.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use super::page::{Colour, Page};
use super::plain::shown_lines;
use crate::change::draft::{Draft, FileChange};

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// What stands for a file that is not there.
const NO_FILE: &str = "/dev/null";

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const PLACE: Style = Style::new().dimmed();
const FILE: Style = Style::new().bold();

/// The differences of all files, `path` being what they are called. A file under
/// another name is compared with itself.
pub fn draw(draft: &Draft, path: impl Fn(&str) -> String, page: &Page) -> String {
    let mut text = String::new();
    let mut pen = Pen {
        text: &mut text,
        colour: page.colour,
    };
    let renamed = draft.renamed();
    if let Some((gone, come)) = renamed {
        pen.file(&path(&gone.name), &path(&come.name));
        pen.hunks(before(gone), after(come));
    }
    for file in &draft.files {
        match (file.comes(), file.goes()) {
            (true, _) | (_, true) if renamed.is_some() => continue,
            (true, _) => pen.file(NO_FILE, &path(&file.name)),
            (_, true) => pen.file(&path(&file.name), NO_FILE),
            _ => pen.file(&path(&file.name), &path(&file.name)),
        }
        pen.hunks(before(file), after(file));
    }
    text
}

/// How many lines of a file are other ones.
pub fn lines_changed(file: &FileChange) -> usize {
    let ops = Compared::of(before(file), after(file)).ops;
    let ops = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    ops.map(|op| op.old_range().len().max(op.new_range().len()))
        .sum()
}

fn before(file: &FileChange) -> &str {
    file.before.as_deref().unwrap_or("")
}

fn after(file: &FileChange) -> &str {
    file.after.as_deref().unwrap_or("")
}

/// Two texts by lines, and what is done to the one to get the other.
struct Compared<'t> {
    before: Vec<&'t str>,
    after: Vec<&'t str>,
    ops: Vec<DiffOp>,
}

impl<'t> Compared<'t> {
    fn of(before: &'t str, after: &'t str) -> Self {
        let lines = |text: &'t str| text.split_inclusive('\n').collect::<Vec<_>>();
        let (before, after) = (lines(before), lines(after));
        let ops = capture_diff_slices(Algorithm::Myers, &before, &after);
        Self { before, after, ops }
    }
}

struct Pen<'a> {
    text: &'a mut String,
    colour: Colour,
}

impl Pen<'_> {
    fn file(&mut self, old: &str, new: &str) {
        self.line(FILE, &format!("--- {old}\n"));
        self.line(FILE, &format!("+++ {new}\n"));
    }

    fn hunks(&mut self, before: &str, after: &str) {
        let Compared { before, after, ops } = Compared::of(before, after);
        for hunk in group_diff_ops(ops, CONTEXT) {
            self.line(PLACE, &header(&hunk));
            for op in hunk {
                let (old, new) = (&before[op.old_range()], &after[op.new_range()]);
                if op.tag() == DiffTag::Equal {
                    self.lines(Style::new(), ' ', old);
                } else {
                    self.lines(REMOVED, '-', old);
                    self.lines(ADDED, '+', new);
                }
            }
        }
    }

    fn lines(&mut self, style: Style, sign: char, lines: &[&str]) {
        for line in lines {
            self.line(style, &format!("{sign}{line}"));
        }
    }

    /// A line with its end; one that has none in its file is marked as `diff` does.
    fn line(&mut self, style: Style, line: &str) {
        let (inner, end) = match line.strip_suffix('\n') {
            Some(inner) => (inner.trim_end_matches('\r'), "\n"),
            None => (line, "\n\\ No newline at end of file\n"),
        };
        let inner = shown_lines(inner);
        // Writing to a string cannot fail.
        let _ = match self.colour {
            Colour::On => write!(self.text, "{style}{inner}{style:#}{end}"),
            Colour::Off => write!(self.text, "{inner}{end}"),
        };
    }
}

/// Where a hunk stands in the old text and in the new one.
fn header(hunk: &[DiffOp]) -> String {
    let start = |range: std::ops::Range<usize>| range.start;
    let ends = |of: fn(&DiffOp) -> std::ops::Range<usize>| {
        let from = hunk.first().map_or(0, |op| start(of(op)));
        let to = hunk.last().map_or(0, |op| of(op).end);
        place(from, to - from)
    };
    format!(
        "@@ -{} +{} @@\n",
        ends(DiffOp::old_range),
        ends(DiffOp::new_range)
    )
}

/// The first line, counted from 1, and how many there are unless it is one; of
/// none, the line before them.
fn place(start: usize, count: usize) -> String {
    match count {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        _ => format!("{},{count}", start + 1),
    }
}
