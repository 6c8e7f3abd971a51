//! Prints a plan, and breaks the lines that would be too long.

use super::MAX_WIDTH;
use super::plan::{Above, Block, Body, File, Line, Outer, columns, item_width, wrapped};

/// By how many spaces an item stands further in than its bracket.
pub const INDENT: usize = 4;

pub fn print(file: &File<'_>, newline: &str) -> String {
    let mut printer = Printer {
        text: file.mark.to_owned(),
        newline,
        column: 0,
        indent: 0,
    };
    printer.file(file);
    printer.text
}

struct Printer<'n> {
    text: String,
    newline: &'n str,
    /// Where the next character goes on its line.
    column: usize,
    indent: usize,
}

impl Printer<'_> {
    fn file(&mut self, file: &File<'_>) {
        self.outer(&file.before);
        if !file.before.is_empty() {
            self.line_breaks(file.breaks_before_root.max(1));
        }
        for comment in &file.inner {
            self.write(comment);
            self.line_break();
        }
        self.block(&file.root);
        for outer in &file.after {
            self.space_or_breaks(outer.breaks);
            self.write(&outer.text);
        }
        self.text.push_str(self.newline);
    }

    fn outer(&mut self, pieces: &[Outer]) {
        for (at, outer) in pieces.iter().enumerate() {
            if at > 0 {
                self.space_or_breaks(outer.breaks);
            }
            self.write(&outer.text);
        }
    }

    fn space_or_breaks(&mut self, breaks: usize) {
        match breaks {
            0 => self.write(" "),
            _ => self.line_breaks(breaks),
        }
    }

    fn block(&mut self, block: &Block<'_>) {
        self.write(block.head);
        let Some(body) = &block.body else {
            return;
        };
        let fits = |width: usize| self.column - columns(block.head) + width < MAX_WIDTH;
        match block.width {
            Some(width) if fits(width) || body.lines.is_empty() => self.inline(body),
            _ => self.broken(body),
        }
    }

    /// A bracket that is broken only inside of the one it holds.
    fn wrapped(&mut self, body: &Body<'_>, inner: &Block<'_>) {
        self.write(body.open);
        self.write(inner.head);
        if let Some(inner) = &inner.body {
            self.broken(inner);
        }
        self.write(body.close);
    }

    fn inline(&mut self, body: &Body<'_>) {
        self.write(body.open);
        for (at, line) in body.lines.iter().enumerate() {
            if at > 0 {
                self.write(", ");
            }
            if let Some(key) = &line.key {
                self.inline_block(key);
                self.write(": ");
            }
            self.inline_block(&line.value);
        }
        self.write(body.close);
    }

    fn inline_block(&mut self, block: &Block<'_>) {
        self.write(block.head);
        if let Some(body) = &block.body {
            self.inline(body);
        }
    }

    fn broken(&mut self, body: &Body<'_>) {
        if let Some(inner) = wrapped(body) {
            return self.wrapped(body, inner);
        }
        self.write(body.open);
        self.behind(&body.opening);
        self.indent += INDENT;
        let is_one_row = |one: &Line, next: &Line| one.row.is_some() && one.row == next.row;
        for row in body.lines.chunk_by(is_one_row) {
            self.row(row);
        }
        self.above(&body.ending);
        self.indent -= INDENT;
        self.line_break();
        self.write(body.close);
    }

    /// The fields of a row on one line if that is possible, else each on its own.
    fn row(&mut self, row: &[Line<'_>]) {
        let fits = row_width(row).is_some_and(|width| self.indent + width <= MAX_WIDTH);
        for (at, line) in row.iter().enumerate() {
            self.above(&line.above);
            match at {
                1.. if fits => self.write(" "),
                _ => self.line_break(),
            }
            self.line(line);
        }
    }

    fn line(&mut self, line: &Line<'_>) {
        if let Some(key) = &line.key {
            self.block(key);
            self.write(": ");
        }
        self.block(&line.value);
        self.write(",");
        self.behind(&line.behind);
    }

    fn above(&mut self, above: &[Above<'_>]) {
        for above in above {
            match above {
                Above::Blank => self.text.push_str(self.newline),
                Above::Comment(comment) => {
                    self.line_break();
                    self.write(comment);
                }
            }
        }
    }

    fn behind(&mut self, comments: &[&str]) {
        for comment in comments {
            self.write(" ");
            self.write(comment);
        }
    }

    /// One line break, or two where there were more.
    fn line_breaks(&mut self, breaks: usize) {
        if breaks > 1 {
            self.text.push_str(self.newline);
        }
        self.line_break();
    }

    fn line_break(&mut self) {
        self.text.push_str(self.newline);
        self.text.extend(std::iter::repeat_n(' ', self.indent));
        self.column = self.indent;
    }

    fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.column = match text.rsplit_once('\n') {
            Some((_, last)) => columns(last),
            None => self.column + columns(text),
        };
    }
}

/// How many columns a row takes on one line, commas and spaces included; `None`
/// when a comment or a blank line keeps its fields apart.
fn row_width(row: &[Line<'_>]) -> Option<usize> {
    let (first, last) = (row.first()?, row.last()?);
    let is_apart = |line: &Line| !line.above.is_empty() || !line.behind.is_empty();
    let inner = row.get(1..row.len() - 1).unwrap_or_default();
    if row.len() < 2
        || !first.behind.is_empty()
        || !last.above.is_empty()
        || inner.iter().any(is_apart)
    {
        return None;
    }
    let widths: Option<Vec<usize>> = row.iter().map(item_width).collect();
    Some(widths?.iter().map(|width| width + 2).sum::<usize>() - 1)
}
