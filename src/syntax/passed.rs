//! What is passed over on reading though it is a mistake: comments that are none
//! or do not end, and merge conflicts. Each is one problem, and breaks the values
//! that it lies in.

use super::conflict::unresolved;
use super::node::Node;
use super::problem::Problem;
use super::token::{Token, TokenKind};
use crate::text::span::Span;

#[derive(Debug)]
pub struct Passed {
    conflicts: Vec<Span>,
    /// Comments behind `#`; those on lines of their own below each other are one.
    hashes: Vec<Span>,
    /// A comment that runs to the end, and where the last word before it ends.
    open: Option<(Span, usize)>,
}

impl Passed {
    pub fn of(text: &str, tokens: &[Token]) -> Self {
        let conflicts = unresolved(tokens);
        let mut hashes: Vec<Span> = Vec::new();
        let (mut open, mut end) = (None, 0);
        for token in tokens {
            match token.kind {
                TokenKind::HashComment => match hashes.last_mut() {
                    Some(last) if is_blank(text, last.end, token.span.start) => {
                        last.end = token.span.end;
                    }
                    _ => hashes.push(token.span),
                },
                TokenKind::OpenComment => open = open.or(Some((token.span, end))),
                kind if !kind.is_trivia() => end = token.span.end,
                _ => {}
            }
        }
        let mut passed = Self {
            conflicts,
            hashes,
            open,
        };
        passed.leave_out_what_lies_in_conflicts();
        passed
    }

    fn leave_out_what_lies_in_conflicts(&mut self) {
        let conflicts = std::mem::take(&mut self.conflicts);
        let is_outside = |span: &Span| !lies_in(&conflicts, *span);
        self.hashes.retain(is_outside);
        self.open = self.open.filter(|(span, _)| is_outside(span));
        self.conflicts = conflicts;
    }

    /// One for each of them.
    pub fn problems(&self) -> impl Iterator<Item = Problem> {
        let conflicts = self.conflicts.iter().copied().map(Problem::conflict);
        let hashes = self.hashes.iter().copied().map(Problem::hash_comment);
        let open = self.open.map(|(span, _)| Problem::open_comment(span));
        conflicts.chain(hashes).chain(open)
    }

    /// Whether a problem only follows from one of them: what lies in a conflict is
    /// to be decided first, and a comment that runs to the end hides what would
    /// have come before the end.
    pub fn explains(&self, problem: &Problem) -> bool {
        let is_cut_off = |(_, end): (Span, usize)| problem.span.start >= end;
        self.open.is_some_and(is_cut_off) || lies_in(&self.conflicts, problem.span)
    }

    /// Marks the values around and in conflicts, and around comments, as broken:
    /// nothing else can read them.
    pub fn breaks(&self, root: &mut Node) {
        let mut spans: Vec<Span> = self.conflicts.iter().chain(&self.hashes).copied().collect();
        spans.sort_unstable();
        if !spans.is_empty() {
            mark(root, &spans);
        }
    }
}

/// Whether one of these spans, which are in order and apart, encloses this one.
fn lies_in(spans: &[Span], span: Span) -> bool {
    let behind = spans.partition_point(|one| one.start <= span.start);
    behind > 0 && spans[behind - 1].encloses(span)
}

/// Whether one of these spans, which are in order and apart, has a character in
/// common with this one.
fn meets(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|one| one.end <= span.start);
    spans.get(next).is_some_and(|one| one.start < span.end)
}

/// Marks a value that one of the spans meets, and those in it. As deep as brackets can stand.
fn mark(node: &mut Node, spans: &[Span]) {
    if !meets(spans, node.span) {
        return;
    }
    node.broken = true;
    for item in node.group.iter_mut().flat_map(|group| &mut group.items) {
        let is_met = meets(spans, item.span());
        item.broken |= is_met;
        mark(&mut item.value, spans);
        if let Some(key) = &mut item.key {
            mark(key, spans);
        }
    }
}

fn is_blank(text: &str, from: usize, to: usize) -> bool {
    text[from..to].trim().is_empty()
}
