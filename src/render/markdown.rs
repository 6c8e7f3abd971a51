//! A view as GitHub-flavoured Markdown that is readable as it stands, without being rendered.
//!
//! Text is escaped so that it shows as it was written: nothing in a record becomes markup, a
//! link, an image or HTML. The notes of cells are left out: a footnote for every cell would
//! bury the table, and a view that is to show them says them in a list.

use std::iter;

use itertools::Itertools;
use unicode_width::UnicodeWidthStr;

use super::visible::visible;
use crate::view::data::Value;
use crate::view::line::{Label, Line};
use crate::view::table::{Cell, Row, Table};
use crate::view::{Block, View};

/// A column is not padded further than this: one long cell would push the whole table
/// out of sight.
const WIDEST: usize = 60;

/// The view as a Markdown document.
pub fn draw(view: &View) -> String {
    let title = heading("#", &view.title);
    let blocks = view.blocks.iter().flat_map(block);
    let mut page = title.into_iter().chain(blocks).join("\n\n");
    page.push('\n');
    page
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(words) => heading("##", words).into_iter().collect(),
        Block::Text(line) => paragraph(line).into_iter().collect(),
        Block::List(lines) => list(lines).into_iter().collect(),
        Block::Table(table) => drawn(table),
    }
}

fn heading(marks: &str, words: &str) -> Option<String> {
    let words = escape(shown(words).trim());
    (!words.is_empty()).then(|| format!("{marks} {words}"))
}

fn paragraph(line: &Line) -> Option<String> {
    let words = inline(line);
    (!words.is_empty()).then(|| unmarked(words))
}

fn list(lines: &[Line]) -> Option<String> {
    let entries = lines.iter().filter_map(paragraph);
    let entries = entries.map(|entry| format!("- {entry}")).join("\n");
    (!entries.is_empty()).then_some(entries)
}

/// The caption above, the grid, the legend below.
fn drawn(table: &Table) -> Vec<String> {
    let parts = [paragraph(&table.caption), grid(table), list(&table.legend)];
    parts.into_iter().flatten().collect()
}

/// What a line of the grid is made of: as many texts as there are columns.
type Fields = Vec<String>;

fn grid(table: &Table) -> Option<String> {
    let heads = table.columns.iter().map(|column| shown(&column.name));
    let heads: Fields = heads.map(|name| escape(name.trim())).collect();
    let rows: Vec<Fields> = table
        .rows
        .iter()
        .map(|row| fields(row, heads.len()))
        .collect();
    let columns: Vec<Shape> = (0..heads.len())
        .map(|column| Shape {
            width: width(iter::once(&heads).chain(&rows), column),
            side: side(table, column),
        })
        .collect();
    let rules: Fields = columns.iter().map(Shape::rule).collect();
    let lines = [heads, rules].into_iter().chain(rows);
    (!columns.is_empty()).then(|| lines.map(|fields| written(&fields, &columns)).join("\n"))
}

/// A heading inside the table stands in bold in the first column.
fn fields(row: &Row, columns: usize) -> Fields {
    let fields: Fields = match row {
        Row::Section(words) => vec![bold(shown(words).trim(), None, None)],
        Row::Cells(cells) => cells.iter().map(|cell| inline(&cell.text)).collect(),
    };
    let padded = fields.into_iter().chain(iter::repeat(String::new()));
    padded.take(columns).collect()
}

fn width<'a>(lines: impl Iterator<Item = &'a Fields>, column: usize) -> usize {
    let widths = lines.map(|fields| fields[column].width());
    widths
        .filter(|&width| width <= WIDEST)
        .max()
        .unwrap_or(0)
        .max(3)
}

/// How a column is laid out.
struct Shape {
    width: usize,
    side: Side,
}

/// The edge of a column at which its text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Numbers stand at the right, digits under digits.
fn side(table: &Table, column: usize) -> Side {
    let cells = table.rows.iter().filter_map(|row| match row {
        Row::Section(_) => None,
        Row::Cells(cells) => cells.get(column),
    });
    let mut values = cells
        .map(|cell: &Cell| &cell.value)
        .filter(|value| **value != Value::Empty);
    let first = values.next();
    let numeric = |value: &Value| matches!(value, Value::Integer(_) | Value::Real(_));
    if first.is_some_and(numeric) && values.all(numeric) {
        Side::Right
    } else {
        Side::Left
    }
}

impl Shape {
    fn rule(&self) -> String {
        match self.side {
            Side::Left => "-".repeat(self.width),
            Side::Right => format!("{}:", "-".repeat(self.width - 1)),
        }
    }

