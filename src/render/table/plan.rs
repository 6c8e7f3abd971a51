//! The planner: how a table is written so that it fits the paper.
//!
//! It takes the first way that fits: full names and texts, codes for names,
//! short cells, glyphs; and where nothing fits, pages of columns. It knows how
//! much room columns want and nothing of what stands in them.

use itertools::Itertools;

use super::book::Book;
use super::extent::ColumnExtent;
use super::room::{Ease, Need, Slot, gap, share, slots};
use super::rung::{LADDER, Rung, Wording};

/// Narrower paper is treated as if it were this wide.
pub const NARROWEST: usize = 20;

/// Wider paper is treated as if it were this wide: nobody has it.
const WIDEST: usize = 10_000;

/// Up to this many pages, words are worth more than glyphs on fewer pages.
const FEW_PAGES: usize = 4;

/// How a table is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub rung: Rung,
    /// Blanks between columns.
    pub gap: usize,
    /// The columns that are repeated on each page.
    pub stubs: Vec<Slot>,
    /// The other columns, page by page. There is at least one page.
    pub pages: Vec<Vec<Slot>>,
}

/// Plans a table of these columns, of which the first `stubs` name the row.
pub fn plan(columns: &[ColumnExtent], stubs: usize, width: usize) -> Plan {
    let width = paper(width);
    attempts()
        .find_map(|(rung, ease)| one_page(columns, stubs, rung, ease, width))
        .unwrap_or_else(|| paged(columns, stubs, width))
}

impl Plan {
    /// The slots of a page that has been filled once, where `used` is what each
    /// column took of its slot. What is left over goes to columns whose cells
    /// then need not be broken any more, cheapest first. Pages that have to
    /// look alike are left as they are.
    pub fn second_helping(
        &self,
        columns: &[ColumnExtent],
        slots: &[Slot],
        used: &[usize],
        width: usize,
    ) -> Vec<Slot> {
        if self.pages.len() > 1 {
            return slots.to_vec();
        }
        let gaps = self.gap * slots.len().saturating_sub(1);
        let mut left = paper(width).saturating_sub(gaps + used.iter().sum::<usize>());
        let mut slots: Vec<Slot> = slots.to_vec();
        let missing = slots.iter().map(|slot| {
            let need = Need::of(&columns[slot.column], self.rung, Ease::Tight);
            need.cells.saturating_sub(slot.width)
        });
        let missing: Vec<usize> = missing.collect();
        for nth in (0..slots.len()).sorted_by_key(|&nth| missing[nth]) {
            let more = missing[nth] + slots[nth].width.saturating_sub(used[nth]);
            if missing[nth] > 0 && more <= left {
                slots[nth].width += missing[nth];
                left -= more;
            }
        }
        slots
    }

    fn bound(book: &Book) -> Self {
        Self {
            rung: book.rung,
            gap: book.gap,
            stubs: book.stubs.clone(),
            pages: book.pages.clone(),
        }
    }
}

/// The width that is really drawn to.
pub fn paper(width: usize) -> usize {
    width.clamp(NARROWEST, WIDEST)
}

/// High cells are better than glyphs, and worse than short cells.
fn attempts() -> impl Iterator<Item = (Rung, Ease)> {
    let (glyphs, words): (Vec<Rung>, Vec<Rung>) = LADDER
        .into_iter()
        .partition(|rung| rung.cells == Wording::Glyph);
    let eased = |rungs: Vec<Rung>| {
        [Ease::Comfortable, Ease::Tight]
            .into_iter()
            .cartesian_product(rungs)
    };
    eased(words)
        .chain(eased(glyphs))
        .map(|(ease, rung)| (rung, ease))
}

fn one_page(
    columns: &[ColumnExtent],
    stubs: usize,
    rung: Rung,
    ease: Ease,
    width: usize,
) -> Option<Plan> {
    let needs: Vec<Need> = columns
        .iter()
        .map(|column| Need::of(column, rung, ease))
        .collect();
    let gap = gap(&needs, stubs, width);
    let gaps = gap * columns.len().saturating_sub(1);
    let least: usize = needs.iter().map(|need| need.least).sum();
    if least + gaps > width {
        return None;
    }
    let mut slots = slots(0, &share(&needs, width - gaps));
    let page = slots.split_off(stubs.min(slots.len()));
    Some(Plan {
        rung,
        gap,
        stubs: slots,
        pages: vec![page],
    })
}

/// The way that needs fewest pages. Glyphs only come in where words take many.
fn paged(columns: &[ColumnExtent], stubs: usize, width: usize) -> Plan {
    let books = LADDER.map(|rung| Book::new(columns, stubs, rung, width));
    let is_few = |book: &&Book| !book.torn && book.pages.len() <= FEW_PAGES;
    let words = books
        .iter()
        .filter(|book| book.rung.cells != Wording::Glyph);
    let best = thinnest(words).filter(is_few);
    let best = best.or_else(|| thinnest(books.iter()));
    best.map_or_else(Plan::default, Plan::bound)
}

fn thinnest<'b>(books: impl Iterator<Item = &'b Book>) -> Option<&'b Book> {
    books.min_by_key(|book| (book.torn, book.pages.len()))
}
