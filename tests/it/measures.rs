//! Measures: their pages are true, they obey their laws, and an independent
//! implementation comes to the same.

mod chance;
mod examples;
mod laws;
mod mactor;
mod network;
mod pages;
mod reference;
