//! Findings with every place turned into lines and columns: the one list that all
//! reports are written from.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::fingerprint::{fingerprint, identity};
use super::fix::{Change, Fix, Safety};
use super::naming::{Named, Naming};
use super::ready::{Ready, ready};
use super::spans::Spans;
use super::{Finding, Label};
use crate::text::source::{Position, Source};
use crate::text::span::Span;

/// A finding and where it is.
#[derive(Debug)]
pub struct Placed<'a> {
    pub finding: &'a Finding,
    pub at: Somewhere,
    /// The other places that have to do with it, each with its remark. Those that
    /// cannot be found in a text are left out.
    pub also: Vec<(Somewhere, &'a str)>,
    /// 32 hexadecimal digits that stay the same when lines move; no two findings of a
    /// list have the same.
    pub fingerprint: String,
    /// Whether the fix may be made unseen; nothing where it cannot be made at all.
    pub safety: Option<Safety>,
    /// What the fix does to the texts; nothing where there is none, or where it
    /// cannot be made in the texts as they are.
    pub edits: Option<Vec<Replacement>>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somewhere {
    pub file: Named,
    /// Nothing for the file as a whole.
    pub region: Option<Region>,
}

/// From the first character of a place to the first one behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    pub start: Position,
    pub end: Position,
}

/// Other text for a region; an empty one inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    pub at: Somewhere,
    pub text: String,
}

/// The findings, each with its span, by file, place and rule.
pub fn sorted<'a>(findings: &'a [Finding], spans: &Spans) -> Vec<(&'a Finding, Option<Span>)> {
    let spanned = (findings.iter()).map(|finding| (finding, spans.of(&finding.at)));
    spanned
        .sorted_by_key(|(finding, span)| {
            let file = finding.at.place.file.as_str();
            (file, *span, finding.code.name, finding.message.as_str())
        })
        .collect()
}

/// All findings with their places, by file, place and rule.
pub fn placed<'a>(findings: &'a [Finding], sources: &[Source], naming: &Naming) -> Vec<Placed<'a>> {
    let spans = Spans::new(sources);
    let mut seen = BTreeMap::<String, usize>::new();
    let sorted = sorted(findings, &spans).into_iter();
    let placed = sorted.map(|(finding, span)| {
        let at = somewhere(&finding.at.place.file, span, &spans, naming);
        let identity = identity(finding, at.file.text(), &spans);
        let before = seen.entry(identity.clone()).or_default();
        *before += 1;
        let fix = finding.fix.as_ref();
        let ready = fix.and_then(|fix| Some((fix, ready(fix, &spans)?)));
        Placed {
            finding,
            at,
            also: (finding.also.iter())
                .filter_map(|label| Some((elsewhere(label, &spans, naming)?, &*label.text)))
                .collect(),
            fingerprint: fingerprint(&identity, *before - 1),
            safety: ready.as_ref().map(|(_, ready)| ready.safety),
            edits: ready.and_then(|(fix, ready)| edits(fix, &ready, &spans, naming)),
        }
    });
    placed.collect()
}

fn elsewhere(label: &Label, spans: &Spans, naming: &Naming) -> Option<Somewhere> {
    let span = spans.of(label)?;
    Some(somewhere(&label.place.file, Some(span), spans, naming))
}

fn somewhere(file: &str, span: Option<Span>, spans: &Spans, naming: &Naming) -> Somewhere {
    let source = spans.source(file);
    let region = source.zip(span).map(|(source, span)| Region {
        start: source.position(span.start),
        end: source.position(span.end),
    });
    Somewhere {
        file: naming.name(file),
        region,
    }
}

/// What a fix replaces, if each of its changes can be made. A file that is written
/// in its canonical form is not told place by place.
fn edits(fix: &Fix, ready: &Ready, spans: &Spans, naming: &Naming) -> Option<Vec<Replacement>> {
    let mut patches = fix.patches.iter();
    if patches.any(|patch| patch.change == Change::Layout) {
        return None;
    }
    let edits = ready.edits.iter();
    let edits = edits.flat_map(|(file, edits)| edits.edits().iter().map(move |edit| (*file, edit)));
    let replacements = edits.map(|(file, edit)| Replacement {
        at: somewhere(file, Some(edit.span), spans, naming),
        text: edit.text.clone(),
    });
    Some(replacements.collect())
}
