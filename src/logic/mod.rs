//! Relations: what follows from what parties hold, what clashes with it, and why.
//!
//! Linked results stand beside the counts and are never in them. They speak of
//! two parties and two issues; a plain verdict speaks of two parties and one.
//! What cannot hold together is within one party, or among the relations alone.

mod by_issue;
pub mod chain;
pub mod clash;
pub mod facts;
mod limits;
pub mod linked;
mod minimal;
mod proof;
mod sets;
pub mod sound;
mod web;
