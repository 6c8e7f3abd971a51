//! `stances gaps`.
