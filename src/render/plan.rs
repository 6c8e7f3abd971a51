//! The planner: how a table is written so that it fits the paper.
//!
//! It takes the first way that fits: full names and texts, codes for names,
//! short cells, glyphs; and where nothing fits, pages of columns. It knows how
//! much room columns want and nothing of what stands in them.

use std::ops::Range;

use itertools::Itertools;

use super::extent::{ColumnExtent, Side};
use super::rung::{LADDER, Rung, Wording};

/// Narrower paper is treated as if it were this wide.
pub const NARROWEST: usize = 20;

/// Wider paper is treated as if it were this wide: nobody has it.
const WIDEST: usize = 10_000;

/// A comfortable cell is at most about this many lines high.
const COMFORTABLE_LINES: usize = 4;

/// No column is torn to less than this, so that the widest character fits.
const NARROWEST_COLUMN: usize = 4;

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

/// A column and the room it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub column: usize,
    pub width: usize,
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
            let wish = if missing[nth] > 0 && more <= left {
                more
            } else {
                0
            };
            slots[nth].width = used[nth] + wish;
            left -= wish;
        }
        slots
    }
}

/// The width that is really drawn to.
pub fn paper(width: usize) -> usize {
    width.clamp(NARROWEST, WIDEST)
}

/// Whether cells may become higher than is comfortable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ease {
    Comfortable,
    Tight,
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
    let gap = gap(&needs, stubs);
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
    let is_few = |book: &&Book| !book.torn && book.plan.pages.len() <= FEW_PAGES;
    let words = books
        .iter()
        .filter(|book| book.plan.rung.cells != Wording::Glyph);
    let best = thinnest(words).filter(is_few);
    let best = best.or_else(|| thinnest(books.iter()));
    best.map_or_else(Plan::default, |book| book.plan.clone())
}

fn thinnest<'b>(books: impl Iterator<Item = &'b Book>) -> Option<&'b Book> {
    books.min_by_key(|book| (book.torn, book.plan.pages.len()))
}

/// The room a column wants on a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    /// Below this, words are torn.
    word: usize,
    /// Below this, cells are too high.
    least: usize,
    /// From here on no cell is broken, though the head may be.
    cells: usize,
    /// More than this is never used.
    natural: usize,
}

impl Need {
    /// Numbers are never broken, but the words over them may be. Names are not
    /// broken where their codes are in use anyway: codes in all places are better.
    fn of(column: &ColumnExtent, rung: Rung, ease: Ease) -> Self {
        let head = column.head(rung);
        let cells = column.cells(rung);
        let unbroken = column.side == Side::Right || column.keeps_names(rung);
        let whole = if unbroken { cells.natural } else { cells.word };
        let natural = head.natural.max(cells.natural).max(1);
        let word = head.word.max(whole).max(1);
        let comfortable = match ease {
            Ease::Comfortable => natural.div_ceil(COMFORTABLE_LINES),
            Ease::Tight => 0,
        };
        let least = word.max(comfortable);
        Self {
            word,
            least,
            cells: least.max(cells.natural),
            natural,
        }
    }

    fn at_most(self, room: usize) -> Self {
        Self {
            word: self.word,
            least: self.least.min(room),
            cells: self.cells.min(room),
            natural: self.natural.min(room),
        }
    }
}

/// Signs stand close together, words do not.
fn gap(needs: &[Need], stubs: usize) -> usize {
    const SIGN: usize = 4;
    let narrow = needs.iter().skip(stubs).all(|need| need.natural <= SIGN);
    if narrow && needs.len() > stubs { 1 } else { 2 }
}

fn slots(first: usize, widths: &[usize]) -> Vec<Slot> {
    let columns = widths.iter().zip(first..);
    columns
        .map(|(&width, column)| Slot { column, width })
        .collect()
}

/// Shares room among columns that fit into it, and gives no column more than
/// is of use: first to the cells, since a broken one costs a line in each row,
/// then to the heads.
fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let least: Vec<usize> = needs.iter().map(|need| need.least).collect();
    let cells: Vec<usize> = needs.iter().map(|need| need.cells).collect();
    let natural: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    raise(&raise(&least, &cells, room), &natural, room)
}

/// Raises widths towards what is wished for, as far as the room goes: narrow
/// columns get all they wish for, wide ones the same each.
fn raise(from: &[usize], to: &[usize], room: usize) -> Vec<usize> {
    let at = |level: usize| {
        let bounds = from.iter().zip(to);
        bounds.map(move |(&from, &to)| from.max(to.min(level)))
    };
    let level = partition(room, |level| at(*level).sum::<usize>() <= room);
    let mut widths: Vec<usize> = at(level).collect();
    let mut left = room.saturating_sub(widths.iter().sum());
    for (width, wish) in widths.iter_mut().zip(to) {
        if left > 0 && *width < *wish {
            *width += 1;
            left -= 1;
        }
    }
    widths
}

/// The greatest number up to `most` that passes a test which all smaller ones pass.
fn partition(most: usize, passes: impl Fn(&usize) -> bool) -> usize {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if passes(&middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

/// A table on several pages.
struct Book {
    plan: Plan,
    torn: bool,
}

impl Book {
    fn new(columns: &[ColumnExtent], stubs: usize, rung: Rung, width: usize) -> Self {
        let columns = columns.iter();
        let needs: Vec<Need> = columns
            .map(|c| Need::of(c, rung, Ease::Comfortable))
            .collect();
        let gap = gap(&needs, stubs);
        let (lead, data) = needs.split_at(kept_stubs(stubs.min(needs.len()), gap, width));
        let lead = squeezed(lead, gap, width);
        let room = width - lead.iter().map(|need| need.least + gap).sum::<usize>();
        let data: Vec<Need> = data.iter().map(|need| need.at_most(room)).collect();
        let pages = bind(&lead, &data, gap, width);
        Self {
            torn: lead.iter().chain(&data).any(|need| need.least < need.word),
            plan: Plan {
                rung,
                gap,
                stubs: pages.0,
                pages: pages.1,
            },
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
