//! A view as one page that stands alone: no script, nothing loaded from elsewhere.
//!
//! Colours, borders and alignment are written on each cell, so that a table keeps them when
//! it is pasted into a text document. What lies behind a cell stands twice: as the cell's title,
//! and as a numbered note at the end of the page, where it can be printed and read aloud.

use std::collections::BTreeMap;
use std::fmt;

use super::shade::{Shade, shade};
use super::visible::visible;
use crate::view::data::Value;
use crate::view::line::{Label, Line, Piece};
use crate::view::table::{Cell, Note, Row, Table};
use crate::view::{Block, View};

/// For the page alone: nothing here is needed where a table is pasted.
const STYLE: &str = "\
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1.5rem; max-width: 80rem; background: #fff; color: #1a1a1a;
  font: 0.95rem/1.45 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif; }
h1 { margin: 0 0 1.25rem; padding-bottom: 0.4rem; border-bottom: 2px solid #1a1a1a; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.6rem; font-size: 1.15rem; line-height: 1.3; }
p, ul { max-width: 50rem; margin: 0.6rem 0; }
ul, ol { padding-left: 1.4rem; }
.wide { overflow-x: auto; margin: 0.8rem 0 0.4rem; }
.wide:focus-visible { outline: 2px solid #542788; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.4rem; text-align: left; font-weight: 600; }
sup { font-size: 0.7em; line-height: 0; }
sup a { color: inherit; text-decoration: none; padding: 0 0.2em; }
sup a:hover, sup a:focus-visible { text-decoration: underline; }
.legend, .notes { color: #444; font-size: 0.88em; }
.legend { padding: 0; list-style: none; }
.notes { max-width: none; columns: 24rem; column-gap: 2.5rem; }
.notes li { break-inside: avoid; margin-bottom: 0.3rem; }
.notes li:target { background: #fff3c4; }
.aside { color: #555; }
td .aside, th .aside { color: inherit; font-size: 0.85em; }
p .agree, li .agree { color: #542788; }
p .conflict, li .conflict { color: #9a4a04; }
@media print {
  @page { margin: 15mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 9pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1, h2, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; }
}
";

/// What a page may do: show itself, with its own styles.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The view as an HTML page.
pub fn draw(view: &View) -> String {
    let mut notes = Notes::default();
    let title = escape(&view.title);
    let blocks: String = view
        .blocks
        .iter()
        .map(|block| drawn(block, &mut notes))
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n{}<body>\n<main>\n<h1>{title}</h1>\n{blocks}{}</main>\n</body>\n</html>\n",
        head(&view.title),
        notes.drawn()
    )
}

fn head(title: &str) -> String {
    let title = flat(title);
    format!(
        "<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n\
         <style>\n{STYLE}</style>\n\
         </head>\n"
    )
}

fn drawn(block: &Block, notes: &mut Notes) -> String {
    match block {
        Block::Heading(words) => format!("<h2>{}</h2>\n", escape(words)),
        Block::Text(line) => format!("<p>{}</p>\n", inline(line)),
        Block::List(lines) => list("<ul>", lines),
        Block::Table(table) => figure(table, notes),
    }
}

fn list(open: &str, lines: &[Line]) -> String {
    let entries = lines
        .iter()
        .map(|line| format!("<li>{}</li>\n", inline(line)));
    match entries.collect::<String>().as_str() {
        "" => String::new(),
        entries => format!("{open}\n{entries}</ul>\n"),
    }
}

/// The table with its caption, and below it the legend. A wide one moves by itself, also by keyboard.
fn figure(table: &Table, notes: &mut Notes) -> String {
    let sides: Vec<Side> = (0..table.columns.len())
        .map(|column| side(table, column))
        .collect();
    let names = table.columns.iter().zip(&sides);
    let names: String = names
        .map(|(column, side)| column_name(&column.name, *side))
        .collect();
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n\
         <table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n\
         {}<thead>\n<tr>{names}</tr>\n</thead>\n{}</table>\n</div>\n{}",
        flat(&table.name),
        caption(&table.caption),
        body(table, &sides, notes),
        list("<ul class=\"legend\">", &table.legend)
    )
}

fn caption(line: &Line) -> String {
    match inline(line).as_str() {
        "" => String::new(),
        words => format!("<caption>{words}</caption>\n"),
    }
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Centre,
}

/// A column of numbers is short in every row: it reads best in the middle.
fn side(table: &Table, column: usize) -> Side {
    let mut cells = table.rows.iter().filter_map(|row| match row {
        Row::Section(_) => None,
        Row::Cells(cells) => cells.get(column),
    });
    if cells.any(|cell| matches!(cell.value, Value::Integer(_) | Value::Real(_))) {
        Side::Centre
    } else {
        Side::Left
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Side::Left => "left",
            Side::Centre => "center",
        })
    }
}

const COLUMN_NAME: &str = "border:1px solid #b8b8b8;padding:3px 8px;vertical-align:bottom;\
                           font-weight:600;background-color:#ececec;color:#1a1a1a";
const SECTION: &str = "border:1px solid #b8b8b8;padding:6px 8px 3px;text-align:left;\
                       font-weight:600;background-color:#f7f7f7;color:#1a1a1a";
const ROW_NAME: &str = "border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top;text-align:left;\
                        font-weight:normal;background-color:#ffffff;color:#1a1a1a";
const CELL: &str = "border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top";

/// The corner above the names of the rows is empty: that is no heading.
fn column_name(name: &str, side: Side) -> String {
    match escape(name).as_str() {
        "" => format!("<td style=\"{COLUMN_NAME}\"></td>"),
        name => {
            format!("<th scope=\"col\" style=\"{COLUMN_NAME};text-align:{side}\">{name}</th>")
        }
    }
}

/// The rows, those under one heading in a group of their own.
fn body(table: &Table, sides: &[Side], notes: &mut Notes) -> String {
    let mut body = String::from("<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        match row {
            Row::Section(words) => {
                if at > 0 {
                    body.push_str("</tbody>\n<tbody>\n");
                }
                body.push_str(&section(words, sides.len()));
            }
            Row::Cells(cells) => body.push_str(&line(cells, table.stubs, sides, notes)),
        }
    }
    body.push_str("</tbody>\n");
    body
}

fn section(words: &str, columns: usize) -> String {
    let words = escape(words);
    format!(
        "<tr><th scope=\"rowgroup\" colspan=\"{columns}\" style=\"{SECTION}\">{words}</th></tr>\n"
    )
}

fn line(cells: &[Cell], stubs: usize, sides: &[Side], notes: &mut Notes) -> String {
    let elements = cells.iter().zip(sides).enumerate();
    let elements = elements.map(|(column, (cell, side))| {
        let mark = cell
            .note
            .as_ref()
            .map_or(String::new(), |note| notes.mark(note));
        let words = inline(&cell.text) + &mark;
        let title = cell.note.as_ref().map_or(String::new(), title);
        if column < stubs {
            format!("<th scope=\"row\" style=\"{ROW_NAME}\"{title}>{words}</th>")
        } else {
            format!("<td style=\"{}\"{title}>{words}</td>", style(cell, *side))
        }
    });
    format!("<tr>{}</tr>\n", elements.collect::<String>())
}

fn style(cell: &Cell, side: Side) -> String {
    match shade(cell.tone) {
        None => format!("{CELL};text-align:{side}"),
        Some(Shade { back, text }) => {
            format!("{CELL};text-align:{side};background-color:{back};color:{text}")
        }
    }
}

fn title(note: &Note) -> String {
    let lines: Vec<String> = note.0.iter().map(Line::to_string).collect();
    format!(" title=\"{}\"", flat(&lines.join("\n")))
}

/// The notes of a page, each said once: by its text, and in order.
#[derive(Default)]
struct Notes {
    numbers: BTreeMap<String, usize>,
    texts: Vec<String>,
}

impl Notes {
    /// The raised number that leads to the note.
    fn mark(&mut self, note: &Note) -> String {
        let number = self.number(note);
        format!("<sup><a href=\"#note-{number}\">{number}</a></sup>")
    }

    fn number(&mut self, note: &Note) -> usize {
        let lines: Vec<String> = note.0.iter().map(inline).collect();
        let text = lines.join("<br>");
        if let Some(number) = self.numbers.get(&text) {
            return *number;
        }
        self.texts.push(text.clone());
        self.numbers.insert(text, self.texts.len());
        self.texts.len()
    }

    fn drawn(&self) -> String {
        let entries = (1..).zip(&self.texts);
        let entries =
            entries.map(|(number, text)| format!("<li id=\"note-{number}\">{text}</li>\n"));
        match entries.collect::<String>().as_str() {
            "" => String::new(),
            entries => format!("<h2>Notes</h2>\n<ol class=\"notes\">\n{entries}</ol>\n"),
        }
    }
}

fn inline(line: &Line) -> String {
    line.0.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    let words = escape(&piece.text);
    match piece.label {
        Label::Plain | Label::Number | Label::Partial | Label::Undefined => words,
        Label::Name => format!("<bdi>{words}</bdi>"),
        Label::RedLine | Label::Caution => format!("<strong>{words}</strong>"),
        Label::Linked => format!("<i>{words}</i>"),
        Label::Aside => format!("<span class=\"aside\">{words}</span>"),
        Label::Agree => format!("<span class=\"agree\">{words}</span>"),
        Label::Conflict => format!("<span class=\"conflict\">{words}</span>"),
    }
}

/// Text as it shows in an element.
fn escape(text: &str) -> String {
    flat(text).replace("&#10;", "<br>")
}

/// Text as it shows where no element can stand: in an attribute, or in the title of the page.
fn flat(text: &str) -> String {
    let text = visible(text).replace("\r\n", "\n");
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\r' => escaped.push_str("&#10;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
