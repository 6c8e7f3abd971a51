//! `stances check`.

mod formats;
mod pages;
mod reports;
