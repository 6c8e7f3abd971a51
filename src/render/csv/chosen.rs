//! Some pairs of the actors of a table: the first ones of each, or those that reach a
//! threshold.

use std::ops::Range;

use super::bulk::drawn;
use super::{Separator, number, text};
use crate::compare::large::Found;
use crate::compare::large::edges::Edge;
use crate::compare::large::top::Near;

/// What all lines share.
#[derive(Debug)]
pub struct Page {
    /// Each ready to stand in a record.
    actors: Vec<String>,
    separator: Separator,
}

impl Page {
    /// Lines about these actors.
    pub fn new(actors: &[String], separator: Separator) -> Self {
        let ready = |actor: &String| drawn(text(actor, separator), separator);
        Self {
            actors: actors.iter().map(ready).collect(),
            separator,
        }
    }

    /// The head of the first ones: the actor, the place and the other one, how many
    /// joint items it rests on, and the value.
    pub fn top_head(&self, measure: &str) -> String {
        self.line(&["party", "rank", "other", "n", measure])
    }

    /// The first ones of each of these rows.
    pub fn top(&self, rows: Range<usize>, tops: &[Vec<Near>]) -> String {
        let mut lines = String::new();
        for (row, top) in rows.zip(tops) {
            for (rank, near) in (1..).zip(top) {
                self.push(&self.actors[row], &mut lines);
                self.push(&format!("{rank}"), &mut lines);
                self.found(near.other, near.found, &mut lines);
            }
        }
        lines
    }

    /// The head of pairs.
    pub fn edges_head(&self, measure: &str) -> String {
        self.line(&["a", "b", "n", measure])
    }

    /// These pairs.
    pub fn edges(&self, edges: &[Edge]) -> String {
        let mut lines = String::new();
        for edge in edges {
            self.push(&self.actors[edge.a], &mut lines);
            self.found(edge.b, edge.found, &mut lines);
        }
        lines
    }

    fn found(&self, other: usize, found: Found, lines: &mut String) {
        self.push(&self.actors[other], lines);
        self.push(&found.n.to_string(), lines);
        number(found.value, lines);
        lines.push('\n');
    }

    fn push(&self, field: &str, lines: &mut String) {
        lines.push_str(field);
        lines.push(self.separator.sign());
    }

    fn line(&self, fields: &[&str]) -> String {
        fields.join(&self.separator.sign().to_string()) + "\n"
    }
}
