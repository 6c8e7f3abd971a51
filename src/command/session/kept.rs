//! Where a session writes: to the process's own streams, or into memory for whoever
//! runs a command inside another.

use std::sync::{Mutex, PoisonError};

/// Where a session writes.
#[derive(Debug, Default)]
pub(super) enum Desk {
    /// Standard output and standard error.
    #[default]
    Streams,
    Kept(Mutex<Kept>),
}

/// What a command wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// What would have gone to standard output.
    pub data: Vec<u8>,
    /// What would have gone to standard error.
    pub remarks: String,
}

impl Desk {
    /// A desk that keeps what is put on it.
    pub(super) fn keeping() -> Self {
        Self::Kept(Mutex::default())
    }

    /// Puts something on a desk that keeps; tells whether this is one.
    pub(super) fn keeps(&self, put: impl FnOnce(&mut Kept)) -> bool {
        match self {
            Self::Streams => false,
            Self::Kept(kept) => {
                put(&mut kept.lock().unwrap_or_else(PoisonError::into_inner));
                true
            }
        }
    }

    /// What lies on it.
    pub(super) fn taken(self) -> Kept {
        match self {
            Self::Streams => Kept::default(),
            Self::Kept(kept) => kept.into_inner().unwrap_or_else(PoisonError::into_inner),
        }
    }
}
