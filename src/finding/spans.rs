//! Where labels are in the texts: the one place where a route becomes a span.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Label, Spot};
use crate::syntax::locate::Lost;
use crate::syntax::tree::Tree;
use crate::text::source::Source;
use crate::text::span::Span;

/// The texts that findings speak of, each parsed at most once.
#[derive(Debug)]
pub struct Spans<'a> {
    texts: BTreeMap<&'a str, (&'a Source, OnceLock<Tree>)>,
}

impl<'a> Spans<'a> {
    /// The spans in these texts.
    pub fn new(sources: &'a [Source]) -> Self {
        let texts = sources
            .iter()
            .map(|source| (source.name(), (source, OnceLock::new())));
        Self {
            texts: texts.collect(),
        }
    }

    /// The text of a file; nothing where it was no text.
    pub fn source(&self, file: &str) -> Option<&'a Source> {
        self.texts.get(file).map(|(source, _)| *source)
    }

    /// The tree of a file.
    pub fn tree(&self, file: &str) -> Option<&Tree> {
        let (source, tree) = self.texts.get(file)?;
        Some(tree.get_or_init(|| Tree::parse(source.text())))
    }

    /// Where a label is; nothing for a file as a whole. A route that leads
    /// nowhere ends at the last of its steps that exists.
    pub fn of(&self, label: &Label) -> Option<Span> {
        let route = match &label.place.spot {
            Spot::File => return None,
            Spot::Bytes(span) => return Some(*span),
            Spot::Route(route) => route,
        };
        match self.tree(&label.place.file)?.locate(route) {
            Ok(place) => Some(place.span()),
            Err(Lost::Nothing { span, .. }) => Some(span),
            Err(Lost::Several { candidates, .. }) => candidates.first().map(|first| first.span),
        }
    }
}
