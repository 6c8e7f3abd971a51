//! Answers as bits: how a table is kept, and what the kernels read.
//!
//! A scale of K levels, counted from 0, takes K bits an answer: one that tells
//! that there is an answer, and K − 1 that tell whether it is at least 1, 2, …,
//! K − 1. Two answers are as many levels apart as these bits differ, so distances
//! and verdicts are counts of bits. The bits of 512 items stand together, plane
//! by plane, so that a kernel reads one row from front to back.

/// How many items one block holds.
pub const BLOCK: usize = 512;

/// The most levels a scale can have.
pub const MOST_LEVELS: usize = 255;

/// One bit for each of [`BLOCK`] items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C, align(64))]
pub struct Block(pub [u64; BLOCK / 64]);

/// The answers of all actors to all items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    levels: usize,
    items: usize,
    actors: usize,
    /// By actor, then by 512 items, then by plane: answered at all, at least 1, …
    blocks: Vec<Block>,
}

impl Answers {
    /// No answers yet, to this many items on a scale of this many levels.
    ///
    /// Panics where there are fewer than 2 levels or more than [`MOST_LEVELS`].
    pub fn new(levels: usize, items: usize) -> Self {
        assert!((2..=MOST_LEVELS).contains(&levels), "{levels} levels");
        Self {
            levels,
            items,
            actors: 0,
            blocks: Vec::new(),
        }
    }

    /// How many levels the scale has.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.items
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// How many planes each 512 items have: one a level.
    pub fn planes(&self) -> usize {
        self.levels
    }

    /// How many blocks of items a row has; each is [`Answers::planes`] long.
    pub fn blocks_a_row(&self) -> usize {
        self.items.div_ceil(BLOCK)
    }

    /// How many bytes the answers of this many actors take.
    pub fn bytes(levels: usize, items: usize, actors: usize) -> u64 {
        let row = items.div_ceil(BLOCK) * levels * size_of::<Block>();
        row as u64 * actors as u64
    }

    /// Adds an actor who has not answered anything yet.
    pub fn add_actor(&mut self) {
        self.actors += 1;
        let length = self.actors * self.row_length();
        self.blocks.resize(length, Block::default());
    }

    /// Sets an answer; one that was there is replaced.
    ///
    /// Panics where there is no such actor, item or level.
    pub fn set(&mut self, actor: usize, item: usize, level: u8) {
        assert!(item < self.items && usize::from(level) < self.levels);
        let (start, word, bit) = self.place(actor, item);
        for plane in 0..self.levels {
            let holds = plane <= usize::from(level);
            let word = &mut self.blocks[start + plane].0[word];
            *word = (*word & !bit) | if holds { bit } else { 0 };
        }
    }

    /// An answer, if there is one.
    pub fn get(&self, actor: usize, item: usize) -> Option<u8> {
        let (start, word, bit) = self.place(actor, item);
        let planes = self.blocks[start..start + self.levels].iter();
        let held = planes.filter(|block| block.0[word] & bit != 0).count();
        u8::try_from(held).ok()?.checked_sub(1)
    }

    /// The answers of an actor, by item, ascending.
    pub fn answers(&self, actor: usize) -> impl Iterator<Item = (usize, u8)> + '_ {
        let items = 0..self.items;
        items.filter_map(move |item| Some((item, self.get(actor, item)?)))
    }

    /// How many items an actor has answered.
    pub fn answered(&self, actor: usize) -> usize {
        let declared = self.row(actor).iter().step_by(self.levels);
        let words = declared.flat_map(|block| block.0);
        words.map(|word| word.count_ones() as usize).sum()
    }

    /// The blocks of an actor.
    pub fn row(&self, actor: usize) -> &[Block] {
        let length = self.row_length();
        &self.blocks[actor * length..][..length]
    }

    fn row_length(&self) -> usize {
        self.blocks_a_row() * self.levels
    }

    /// The first plane of an answer, its word there, and its bit in the word.
    fn place(&self, actor: usize, item: usize) -> (usize, usize, u64) {
        assert!(actor < self.actors && item < self.items);
        let (block, within) = (item / BLOCK, item % BLOCK);
        let start = actor * self.row_length() + block * self.levels;
        (start, within / 64, 1 << (within % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_set_and_nothing_else() {
        let mut answers = Answers::new(5, 1030);
        answers.add_actor();
        answers.add_actor();
        answers.set(1, 0, 4);
        answers.set(1, 512, 0);
        answers.set(1, 1029, 2);
        answers.set(1, 1029, 1);
        let given: Vec<_> = (0..1030)
            .filter_map(|item| Some((item, answers.get(1, item)?)))
            .collect();
        assert_eq!(given, [(0, 4), (512, 0), (1029, 1)]);
        assert_eq!((answers.answered(0), answers.answered(1)), (0, 3));
    }
}
