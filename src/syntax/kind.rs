//! What a value is, as far as its form tells.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(a: 1)` or `Name(a: 1)`: fields with names.
    Struct,
    /// `(1, 2)` or `Name(1, 2)`: items without names. `()` and `Name()` count
    /// as tuples without items, `Some(1)` as a tuple with one.
    Tuple,
    List,
    Map,
    /// An identifier alone: a unit struct or variant, or `None`.
    Unit,
    Bool,
    /// An integer, a float, `inf`, `NaN`, or a byte such as `b'a'`.
    Number,
    /// `1..2`, `1..=2`, `..`, and the rest of that family.
    Range,
    Char,
    /// A string, plain or raw.
    Text,
    /// A byte string, plain or raw.
    Bytes,
    /// What stands where a value is due and is none; empty where nothing does.
    Broken,
}

impl Kind {
    /// Whether a value of this kind holds items.
    pub fn is_group(self) -> bool {
        matches!(self, Self::Struct | Self::Tuple | Self::List | Self::Map)
    }
}
