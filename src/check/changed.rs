//! What of a dossier is not as it was before: records and fields that were added or
//! changed.
//!
//! Two texts are compared by what they say: values, and the comments that belong to
//! them, since an allowance is a comment. Line breaks, trailing commas, and the order
//! of fields and of records are no change.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::change::text_file::TextFile;
use crate::finding::spans::Spans;
use crate::finding::{Finding, Label};
use crate::syntax::faithful::comment_text;
use crate::syntax::kind::Kind;
use crate::syntax::owned::{Owned, Parcel, tokens_in};
use crate::syntax::tree::Tree;
use crate::syntax::value::{Item, Value};
use crate::text::span::Span;

/// The files of a dossier as they were before, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    pub before: BTreeMap<String, String>,
}

/// What of the files has changed, by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    files: BTreeMap<String, Changes>,
}

/// What of one file has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Every part of it, or what is said of all of it.
    All,
    /// These parts; the file as a whole has changed if anything has.
    Some { whole: bool, old: Vec<Span> },
}

impl Changed {
    /// What of these files is not as it was. A file under another name is a new one.
    pub fn in_files(&self, files: &[TextFile]) -> Touched {
        let changes = files.iter().map(|file| {
            let changes = match self.before.get(&file.name) {
                Some(before) => changes(before, file.source.text()),
                None => Changes::All,
            };
            (file.source.name().to_owned(), changes)
        });
        Touched {
            files: changes.collect(),
        }
    }
}

impl Touched {
    /// Whether a place of the finding lies in something that was added or changed.
    /// What lies in no record and no field, such as a file as a whole, counts with
    /// any change of its file.
    pub fn touches(&self, finding: &Finding, spans: &Spans) -> bool {
        let mut labels = std::iter::once(&finding.at).chain(&finding.also);
        labels.any(|label| self.lies_in(label, spans))
    }

    fn lies_in(&self, label: &Label, spans: &Spans) -> bool {
        // What is no text cannot be compared.
        let Some(changes) = self.files.get(&label.place.file) else {
            return true;
        };
        match (changes, spans.of(label)) {
            (Changes::All, _) => true,
            (Changes::Some { whole, .. }, None) => *whole,
            (Changes::Some { whole, old }, Some(span)) => {
                *whole && !old.iter().any(|part| part.encloses(span))
            }
        }
    }
}

/// What of a text has changed from another one.
pub fn changes(before: &str, after: &str) -> Changes {
    let trees = [before, after].map(Tree::parse);
    let [Some(old), Some(new)] = [&trees[0], &trees[1]].map(Parts::of) else {
        return Changes::All;
    };
    let problems = |tree: &Tree| -> Vec<String> {
        let problems = tree.problems().iter();
        problems.map(|problem| problem.message.clone()).collect()
    };
    // Where brackets do not add up, nobody knows what belongs to what.
    if old.above != new.above || problems(&trees[0]) != problems(&trees[1]) {
        return Changes::All;
    }
    let mut known = old.parts.iter().map(|(said, _)| said).counts();
    let (mut whole, mut kept) = (old.parts.len() != new.parts.len(), Vec::new());
    for (said, span) in &new.parts {
        match known.get_mut(said) {
            Some(count @ 1..) => {
                *count -= 1;
                kept.push(*span);
            }
            _ => whole = true,
        }
    }
    Changes::Some { whole, old: kept }
}

/// The records and fields of a file, each with what it says, its list included.
struct Parts {
    /// The comments above the opening bracket, which hold for the file.
    above: Vec<String>,
    parts: Vec<(String, Span)>,
}

impl Parts {
    /// Nothing where the file is no record.
    fn of(tree: &Tree) -> Option<Self> {
        let root = tree.root().filter(|root| root.kind() == Kind::Struct)?;
        let above = Span::new(0, root.span().start);
        let mut parts = Self {
            above: comments(tree, above),
            parts: Vec::new(),
        };
        for (item, parcel) in items(tree, root) {
            let name = item.name().unwrap_or_default();
            if item.value().kind() == Kind::List {
                for (record, parcel) in items(tree, item.value()) {
                    parts.add(tree, name, record, &parcel);
                }
            } else {
                parts.add(tree, name, item, &parcel);
            }
        }
        Some(parts)
    }

    fn add(&mut self, tree: &Tree, list: &str, item: Item<'_>, parcel: &Parcel) {
        let mut told = parcel.lead.iter().chain(&parcel.trail);
        let mut comments = comments(tree, item.span());
        comments.extend(told.by_ref().map(|span| comment(tree, *span)));
        comments.sort();
        let said = format!("{list}\0{}\0{}", said(item), comments.join("\0"));
        self.parts
            .push((said, Span::new(parcel.start(), parcel.end())));
    }
}

