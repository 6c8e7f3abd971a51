//! A view as text for a terminal, and for wherever a terminal's text is pasted.

mod book;
mod codes;
mod extent;
mod grid;
mod key;
mod plan;
mod room;
mod rung;
mod sheet;
mod strip;
mod width;
mod wrap;

use anstyle::Style;

use super::page::Page;
use super::style;
use crate::view::line::Line;
use crate::view::{Block, View};
use plan::paper;
use strip::Strip;
use wrap::wrap;

/// The whole view. No line is wider than the page (or than 20 columns on a
/// narrower one), and nothing is left out.
pub fn draw(view: &View, page: &Page) -> String {
    let width = paper(page.width);
    let mut blocks = vec![underlined(&view.title, '═', width)];
    let mut heading = Vec::new();
    for block in &view.blocks {
        let mut lines = std::mem::take(&mut heading);
        lines.extend(block_lines(block, width));
        match block {
            Block::Heading(_) => heading = lines,
            _ => blocks.push(lines),
        }
    }
    blocks.push(heading);
    paint(&blocks, page)
}

fn block_lines(block: &Block, width: usize) -> Vec<Strip> {
    match block {
        Block::Heading(text) => underlined(text, '─', width),
        Block::Text(line) => wrap(Strip::from_line(line), width, 0),
        Block::List(entries) => entries
            .iter()
            .flat_map(|entry| bullet(entry, width))
            .collect(),
        Block::Table(table) => sheet::lines(table, width),
    }
}

fn underlined(text: &str, rule: char, width: usize) -> Vec<Strip> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines = wrap(Strip::of(style::HEADING, text), width, 0);
    let longest = lines.iter().map(Strip::width).max().unwrap_or(0);
    let rule: String = std::iter::repeat_n(rule, longest).collect();
    lines.push(Strip::of(style::RULE, &rule));
    lines
}

fn bullet(entry: &Line, width: usize) -> Vec<Strip> {
    const BULLET: &str = "- ";
    let line = Strip::of(Style::new(), BULLET).then(&Strip::from_line(entry));
    wrap(line, width, BULLET.len())
}

/// Blocks with an empty line between them.
fn paint(blocks: &[Vec<Strip>], page: &Page) -> String {
    let mut text = String::new();
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        for line in block {
            line.paint(page.colour, &mut text);
        }
    }
    text
}
