//! `stances check`.

mod contradictions;
mod coverage;
mod evidence;
mod fixes;
mod folder;
mod laws;
mod layout;
mod many;
mod names;
mod pages;
mod shipped;
mod time;
mod values;
