//! A view as a Typst document.
//!
//! Every text stands in a string of Typst's code, where only a quotation mark and a
//! backslash mean anything. The notes of cells are left out, as in Markdown.

use super::visible::visible;
use crate::view::line::{Label, Line};
use crate::view::table::{Row, Table};
use crate::view::{Block, View};

/// From so many columns on the page is turned.
const TURNED: usize = 5;

/// The view as a document.
pub fn draw(view: &View) -> String {
    let tables = view.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.columns.len()),
        _ => None,
    });
    let turned = tables.max().unwrap_or(0) >= TURNED;
    let title = match view.title.trim() {
        "" => String::new(),
        title => format!("#heading(level: 1, {})\n", string(title)),
    };
    let blocks: String = view.blocks.iter().map(drawn).collect();
    format!(
        "#set page(margin: 15mm, flipped: {turned})\n#set text(size: 9pt)\n\
         #set table(stroke: none, align: left + top)\n{title}{blocks}"
    )
}

fn drawn(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("\n#heading(level: 2, {})\n", string(words)),
        Block::Text(line) => format!("\n#par({})\n", inline(line)),
        Block::List(lines) => list(lines),
        Block::Table(table) => tabled(table),
    }
}

fn list(lines: &[Line]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items = lines.iter().map(|line| format!("  {},\n", inline(line)));
    format!("\n#list(\n{})\n", items.collect::<String>())
}

fn tabled(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let caption = match table.caption.is_empty() {
        true => String::new(),
        false => format!("\n#par(strong({}))\n", inline(&table.caption)),
    };
    let count = table.columns.len();
    let widths = "1fr, ".repeat(count);
    let heads = table.columns.iter();
    let heads = heads.map(|column| format!("strong({}), ", string(&column.name)));
    let heads: String = heads.collect();
    let rows: String = table.rows.iter().map(|one| row(one, count)).collect();
    format!(
        "{caption}\n#table(\n  columns: ({widths}),\n  table.hline(),\n  table.header({heads}),\n  \
         table.hline(stroke: 0.5pt),\n{rows}  table.hline(),\n)\n{}",
        list(&table.legend)
    )
}

fn row(row: &Row, columns: usize) -> String {
    match row {
        Row::Section(words) => format!(
            "  table.cell(colspan: {columns}, strong({})),\n",
            string(words)
        ),
        Row::Cells(cells) => {
            let cells = cells.iter().map(|cell| inline(&cell.text) + ", ");
            format!("  {}\n", cells.collect::<String>().trim_end())
        }
    }
}

/// A line, bold where the reader must not miss it.
fn inline(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece.label {
        Label::RedLine | Label::Caution => format!("strong({})", string(&piece.text)),
        _ => string(&piece.text),
    });
    match pieces.collect::<Vec<_>>().join(" + ") {
        empty if empty.is_empty() => "\"\"".to_owned(),
        sum => sum,
    }
}

/// A string of Typst that is the text, on one line.
fn string(text: &str) -> String {
    let text = visible(text).replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " ");
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_string() {
        assert_eq!(string("#read(\"/etc\") \\"), r##""#read(\"/etc\") \\""##);
        assert_eq!(string("a\nb\u{1b}"), "\"a b␛\"");
        assert_eq!(string("\\\""), r#""\\\"""#);
    }
}
