//! `stances check`.

mod fixes;
mod folder;
mod laws;
mod layout;
mod many;
mod names;
mod pages;
mod shipped;
mod values;
