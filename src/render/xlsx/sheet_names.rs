//! Names that a workbook accepts for its sheets.

use std::collections::BTreeSet;
use std::iter;

use super::text::{head, spelled, units};
use crate::render::visible::visible;

/// The longest name, in UTF-16 units.
const LIMIT: usize = 31;

/// The names given so far. Spreadsheets do not tell them apart by capital letters.
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// No names yet, but for the one that Excel keeps for itself.
    pub fn new() -> Self {
        Self(BTreeSet::from(["history".to_owned()]))
    }

    /// A name like the wanted one, that is valid and not yet given.
    pub fn give(&mut self, wanted: &str) -> String {
        let name = valid(wanted);
        let numbered = (2..).map(|number| shortened(&name, &format!(" ({number})")));
        let mut names = iter::once(shortened(&name, "")).chain(numbered);
        let free = names.find(|name| self.0.insert(name.to_lowercase()));
        free.expect("there is always another number")
    }
}

/// Forbidden characters part words, and an apostrophe must not stand at either end.
fn valid(wanted: &str) -> String {
    let visible = visible(wanted);
    let words = visible.split(|c: char| c.is_whitespace() || "[]:*?/\\".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words.join(" ").trim_matches(['\'', ' ']) {
        "" => "Table".to_owned(),
        name => spelled(name),
    }
}

fn shortened(name: &str, ending: &str) -> String {
    if units(name) + units(ending) <= LIMIT {
        return format!("{name}{ending}");
    }
    let kept = head(name, LIMIT - units(ending) - 1).trim_end();
    format!("{kept}…{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &[&str], given: &[&str]) {
        let mut names = SheetNames::new();
        let names: Vec<String> = wanted.iter().map(|name| names.give(name)).collect();
        assert_eq!(names, given);
    }

    #[test]
    fn a_good_name_is_kept() {
        check(&["Positions", "Agreement"], &["Positions", "Agreement"]);
    }

    #[test]
    fn names_differ_in_more_than_capitals() {
        check(
            &["Agreement", "agreement", "AGREEMENT"],
            &["Agreement", "agreement (2)", "AGREEMENT (3)"],
        );
        check(&["History"], &["History (2)"]);
    }

    #[test]
    fn what_is_forbidden_parts_words() {
        check(
            &["Conflict: land/sea [draft]"],
            &["Conflict land sea draft"],
        );
        check(&["'quoted'", "", "?*"], &["quoted", "Table", "Table (2)"]);
        check(&["a\0b\nc"], &["a␀b c"]);
    }

    #[test]
    fn a_long_name_is_cut_with_a_mark() {
        let long = "Agreement on security guarantees";
        check(
            &[long, long],
            &[
                "Agreement on security guarante…",
                "Agreement on security guar… (2)",
            ],
        );
    }
}
