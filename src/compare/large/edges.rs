//! The pairs whose value reaches a threshold.

use std::ops::Range;

use super::{Found, Pairs};
use crate::kernel::counter::Columns;

/// A pair; `a` comes before `b` in the order of the actors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    pub a: usize,
    pub b: usize,
    pub found: Found,
}

/// The pairs of these rows with the actors behind them whose value is at least
/// `least`, by row and then by column.
pub fn edges(pairs: &impl Pairs, rows: Range<usize>, least: f64) -> Vec<Edge> {
    let mut edges: Vec<Vec<Edge>> = rows.clone().map(|_| Vec::new()).collect();
    let start = rows.start;
    pairs.band(rows, Columns::Behind, &mut |a, column, found| {
        let found = (column..).zip(found);
        let found = found.filter_map(|(b, found)| Some((b, (*found)?)));
        let reaching = found.filter(|(_, found)| found.value >= least);
        edges[a - start].extend(reaching.map(|(b, found)| Edge { a, b, found }));
    });
    edges.concat()
}
