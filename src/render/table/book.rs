//! Columns dealt out to pages, the stubs repeated on each.

use std::ops::Range;

use super::extent::ColumnExtent;
use super::room::{Ease, Need, Slot, gap, share, slots};
use super::rung::Rung;

/// No column is torn to less than this, so that the widest character fits.
const NARROWEST_COLUMN: usize = 4;

/// A table on several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    pub rung: Rung,
    pub gap: usize,
    pub stubs: Vec<Slot>,
    /// There is at least one.
    pub pages: Vec<Vec<Slot>>,
    /// Whether there are words wider than their columns.
    pub torn: bool,
}

impl Book {
    /// The table as it is written on this rung.
    pub fn new(columns: &[ColumnExtent], stubs: usize, rung: Rung, width: usize) -> Self {
        let columns = columns.iter();
        let needs: Vec<Need> = columns
            .map(|c| Need::of(c, rung, Ease::Comfortable))
            .collect();
        let gap = gap(&needs, stubs, width);
        let (lead, data) = needs.split_at(kept_stubs(stubs.min(needs.len()), gap, width));
        let lead = squeezed(lead, gap, width);
        let room = width - lead.iter().map(|need| need.least + gap).sum::<usize>();
        let data: Vec<Need> = data.iter().map(|need| need.at_most(room)).collect();
        let (stubs, pages) = bind(&lead, &data, gap, width);
        let mut needs = lead.iter().chain(&data);
        Self {
            rung,
            gap,
            stubs,
            pages,
            torn: needs.any(|need| need.least < need.word),
        }
    }
}

/// As many of the stubs as can be repeated in half of the width; the others
/// are turned over like data.
fn kept_stubs(stubs: usize, gap: usize, width: usize) -> usize {
    stubs.min(width / 2 / (NARROWEST_COLUMN + gap))
}

/// Stubs that leave half of the width to the data, if they have to tear words for it.
fn squeezed(lead: &[Need], gap: usize, width: usize) -> Vec<Need> {
    let least: usize = lead.iter().map(|need| need.least + gap).sum();
    if least <= width / 2 {
        return lead.to_vec();
    }
    let each = width / 2 / lead.len() - gap;
    let torn = lead.iter().map(|need| Need {
        least: need.least.min(each),
        ..*need
    });
    torn.collect()
}

/// Deals the columns out to pages. Stubs are as wide on each page as they can
/// be on the fullest; the columns of a page share what is left on it.
fn bind(lead: &[Need], data: &[Need], gap: usize, width: usize) -> (Vec<Slot>, Vec<Vec<Slot>>) {
    let shared = |needs: &[Need]| share(needs, width - gap * needs.len().saturating_sub(1));
    let taken: usize = lead.iter().map(|need| need.least + gap).sum();
    let pages = deal(data, gap, width - taken);
    let mut stubs: Vec<usize> = shared(lead);
    for page in &pages {
        let widths = shared(&[lead, &data[page.clone()]].concat());
        for (stub, width) in stubs.iter_mut().zip(widths) {
            *stub = width.min(*stub);
        }
    }
    let taken: usize = stubs.iter().map(|stub| stub + gap).sum();
    let room = width.saturating_sub(taken);
    let filled = pages.into_iter().map(|page| {
        let widths = share(
            &data[page.clone()],
            room - gap * page.len().saturating_sub(1),
        );
        slots(lead.len() + page.start, &widths)
    });
    let filled = filled.collect();
    (slots(0, &stubs), filled)
}

/// Which columns go on which page. There is at least one page.
fn deal(data: &[Need], gap: usize, room: usize) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    while start < data.len() || pages.is_empty() {
        let end = start + page_length(&data[start..], gap, room);
        pages.push(start..end);
        start = end;
    }
    pages
}

/// How many columns fit on the next page: at least one, if there is any.
fn page_length(data: &[Need], gap: usize, room: usize) -> usize {
    let ends = data.iter().scan(0, |used, need| {
        *used += need.least + gap;
        Some(*used - gap)
    });
    let fitting = ends.take_while(|end| *end <= room).count();
    fitting.max(data.len().min(1))
}
