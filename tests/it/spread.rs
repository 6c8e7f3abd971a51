//! Measures of many answers at once.

mod golden;
mod known;
mod laws;
mod material;
mod pages;
