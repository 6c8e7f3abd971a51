//! The places of bits that are set.

/// The places of the bits that are set in these words, ascending.
pub(super) fn set(words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    let words = words.enumerate();
    words.flat_map(|(at, word)| Set(word).map(move |bit| at * 64 + bit))
}

/// The places of the bits that are set in a word.
struct Set(u64);

impl Iterator for Set {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}
