//! Measures: their pages are true, and they obey their laws.

mod laws;
mod pages;
