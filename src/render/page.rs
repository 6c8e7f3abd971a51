//! The paper a view is drawn on.

/// How wide the paper is, and whether colour may be used on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// In terminal columns.
    pub width: usize,
    pub colour: Colour,
}

/// Whether escape codes are written. Decided once, by whoever knows the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Not a single escape code.
    Off,
    On,
}
