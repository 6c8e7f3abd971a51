//! A view as one page that stands alone: no script, nothing loaded from elsewhere.
//!
//! Colours, borders and alignment are written on each cell, so that a table keeps them when
//! it is pasted into a text document. What lies behind a cell stands twice: as the cell's title,
//! and as a numbered note below the table, where it can be printed and read aloud.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::shade::shade;
use super::visible::visible;
use crate::view::line::{Label, Line, Piece};
use crate::view::table::{Cell, Note, Row, Table, Tone, Value};
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
sup { line-height: 0; }
sup a { color: inherit; text-decoration: none; padding: 0 0.1em; }
.legend, .notes { color: #444; font-size: 0.85rem; }
.legend { padding: 0; list-style: none; }
.notes { columns: 24rem; column-gap: 2.5rem; }
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

/// The view as an HTML page.
pub fn draw(view: &View) -> String {
    let title = escape(&view.title);
    let mut page = format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n\
         <style>\n{STYLE}</style>\n\
         </head>\n\
         <body>\n\
         <main>\n\
         <h1>{title}</h1>\n"
    );
    for (at, block) in view.blocks.iter().enumerate() {
        page.push_str(&drawn(block, at));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The place of a block on the page makes the names of its notes unlike all others.
fn drawn(block: &Block, place: usize) -> String {
    match block {
        Block::Heading(words) => format!("<h2>{}</h2>\n", escape(words)),
        Block::Text(line) => format!("<p>{}</p>\n", inline(line)),
        Block::List(lines) => list("ul", None, lines.iter().map(inline)),
        Block::Table(table) => figure(table, place),
    }
}

fn list(tag: &str, class: Option<&str>, entries: impl Iterator<Item = String>) -> String {
    let entries: String = entries.map(|entry| format!("<li>{entry}</li>\n")).collect();
    match class {
        _ if entries.is_empty() => String::new(),
        None => format!("<{tag}>\n{entries}</{tag}>\n"),
        Some(class) => format!("<{tag} class=\"{class}\">\n{entries}</{tag}>\n"),
    }
}

/// The table with its caption, and below it the legend and the notes.
fn figure(table: &Table, place: usize) -> String {
    let mut notes = Notes::of(place);
    let body = body(table, &mut notes);
    let label = flat(&table.name);
    let caption = inline(&table.caption);
    let heads: String = table
        .columns
        .iter()
        .map(|column| head(&column.name))
        .collect();
    let legend = list("ul", Some("legend"), table.legend.iter().map(inline));
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n\
         <table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n\
         <caption>{caption}</caption>\n\
         <thead>\n<tr>{heads}</tr>\n</thead>\n\
         {body}</table>\n</div>\n\
         {legend}{}",
        notes.drawn()
    )
}

fn head(name: &str) -> String {
    format!("<th scope=\"col\" style=\"{HEAD}\">{}</th>", escape(name))
}

const HEAD: &str = "border:1px solid #b8b8b8;padding:3px 8px;background-color:#ececec;color:#1a1a1a;\
                    text-align:left;vertical-align:bottom;font-weight:600";
const SECTION: &str = "border:1px solid #b8b8b8;padding:6px 8px 3px;background-color:#f7f7f7;color:#1a1a1a;\
                       text-align:left;font-weight:600";
const STUB: &str = "border:1px solid #b8b8b8;padding:3px 8px;background-color:#ffffff;color:#1a1a1a;\
                    text-align:left;vertical-align:top;font-weight:normal";
const CELL: &str = "border:1px solid #b8b8b8;padding:3px 8px;vertical-align:top;";

/// The rows, those under one heading in a group of their own.
fn body(table: &Table, notes: &mut Notes) -> String {
    let mut body = String::from("<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        match row {
            Row::Section(words) => {
                if at > 0 {
                    body.push_str("</tbody>\n<tbody>\n");
                }
                body.push_str(&section(words, table.columns.len()));
            }
            Row::Cells(cells) => body.push_str(&line(cells, table.stubs, notes)),
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

fn line(cells: &[Cell], stubs: usize, notes: &mut Notes) -> String {
    let (names, rest) = cells.split_at(stubs.min(cells.len()));
    let mut line = String::from("<tr>");
    for cell in names {
        line.push_str(&element("th scope=\"row\"", "th", STUB, cell, notes));
    }
    for cell in rest {
        line.push_str(&element("td", "td", &style(cell), cell, notes));
    }
    line.push_str("</tr>\n");
    line
}

fn element(open: &str, close: &str, style: &str, cell: &Cell, notes: &mut Notes) -> String {
    let words = inline(&cell.text);
    match &cell.note {
        None => format!("<{open} style=\"{style}\">{words}</{close}>"),
        Some(note) => {
            let title = flat(&lines(note));
            let mark = notes.mark(note);
            format!("<{open} style=\"{style}\" title=\"{title}\">{words}{mark}</{close}>")
        }
    }
}

fn style(cell: &Cell) -> String {
    let side = match (&cell.value, cell.tone) {
        (Value::Integer(_) | Value::Real(_), _) => "center",
        (Value::Empty, Tone::Undefined) => "center",
        _ => "left",
    };
    let mut style = format!("{CELL}text-align:{side}");
    if let Some(shade) = shade(cell.tone) {
        let _ = write!(
            style,
            ";background-color:{};color:{}",
            shade.back, shade.text
        );
    }
    style
}

/// The notes of one table, each said once.
struct Notes {
    place: usize,
    numbers: BTreeMap<String, usize>,
    texts: Vec<String>,
}

impl Notes {
    fn of(place: usize) -> Self {
        Self {
            place,
            numbers: BTreeMap::new(),
            texts: Vec::new(),
        }
    }

    /// The raised number that leads to the note.
    fn mark(&mut self, note: &Note) -> String {
        let number = self.number(note);
        format!(
            "<sup><a href=\"#note-{}-{number}\">{number}</a></sup>",
            self.place
        )
    }

    fn number(&mut self, note: &Note) -> usize {
        let text: Vec<String> = note.0.iter().map(inline).collect();
        let text = text.join("<br>");
        let next = self.texts.len() + 1;
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        number
    }

    fn drawn(&self) -> String {
        let entries = self.texts.iter().zip(1..);
        let entries: String = entries
            .map(|(text, number)| format!("<li id=\"note-{}-{number}\">{text}</li>\n", self.place))
            .collect();
        match entries.as_str() {
            "" => String::new(),
            entries => format!("<ol class=\"notes\">\n{entries}</ol>\n"),
        }
    }
}

fn lines(note: &Note) -> String {
    let lines: Vec<String> = note.0.iter().map(Line::to_string).collect();
    lines.join("\n")
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
