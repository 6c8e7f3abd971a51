//! `stances check`.

mod baseline;
mod contradictions;
mod coverage;
mod evidence;
mod fix;
mod fix_laws;
mod fixes_of_rules;
mod folder;
mod formats;
mod laws;
mod layout;
mod many;
mod names;
mod pages;
mod reports;
mod shipped;
mod since;
mod time;
mod values;

use std::fs;

use crate::harness::run::project;
use crate::harness::scratch::Scratch;

/// The dossier behind the pages of all rules, in which nothing is wrong, after these
/// changes: in which file what is replaced by what.
fn example(changes: &[(&str, &str, &str)]) -> Scratch {
    let scratch = Scratch::new([]);
    for file in ["dossier.ron", "north.ron", "south.ron"] {
        let path = project().join("src/check/example").join(file);
        let mut text = fs::read_to_string(path).unwrap();
        for (_, old, new) in changes.iter().filter(|(changed, ..)| *changed == file) {
            assert!(text.contains(old), "{file} has `{old}`");
            text = text.replacen(old, new, 1);
        }
        scratch.write(file, text);
    }
    scratch
}

/// The text of a file of the dossier.
fn text(scratch: &Scratch, name: &str) -> String {
    fs::read_to_string(scratch.talks().join(name)).unwrap()
}