    fn padded(&self, text: &str) -> String {
        let blanks = " ".repeat(self.width.saturating_sub(text.width()));
        match self.side {
            Side::Left => format!("{text}{blanks}"),
            Side::Right => format!("{blanks}{text}"),
        }
    }
}

fn written(fields: &Fields, columns: &[Shape]) -> String {
    let padded = columns
        .iter()
        .zip(fields)
        .map(|(column, text)| column.padded(text));
    format!("| {} |", padded.format(" | "))
}

/// A line on one line, bold where the reader must not miss it.
fn inline(line: &Line) -> String {
    let runs = runs(line);
    let words = (0..runs.len()).map(|at| {
        let (weight, text) = &runs[at];
        match weight {
            Weight::Normal => escape(text),
            Weight::Bold => bold(text, before(&runs, at), after(&runs, at)),
        }
    });
    words.collect::<String>().trim().to_owned()
}

/// How heavily a run of text is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Normal,
    Bold,
}

fn weight(label: Label) -> Weight {
    match label {
        Label::RedLine | Label::Caution => Weight::Bold,
        _ => Weight::Normal,
    }
}

/// The text of a line in runs of one weight: two bold pieces in a row would meet in four asterisks.
fn runs(line: &Line) -> Vec<(Weight, String)> {
    let chunks = line.0.iter().chunk_by(|piece| weight(piece.label));
    let runs = chunks.into_iter().map(|(weight, pieces)| {
        let text: String = pieces.map(|piece| piece.text.as_str()).collect();
        (weight, shown(&text))
    });
    runs.collect()
}

fn before(runs: &[(Weight, String)], at: usize) -> Option<char> {
    runs[..at].last().and_then(|(_, text)| text.chars().last())
}

fn after(runs: &[(Weight, String)], at: usize) -> Option<char> {
    runs.get(at + 1).and_then(|(_, text)| text.chars().next())
}

/// Text in bold between its neighbours. Asterisks open and close only where a blank or a letter
/// tells which they do; elsewhere they would show as asterisks, so there the text stays plain.
fn bold(text: &str, before: Option<char>, after: Option<char>) -> String {
    let (lead, rest) = text.split_at(text.len() - text.trim_start().len());
    let (core, trail) = rest.split_at(rest.trim_end().len());
    let opens = core.starts_with(char::is_alphanumeric) || is_blank(lead.chars().last().or(before));
    let closes = core.ends_with(char::is_alphanumeric) || is_blank(trail.chars().next().or(after));
    if core.is_empty() || !opens || !closes {
        return escape(text);
    }
    format!("{}**{}**{}", escape(lead), escape(core), escape(trail))
}

/// Whether there is nothing to see: a blank, or the edge of the line.
fn is_blank(neighbour: Option<char>) -> bool {
    neighbour.is_none_or(char::is_whitespace)
}

/// A text at the start of a block, where a dash, a plus, an equals sign or a number with a dot or
/// a bracket behind it would start a list or underline a heading.
fn unmarked(words: String) -> String {
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = words.split_at(digits);
    let marks: &[char] = if number.is_empty() {
        &['-', '+', '=']
    } else {
        &['.', ')']
    };
    if rest.starts_with(marks) {
        format!("{number}\\{rest}")
    } else {
        words
    }
}

fn shown(text: &str) -> String {
    visible(text).replace("\r\n", "\n")
}

/// Markdown that shows the text as it is, on one line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push(&mut escaped, c, &text[at + c.len_utf8()..]);
    }
    escaped
}

fn push(escaped: &mut String, c: char, rest: &str) {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => escaped.push_str("<br>"),
        '\t' => escaped.push(' '),
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => {
            escaped.extend(['\\', c]);
        }
        // Addresses become links by themselves. A backslash at the right place prevents it …
        ':' if rest.starts_with("//") => escaped.push_str("\\:"),
        '.' if ends_with_www(escaped) => escaped.push_str("\\."),
        // … but not for mail addresses and mentions of users, which are looked for when the
        // backslashes are gone: a joiner of no width, spelled out, stands behind the sign.
        '@' if rest.starts_with(|c: char| !c.is_whitespace()) => escaped.push_str("@&#8288;"),
        _ => escaped.push(c),
    }
}

fn ends_with_www(text: &str) -> bool {
    let tail = text
        .len()
        .checked_sub(3)
        .and_then(|start| text.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}
