//! Answers one after the other, for tables that are mostly empty.

/// The answers of all actors; of each by item, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sparse {
    /// Where the answers of each actor end.
    ends: Vec<usize>,
    items: Vec<u32>,
    levels: Vec<u8>,
}

impl Sparse {
    /// How many bytes an answer takes.
    pub const ANSWER: usize = size_of::<u32>() + size_of::<u8>();

    /// Adds an actor with these answers, which are sorted by item.
    pub fn push(&mut self, answers: impl IntoIterator<Item = (u32, u8)>) {
        for (item, level) in answers {
            self.items.push(item);
            self.levels.push(level);
        }
        self.ends.push(self.items.len());
    }

    /// How many actors there are.
    pub fn actors(&self) -> usize {
        self.ends.len()
    }

    /// How many answers there are.
    pub fn answered(&self) -> usize {
        self.items.len()
    }

    /// The answers of an actor: items and levels.
    pub fn row(&self, actor: usize) -> impl ExactSizeIterator<Item = (usize, u8)> + '_ {
        let start = match actor {
            0 => 0,
            _ => self.ends[actor - 1],
        };
        let part = start..self.ends[actor];
        let items = self.items[part.clone()].iter().map(|item| *item as usize);
        items.zip(self.levels[part].iter().copied())
    }
}
