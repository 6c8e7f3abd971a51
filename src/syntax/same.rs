//! Whether two values say the same, however they are written: `"a"` and
//! `r"a"`, `0x10` and `16`, a trailing comma or none.

use itertools::Itertools;

use super::kind::Kind;
use super::literal::Literal;
use super::value::{Item, Value};
use crate::text::span::Span;

/// A value, looked at without one of the items inside it.
#[derive(Clone, Copy, Debug)]
pub struct Except<'t> {
    pub value: Value<'t>,
    /// The item that is left out.
    pub item: Option<Span>,
}

/// Whether names, keys, items and their order, and literals are the same.
pub fn same(a: Value<'_>, b: Value<'_>) -> bool {
    same_except(Except::nothing(a), Except::nothing(b))
}

/// The same question about what is left of two values.
pub fn same_except(a: Except<'_>, b: Except<'_>) -> bool {
    if a.value.kind() != b.value.kind() || a.value.name() != b.value.name() {
        // An item that is left out may have been the only one with a name.
        return a.is_bare() && b.is_bare() && a.value.name() == b.value.name();
    }
    if !a.value.kind().is_group() {
        return same_scalar(a.value, b.value);
    }
    let mut pairs = a.items().zip_longest(b.items());
    pairs.all(|pair| {
        pair.both().is_some_and(|(one, other)| {
            same_key(one, other) && same_except(a.inside(one), b.inside(other))
        })
    })
}

/// The same question, for values in which the fields of a struct may stand in
/// another order.
pub fn same_but_for_order(a: Value<'_>, b: Value<'_>) -> bool {
    if !a.kind().is_group() || a.kind() != b.kind() || a.name() != b.name() {
        return same(a, b);
    }
    let mut pairs = in_order(a).zip_longest(in_order(b));
    pairs.all(|pair| {
        pair.both().is_some_and(|(one, other)| {
            same_key(one, other) && same_but_for_order(one.value(), other.value())
        })
    })
}

/// The items of a value, those of a struct sorted by name.
fn in_order(value: Value<'_>) -> impl Iterator<Item = Item<'_>> {
    let is_struct = value.kind() == Kind::Struct;
    let name = move |item: &Item<'_>| item.name().filter(|_| is_struct).map(str::to_owned);
    value.items().sorted_by_key(name)
}

impl<'t> Except<'t> {
    pub fn nothing(value: Value<'t>) -> Self {
        Self { value, item: None }
    }

    fn items(self) -> impl Iterator<Item = Item<'t>> {
        let kept = move |item: &Item<'_>| Some(item.span()) != self.item;
        self.value.items().filter(kept)
    }

    fn inside(self, item: Item<'t>) -> Self {
        let value = item.value();
        Self { value, ..self }
    }

    /// Whether this is a round bracket and nothing is left in it.
    fn is_bare(self) -> bool {
        let is_round = matches!(self.value.kind(), Kind::Struct | Kind::Tuple);
        is_round && self.items().next().is_none()
    }
}

fn same_key(a: Item<'_>, b: Item<'_>) -> bool {
    match (a.key(), b.key()) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn same_scalar(a: Value<'_>, b: Value<'_>) -> bool {
    match (a.literal(), b.literal()) {
        (Some(Ok(Literal::Float(a))), Some(Ok(Literal::Float(b)))) => a.to_bits() == b.to_bits(),
        (Some(Ok(a)), Some(Ok(b))) => a == b,
        _ => a.text() == b.text() || a.name().is_some() && a.name() == b.name(),
    }
}
