//! The pairs whose value reaches a threshold.

use std::ops::Range;

use super::{Found, Question};
use crate::kernel::counter::Columns;
use crate::kernel::sums::Sums;

/// A pair; `a` comes before `b` in the order of the actors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    pub a: usize,
    pub b: usize,
    pub found: Found,
}

/// The pairs of these rows with the actors behind them whose value is at least
/// `least`, by row and then by column.
pub fn edges<V: Fn(&Sums) -> Option<f64> + Sync>(
    question: &Question<V>,
    rows: Range<usize>,
    least: f64,
) -> Vec<Edge> {
    let mut edges: Vec<Vec<Edge>> = rows.clone().map(|_| Vec::new()).collect();
    let strangers = question.strangers();
    let start = rows.start;
    let counter = question.counter;
    counter.band(rows, Columns::Behind, strangers, |a, column, sums| {
        for (b, sums) in (column..).zip(sums) {
            if let Some(value) = question.answer(sums)
                && value >= least
            {
                let n = sums.joint;
                let found = Found { value, n };
                edges[a - start].push(Edge { a, b, found });
            }
        }
    });
    edges.concat()
}
