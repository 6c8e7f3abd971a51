//! Relations: what follows from what parties hold, what clashes with it, and why.
//!
//! Linked results stand beside the counts and are never in them. They speak of
//! two parties and two issues; a plain verdict speaks of two parties and one.

pub mod facts;
pub mod linked;