/// The items of a bracket, each with what it owns.
fn items<'t>(tree: &Tree, group: Value<'t>) -> Vec<(Item<'t>, Parcel)> {
    let parcels = Owned::of(tree, group).parcels;
    group.items().zip(parcels).collect()
}

/// What an item says, without layout and comments, the fields of a struct in the
/// order of their names.
fn said(item: Item<'_>) -> String {
    let key = item.key().map_or("", Value::text);
    format!("{key}:{}", said_by(item.value()))
}

fn said_by(value: Value<'_>) -> String {
    if !value.kind().is_group() {
        return value.text().replace("\r\n", "\n");
    }
    let items = value.items().map(said);
    let items: Vec<String> = match value.kind() {
        Kind::Struct => items.sorted().collect(),
        _ => items.collect(),
    };
    // The kind tells brackets apart, and no text can be taken for the end of one.
    let inner: String = items
        .iter()
        .map(|said| format!("{} {said}", said.len()))
        .collect();
    format!(
        "{:?}{}({inner})",
        value.kind(),
        value.name().unwrap_or_default()
    )
}

fn comments(tree: &Tree, within: Span) -> Vec<String> {
    let tokens = tokens_in(tree, within).iter();
    let comments = tokens.filter(|token| token.kind.is_comment());
    comments.map(|token| comment(tree, token.span)).collect()
}

fn comment(tree: &Tree, span: Span) -> String {
    comment_text(tree, span).replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "// about all\n(\n    name: \"A\",\n    stances: [\n        (issue: \"a\", \
                          since: \"2025\"),\n        // why\n        (issue: \"b\", since: \
                          \"2025\"),\n    ],\n)\n";

    /// The stretches of the text that are not as they were.
    fn check(after: &str, untouched: &[&str], is_whole: bool) {
        match changes(BEFORE, after) {
            Changes::All => panic!("all of it has changed"),
            Changes::Some { whole, old } => {
                let old: Vec<&str> = old.iter().map(|span| span.of(after)).collect();
                assert_eq!(old, untouched);
                assert_eq!(whole, is_whole);
            }
        }
    }

    #[test]
    fn nothing_has_changed() {
        let [a, b] = [
            "(issue: \"a\", since: \"2025\"),",
            "// why\n        (issue: \"b\", since: \"2025\"),",
        ];
        check(BEFORE, &["name: \"A\",", a, b], false);
    }

    #[test]
    fn a_move_and_a_layout_are_no_change() {
        check(
            "// about all\r\n(stances: [\r\n// why\r\n(since: \"2025\", issue: \"b\"), (issue: \
             \"a\",\r\n since: \"2025\",)],\r\n name: \"A\")",
            &[
                "// why\r\n(since: \"2025\", issue: \"b\"),",
                "(issue: \"a\",\r\n since: \"2025\",)",
                "name: \"A\"",
            ],
            false,
        );
    }

    #[test]
    fn values_comments_and_copies_are_changes() {
        let a = "(issue: \"a\", since: \"2025\"),";
        let value = BEFORE.replacen("\"2025\"", "\"2024\"", 1);
        check(
            &value,
            &[
                "name: \"A\",",
                "// why\n        (issue: \"b\", since: \"2025\"),",
            ],
            true,
        );
        let comment = BEFORE.replace("// why", "// because");
        check(&comment, &["name: \"A\",", a], true);
        let copy = BEFORE.replace("// why", &format!("{a}\n        // why"));
        check(
            &copy,
            &[
                "name: \"A\",",
                a,
                "// why\n        (issue: \"b\", since: \"2025\"),",
            ],
            true,
        );
    }

    #[test]
    fn what_is_gone_changes_the_file_as_a_whole() {
        let gone = BEFORE.replace("        (issue: \"a\", since: \"2025\"),\n", "");
        check(
            &gone,
            &[
                "name: \"A\",",
                "// why\n        (issue: \"b\", since: \"2025\"),",
            ],
            true,
        );
    }

    #[test]
    fn what_stands_above_a_file_is_about_all_of_it() {
        assert_eq!(
            changes(BEFORE, &BEFORE.replace("about all", "else")),
            Changes::All
        );
        assert_eq!(changes(BEFORE, ""), Changes::All);
        assert_eq!(changes("", BEFORE), Changes::All);
    }
}
