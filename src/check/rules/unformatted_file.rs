//! A file that is not in canonical format.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::finding::{Finding, Place};
use crate::record::order;
use crate::syntax::layout::{self, FieldOrder};
use crate::syntax::tree::Tree;
use crate::text::source::Source;
use crate::text::span::Span;

static CODE: Code = Code::warn("unformatted-file", "a file is not in canonical format");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unformatted_file.md"), look);

/// Between so many lines or fewer it is looked up which of them differ: looking
/// takes the square of their number.
const COMPARED: usize = 500;

fn look(case: &Case) -> Vec<Finding> {
    let parties = case.files.parties.iter().map(|(_, file)| file);
    // Mistakes have to be mended first.
    let parties = parties.filter(|party| party.is_whole());
    let parties: BTreeSet<&str> = parties.map(|party| party.file.as_str()).collect();
    let head = &case.files.dossier;
    let head = head.is_whole().then_some(head.file.as_str());
    let finding = |source: &Source| match source.name() {
        name if Some(name) == head => finding(source, &order::of_dossier),
        name if parties.contains(name) => finding(source, &order::of_party),
        _ => None,
    };
    case.texts.par_iter().filter_map(finding).collect()
}

fn finding(source: &Source, order: &FieldOrder) -> Option<Finding> {
    if layout::is_plainly_canonical(source.text(), order) {
        return None;
    }
    let canonical = layout::unread(&Tree::parse(source.text()), order).ok()?;
    if canonical == source.text() {
        return None;
    }
    let differing = differing(source.text(), &canonical);
    let place = Place::bytes(source.name(), differing.first);
    let label = match differing.lines {
        Count::Exactly(1) => "this line differs".to_owned(),
        Count::Exactly(lines) => format!("the first of {lines} lines that differ"),
        Count::AtMost(lines) => format!("the first of up to {lines} lines that differ"),
    };
    Some(
        Finding::new(&CODE, place, "this file is not in canonical format")
            .label(label)
            .help("`stances fmt` puts it into canonical format")
            .fix(Fix::safe("put it into canonical format").layout(source.name())),
    )
}

/// How a text differs from what it is to be.
struct Differing {
    /// The first line that does.
    first: Span,
    /// How many do.
    lines: Count,
}

enum Count {
    Exactly(usize),
    /// From the first one to the last one.
    AtMost(usize),
}

fn differing(text: &str, canonical: &str) -> Differing {
    let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (old, new) = (lines(text), lines(canonical));
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = old.iter().zip(&new).take_while(same).count();
    let pairs = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = pairs.take_while(same).count();
    Differing {
        first: line(&old, head.min(old.len().saturating_sub(1))),
        lines: changed(&old[head..old.len() - tail], &new[head..new.len() - tail]),
    }
}

/// Where a line stands, without its end.
fn line(lines: &[&str], at: usize) -> Span {
    let start = lines[..at].iter().map(|line| line.len()).sum();
    let length = lines.get(at).map_or(0, |line| line.trim_end().len());
    Span::new(start, start + length)
}

/// How many lines of one text or the other have to change.
fn changed(old: &[&str], new: &[&str]) -> Count {
    let most = |old: Range<usize>, new: Range<usize>| old.len().max(new.len());
    if old.len().max(new.len()) > COMPARED {
        return Count::AtMost(old.len().max(new.len()));
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let ops = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    Count::Exactly(ops.map(|op| most(op.old_range(), op.new_range())).sum())
}
