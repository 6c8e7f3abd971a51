//! The planner: how a table is written so that it fits the paper.
//!
//! It takes the first way that fits: full names and texts, codes for names,
//! short cells, glyphs; and where nothing fits, pages of columns. It knows how
//! much room columns want and nothing of what stands in them.

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The best of the ways that need several pages: no torn words, few pages, full words.
fn paged(columns: &[ColumnExtent], stubs: usize, width: usize) -> Plan {
    let books = LADDER
        .into_iter()
        .map(|rung| Book::new(columns, stubs, rung, width));
    let worse = |book: &Book| {
        let pages = book.plan.pages.len();
        (book.torn, if pages > FEW_PAGES { pages } else { 0 })
    };
    let best = books.min_by_key(worse);
    best.expect("the ladder has rungs").plan
}

/// The room a column wants on a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    /// Below this, words are torn.
    word: usize,
    /// Below this, cells are too high.
    least: usize,
    /// More than this is never used.
    natural: usize,
}

impl Need {
    /// Numbers are never broken, but the words over them may be.
    fn of(column: &ColumnExtent, rung: Rung, ease: Ease) -> Self {
        let head = column.head(rung);
        let cells = column.cells(rung);
        let whole = match column.side {
            Side::Right => cells.natural,
            Side::Left => cells.word,
        };
        let natural = head.natural.max(cells.natural).max(1);
        let word = head.word.max(whole).max(1);
        let comfortable = match ease {
            Ease::Comfortable => natural.div_ceil(COMFORTABLE_LINES),
            Ease::Tight => 0,
        };
        Self {
            word,
            least: word.max(comfortable),
            natural,
        }
    }

    fn at_most(self, room: usize) -> Self {
        Self {
            word: self.word,
            least: self.least.min(room),
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

/// Shares room among columns that fit into it: narrow ones get all they want,
/// wide ones the same each, and nobody more than is of use.
fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let at = |level: usize| {
        needs
            .iter()
            .map(move |need| need.least.max(need.natural.min(level)))
    };
    let fits = |level: &usize| at(*level).sum::<usize>() <= room;
    let level = partition(room, fits);
    let mut widths: Vec<usize> = at(level).collect();
    let mut left = room.saturating_sub(widths.iter().sum());
    for (width, need) in widths.iter_mut().zip(needs) {
        if left > 0 && *width < need.natural {
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
        let needs: Vec<Need> = columns
            .iter()
            .map(|column| Need::of(column, rung, Ease::Comfortable))
            .collect();
        let gap = gap(&needs, stubs);
        let kept = kept_stubs(stubs.min(needs.len()), gap, width);
        let (lead, data) = needs.split_at(kept);
        let stubs = slots(0, &lead_widths(lead, gap, width));
        let taken: usize = stubs.iter().map(|slot| slot.width + gap).sum();
        let room = width - taken;
        let torn = lead
            .iter()
            .zip(&stubs)
            .any(|(need, slot)| need.word > slot.width)
            || data.iter().any(|need| need.word > room);
        Self {
            plan: Plan {
                rung,
                gap,
                pages: pages(data, kept, gap, room),
                stubs,
            },
            torn,
        }
    }
}

/// As many of the stubs as can be repeated in half of the width; the others
/// are turned over like data.
fn kept_stubs(stubs: usize, gap: usize, width: usize) -> usize {
    stubs.min(width / 2 / (NARROWEST_COLUMN + gap))
}

/// Stubs take a third of the width, or half of it to keep their words whole.
fn lead_widths(lead: &[Need], gap: usize, width: usize) -> Vec<usize> {
    if lead.is_empty() {
        return Vec::new();
    }
    let gaps = lead.len() * gap;
    let least: usize = lead.iter().map(|need| need.least).sum();
    let room = least
        .max(width / 3 - gaps.min(width / 3))
        .min(width / 2 - gaps);
    if least <= room {
        return share(lead, room);
    }
    let each = room / lead.len();
    let torn: Vec<Need> = lead
        .iter()
        .map(|need| need.at_most(each.max(NARROWEST_COLUMN)))
        .collect();
    share(&torn, room)
}

/// Fills page after page. The columns of a page share what is left on it.
fn pages(data: &[Need], first: usize, gap: usize, room: usize) -> Vec<Vec<Slot>> {
    let data: Vec<Need> = data.iter().map(|need| need.at_most(room)).collect();
    let mut pages = Vec::new();
    let mut start = 0;
    while start < data.len() {
        let count = page_length(&data[start..], gap, room);
        let needs = &data[start..start + count];
        let widths = share(needs, room - gap * (count - 1));
        pages.push(slots(first + start, &widths));
        start += count;
    }
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    pages
}

/// How many columns fit on the next page: at least one.
fn page_length(data: &[Need], gap: usize, room: usize) -> usize {
    let ends = data.iter().scan(0, |used, need| {
        *used += need.least + gap;
        Some(*used - gap)
    });
    ends.take_while(|end| *end <= room).count().max(1)
}
