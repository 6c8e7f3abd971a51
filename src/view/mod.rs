//! What to show, as data: headings, sentences, tables and their notes.
//!
//! A view carries meaning as labels and tones and never a colour, a width or a
//! character of markup: how a label looks is for the renderer of each format.

pub mod check;
pub mod coders;
pub mod data;
pub mod diff;
pub mod gaps;
pub mod ground;
pub mod groups;
pub mod highlights;
pub mod issues;
pub mod lens;
pub mod line;
pub mod matrix;
pub mod measures;
pub mod names;
pub mod network;
pub mod overview;
pub mod positions;
pub mod sensitivity;
pub mod silence;
pub mod table;
pub mod tidy;
pub mod timeline;
pub mod union;
pub mod why;
pub mod words;

use line::Line;
use table::Table;

/// The whole answer of a command, ready for any renderer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// What this is, in a few words: the page title, the workbook's title.
    pub title: String,
    /// What a reader sees, top to bottom.
    pub blocks: Vec<Block>,
}

/// One thing in the reading order of a [`View`].
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading over the blocks that follow it.
    Heading(String),
    /// A paragraph.
    Text(Line),
    /// A list, one line an entry.
    List(Vec<Line>),
    /// A table with its caption, legend and notes.
    Table(Table),
}
