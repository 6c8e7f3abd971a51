//! `stances check`.

mod fixes;
mod folder;
mod laws;
mod layout;
mod names;
mod pages;
mod values;
