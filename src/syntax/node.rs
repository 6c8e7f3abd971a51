//! The tree as stored: kinds, spans, and items within items.

use super::kind::Kind;
use crate::text::span::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub kind: Kind,
    pub span: Span,
    /// Whether a problem lies inside.
    pub broken: bool,
    /// What stands between the brackets; only in groups.
    pub group: Option<Box<Group>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: Option<Span>,
    pub open: Span,
    pub items: Vec<Item>,
    /// The closing bracket, when there is one.
    pub close: Option<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub key: Option<Node>,
    pub value: Node,
    pub comma: Option<Span>,
    /// Whether a problem lies inside, or in the way key and value stand.
    pub broken: bool,
}

impl Node {
    pub fn scalar(kind: Kind, span: Span) -> Self {
        Self {
            kind,
            span,
            broken: false,
            group: None,
        }
    }

    pub fn items(&self) -> &[Item] {
        self.group.as_deref().map_or(&[], |group| &group.items)
    }
}

impl Item {
    /// From the key, if there is one, to the end of the value.
    pub fn span(&self) -> Span {
        let first = self.key.as_ref().unwrap_or(&self.value);
        first.span.to(self.value.span)
    }
}
