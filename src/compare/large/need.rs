//! What a question will take of memory, told before it is asked.

use std::fmt;

use super::square::Triangle;
use crate::kernel::plan::{Working, size};

/// What is wanted of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Every value, with so many bytes for each as it is written.
    Square { written: usize },
    /// So many others for each actor.
    Top { count: usize },
    /// The pairs that reach a threshold: all of them, for all that is known before.
    Edges,
}

/// What the question meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub actors: usize,
    /// The most bytes that may be taken in all.
    pub limit: u64,
    /// What the table takes, and the answers in the form in which they are counted.
    pub table: u64,
    pub working: Working,
    /// How many bands are held at once.
    pub ahead: usize,
}

/// How a question is answered within its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// How many rows a band has.
    pub height: usize,
    pub held: Held,
    /// The bytes that are taken at most.
    pub bytes: u64,
}

/// Whether the values of all pairs are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// Each pair is counted once.
    Triangle,
    /// A few bands are held; a matrix is counted twice, once on each side.
    Bands,
}

/// There is no room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub struct TooMuch {
    /// The least number of bytes with which it could be done.
    pub least: u64,
    pub limit: u64,
    /// Whether another wish would fit.
    pub instead: Option<Wish>,
}

/// The highest a band gets: as many rows as are counted together.
const HEIGHT: usize = crate::kernel::counter::TILE;

/// How few actors are cut into lower bands, so that all threads have some.
const FEW: usize = 4096;

/// Up to how many others of each actor are proposed instead of all.
const SOME: usize = 10;

/// How a question is answered within its room: in the highest bands that fit, and a
/// matrix with each pair counted once if its values fit.
///
/// # Errors
///
/// When there is no room for bands of a single row.
pub fn fit(wish: Wish, room: &Room) -> Result<Fit, TooMuch> {
    let highest = match room.actors {
        ..=FEW => HEIGHT / 4,
        _ => HEIGHT,
    };
    let mut height = highest;
    while height > 1 && room.bytes(wish, height) > room.limit {
        height /= 2;
    }
    let bytes = room.bytes(wish, height);
    if bytes > room.limit {
        return Err(TooMuch {
            least: bytes,
            limit: room.limit,
            instead: room.instead(wish),
        });
    }
    let triangle = bytes.saturating_add(Triangle::bytes(room.actors));
    let is_square = matches!(wish, Wish::Square { .. });
    let (held, bytes) = match is_square && height == highest && triangle <= room.limit {
        true => (Held::Triangle, triangle),
        false => (Held::Bands, bytes),
    };
    Ok(Fit {
        height,
        held,
        bytes,
    })
}

impl Fit {
    /// The same without holding all values.
    #[must_use]
    pub fn in_bands(self) -> Self {
        Self {
            held: Held::Bands,
            ..self
        }
    }
}

impl Room {
    /// What it takes in bands of this height.
    fn bytes(&self, wish: Wish, height: usize) -> u64 {
        let row = wish.row(self.actors);
        let band = self
            .working
            .band
            .saturating_add(row.saturating_mul(height as u64));
        let bands = band.saturating_mul(self.ahead as u64);
        self.table
            .saturating_add(self.working.once)
            .saturating_add(bands)
    }

    /// A smaller wish for which there is room.
    fn instead(&self, wish: Wish) -> Option<Wish> {
        let top = Wish::Top { count: SOME };
        let smaller = !matches!(wish, Wish::Top { .. }) && self.bytes(top, 1) <= self.limit;
        smaller.then_some(top)
    }
}

impl Wish {
    /// What a row takes while it is made and written, in bytes.
    fn row(self, actors: usize) -> u64 {
        let (each, written) = match self {
            Self::Square { written } => (actors, size_of::<f64>() + written),
            // A heap that grows, its sorted copy, and two names for each.
            Self::Top { count } => (count.min(actors), 160),
            // A list that grows, the list of the band, and two names for each.
            Self::Edges => (actors, 192),
        };
        (each as u64).saturating_mul(written as u64)
    }
}

impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let held = match self.held {
            Held::Triangle => "each pair is counted once",
            Held::Bands => "a few rows are held at a time",
        };
        write!(f, "up to {} of memory; {held}", size(self.bytes))
    }
}

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "it takes at least {} of memory, and `--memory` allows {}",
            size(self.least),
            size(self.limit)
        )?;
        match self.instead {
            Some(Wish::Top { count }) => write!(f, "; `--top {count}` would fit"),
            _ => write!(f, "; allow as much, or use fewer threads"),
        }
    }
}
