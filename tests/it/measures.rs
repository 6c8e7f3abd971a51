//! Measures: their pages are true, and they obey their laws.

mod examples;
mod laws;
mod pages;
mod reference;
