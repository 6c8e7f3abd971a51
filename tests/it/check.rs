//! `stances check`.

mod pages;
