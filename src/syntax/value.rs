//! Values and items as seen from outside: views into a tree.

use super::kind::Kind;
use super::literal::{BadLiteral, Literal};
use super::node;
use crate::text::span::Span;

/// One value in a tree.
#[derive(Clone, Copy, Debug)]
pub struct Value<'t> {
    text: &'t str,
    node: &'t node::Node,
}

/// One thing between two brackets: a field, a list item, a map entry.
#[derive(Clone, Copy, Debug)]
pub struct Item<'t> {
    text: &'t str,
    node: &'t node::Item,
}

impl<'t> Value<'t> {
    pub(super) fn new(text: &'t str, node: &'t node::Node) -> Self {
        Self { text, node }
    }

    pub fn kind(self) -> Kind {
        self.node.kind
    }

    /// The value without the space and the comments around it.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// The value as written.
    pub fn text(self) -> &'t str {
        self.node.span.of(self.text)
    }

    /// Whether a problem lies inside. A clean value can be read by itself,
    /// whatever is wrong around it.
    pub fn is_broken(self) -> bool {
        self.node.broken
    }

    /// The name of a struct, a variant or a unit, without `r#`; `None` for what
    /// has none.
    pub fn name(self) -> Option<&'t str> {
        self.name_span().map(|span| bare_name(span.of(self.text)))
    }

    pub fn name_span(self) -> Option<Span> {
        match self.node.kind {
            Kind::Unit => Some(self.node.span),
            _ => self.group()?.name,
        }
    }

    /// The opening bracket of a group.
    pub fn open(self) -> Option<Span> {
        Some(self.group()?.open)
    }

    /// The closing bracket of a group; `None` also when it was forgotten.
    pub fn close(self) -> Option<Span> {
        self.group()?.close
    }

    /// The fields of a struct, the items of a tuple or list, the entries of a
    /// map; none in any other value.
    pub fn items(self) -> impl DoubleEndedIterator<Item = Item<'t>> + ExactSizeIterator {
        let text = self.text;
        let items = self.node.items().iter();
        items.map(move |node| Item { text, node })
    }

    pub fn item(self, index: usize) -> Option<Item<'t>> {
        let text = self.text;
        let node = self.node.items().get(index)?;
        Some(Item { text, node })
    }

    /// The first field called `name` of a struct.
    pub fn field(self, name: &str) -> Option<Item<'t>> {
        self.items().find(|item| item.name() == Some(name))
    }

    /// What a literal stands for.
    ///
    /// `None` for what is no literal: groups, units, ranges, broken values.
    ///
    /// # Errors
    ///
    /// When the literal has a fault inside: an unknown escape, a number out of
    /// range.
    pub fn literal(self) -> Option<Result<Literal, BadLiteral>> {
        Literal::read(self.node.kind, self.text())
    }

    /// The content of a string; `None` for any other value and for a string
    /// with a fault inside.
    pub fn as_text(self) -> Option<String> {
        match self.literal()?.ok()? {
            Literal::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value inside `Some(…)`, however often; any other value as it is.
    pub fn inside_some(self) -> Self {
        let mut value = self;
        while let Some(inner) = value.payload_of_some() {
            value = inner;
        }
        value
    }

    fn payload_of_some(self) -> Option<Self> {
        let mut items = self.items();
        let payload = items.next()?.value();
        let is_some = self.node.kind == Kind::Tuple && self.name() == Some("Some");
        (is_some && items.len() == 0).then_some(payload)
    }

    fn group(self) -> Option<&'t node::Group> {
        self.node.group.as_deref()
    }
}

impl<'t> Item<'t> {
    /// The key of a map entry or the name of a field as a value; `None` for an
    /// item of a list or tuple.
    pub fn key(self) -> Option<Value<'t>> {
        let key = self.node.key.as_ref()?;
        Some(Value::new(self.text, key))
    }

    /// The name of a field, without `r#`; `None` when the item has no key, or
    /// one that is not a name.
    pub fn name(self) -> Option<&'t str> {
        self.key()?.name()
    }

    /// The value; an empty broken one when none is there.
    pub fn value(self) -> Value<'t> {
        Value::new(self.text, &self.node.value)
    }

    /// From the key, if there is one, to the end of the value.
    pub fn span(self) -> Span {
        self.node.span()
    }

    /// The comma behind the item.
    pub fn comma(self) -> Option<Span> {
        self.node.comma
    }

    /// Whether a problem lies inside, or in the way key and value stand. A
    /// missing comma behind the item does not break it.
    pub fn is_broken(self) -> bool {
        self.node.broken
    }
}

fn bare_name(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
