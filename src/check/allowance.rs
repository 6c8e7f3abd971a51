//! What is allowed where it stands: `// stances: allow(single-source) the only report`.
//!
//! An allowance is a comment. It covers what the comment belongs to: the item
//! below it or on its line, with all that stands inside; above the opening
//! bracket of a file, the whole file. It covers a finding whose own place, not
//! one of its other labels, lies there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::case::Case;
use super::levels::{self, Levels};
use super::rule::Rule;
use super::rules::{self, unexplained_allowance, unknown_rule, unused_allowance};
use crate::finding::code::Level;
use crate::finding::spans::Spans;
use crate::finding::{Finding, Place};
use crate::syntax::owned::Owned;
use crate::syntax::tree::Tree;
use crate::syntax::value::Value;
use crate::text::source::Source;
use crate::text::span::Span;

/// A rule allowed at a place.
#[derive(Debug)]
struct Allowance<'a> {
    file: &'a str,
    /// The name of the rule in the comment.
    name: Span,
    rule: &'a str,
    /// What it covers; nothing for a comment that belongs to nothing.
    covers: Option<Covers>,
    explained: bool,
}

/// How far an allowance reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Covers {
    File,
    Part(Span),
}

/// Whether everything in the dossier could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    All,
    /// A rule may be silent because of what is missing, so nobody knows of an
    /// allowance whether it is of use.
    Some,
}

/// Whether an allowance lets anything pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    None,
    Some,
}

/// The findings that are not allowed where they stand, and what is found of the
/// allowances themselves.
pub(super) fn settle(
    case: &Case,
    found: Vec<Finding>,
    extent: Extent,
    levels: &Levels,
) -> Vec<Finding> {
    let spans = Spans::new(case.texts);
    let allowances: Vec<Allowance> = (case.texts.par_iter())
        .filter(|source| may_allow(source.text()))
        .flat_map_iter(|source| allowances(source, &spans))
        .collect();
    if allowances.is_empty() {
        return found;
    }
    let mut uses = vec![Use::None; allowances.len()];
    let mut left = Vec::new();
    for finding in found {
        match allowances
            .iter()
            .position(|one| one.allows(&finding, &spans))
        {
            // More than one may cover it; all of them are of use then.
            Some(first) => {
                for (at, other) in allowances.iter().enumerate().skip(first) {
                    if other.allows(&finding, &spans) {
                        uses[at] = Use::Some;
                    }
                }
            }
            None => left.push(finding),
        }
    }
    let judged = allowances.iter().zip(uses);
    let judged = judged.map(|(one, of)| match extent {
        Extent::All => (one, of),
        Extent::Some => (one, Use::Some),
    });
    left.extend(judged.filter_map(|(one, of)| one.fault(of, levels)));
    left
}

impl Allowance<'_> {
    /// Whether it lets a finding pass. What could not be used cannot be allowed:
    /// it is left out of every answer.
    fn allows(&self, finding: &Finding, spans: &Spans) -> bool {
        let settable = rules::named(self.rule).is_some_and(Rule::is_settable);
        if !settable || finding.code.name != self.rule || finding.at.place.file != self.file {
            return false;
        }
        match (self.covers, spans.of(&finding.at)) {
            (Some(Covers::File), _) => true,
            (Some(Covers::Part(part)), Some(span)) => {
                part.start <= span.start && span.end <= part.end
            }
            _ => false,
        }
    }

    /// What is wrong with it, if anything is.
    fn fault(&self, of: Use, levels: &Levels) -> Option<Finding> {
        let place = || Place::bytes(self.file, self.name);
        let rule = match rules::named(self.rule) {
            None => {
                let message = levels::unknown(self.rule);
                return Some(Finding::new(&unknown_rule::CODE, place(), message));
            }
            Some(rule) if !rule.is_settable() => {
                let message = format!("`{}` cannot be allowed", self.rule);
                let finding = Finding::new(&unknown_rule::CODE, place(), message);
                return Some(finding.help("what it finds could not be used: mend the record"));
            }
            Some(rule) => rule,
        };
        // Of a rule that nobody looks by, nobody knows whether it would find something.
        if of == Use::None && levels.of(rule.code) > Level::Allow {
            return Some(unused_allowance::finding(place(), self.rule));
        }
        (!self.explained).then(|| unexplained_allowance::finding(place(), self.rule))
    }
}

const MARK: &str = "stances:";
const ALLOW: &str = "allow(";

/// Whether an allowance may stand in a text: most have none and need no closer look.
fn may_allow(text: &str) -> bool {
    let mut found = text.match_indices(ALLOW);
    found.any(|(at, _)| text[..at].trim_end().ends_with(MARK))
}

/// The allowances of a file, in the order of the file.
fn allowances<'a>(source: &'a Source, spans: &Spans<'a>) -> Vec<Allowance<'a>> {
    let Some(tree) = spans.tree(source.name()) else {
        return Vec::new();
    };
    let comments = tree.tokens().iter().filter(|token| token.kind.is_comment());
    let owners = owners(tree);
    comments
        .flat_map(|token| {
            let covers = owners.get(&token.span.start);
            written(source, token.span, covers.copied())
        })
        .collect()
}

/// The allowances in one comment: one for each rule it names.
fn written(source: &Source, comment: Span, covers: Option<Covers>) -> Vec<Allowance<'_>> {
    let text = comment.of(source.text());
    let body = text.trim_start_matches(['/', '*']).trim_start();
    let inner = body.strip_prefix(MARK).map(str::trim_start);
    let inner = inner.and_then(|inner| inner.strip_prefix(ALLOW));
    let Some((names, reason)) = inner.and_then(|inner| inner.split_once(')')) else {
        return Vec::new();
    };
    let explained = reason.chars().any(char::is_alphanumeric);
    let start = offset(source.text(), names);
    let mut allowances = Vec::new();
    for name in names.split(',') {
        let rule = name.trim();
        let at = start + offset(names, rule);
        allowances.push(Allowance {
            file: source.name(),
            name: Span::new(at, at + rule.len()),
            rule,
            covers,
            explained,
        });
    }
    allowances
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// What each comment covers, by where the comment starts.
type Owners = BTreeMap<usize, Covers>;

/// Every comment that belongs to something.
fn owners(tree: &Tree) -> Owners {
    let mut owners = Owners::new();
    let Some(root) = tree.root() else {
        return owners;
    };
    let above = tree.tokens().iter();
    let above = above.take_while(|token| token.span.end <= root.span().start);
    let above = above.filter(|token| token.kind.is_comment());
    owners.extend(above.map(|token| (token.span.start, Covers::File)));
    owners_in(tree, root, &mut owners);
    owners
}

fn owners_in(tree: &Tree, value: Value, owners: &mut Owners) {
    if !value.kind().is_group() || value.close().is_none() {
        return;
    }
    for parcel in Owned::of(tree, value).parcels {
        let covers = Covers::Part(parcel.item);
        let comments = parcel.lead.iter().chain(&parcel.trail);
        owners.extend(comments.map(|comment| (comment.start, covers)));
    }
    for item in value.items() {
        owners_in(tree, item.value(), owners);
    }
}
