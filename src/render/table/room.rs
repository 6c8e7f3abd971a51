//! Room shared among columns.
//!
//! Knows how much columns need and nothing of pages or of what stands in a column.

use super::extent::{ColumnExtent, Side};
use super::rung::Rung;

/// A comfortable cell is at most about this many lines high.
const COMFORTABLE_LINES: usize = 4;

/// A column and the room it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub column: usize,
    pub width: usize,
}

/// Whether cells may become higher than is comfortable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ease {
    Comfortable,
    Tight,
}

/// The room a column wants on a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Below this, words are torn.
    pub word: usize,
    /// Below this, cells are too high.
    pub least: usize,
    /// From here on no cell is broken, though the head may be.
    pub cells: usize,
    /// More than this is never used.
    pub natural: usize,
}

impl Need {
    /// Numbers are never broken, but the words over them may be. Names are not
    /// broken where their codes are in use anyway: codes in all places are better.
    pub fn of(column: &ColumnExtent, rung: Rung, ease: Ease) -> Self {
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

    /// What is left of the need in a room that may be too narrow for it.
    pub fn at_most(self, room: usize) -> Self {
        Self {
            word: self.word,
            least: self.least.min(room),
            cells: self.cells.min(room),
            natural: self.natural.min(room),
        }
    }
}

/// Blanks between columns. Signs and short numbers move together where that
/// makes them fit, words never do.
pub fn gap(needs: &[Need], stubs: usize, width: usize) -> usize {
    const SHORT: usize = 4;
    let gaps = 2 * needs.len().saturating_sub(1);
    let is_roomy = needs.iter().map(|need| need.least).sum::<usize>() + gaps <= width;
    let mut data = needs.iter().skip(stubs);
    if is_roomy || data.any(|need| need.natural > SHORT) {
        2
    } else {
        1
    }
}

/// Slots of these widths, for columns from `first` on.
pub fn slots(first: usize, widths: &[usize]) -> Vec<Slot> {
    let columns = widths.iter().zip(first..);
    columns
        .map(|(&width, column)| Slot { column, width })
        .collect()
}

/// Shares room among columns that fit into it, and gives no column more than
/// is of use: first to the cells, since a broken one costs a line in each row,
/// then to the heads.
pub fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let least: Vec<usize> = needs.iter().map(|need| need.least).collect();
    let cells: Vec<usize> = needs.iter().map(|need| need.cells).collect();
    let natural: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    raise(&raise(&least, &cells, room), &natural, room)
}

/// Raises widths towards what is wished for, as far as the room goes: the same
/// share of each wish, so that cells of one row become about equally high.
fn raise(from: &[usize], to: &[usize], room: usize) -> Vec<usize> {
    const WHOLE: usize = 1000;
    let at = |share: usize| {
        let bounds = from.iter().zip(to);
        bounds.map(move |(&from, &to)| from.max(to * share / WHOLE))
    };
    let share = greatest(WHOLE, |share| at(*share).sum::<usize>() <= room);
    let mut widths: Vec<usize> = at(share).collect();
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
fn greatest(most: usize, passes: impl Fn(&usize) -> bool) -> usize {
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
