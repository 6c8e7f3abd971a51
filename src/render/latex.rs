//! A view as a LaTeX document: tables with the rules of booktabs, which go on over pages.
//!
//! LuaLaTeX and XeLaTeX set every script that the chosen font has; pdfLaTeX sets Latin
//! letters. A table can be copied into another document together with the packages
//! named in the first lines. The notes of cells are left out, as in Markdown.

use std::fmt::Write;

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
    let turned = match tables.max().unwrap_or(0) >= TURNED {
        true => "landscape,",
        false => "",
    };
    let mut page = format!(
        "\\documentclass[10pt]{{article}}\n\
         \\usepackage{{iftex}}\n\
         \\ifpdftex\\usepackage[utf8]{{inputenc}}\\usepackage[T1]{{fontenc}}\\else\\usepackage{{fontspec}}\\fi\n\
         \\usepackage[{turned}margin=15mm]{{geometry}}\n\
         \\usepackage{{array,booktabs,longtable,textcomp}}\n\
         \\setlength{{\\parindent}}{{0pt}}\n\
         \\begin{{document}}\n"
    );
    if !view.title.trim().is_empty() {
        let _ = writeln!(page, "\\section*{{{}}}", escape(&view.title));
    }
    for block in &view.blocks {
        page.push('\n');
        page.push_str(&drawn(block));
    }
    page.push_str("\n\\end{document}\n");
    page
}

fn drawn(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("\\subsection*{{{}}}\n", escape(words)),
        Block::Text(line) => format!("{}\\par\n", inline(line)),
        Block::List(lines) => list(lines),
        Block::Table(table) => tabled(table),
    }
}

fn list(lines: &[Line]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items = lines
        .iter()
        .map(|line| format!("\\item {}\n", inline(line)));
    let items: String = items.collect();
    format!("\\begin{{itemize}}\n{items}\\end{{itemize}}\n")
}

fn tabled(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let caption = match table.caption.is_empty() {
        true => String::new(),
        false => format!("\\textbf{{{}}}\\par\n", inline(&table.caption)),
    };
    let heads = table.columns.iter();
    let heads = heads.map(|column| format!("\\textbf{{{}}}", escape(&column.name)));
    let heads: Vec<String> = heads.collect();
    let rows = table.rows.iter().map(|one| row(one, table.columns.len()));
    let rows: String = rows.collect();
    format!(
        "{caption}\\begin{{longtable}}{{@{{}}{}@{{}}}}\n\\toprule\n{} \\\\\n\\midrule\n\\endhead\n\
         \\bottomrule\n\\endfoot\n{rows}\\end{{longtable}}\n{}",
        columns(table.columns.len()),
        heads.join(" & "),
        list(&table.legend)
    )
}

/// Columns that share the line and break what does not fit.
fn columns(count: usize) -> String {
    let share = 1.0 / count as f64;
    let column = format!(
        ">{{\\raggedright\\arraybackslash}}p{{\\dimexpr {share:.4}\\linewidth-2\\tabcolsep\\relax}}"
    );
    column.repeat(count)
}

fn row(row: &Row, columns: usize) -> String {
    match row {
        Row::Section(words) => format!(
            "\\addlinespace\n\\multicolumn{{{columns}}}{{@{{}}l@{{}}}}{{\\textbf{{{}}}}} \\\\*\n",
            escape(words)
        ),
        Row::Cells(cells) => {
            let cells: Vec<String> = cells.iter().map(|cell| inline(&cell.text)).collect();
            format!("{} \\\\\n", cells.join(" & "))
        }
    }
}

/// A line, bold where the reader must not miss it.
fn inline(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece.label {
        Label::RedLine | Label::Caution => format!("\\textbf{{{}}}", escape(&piece.text)),
        _ => escape(&piece.text),
    });
    pieces.collect()
}

/// LaTeX that shows the text as it is, on one line. No command of a record's is
/// left: every character that could begin one is written as a command of ours, in
/// braces where what follows could be taken for its argument.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', letter]),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '"' => escaped.push_str("\\textquotedbl{}"),
            '\'' => escaped.push_str("\\textquotesingle{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            // Two of them would become a dash, or a mark of quotation.
            '-' | ',' if escaped.ends_with(letter) => escaped.extend(['{', letter, '}']),
            // `\\[` and `\\*` take arguments.
            '[' | ']' | '*' => escaped.extend(['{', letter, '}']),
            '−' => escaped.push_str("\\ensuremath{-}"),
            '·' => escaped.push_str("\\textperiodcentered{}"),
            '–' => escaped.push_str("\\textendash{}"),
            '—' => escaped.push_str("\\textemdash{}"),
            '…' => escaped.push_str("\\ldots{}"),
            '†' => escaped.push_str("\\textdagger{}"),
            '≈' => escaped.push_str("\\ensuremath{\\approx}"),
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_a_command() {
        assert_eq!(
            escape("\\input{/etc/passwd} 50% & $x_1^2$ #1 ~ a---b"),
            "\\textbackslash{}input\\{/etc/passwd\\} 50\\% \\& \\$x\\_1\\textasciicircum{}2\\$ \\#1 \
             \\textasciitilde{} a-{-}-b"
        );
        assert_eq!(escape("[2em]\n*"), "{[}2em{]} {*}");
        assert_eq!(escape("Київ\u{1b}"), "Київ␛");
    }

    /// Every printable character is itself, or one of ours stands for it.
    #[test]
    fn no_special_character_is_left() {
        let all: String = (' '..='~').filter(|c| !c.is_alphanumeric()).collect();
        let mut rest = escape(&all);
        for known in [
            "\\textbackslash{}",
            "\\textasciicircum{}",
            "\\textasciitilde{}",
            "\\textless{}",
            "\\textgreater{}",
            "\\textbar{}",
            "\\textquotedbl{}",
            "\\textquotesingle{}",
            "\\textasciigrave{}",
            "\\{",
            "\\}",
            "\\$",
            "\\&",
            "\\#",
            "\\_",
            "\\%",
            "{[}",
            "{]}",
            "{*}",
        ] {
            assert!(rest.contains(known), "{known}");
            rest = rest.replace(known, "");
        }
        assert_eq!(rest, " !()+,-./:;=?@");
    }
}
